import http from 'node:http';
import { expect, test } from '@playwright/test';
import { judge } from '../../../src/judge/judge.ts';
import { plan } from '../../../src/scenario/plan.ts';
import { gateOf } from '../../../src/wire/clear/gate.ts';
import type { Exchange } from '../../../src/wire/exchange.ts';
import { retryAfter } from '../../../src/wire/rate.ts';
import { recordOf } from '../../../src/wire/record.ts';
import { createTransport } from '../../../src/wire/transport.ts';
import {
  answering,
  calledDeadline,
  controlOf,
  deadPort,
  mockTarget,
  rawServer,
  sendControl,
} from '../../support/network.ts';

/** Never a fail: every clause that the exchange could have shown is inconclusive, with the cause. */
function expectInconclusive(exchange: Exchange, cause: RegExp): void {
  const target = mockTarget();
  const [control] = plan(target.contract);
  if (!control) throw new Error('a plan begins with the control');
  expect(exchange.trouble?.cause).toMatch(cause);
  const judged = judge(target.contract, control, exchange, target.secrets);
  expect(judged.length).toBeGreaterThan(10);
  expect(new Set(judged.map(({ verdict }) => verdict))).toEqual(new Set(['inconclusive']));
  const record = recordOf(exchange, 'ex-0', '', gateOf(target.secrets), []);
  expect(record.attempts).toHaveLength(exchange.attempts.length);
  for (const secret of target.secrets) expect(JSON.stringify([judged, record])).not.toContain(secret);
}

const head = 'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n';
type Handle = Parameters<typeof rawServer>[0];
const { deadline, pass } = calledDeadline();

const onRequest =
  (act: (socket: Parameters<Handle>[0]) => void): Handle =>
  (socket) =>
    socket.once('data', () => act(socket));

/** Says something, and then nothing more: the time that a request may take passes. */
const fallsSilent = (said = ''): Handle =>
  onRequest((socket) => {
    socket.write(said);
    void pass();
  });

/** What a server does, how it is reported, and how often the request is sent. */
const troubles: [name: string, handle: Handle, cause: RegExp, attempts: number][] = [
  ['closes before an answer', (socket) => socket.end(), /closed before an answer|reset before an answer/, 3],
  ['resets', onRequest((socket) => socket.resetAndDestroy()), /reset before an answer/, 3],
  ['never answers', fallsSilent(), /^connected, but no answer within 5 s$/, 3],
  ['stops in the headers', fallsSilent(head), /^the answer was not complete within 5 s$/, 1],
  ['ends in the headers', onRequest((socket) => socket.end(head)), /^the answer was cut off before its end$/, 1],
  [
    'stops in the body',
    fallsSilent(`${head}Content-Length: 100\r\n\r\n{"a":`),
    /^the answer was not complete within 5 s$/,
    1,
  ],
  [
    'truncates the body',
    onRequest((socket) => socket.end(`${head}Content-Length: 100\r\n\r\n{"a":`)),
    /^the answer was cut off before its end$/,
    1,
  ],
  [
    'ends between two chunks',
    onRequest((socket) => socket.end(`${head}Transfer-Encoding: chunked\r\n\r\n5\r\n{"a":\r\n`)),
    /^the answer was cut off before its end$/,
    1,
  ],
  [
    'ends within a chunk',
    onRequest((socket) => socket.end(`${head}Transfer-Encoding: chunked\r\n\r\n20\r\n{"a":`)),
    /^the answer was cut off before its end$/,
    1,
  ],
  ['speaks another protocol', onRequest((socket) => socket.end('SSH-2.0-OpenSSH_9.6\r\n')), /is not HTTP$/, 1],
];

for (const [name, handle, cause, attempts] of troubles) {
  test(`a server that ${name} is inconclusive`, async () => {
    const server = await rawServer(handle);
    const exchange = await sendControl(server.url, { deadline });
    await server.close();
    expectInconclusive(exchange, cause);
    expect(exchange.attempts).toHaveLength(attempts);
    expect(server.connections).toBe(attempts);
  });
}

test('a connection that ends after an answer costs one more connection, and no more', async () => {
  const answer = (close: string): string => `${head}${close}Content-Length: 2\r\n\r\n{}`;
  const server = await rawServer((socket, connection) => {
    socket.on('data', () => {
      if (connection === 1) socket.end(answer('Connection: close\r\n'));
      else socket.write(answer(''));
    });
  });
  const transport = createTransport({ baseUrl: server.url, timeout: 5, perSecond: null, tls: {}, proxy: null });
  for (let sent = 0; sent < 5; sent++) {
    const { trouble, attempts } = await transport.exchange('control', () => controlOf(mockTarget()));
    expect([trouble, attempts.length]).toEqual([null, 1]);
  }
  await transport.close();
  await server.close();
  expect(server.connections).toBe(2);
});

