import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import type https from 'node:https';
import net from 'node:net';
import { expect, test } from '@playwright/test';
import type { Authority, Identity } from '../../../mock/certificates.ts';
import type { Intercept, Mock, MockOptions } from '../../../mock/server.ts';
import { startMock } from '../../../mock/server.ts';
import { mintAuthority } from '../../support/certificates.ts';
import { credentials, now, resourceRequest, tokenRequest } from '../../support/mock-requests.ts';
import { sendRaw } from '../../support/raw-http.ts';

async function withMock(options: MockOptions, use: (mock: Mock) => Promise<void>): Promise<void> {
  const mock = await startMock(options);
  try {
    await use(mock);
  } finally {
    await mock.close();
  }
}

const noCredentials = tokenRequest('pyng', { headers: { Authorization: null } });

test('an interceptor replaces the answer, and may be set and unset while the mock runs', async () => {
  await withMock({ intercept: () => ({ status: 418, headers: [], body: 'short' }) }, async (mock) => {
    const answer = await sendRaw(mock.url, noCredentials);
    expect([answer.status, answer.text, answer.headers.get('content-length')]).toEqual([418, 'short', '5']);
    mock.intercept = undefined;
    expect((await sendRaw(mock.url, noCredentials)).status).toBe(401);
    expect(mock.requests).toBe(2);
  });
});

test('an interceptor sees the request as it was sent', async () => {
  const seen: Parameters<Intercept>[0][] = [];
  const intercept: Intercept = (call) => {
    seen.push(call);
    return call.answer();
  };
  await withMock({ intercept }, async (mock) => {
    const body = Buffer.from([0xff, 0x00, 0xfe]);
    await sendRaw(mock.url, tokenRequest('finnet', { headers: { 'X-Twice': ['a', 'b'] }, query: '?a=%41?b', body }));
    const received = seen[0]?.received;
    expect(received).toMatchObject({ method: 'POST', path: '/pg/snap/oauth/v1.0/access-token/b2b', query: 'a=%41?b' });
    expect(received?.headers.filter(([name]) => name === 'X-Twice')).toEqual([
      ['X-Twice', 'a'],
      ['X-Twice', 'b'],
    ]);
    expect(Buffer.from(received?.body ?? []).equals(body)).toBe(true);
    await sendRaw(mock.url, resourceRequest('pyng', null));
    expect(seen.map(({ provider, operation }) => `${provider} ${operation}`)).toEqual([
      'finnet token',
      'pyng resource',
    ]);
  });
});

test('an interceptor grants what the provider would refuse, and the token is good', async () => {
  const intercept: Intercept = (call) => {
    expect(call.answer()).toBe(call.answer());
    return call.operation === 'token' ? call.grant({ life: 60, scope: 'billing:batches:read' }) : call.answer();
  };
  await withMock({ intercept, clock: () => now }, async (mock) => {
    const granted = JSON.parse((await sendRaw(mock.url, noCredentials)).text) as Record<string, string>;
    expect(granted).toMatchObject({ expires_in: 60, scope: 'billing:batches:read' });
    const opened = await sendRaw(mock.url, resourceRequest('pyng', `Bearer ${granted.access_token}`));
    expect(opened.status).toBe(200);
  });
});

test('a grant keeps to the scope asked for, where that can be made out', async () => {
  await withMock({ intercept: (call) => call.grant() }, async (mock) => {
    const scopeOf = async (body: string) =>
      (JSON.parse((await sendRaw(mock.url, tokenRequest('pyng', { body }))).text) as { scope: string }).scope;
    expect(await scopeOf('grant_type=password&scope=billing:batches:read')).toBe('billing:batches:read');
    expect(await scopeOf('scope=%ff')).toBe(credentials.pyng.scopes.join(' '));
  });
});

test('an interceptor takes over the raw response', async () => {
  const half: Intercept = () => ({
    raw: (res, socket) => {
      res.writeHead(200, { 'Content-Length': '10' });
      res.write('half', () => socket.destroy());
    },
  });
  await withMock({ intercept: half }, async (mock) => {
    await expect(sendRaw(mock.url, noCredentials)).rejects.toThrow();
    mock.intercept = () => ({ raw: (_res, socket) => socket.resetAndDestroy() });
    await expect(sendRaw(mock.url, noCredentials)).rejects.toThrow(/ECONNRESET|socket hang up/);
  });
});

