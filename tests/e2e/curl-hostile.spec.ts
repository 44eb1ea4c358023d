/** Whatever a contract, an environment or a variable holds, a curl command sends it and runs nothing else. */
import { existsSync } from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import type { Request } from '../../src/scenario/build.ts';
import { formText, jsonText } from '../../src/scenario/draft.ts';
import * as texts from '../../src/scenario/text.ts';
import { curlOf } from '../../src/wire/curl.ts';
import { seed } from '../support/seed.ts';
import { installed, openShell, type ShellName } from '../support/shells.ts';

interface Heard {
  url: string;
  headers: [string, string][];
  body: string;
}

async function listen(): Promise<{ url: string; heard: Heard[]; close(): void }> {
  const heard: Heard[] = [];
  const server = http.createServer({ maxHeaderSize: 300_000 }, async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    const headers: [string, string][] = [];
    for (let at = 0; at < request.rawHeaders.length; at += 2)
      headers.push([request.rawHeaders[at] ?? '', Buffer.from(request.rawHeaders[at + 1] ?? '', 'latin1').toString()]);
    heard.push({ url: request.url ?? '', headers, body: Buffer.concat(chunks).toString() });
    response.end('{"data":{"a/b\'c\\"$(touch ran)":"the\\/token"}}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, heard, close: () => void server.close() };
}

/** Texts that a shell, curl or a terminal would act upon, were they not quoted. */
const hostile = [
  '$(touch ran)',
  '`touch ran`',
  '"; touch ran; "',
  "'; touch ran; '",
  '\\',
  '\\"\\',
  '$HOME $((1+1)) $TOKENx',
  '$' + '{HOME}',
  '! !! !-1 !touch',
  '* ? [a-z] ~ {a,b} #x',
  '=ls',
  '@/etc/passwd',
  '-K /etc/passwd',
  '%s %n %% %d \\n \\0',
  '& | ; < > ( ) +/=',
  'ünïcode 日本',
  '😀 z9',
  ' = "',
  '$&\\1',
];
/** What only a body may hold. */
const lineBreaks = ['a\nb', 'a\r\nheader: x', '\t\u0001\u001b[2J', '\u202e\u200b\u2028', 'end\\\n\\'];

const value = fc.array(fc.constantFrom(...hostile), { minLength: 1, maxLength: 3 }).map((parts) => parts.join('z'));
const anyValue = fc.array(fc.constantFrom(...hostile, ...lineBreaks), { minLength: 1 }).map((parts) => parts.join('z'));
/** Every character that a header's name may have (RFC 9110, section 5.6.2). */
const headerName = fc
  .string({ unit: fc.constantFrom(..."!#$%&'*+-.^_`|~aZ09"), minLength: 1, maxLength: 8 })
  .map((name) => `X${name}`);

const ways: Record<string, (text: texts.Text) => texts.Text> = {
  plain: (text) => text,
  base64: texts.base64,
  shortened: texts.shortened,
  lengthened: texts.lengthened,
  flippedCase: texts.flippedCase,
  altered: texts.altered,
};

/** A value as somebody's variable, whose name the text is given. */
const secret = (content: string, name: string): texts.Text => texts.credential('secret', content, name, true);

const requests = fc.record({
  name: headerName,
  literal: value,
  header: value,
  query: anyValue,
  body: anyValue,
  way: fc.constantFrom(...Object.keys(ways)),
  format: fc.constantFrom('json', 'form', 'plus', 'raw'),
});

type Made = { request: Request; variables: Record<string, string> };

function made(seed: number): Made[] {
  return fc.sample(requests, { numRuns: 40, seed }).map((one, index) => {
    const [header, query, body] = ['HEADER', 'QUERY', 'BODY'].map((name) => `${name}_${index}`);
    const change = ways[one.way] ?? ways['plain'] ?? ((text: texts.Text) => text);
    const content = change(secret(one.body, body ?? ''));
    const fields: [string, texts.Text][] = [
      ["a b'&$(touch ran)", texts.plain(one.literal)],
      ['secret', content],
    ];
    const bodies: Record<string, () => texts.Text> = {
      json: () => jsonText(Object.fromEntries(fields), 'spaced'),
      form: () => formText(fields, 'percent'),
      plus: () => formText(fields, 'plus'),
      raw: () => texts.join('@', content, '.'),
    };
    return {
      variables: { [header ?? '']: one.header, [query ?? '']: one.query, [body ?? '']: one.body },
      request: {
        method: 'POST',
        target: texts.join('/[a-z]{b}/../$x?q=', texts.encoded(secret(one.query, query ?? ''), texts.urlComponent)),
        headers: [
          [one.name, texts.join(one.literal.trim(), '.', change(secret(one.header, header ?? '')), '.')],
          ['Accept', texts.plain('')],
        ],
        body: bodies[one.format]?.() ?? null,
        prelude: [],
      },
    };
  });
}

/** JSON by what it means: its escapes may be written in several ways. */
function parsed(body = ''): unknown {
  return body.startsWith('{') ? JSON.parse(body) : body;
}

async function sendAll(name: ShellName, cases: Made[]): Promise<void> {
  const server = await listen();
  const shell = openShell(
    name,
    Object.assign({}, ...cases.map(({ variables }) => variables)) as Record<string, string>,
  );
  for (const { request, variables } of cases) {
    const curl = curlOf(request, texts.plain(server.url));
    const before = server.heard.length;
    const printed = await shell.run(curl);
    const heard = server.heard.at(-1);
    const context = `${name}\n${JSON.stringify(variables)}\n${curl}\n${printed}`;
    const isAsked = (header: string): boolean => request.headers.some(([asked]) => asked === header);
    const arrived = {
      count: server.heard.length - before,
      url: heard?.url,
      headers: heard?.headers.filter(([header]) => isAsked(header)),
      body: parsed(heard?.body),
      control: /(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.exec(curl)?.[0],
    };
    expect(arrived, context).toEqual({
      count: 1,
      url: request.target.value,
      headers: request.headers.map(([header, { value }]) => [header, value]),
      body: parsed(request.body?.value),
      control: undefined,
    });
  }
  const processes = shell.processes();
  const contents = cases.flatMap(({ variables }) => Object.values(variables));
  expect(contents.filter((content) => processes.includes(content))).toEqual([]);
  expect(existsSync(`${shell.home}/ran`)).toBe(false);
  await shell.close();
  server.close();
}

for (const name of installed) {
  test(`${name}: names and values reach curl as they are, and none runs or shows`, async () => {
    console.log(`CONFORMANCE_SEED=${seed}`);
    await sendAll(name, made(seed));
  });

  test(`${name}: a token is taken from where the contract says, whatever its member is called`, async () => {
    const server = await listen();
    const shell = openShell(name, {});
    const request: Request = {
      method: 'GET',
      target: texts.plain('/'),
      headers: [],
      body: null,
      prelude: [],
    };
    const token = { ...texts.plain(''), value: 'x', shell: [{ kind: 'variable', name: 'conformance_token' }] as const };
    const sends: Request = {
      ...request,
      headers: [['Authorization', texts.join('Bearer ', token, 'x')]],
      grant: { request: () => request, pointer: '/data/a~1b\'c"$(touch ran)' },
    };
    const printed = await shell.run(curlOf(sends, texts.plain(server.url)));
    expect(server.heard.at(-1)?.headers, printed).toContainEqual(['Authorization', 'Bearer the/tokenx']);
    expect(existsSync(`${shell.home}/ran`)).toBe(false);
    await shell.close();
    server.close();
  });
}
