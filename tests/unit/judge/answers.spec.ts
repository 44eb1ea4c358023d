import { expect, test } from '@playwright/test';
import { judge, whyNotGranted } from '../../../src/judge/judge.ts';
import { plan } from '../../../src/scenario/plan.ts';
import { gateOf } from '../../../src/wire/clear/gate.ts';
import type { Exchange } from '../../../src/wire/exchange.ts';
import { createTransport } from '../../../src/wire/transport.ts';
import { answering, controlOf, mockTarget, rawServer, sendControl } from '../../support/network.ts';

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

const page = (title: string, text: string): string =>
  `<!DOCTYPE html><html><head><title>${title}</title></head><body>${text}</body></html>`;
const nginx = (title: string): string =>
  `<html>\r\n<head><title>${title}</title></head>\r\n<body>\r\n<center><h1>${title}</h1></center>\r\n<hr><center>nginx/1.25.3</center>\r\n</body>\r\n</html>\r\n`;

/** What servers in front answer, with any status. */
const fronts: [name: string, status: number, headers: string[], text: string][] = [
  ['522 of Cloudflare', 522, ['Server: cloudflare'], page('provider | 522: Connection timed out', '')],
  ['530 without a page', 530, [], ''],
  ['a challenge', 403, ['cf-mitigated: challenge', 'Server: cloudflare'], page('Just a moment...', '')],
  ['a challenge with 503', 503, ['CF-Mitigated: challenge'], page('Just a moment...', '')],
  [
    'a block of Cloudflare',
    403,
    ['Server: cloudflare', 'CF-RAY: 1-CGK'],
    page('Attention Required! | Cloudflare', 'Sorry, you have been blocked'),
  ],
  ['a block of Cloudflare in plain text', 403, ['Server: cloudflare'], 'error code: 1020'],
  [
    'Akamai',
    403,
    ['Server: AkamaiGHost'],
    '<HTML><HEAD>\n<TITLE>Access Denied</TITLE>\n</HEAD><BODY>\n<H1>Access Denied</H1>\nYou don\'t have permission to access "http&#58;&#47;&#47;p&#46;example&#47;" on this server.<P>\nReference&#32;&#35;18&#46;7a1d2c17&#46;1718409600&#46;3f9b21e\n</BODY>\n</HTML>',
  ],
  [
    'Incapsula with 200',
    200,
    [],
    '<html style="height:100%"><head><META NAME="ROBOTS" CONTENT="NOINDEX, NOFOLLOW"></head><body><iframe src="/_Incapsula_Resource?x=1">Request unsuccessful. Incapsula incident ID: 1-2</iframe></body></html>',
  ],
  [
    'CloudFront',
    403,
    ['Server: CloudFront'],
    page('ERROR: The request could not be satisfied', 'Request blocked. Generated by cloudfront (CloudFront)'),
  ],
  ['AWS WAF, a challenge', 202, ['x-amzn-waf-action: challenge'], ''],
  [
    'an AWS load balancer',
    403,
    ['Server: awselb/2.0'],
    '<html>\r\n<head><title>403 Forbidden</title></head>\r\n<body>\r\n<center><h1>403 Forbidden</h1></center>\r\n</body>\r\n</html>',
  ],
  [
    'F5 with 200',
    200,
    [],
    '<html><head><title>Request Rejected</title></head><body>The requested URL was rejected. Please consult with your administrator.<br><br>Your support ID is: 123<br></body></html>',
  ],
  ['Sucuri', 403, ['X-Sucuri-ID: 12'], page('Sucuri WebSite Firewall - Access Denied', 'Access Denied')],
  ['Azure Front Door', 403, ['X-Azure-Ref: abc'], page('403 Forbidden', '<h2>The request is blocked.</h2>')],
  [
    'Fastly',
    500,
    [],
    page('Fastly error: unknown domain provider.example', 'Fastly error: unknown domain: provider.example.'),
  ],
  ['nginx, 413', 413, ['Server: nginx'], nginx('413 Request Entity Too Large')],
  ['nginx, a certificate', 400, ['Server: nginx'], nginx('400 No required SSL certificate was sent')],
  ['nginx, headers', 400, [], nginx('400 Request Header Or Cookie Too Large')],
  ['a restriction of Cloudflare', 403, [], page('Access denied | p.example used Cloudflare to restrict access', '')],
  ['Cloud Armor', 403, [], '<!doctype html><meta charset="utf-8"><title>403</title>403 Forbidden'],
  ['Envoy', 403, ['Server: istio-envoy'], 'RBAC: access denied'],
  ['HTTP.sys', 400, [], page('Bad Request', '<h2>Bad Request - Request Too Long</h2><p>HTTP Error 400.</p>')],
  [
    'Cloudflare in JSON',
    403,
    ['Server: cloudflare', 'CF-RAY: 1-CGK'],
    '{"title":"Error 1020: Access denied","status":403,"cloudflare_error":true,"error_code":1020}',
  ],
  ['Barracuda', 403, [], page('Web Site Blocked', 'The page was blocked by Barracuda Networks')],
  ['Radware', 403, [], page('Unauthorized Activity Has Been Detected', 'Case Number: 123')],
  ['Alibaba Cloud', 405, [], page('405', '<img src="https://errors.aliyun.com/images/x.png">')],
  ['Tencent Cloud', 403, [], page('501', '<a href="https://waf.tencent-cloud.com">waf.tencent-cloud.com</a>')],
  ['Huawei Cloud', 418, ['Server: CloudWAF'], page('Access Denied', 'Event ID: abc')],
  ['SafeLine', 403, [], '<!-- event_id: 1f --><!DOCTYPE html><html><body>Blocked by SafeLine WAF</body></html>'],
  ['Palo Alto', 503, [], page('Web Page Blocked', 'Palo Alto Next Generation Security Platform')],
  ['SonicWall', 403, ['Server: SonicWALL'], page('Web Site Blocked', 'nothing')],
  ['Citrix NetScaler', 302, ['Set-Cookie: ns_af=1', 'Location: /'], page('Application Firewall Block Page', '')],
  ['Wordfence', 403, [], page('Blocked', 'Generated by Wordfence at Thu')],
  ['Wallarm', 403, ['Server: nginx-wallarm'], nginx('403 Forbidden')],
  ['DataDome', 403, ['X-DataDome: protected'], '{"url":"https://geo.captcha-delivery.com/captcha/?x=1"}'],
  ['Vercel', 403, ['x-vercel-mitigated: challenge'], page('Vercel Security Checkpoint', '')],
  ['a page of maintenance in Indonesian', 403, [], page('Maaf', 'Layanan sedang dalam pemeliharaan.')],
  ['another page of maintenance in Indonesian', 500, [], page('Sistem sedang dalam perbaikan', '')],
  ['a page of maintenance', 500, [], page('Scheduled maintenance', 'Back at noon.')],
  ['a page of maintenance with 404', 404, [], page('Oops', 'We are down for maintenance.')],
];
const response = (status: number, headers: string[], text: string): string[] => [
  `HTTP/1.1 ${status} Some Reason`,
  ...headers,
  ...(text.startsWith('<') ? ['Content-Type: text/html'] : []),
  `Content-Length: ${Buffer.byteLength(text)}`,
  '',
  text,
];
for (const [name, status, headers, text] of fronts) {
  test(`${name} is of a server in front: nothing is judged by it`, async () => {
    const server = await answering(...response(status, headers, text));
    const exchange = await sendControl(server.url);
    await server.close();
    expect(exchange.trouble?.kind).toBe('refused-by-network');
    const target = mockTarget();
    const judged = judge(target.contract, plan(target.contract)[0], exchange, target.secrets);
    expect(new Set(judged.map(({ verdict }) => verdict))).toEqual(new Set(['inconclusive']));
  });
}