test('a refused connection and a host name that does not resolve are inconclusive', async () => {
  expectInconclusive(await sendControl(`http://127.0.0.1:${await deadPort()}`), /^the connection was refused/);
  const unknown = await sendControl('http://nowhere.invalid');
  expectInconclusive(unknown, /^the host name does not resolve$|^the name server did not answer$/);
  expect(unknown.attempts).toHaveLength(3);
});

test('no answer once, then one: the answer counts, and both attempts are recorded', async () => {
  const server = await rawServer((socket, connection) => {
    if (connection === 1) socket.resetAndDestroy();
    else socket.once('data', () => socket.end(`${head}Content-Length: 2\r\n\r\n{}`));
  });
  const exchange = await sendControl(server.url);
  await server.close();
  expect(exchange.trouble).toBeNull();
  expect(exchange.response?.status).toBe(200);
  expect(exchange.attempts.map(({ trouble }) => trouble?.kind ?? 'answered')).toEqual(['no-answer', 'answered']);
});

for (const [name, onNext] of [
  ['resets it', (socket: Parameters<Handle>[0]) => socket.resetAndDestroy()],
  ['ends it', (socket: Parameters<Handle>[0]) => socket.end()],
] as const)
  test(`a server that ${name} at the second request of each connection costs two attempts more, however many requests there are`, async () => {
    const server = await rawServer((socket) => {
      let requests = 0;
      socket.on('data', () => {
        requests += 1;
        if (requests === 1) socket.write(`${head}Content-Length: 2\r\n\r\n{}`);
        else onNext(socket);
      });
    });
    const transport = createTransport({ baseUrl: server.url, timeout: 5, perSecond: null, tls: {}, proxy: null });
    const exchanges: Exchange[] = [];
    for (let sent = 0; sent < 10; sent++)
      exchanges.push(await transport.exchange('control', () => controlOf(mockTarget())));
    await transport.close();
    await server.close();
    expect(exchanges.filter(({ trouble }) => trouble !== null)).toEqual([]);
    expect(exchanges.flatMap(({ attempts }) => attempts)).toHaveLength(12);
  });

for (const [status, cause] of [
  [407, /credentials \(407\)/],
  [429, /limits the rate/],
  [502, /gateway/],
  [503, /not available/],
  [504, /gateway/],
  [511, /sign in/],
] as const) {
  test(`an answer ${status} is inconclusive and not tried again`, async () => {
    const server = await answering(`HTTP/1.1 ${status} Some Reason`, 'Content-Length: 0', '', '');
    const exchange = await sendControl(server.url);
    await server.close();
    expectInconclusive(exchange, cause);
    expect(exchange.attempts).toHaveLength(1);
  });
}

const pages: [string, string[], RegExp][] = [
  [
    'a captive portal',
    ['HTTP/1.1 302 Found', 'Location: http://login.hotel.example/?to=provider', 'Content-Length: 0', '', ''],
    /leads to another host, login\.hotel\.example/,
  ],
  [
    "a proxy's page",
    ['HTTP/1.1 403 Forbidden', 'Server: squid/6.6', 'Content-Type: text/html', 'Content-Length: 6', '', '<html>'],
    /^a server in front of the provider answered 403: a proxy with a page of its own \(Squid\)$/,
  ],
];
for (const [name, pieces, cause] of pages) {
  test(`${name} is inconclusive`, async () => {
    const server = await answering(...pieces);
    const exchange = await sendControl(server.url);
    await server.close();
    expectInconclusive(exchange, cause);
  });
}

test('a 500 is the provider’s own answer, not the network’s', async () => {
  const server = await answering('HTTP/1.1 500 Internal Server Error', 'Content-Length: 0', '', '');
  const exchange = await sendControl(server.url);
  await server.close();
  expect(exchange.trouble).toBeNull();
});

test('Retry-After is read as seconds and as a date', () => {
  const now = new Date('2026-11-23T10:00:00Z');
  const seconds = (...values: string[]): number | null =>
    retryAfter(
      { status: 429, headers: values.map((value) => ['retry-after', value]), body: Buffer.alloc(0), bodyFault: null },
      now,
    );
  expect(seconds('7')).toBe(7);
  expect(seconds('Mon, 23 Nov 2026 10:00:12 GMT')).toBe(12);
  expect(seconds('Mon, 23 Nov 2026 09:00:00 GMT')).toBe(0);
  expect(seconds('soon')).toBeNull();
  expect(seconds()).toBeNull();
});

test('header names go out unchanged, and nothing is added that a scenario cannot remove', async () => {
  const seen: string[][] = [];
  const server = http.createServer((incoming, outgoing) => {
    seen.push(incoming.rawHeaders);
    outgoing.end('{}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  await sendControl(`http://127.0.0.1:${port}`);
  server.close();
  expect(seen[0]).toContain('X-PARTNER-ID');
  const added = ['accept-encoding', 'cookie', 'accept-language', 'sec-fetch-mode'];
  for (const name of added) expect(seen[0]?.map((text) => text.toLowerCase())).not.toContain(name);
});
