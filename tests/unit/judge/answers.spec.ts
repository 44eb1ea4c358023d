/** What is read of an answer: interim answers, faults of HTTP, and redirects. */
import { expect, test } from '@playwright/test';
import { whyNotGranted } from '../../../src/judge/refused-control.ts';
import { plan } from '../../../src/scenario/plan.ts';
import { gateOf } from '../../../src/wire/clear/gate.ts';
import type { Exchange } from '../../../src/wire/exchange.ts';
import { createTransport } from '../../../src/wire/transport.ts';
import { controlOf, mockTarget, rawServer, sendControl } from '../../support/network.ts';

const json = '{"status":200,"success":true}';
const body = `Content-Type: application/json\r\nContent-Length: ${json.length}\r\n\r\n${json}`;
const good = `HTTP/1.1 200 OK\r\n${body}`;

/** The exchange with a server that answers with these bytes, a piece at a time where there are several. */
async function answered(...pieces: (string | Buffer)[]): Promise<Exchange> {
  const server = await rawServer((socket) => {
    socket.setNoDelay(true);
    socket.once('data', () => {
      const next = (): void => {
        const piece = pieces.shift();
        if (piece === undefined) socket.end();
        else socket.write(piece, () => setImmediate(next));
      };
      next();
    });
  });
  try {
    return await sendControl(server.url);
  } finally {
    await server.close();
  }
}

const interims: [name: string, pieces: string[]][] = [
  ['100 Continue', [`HTTP/1.1 100 Continue\r\n\r\n${good}`]],
  ['100 Continue twice', ['HTTP/1.1 100 Continue\r\n\r\n', 'HTTP/1.1 100\r\n\r\n', good]],
  ['102 and 103 with headers', ['HTTP/1.1 102 Processing\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n', good]],
  ['100 Continue a byte at a time', [...'HTTP/1.1 100 Continue\r\nX: y\r\n\r\n', ...good]],
];
for (const [name, pieces] of interims) {
  test(`the answer that follows ${name} is read`, async () => {
    const { trouble, response, attempts } = await answered(...pieces);
    expect(trouble).toBeNull();
    expect(response?.status).toBe(200);
    expect(response?.body.toString()).toBe(json);
    expect(attempts).toHaveLength(1);
  });
}

test('the reason phrase is read whole, in whatever pieces it comes, and is absent where there is none', async () => {
  const reasons = [
    [good],
    [...`HTTP/1.1 100 Wait\r\n\r\nHTTP/1.1 401 It is ‘so’\r\n${body}`].map((one) => Buffer.from(one)),
    [`HTTP/1.1 200\r\n${body}`],
    [`HTTP/1.1 200 \r\n${body}`],
  ];
  const read = [];
  for (const pieces of reasons) read.push((await answered(...pieces)).response?.reason);
  expect(read).toEqual(['OK', 'It is ‘so’', undefined, undefined]);
});

test('interim answers are read on one connection, answer after answer', async () => {
  const server = await rawServer((socket) => {
    socket.on('data', () => socket.write(`HTTP/1.1 100 Continue\r\n\r\n${good}`));
  });
  const transport = createTransport({ baseUrl: server.url, timeout: 5, perSecond: null, tls: {}, proxy: null });
  for (let sent = 0; sent < 3; sent++)
    expect((await transport.exchange('control', () => controlOf(mockTarget()))).response?.body.toString()).toBe(json);
  await transport.close();
  await server.close();
  expect(server.connections).toBe(1);
});

test('a transfer coding that was not asked for is named, and not read', async () => {
  const { trouble, response } = await answered(
    'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: gzip, chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n',
  );
  expect(trouble).toBeNull();
  expect(response?.bodyFault).toBe('the transfer coding "gzip", which the request did not ask for');
});

test('40 kB of headers are read', async () => {
  const { trouble, response } = await answered(`HTTP/1.1 200 OK\r\nX-Long: ${'a'.repeat(40_000)}\r\n${body}`);
  expect(trouble).toBeNull();
  expect(response?.status).toBe(200);
});