/** What a provider may answer by itself, though one word of it is that of a server in front. */
const own: [name: string, status: number, headers: string[], text: string][] = [
  ['a refusal behind Cloudflare', 401, ['Server: cloudflare', 'CF-RAY: 1-CGK'], '{"error":{"message":"Cloudflare"}}'],
  ['a refusal that speaks of maintenance', 401, [], '{"message":"Reference #18.1 maintenance, access denied"}'],
  ['a page of the provider', 403, ['Server: nginx'], page('Forbidden', 'Ask the provider for access.')],
  ['a page with 500', 500, [], page('Internal Server Error', 'NullPointerException')],
  ['a 404 of nginx', 404, ['Server: nginx'], nginx('404 Not Found')],
  ['a refusal behind DataDome', 403, ['X-DataDome: protected'], '{"error":{"message":"no"}}'],
  ['a refusal that names Cloudflare', 403, ['Server: cloudflare'], '{"title":"Error 1020","status":403}'],
  ['a page that speaks of a repair', 500, [], page('Error', 'The repair failed: pemeliharaan')],
  ['a 200 with X-Azure-Ref', 200, ['X-Azure-Ref: abc', 'x-sucuri-id: 1'], json],
];
for (const [name, status, headers, text] of own) {
  test(`${name} is the provider's own`, async () => {
    const server = await answering(...response(status, headers, text));
    const exchange = await sendControl(server.url);
    await server.close();
    expect(exchange.trouble).toBeNull();
  });
}
