import { writeFileSync } from 'node:fs';
import type net from 'node:net';
import { join } from 'node:path';
import tls from 'node:tls';
import { expect, test } from '@playwright/test';
import type { Identity } from '../../../mock/certificates.ts';
import { baseUrls, type Mock, type MockOptions, startMock } from '../../../mock/server.ts';
import { judge } from '../../../src/judge/judge.ts';
import { plan } from '../../../src/scenario/plan.ts';
import { readClientIdentity } from '../../../src/target/keys.ts';
import type { Exchange } from '../../../src/wire/exchange.ts';
import type { TransportOptions } from '../../../src/wire/transport.ts';
import { mintAuthority } from '../../support/certificates.ts';
import { newFolder } from '../../support/folders.ts';
import { calledDeadline, mockTarget, rawServer, sendControl } from '../../support/network.ts';

const authority = mintAuthority();
const stranger = mintAuthority('Stranger');
const altNames = ['127.0.0.1', 'localhost', 'provider.test'];
const day = 86_400_000;
const server = authority.issue({ commonName: 'localhost', usage: 'server', altNames });
const client = authority.issue({ commonName: 'client', usage: 'client' });
const ca = authority.cert;

async function withTls<T>(options: MockOptions['tls'], use: (mock: Mock) => Promise<T>): Promise<T> {
  const mock = await startMock(options ? { tls: options } : {});
  try {
    return await use(mock);
  } finally {
    await mock.close();
  }
}

const base = (mock: Mock): string => `${mock.url}${baseUrls['singapay'] ?? ''}`;

/** One exchange with a mock that has this identity. */
function exchangeWith(
  { key, cert }: Pick<Identity, 'key' | 'cert'>,
  options: Partial<TransportOptions> = {},
  served: Partial<NonNullable<MockOptions['tls']>> = {},
): Promise<Exchange> {
  return withTls({ key, cert, ...served }, (mock) => sendControl(base(mock), { tls: { ca }, ...options }));
}

test('own authority: granted, and the facts of the handshake are recorded', async () => {
  const exchange = await exchangeWith(server);
  expect(exchange.response?.status).toBe(200);
  expect(exchange.tls?.version).toBe('TLSv1.3');
  expect(exchange.tls?.validTo.getTime()).toBeGreaterThan(Date.now() + 29 * day);
});