const faults: [name: string, bytes: string | Buffer, cause: RegExp][] = [
  [
    'Content-Length beside chunked',
    `HTTP/1.1 200 OK\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n`,
    /Content-Length beside Transfer-Encoding/,
  ],
  [
    'two Content-Lengths',
    `HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}`,
    /more than one Content-Length/,
  ],
  [
    'a Content-Length that is no number',
    'HTTP/1.1 200 OK\r\nContent-Length: two\r\n\r\n{}',
    /Content-Length .* not a number/,
  ],
  [
    'a chunk without a size',
    'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n',
    /not HTTP\/1\.1: invalid character in chunk size/,
  ],
  ['100 kB of headers', `HTTP/1.1 200 OK\r\nX: ${'a'.repeat(100_000)}\r\n${body}`, /more than 64 KiB of headers/],
  [
    'a control character in a header',
    `HTTP/1.1 200 OK\r\nX: a\u0000b\r\n${body}`,
    /not HTTP\/1\.1: invalid header value char/,
  ],
  ['a header without a name', `HTTP/1.1 200 OK\r\nno name at all\r\n${body}`, /header line without a name/],
  ['a blank before the colon', `HTTP/1.1 200 OK\r\nX-Y : z\r\n${body}`, /header line without a name/],
  ['bare LF', good.replaceAll('\r\n', '\n'), /bare LF/],
  ['HTTP/0.9', '<html>hello</html>', /no status line, as in HTTP\/0\.9/],
  ['the status line of HTTP/2', `HTTP/2 200\r\n${body}`, /speaks HTTP\/2/],
  [
    'SETTINGS of HTTP/2',
    Buffer.from([0, 0, 6, 4, 0, 0, 0, 0, 0, 0, 3, 0, 0, 0, 100]),
    /^the server speaks HTTP\/2 without being asked to$/,
  ],
  ['a TLS alert', Buffer.from([0x15, 3, 1, 0, 2, 2, 70]), /speaks TLS; baseUrl should begin with https/],
  ['101', 'HTTP/1.1 101 Switching Protocols\r\nUpgrade: h2c\r\nConnection: Upgrade\r\n\r\n', /switches protocols/],
  ['an answer that stops in the status line', 'HTTP/1.', /^the answer was cut off before its end$/],
  ['only an interim answer', 'HTTP/1.1 100 Continue\r\n\r\n', /^the answer was cut off before its end$/],
  [
    'a body that is too short',
    'HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{}',
    /^the answer was cut off before its end$/,
  ],
];
for (const [name, bytes, cause] of faults) {
  test(`${name} is named`, async () => {
    const { trouble, attempts } = await answered(bytes);
    expect(trouble?.cause).toMatch(cause);
    expect(trouble?.kind).toBe('broken-answer');
    expect(attempts).toHaveLength(1);
  });
}

const path = controlOf(mockTarget()).target.value;
const leads: [name: string, status: number, location: (host: string) => string, cause: RegExp][] = [
  [
    'to https at the same host',
    308,
    () => `https://127.0.0.1${path}`,
    /answered 308 .* baseUrl .* should be https:\/\/127\.0\.0\.1$/,
  ],
  [
    'to a slash at the end',
    301,
    () => `${path}/`,
    /answered 301 and leads to http:\/\/127\.0\.0\.1:\d+\/.*\/; baseUrl .* should/,
  ],
  [
    'to another prefix',
    307,
    (host) => `http://${host}/v2${path}?token=abc`,
    /baseUrl .* should be http:\/\/127\.0\.0\.1:\d+\/v2$/,
  ],
  [
    'to another host, for good',
    301,
    () => `https://api.example${path}`,
    /leads to https:\/\/api\.example.* baseUrl .* should be https:\/\/api\.example$/,
  ],
  [
    'to another host with the same path',
    302,
    () => `https://api.example/x${path}`,
    /should be https:\/\/api\.example\/x$/,
  ],
  ['to a sign-in page', 302, () => 'http://login.hotel.example/?to=provider', /as a sign-in page of a network does/],
];
for (const [name, status, location, cause] of leads) {
  test(`a redirect ${name} says where it leads`, async () => {
    const server = await rawServer((socket) =>
      socket.once('data', () =>
        socket.end(
          `HTTP/1.1 ${status} Moved\r\nLocation: ${location(`127.0.0.1:${socket.localPort}`)}\r\nContent-Length: 0\r\n\r\n`,
        ),
      ),
    );
    const exchange = await sendControl(server.url);
    await server.close();
    const target = mockTarget();
    const reason = whyNotGranted(target.contract, plan(target.contract)[0], exchange, gateOf(target.secrets));
    expect(reason).toMatch(cause);
    expect(reason).not.toContain('token=abc');
  });
}