test('close ends a request that hangs and a connection that says nothing', async () => {
  const mock = await startMock();
  const silent = net.connect(Number(new URL(mock.url).port), '127.0.0.1');
  await once(silent, 'connect');
  silent.on('error', () => undefined);
  const silentEnd = once(silent, 'close');
  let pending: Promise<unknown> | undefined;
  await new Promise<void>((hung) => {
    mock.intercept = () => ({ raw: () => hung() });
    pending = sendRaw(mock.url, noCredentials).catch((error: unknown) => error);
  });
  await mock.close();
  expect(await pending).toBeInstanceOf(Error);
  await silentEnd;
});

test('a path of no provider is not found', async () => {
  await withMock({}, async (mock) => {
    const request = { ...noCredentials, target: '/api/v1.0/access-token/b2b/' };
    expect((await sendRaw(mock.url, request)).status).toBe(404);
  });
});

test('the mock imports nothing of the suite', () => {
  const folder = new URL('../../../mock/', import.meta.url);
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.ts'))) {
    const imports = [
      ...readFileSync(new URL(file, folder), 'utf8').matchAll(/\bfrom '([^']+)'|\bimport\('([^']+)'\)/g),
    ];
    for (const [, from = '', dynamic = ''] of imports) expect(from + dynamic).not.toContain('..');
  }
});

test.describe('TLS', () => {
  type Tls = NonNullable<MockOptions['tls']>;
  let authority: Authority;
  let server: Identity;
  let client: Identity;
  // Keys take a while to mint, so not while the file is only being listed.
  test.beforeAll(() => {
    authority = mintAuthority();
    server = authority.issue({ commonName: 'localhost', usage: 'server', altNames: ['localhost', '127.0.0.1'] });
    client = authority.issue({ commonName: 'partner', usage: 'client' });
  });
  const plain = (): Tls => ({ key: server.key, cert: server.cert });
  const mutual = (): Tls => ({ ...plain(), ca: authority.cert, requestCert: true });
  const ofServer = (altName: string, notAfter?: Date): Tls => {
    const { key, cert } = authority.issue({
      commonName: 'localhost',
      usage: 'server',
      altNames: [altName],
      ...(notAfter && { notAfter, notBefore: new Date(0) }),
    });
    return { key, cert };
  };

  const granted: [string, () => Tls, () => https.RequestOptions][] = [
    ['a client that trusts the authority is served', plain, () => ({})],
    ['a client with a certificate is served', mutual, () => ({ key: client.key, cert: client.cert })],
    [
      'a PKCS#12 key store holds the client certificate',
      mutual,
      () => ({ pfx: client.pkcs12('open sesame'), passphrase: 'open sesame' }),
    ],
  ];
  for (const [title, tls, own] of granted) {
    test(title, () =>
      withMock({ tls: tls() }, async (mock) => {
        expect(mock.url).toMatch(/^https:/);
        const answer = await sendRaw(mock.url, tokenRequest('singapay'), { ca: authority.cert, ...own() });
        expect(answer.status).toBe(200);
      }),
    );
  }

  test('close ends a connection that never shakes hands', async () => {
    const mock = await startMock({ tls: plain() });
    const silent = net.connect(Number(new URL(mock.url).port), '127.0.0.1');
    await once(silent, 'connect');
    silent.on('error', () => undefined);
    const silentEnd = once(silent, 'close');
    // Answered on a later connection, so the silent one has been accepted.
    await sendRaw(mock.url, tokenRequest('singapay'), { ca: authority.cert });
    await mock.close();
    await silentEnd;
  });

  const stranger = () => {
    const { key, cert } = mintAuthority('Another authority').issue({ commonName: 'partner', usage: 'client' });
    return { key, cert };
  };
  const refused: [string, () => Tls, () => https.RequestOptions, RegExp][] = [
    [
      'a client that does not trust the authority refuses',
      plain,
      () => ({ ca: [] }),
      /self[- ]signed|unable to verify/,
    ],
    ['a client without a certificate is turned away', mutual, () => ({}), /certificate required|ECONNRESET|hang up/],
    ['a client of another authority is turned away', mutual, stranger, /alert|ECONNRESET|hang up/],
    [
      'an old protocol version is turned away',
      () => ({ ...plain(), minVersion: 'TLSv1.3' }),
      () => ({ maxVersion: 'TLSv1.2' }),
      /protocol/,
    ],
    ['an expired certificate shows', () => ofServer('127.0.0.1', new Date(86_400_000)), () => ({}), /expired/],
    ['a certificate for another host shows', () => ofServer('other.example'), () => ({}), /does not match/],
  ];
  for (const [title, tls, own, message] of refused) {
    test(title, () =>
      withMock({ tls: tls() }, async (mock) => {
        const sent = sendRaw(mock.url, tokenRequest('singapay'), { ca: authority.cert, ...own() });
        await expect(sent).rejects.toThrow(message);
      }),
    );
  }
});
