/** What the doctor says to do fits what it found: an address for an answer that says nothing of credentials, a step for each fault of TLS. */
import { writeFileSync } from 'node:fs';
import type net from 'node:net';
import { join } from 'node:path';
import tls from 'node:tls';
import { expect, test } from '@playwright/test';
import { startMock } from '../../../mock/server.ts';
import { contractNamed, contracts } from '../../../proof/run.ts';
import { examine } from '../../../src/doctor/doctor.ts';
import { loadEnvironment } from '../../../src/target/environment.ts';
import { mintAuthority } from '../../support/certificates.ts';
import { newFolder } from '../../support/folders.ts';
import { rawServer } from '../../support/network.ts';

/** What the doctor found last of a sandbox of Pyng at an address. */
async function last(baseUrl: string, settings = ''): Promise<{ check?: string; state?: string; remedy?: string }> {
  const file = join(newFolder('doctor'), 'tried.yaml');
  const credentials = 'credentials: { username: $U, password: $P, scopes: [one] }';
  writeFileSync(file, `kind: sandbox\nproviders:\n  pyng: { baseUrl: ${baseUrl}, ${credentials}${settings} }\n`);
  const one = { environment: loadEnvironment(file, contracts), contract: contractNamed('pyng') };
  const variables = { U: 'user-of-pyng', P: 'canary-password' };
  const found = await examine(one, variables, () => Promise.reject(new Error('it has an address')));
  return found.findLast(({ check }) => check !== 'clock') ?? {};
}

test('a status that says nothing of credentials leads to the address or the provider, others to the credentials', async () => {
  const rows: [path: string, status: number | null, remedy: RegExp][] = [
    ['', 401, /^check the credentials, and with the provider/],
    ['', 400, /^check the credentials, and with the provider/],
    [
      '',
      404,
      /^check baseUrl: with the path of the operation it leads to \/billing\/oauth2\/token; if that is right, /,
    ],
    ['/nowhere', null, /^check baseUrl: .* leads to \/nowhere\/billing\/oauth2\/token; if that is right, /],
    ['/v1/billing', null, /^leave \/billing out of baseUrl: the path of the operation begins with it$/],
    ['/v1/billing/oauth2/', 405, /^leave \/billing\/oauth2 out of baseUrl/],
    ['', 421, /^check baseUrl: /],
    ['', 308, /^check baseUrl: /],
    ['', 500, /^try again later, and ask the provider: a 500 says nothing of the credentials$/],
  ];
  for (const [path, status, remedy] of rows) {
    const mock = await startMock();
    if (status !== null)
      mock.intercept = () => ({ status, headers: status === 308 ? [['Location', '/elsewhere']] : [], body: '{}' });
    const found = await last(`${mock.url}${path}`);
    await mock.close();
    expect(found, `${path} ${status}`).toMatchObject({
      check: 'control',
      state: 'unreached',
      remedy: expect.stringMatching(remedy),
    });
  }
});

test('a limit of the rate leads to its own wait, which the doctor does not make', async () => {
  const rows: [headers: [string, string][], remedy: string][] = [
    [[['Retry-After', '3']], 'the doctor does not wait; try again in 3 s'],
    [[], 'the doctor does not wait; try again later'],
  ];
  for (const [headers, remedy] of rows) {
    const mock = await startMock();
    mock.intercept = () => ({ status: 429, headers, body: '{}' });
    const found = await last(mock.url);
    await mock.close();
    expect(found).toMatchObject({ state: 'unreached', remedy });
  }
});

/** The port of a server of TLS, while `body` runs. */
async function atTls<T>(options: tls.TlsOptions, body: (url: string) => Promise<T>): Promise<T> {
  const server = tls.createServer(options, (socket) => void socket.on('error', () => undefined));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as net.AddressInfo;
  try {
    return await body(`https://127.0.0.1:${port}`);
  } finally {
    server.close();
  }
}

test('each fault of TLS has its own remedy, and an authority is asked for only where it is unknown', async () => {
  const authority = mintAuthority();
  const ca = join(newFolder('authority'), 'ca.pem');
  writeFileSync(ca, authority.cert);
  const day = 86_400_000;
  const issue = (host: string, ended = false) =>
    authority.issue({
      commonName: 'localhost',
      usage: 'server',
      altNames: [host],
      ...(ended ? { notBefore: new Date(Date.now() - 9 * day), notAfter: new Date(Date.now() - day) } : {}),
    });
  const own = issue('127.0.0.1');
  const trusted = `, tls: { ca: ${ca} }`;
  const old = { minVersion: 'TLSv1.1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' } as const;
  const rows: [options: tls.TlsOptions, settings: string, remedy: RegExp][] = [
    [own, '', /^otherwise ask the operator of the host to fix it$/],
    [
      { ...own, ...old },
      trusted,
      /^ask the operator of the host to offer TLS 1\.2 or 1\.3; the suite speaks no older one$/,
    ],
    [issue('other.example'), trusted, /^write the host of baseUrl as the certificate names it, or ask the operator/],
    [
      issue('127.0.0.1', true),
      trusted,
      /^check the clock of this machine; if it is right, ask the operator of the host to renew/,
    ],
    [
      { ...own, ca: authority.cert, requestCert: true, maxVersion: 'TLSv1.2' },
      trusted,
      /^check tls\.cert and tls\.key,/,
    ],
  ];
  for (const [options, settings, remedy] of rows) {
    const found = await atTls(options, (url) => last(url, settings));
    expect(found, String(remedy)).toMatchObject({ check: 'TLS', remedy: expect.stringMatching(remedy) });
  }
  const mock = await startMock();
  const plain = await last(mock.url.replace('http:', 'https:'));
  await mock.close();
  const remedy = expect.stringMatching(/^check the port of baseUrl; where it speaks plain HTTP, /);
  expect(plain).toMatchObject({ check: 'TLS', state: 'unreached', remedy });
  const silent = await rawServer((socket) => void socket.destroy());
  const closed = await last(silent.url.replace('http:', 'https:'));
  await silent.close();
  expect(closed).toMatchObject({ check: 'TLS', remedy: expect.stringMatching(/^check the port of baseUrl, and what/) });
});