const bad: [string, () => Pick<Identity, 'key' | 'cert'>, Partial<TransportOptions>, RegExp][] = [
  [
    'an expired certificate',
    () =>
      authority.issue({
        commonName: 'localhost',
        usage: 'server',
        altNames,
        notBefore: new Date(Date.now() - 9 * day),
        notAfter: new Date(Date.now() - day),
      }),
    {},
    /certificate has expired/,
  ],
  [
    'a certificate for another host',
    () => authority.issue({ commonName: 'other', usage: 'server', altNames: ['other.example'] }),
    {},
    /certificate is for another host/,
  ],
  ['an unknown authority', () => server, { tls: {} }, /authority \(Throw-away .*proxy of yours .*EXTRA_CA_CERTS$/],
  ['a stranger for authority', () => server, { tls: { ca: stranger.cert } }, /unknown authority/],
];
for (const [name, identity, options, cause] of bad) {
  test(`${name}: inconclusive, three attempts, no fail`, async () => {
    const exchange = await exchangeWith(identity(), options);
    expect(exchange.trouble).toMatchObject({ kind: 'no-answer', cause: expect.stringMatching(cause) });
    expect(exchange.attempts).toHaveLength(3);
    const target = mockTarget();
    const [control] = plan(target.contract);
    if (!control) throw new Error('a plan begins with the control');
    const verdicts = judge(target.contract, control, exchange, []).map(({ verdict }) => verdict);
    expect(new Set(verdicts)).toEqual(new Set(['inconclusive']));
  });
}

test('TLS below 1.2 is not spoken', async () => {
  const old = tls.createServer({
    ...server,
    minVersion: 'TLSv1.1',
    maxVersion: 'TLSv1.1',
    ciphers: 'DEFAULT@SECLEVEL=0',
  });
  await new Promise<void>((resolve) => old.listen(0, '127.0.0.1', resolve));
  const { port } = old.address() as net.AddressInfo;
  const exchange = await sendControl(`https://127.0.0.1:${port}`, { tls: { ca } });
  old.close();
  expect(exchange.trouble?.cause).toBe('TLS: the server offers no version from 1.2 on');
});

test('plain HTTP at an https address, and a handshake that never ends, are reported differently', async () => {
  const plain = await withTls(undefined, (mock) => sendControl(base(mock).replace('http:', 'https:'), { tls: { ca } }));
  expect(plain.trouble?.cause).toBe('TLS: what listens at the address does not speak TLS');
  const { deadline, pass } = calledDeadline();
  const silent = await rawServer((socket) => socket.once('data', () => void pass()));
  const hanging = await sendControl(silent.url.replace('http:', 'https:'), { deadline });
  await silent.close();
  expect(hanging.trouble?.cause).toBe('TLS: no handshake within 5 s');
});

test('an answer cut off after the handshake is not taken for no answer', async () => {
  const cutting = tls.createServer(server, (socket) => {
    socket.on('error', () => undefined);
    socket.once('data', () => socket.end('HTTP/1.1 200 OK\r\nContent-Le'));
  });
  const resetting = tls.createServer(server, (socket) => {
    socket.on('error', () => undefined);
    socket.once('data', () => socket.destroy());
  });
  const causes: [number, string | undefined][] = [];
  for (const one of [cutting, resetting]) {
    await new Promise<void>((resolve) => one.listen(0, '127.0.0.1', resolve));
    const { port } = one.address() as net.AddressInfo;
    const exchange = await sendControl(`https://127.0.0.1:${port}`, { tls: { ca } });
    causes.push([exchange.attempts.length, exchange.trouble?.kind]);
    one.close();
  }
  expect(causes).toEqual([
    [1, 'broken-answer'],
    [3, 'no-answer'],
  ]);
});

test('a client certificate is sent, from PEM and from a PKCS#12 store given as cert or as key', async () => {
  const folder = newFolder('identity');
  const store = join(folder, 'client.p12');
  writeFileSync(store, client.pkcs12('open sesame'));
  const passphrase = 'open sesame';
  const given = [
    { cert: client.cert, key: client.key },
    { cert: store, passphrase },
    { key: store, passphrase },
    { cert: store, key: store, passphrase },
    { cert: client.cert.replaceAll('\n', '\\n'), key: store, passphrase },
  ];
  const demanding = { ca, requestCert: true };
  for (const parts of given) {
    const { identity, faults } = readClientIdentity({ ca, ...parts });
    expect(faults).toEqual([]);
    expect((await exchangeWith(server, { tls: identity }, demanding)).response?.status).toBe(200);
  }
  const without = await exchangeWith(server, {}, demanding);
  expect(without.trouble?.cause).toMatch(/client certificate|reset|closed/);
});

/** The trouble with a server that asks for a client certificate and turns this one away. */
async function turnedAway(
  identity: { cert?: string; key?: string },
  served: tls.TlsOptions,
  quietly: boolean,
): Promise<string | undefined> {
  const strict = tls.createServer(
    { ...server, ca, requestCert: true, rejectUnauthorized: !quietly, ...served },
    (socket) => {
      socket.on('error', () => undefined);
      if (quietly) socket.destroy();
    },
  );
  await new Promise<void>((resolve) => strict.listen(0, '127.0.0.1', resolve));
  const { port } = strict.address() as net.AddressInfo;
  const exchange = await sendControl(`https://127.0.0.1:${port}`, { tls: { ca, ...identity } });
  strict.close();
  expect(exchange.trouble?.kind).toBe('no-answer');
  return exchange.trouble?.cause;
}

const expired = authority.issue({
  commonName: 'client',
  usage: 'client',
  notBefore: new Date(Date.now() - 9 * day),
  notAfter: new Date(Date.now() - day),
});
for (const maxVersion of ['TLSv1.3', 'TLSv1.2'] as const) {
  for (const quietly of [false, true]) {
    test(`${maxVersion}: a server that turns a client away ${quietly ? 'without a word' : 'with an alert'} is explained by its certificate`, async () => {
      const cause = (identity: { cert?: string; key?: string }) => turnedAway(identity, { maxVersion }, quietly);
      expect(await cause({})).toMatch(/^TLS: the server asks for a client certificate.* give tls\.cert and tls\.key/);
      const { cert, key } = stranger.issue({ commonName: 'client', usage: 'client' });
      expect(await cause({ cert, key })).toMatch(/client certificate.*tls\.cert/);
      expect(await cause({ cert: expired.cert, key: expired.key })).toMatch(
        /client certificate.*(expired|it ended on \d{4})/,
      );
    });
  }
}

test("certificates are verified whatever the shell says, and a date that seems wrong names this machine's clock", async () => {
  const before = process.env['NODE_TLS_REJECT_UNAUTHORIZED'];
  process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = '0';
  const untrusted = await exchangeWith(server, { tls: {} });
  if (before === undefined) delete process.env['NODE_TLS_REJECT_UNAUTHORIZED'];
  else process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = before;
  expect(untrusted.trouble?.cause).toMatch(/unknown authority/);
  const early = authority.issue({
    commonName: 'localhost',
    usage: 'server',
    altNames,
    notBefore: new Date(Date.now() + day),
    notAfter: new Date(Date.now() + 9 * day),
  });
  expect((await exchangeWith(early)).trouble?.cause).toMatch(/not valid yet, by the clock of this machine \(\d{4}-/);
});

test('a client identity that cannot be used says why, part by part', () => {
  const other = authority.issue({ commonName: 'other', usage: 'client' });
  const faults = (given: Parameters<typeof readClientIdentity>[0]): string[] =>
    readClientIdentity(given).faults.map(({ name, fault }) => `${name} ${fault}`);
  expect(faults({ cert: client.cert, key: other.key })).toEqual(['cert is not the certificate of tls.key']);
  expect(faults({ cert: 'no-such.pem', key: client.key })).toEqual([
    'cert is neither PEM text nor a path to a file that exists; correct the path, or give the whole text from BEGIN to END',
  ]);
  expect(faults({ cert: client.cert })).toEqual(['cert is a certificate; the private key is needed']);
  expect(faults({ ca: client.key })).toEqual(['ca holds no certificate']);
});

test('a certificate that ends in under 14 days warns; one with more passes', async () => {
  const target = mockTarget();
  const [control] = plan(target.contract);
  if (!control) throw new Error('a plan begins with the control');
  const found: [string | undefined, string | undefined][] = [];
  for (const days of [5, 40]) {
    const identity = authority.issue({
      commonName: 'localhost',
      usage: 'server',
      altNames,
      notAfter: new Date(Date.now() + days * day + day / 2),
    });
    const exchange = await exchangeWith(identity);
    const judged = judge(target.contract, control, exchange, []);
    const row = judged.find(({ clause }) => clause.endsWith('-certificate-days'));
    found.push([row?.verdict, row?.received.replace(/ until.*/, '')]);
  }
  expect(found).toEqual([
    ['fail', '5 days left,'],
    ['pass', '40 days left,'],
  ]);
  expect(target.contract.clauses.find(({ id }) => id.endsWith('-certificate-days'))?.level).toBe('should');
});
