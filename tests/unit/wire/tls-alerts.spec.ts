/** Alerts of TLS, which each version of OpenSSL names in its own way. */
import { expect, test } from '@playwright/test';
import { rawServer, sendControl } from '../../support/network.ts';

test('an alert by which a server ends a handshake is said in words, whatever the OpenSSL of this Node.js calls it', async () => {
  const alerts: [number: number, says: RegExp][] = [
    [40, /alert "handshake failure"$/],
    [42, /does not accept the client certificate/],
    [43, /does not accept a client certificate of this kind/],
    [44, /revoked/],
    [45, /the client certificate has expired/],
    [46, /does not accept the client certificate/],
    [48, /does not know the authority/],
    [49, /does not let the client certificate in/],
    [70, /offers no version from 1\.2 on/],
    [80, /alert "internal error"$/],
    [112, /does not know the host name/],
    [116, /asks for a client certificate; give tls\.cert and tls\.key/],
  ];
  for (const [alert, says] of alerts) {
    const fatal = 2;
    const peer = await rawServer((socket) =>
      socket.once('data', () => socket.end(Buffer.from([21, 3, 3, 0, 2, fatal, alert]))),
    );
    const { trouble } = await sendControl(peer.url.replace('http:', 'https:'));
    await peer.close();
    expect([trouble?.kind, trouble?.cause], `alert ${alert}`).toEqual(['no-answer', expect.stringMatching(says)]);
  }
});
