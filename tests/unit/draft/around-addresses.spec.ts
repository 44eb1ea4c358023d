/** What stands in and around the addresses of a page: queries, bases, names of environments, and headers of every operation. */
import { expect, test } from '@playwright/test';
import { factsOf } from '../../../src/draft/read/derive.ts';
import { todosOf } from '../../../src/draft/write/files/draft.ts';
import { readDraft, table } from '../../support/draft.ts';

const facts = async (text: string) => factsOf({ text, format: 'markdown', base: 'page' });
const asked = async (text: string): Promise<string> =>
  todosOf(await facts(text), { provider: 'x', url: 'https://x.test', read: '2026-01-02' })
    .map(({ what }) => what)
    .join('\n');

const body = `
## Request

| Name | Type | Required |
|---|---|---|
| user | string | yes |
| password | string | yes |

## Response 200

| Name | Type | Required |
|---|---|---|
| token | string | yes |
`;

test('the query of an address is part of the request, and whether it always is stays a question', async () => {
  for (const line of [
    'POST https://pay.test/v2/token?channel=h2h',
    'POST /v2/token?channel=h2h',
    'Method and URL: POST https://pay.test/v2/token?channel=h2h',
  ]) {
    const page = `# Token\n\n${line}\n${body}`;
    const { queries, path } = await facts(page);
    expect(path?.value, line).toBe('/v2/token');
    expect(queries, line).toMatchObject([{ name: 'channel', example: 'h2h' }]);
    expect(await asked(page), line).toContain('whether the query parameter channel is mandatory');
  }
  const { queries } = await facts(`# Token\n\nPOST /v2/token?lang={lang}\n${body}`);
  expect(queries).toMatchObject([{ name: 'lang' }]);
  expect(queries[0]?.example).toBeUndefined();
});

test('the name of an environment before a colon is of the address behind it', async () => {
  for (const [sentence, labels] of [
    ['Base URL `https://pay.test` (staging: `https://stg.pay.test`).', ['', 'staging']],
    ['Base URL: `https://pay.test` (live) or `https://stg.pay.test` (staging).', ['live', 'staging']],
    ['Base URL for live: `https://pay.test`, for staging: `https://stg.pay.test`.', ['live', 'staging']],
  ] as const) {
    const { servers } = await facts(`# Token\n\n${sentence}\n\nPOST /v2/token\n${body}`);
    expect(
      servers.map(({ url, label }) => [url, label === 'base url' ? '' : label]),
      sentence,
    ).toEqual([
      ['https://pay.test', labels[0]],
      ['https://stg.pay.test', labels[1]],
    ]);
  }
});

test('a label and its value may be a sentence among others', async () => {
  for (const sentence of ['Root: https://pay.test/v4', 'Base address for all calls: `https://pay.test/v4`.']) {
    const { servers, mediaType } = await facts(
      `# Token\n\nThis is the shop. ${sentence}\n\nNote this. Media type: \`application/json\`.\n\nPOST /token\n${body}`,
    );
    expect(
      servers.map(({ url }) => url),
      sentence,
    ).toEqual(['https://pay.test/v4']);
    expect(mediaType?.value).toBe('application/json');
  }
});

test('an address that ends with a version is the base of the operations, and none of them', async () => {
  const { servers, path } = await facts(
    `# Pay\n\nURL: \`https://pay.test/api/v4\`\n\n## Token\n\n\`POST /token\`\n${body}`,
  );
  expect(servers.map(({ url }) => url)).toEqual(['https://pay.test/api/v4']);
  expect(path?.value).toBe('/token');
});

test('a header that the text names and the draft does not send is asked for', async () => {
  const page = `# Pay\n\nURL: \`https://pay.test/v4\`\n\nEvery service, this one too, uses \`X-Shop-Key: {key of the shop}\`.\n\n## Token\n\n\`POST /token\`\n${body}`;
  expect(await asked(page)).toContain('X-Shop-Key');
});

test('what a description says of a security scheme beyond its signature is asked for', async () => {
  const description = (words: string): string => `openapi: 3.0.3
info: { title: Pay, version: '1' }
servers: [{ url: 'https://pay.test' }]
paths:
  /token:
    post:
      security: [{ seal: [] }]
      parameters: [{ name: X-Time, in: header, required: true, schema: { type: string } }]
      requestBody: { content: { application/json: { schema: { type: object, properties: { user: { type: string } } } } } }
      responses: { '200': { description: ok } }
components:
  securitySchemes: { seal: { type: apiKey, in: header, name: X-Signature, description: '${words}' } }
`;
  const seal = 'Hex of HMAC-SHA256 over X-Time + ":" + body with the secret';
  const of = async (words: string): Promise<string> =>
    todosOf(await factsOf({ text: description(words), format: 'openapi', base: 'page' }), {
      ...{ provider: 'x', url: 'https://x.test', read: '2026-01-02' },
    })
      .map(({ what }) => what)
      .join('\n');
  expect(await of(`${seal}; X-Signer names the key.`)).toContain('X-Signer names the key.');
  expect(await of(seal)).not.toContain('these sentences');
});

test('a row of an API with an address in each environment is one of servers, and one of pages for people is none', async () => {
  const page = (label: string): string =>
    `# Token\n\n${table(' | Test | Live', `${label} | https://t.a.test | https://a.test`, 'Dashboard | https://d.t.a.test | https://d.a.test')}POST /token\n`;
  for (const label of ['API', '**Gateway**', 'REST API', 'Layanan']) {
    const { facts, asked } = await readDraft(page(label));
    expect(
      Object.keys(facts).filter((key) => key.startsWith('server ')),
      label,
    ).toEqual(['server https://t.a.test', 'server https://a.test']);
    expect(asked, label).not.toContain('addresses');
  }
  const { facts, asked } = await readDraft(page('Tiles'));
  expect(Object.keys(facts).filter((key) => key.startsWith('server '))).toEqual([]);
  expect(asked).toContain('addresses of the provider');
  const both = await readDraft(page('API').replace('Dashboard |', 'Tiles |'));
  expect(both.asked).toContain('"Tiles: https://d.t.a.test');
});

test('a key of a description that is not sent, as its words say, is no header and a question', async () => {
  const about = (words: string): string => `openapi: 3.1.0
info: { title: t, version: "1" }
servers: [{ url: https://a.test }]
paths: { /token: { post: { security: [{ card: [] }], responses: { 200: { description: ok } } } } }
components: { securitySchemes: { card: { type: apiKey, in: header, name: X-Card, description: '${words}' } } }
`;
  const sent = await readDraft(about('The key of your shop'), 'openapi');
  expect(sent.facts).toMatchObject({ 'request header X-CARD required': true });
  for (const words of ['A placeholder for our gateway', 'Do not send it', 'Tidak dikirim']) {
    const { facts, asked } = await readDraft(about(words), 'openapi');
    expect(facts, words).not.toHaveProperty('request header X-CARD required');
    expect(asked, words).toContain('an API key in the header X-Card');
  }
});

test('a sentence gives an environment its server, or the host to put in place of the one before', async () => {
  const read = async (words: string) =>
    Object.keys((await readDraft(`# Token\n\nPOST https://box.a.test/token\n\n${words}\n\n${body}`)).facts);
  for (const words of [
    'For production replace the host with `https://live.a.test`.',
    'The live environment is at https://live.a.test and has its own keys.',
    'Untuk produksi ganti host dengan https://live.a.test.',
  ])
    expect(await read(words), words).toContain('server https://live.a.test');
  for (const words of [
    'The guide of the live environment is at https://live.a.test/guide.',
    'See https://live.a.test for production.',
  ])
    expect(
      (await read(words)).filter((key) => key.startsWith('server https://live')),
      words,
    ).toEqual([]);
});

test('a sentence that is nothing but where requests are sent names the host, and one with any other word does not', async () => {
  const of = (words: string) => readDraft(`# Token\n\n${words}\n\n**POST** \`/token\`\n\n- user (string, required)\n`);
  for (const words of [
    'Send the request to `https://gw.a.test`.',
    'Please direct all calls to <https://gw.a.test>.',
    'Di sandbox, kirimkan permintaan ke https://gw.a.test/',
  ])
    expect((await of(words)).facts, words).toHaveProperty(['server https://gw.a.test'], true);
  for (const words of [
    'Do not send the request to `https://gw.a.test`.',
    'Send the request to `https://gw.a.test` if you are in Bali.',
    'Send the refund request to `https://gw.a.test`.',
    'Send the request to `https://gw.a.test/refunds`.',
    'Before version 2: send the request to `https://gw.a.test`.',
  ]) {
    const { facts, asked } = await of(words);
    expect(facts, words).not.toHaveProperty(['server https://gw.a.test']);
    expect(asked, words).toContain('the addresses of the provider');
  }
});

test('where money moves is called Go Live as well', async () => {
  const rows = ['Sandbox | `GET https://sb.a.test/token`', 'Go Live | `GET https://a.test/token`'];
  const { facts, asked } = await readDraft(
    `# Token\n\n${table(' | URL', ...rows)}## Request\n\n- user (query, required)\n`,
  );
  expect(facts).toMatchObject({ method: 'GET', 'server https://a.test': true, 'server https://sb.a.test': true });
  expect(asked).not.toContain('Go Live');
  const other = await readDraft(
    `# Token\n\n${table(' | URL', rows[0] ?? '', 'Go Jek | `GET https://a.test/token`')}`.concat(
      '- user (query, required)\n',
    ),
  );
  expect(other.asked).toContain('Go Jek');
});

test('what stands for a part of the path of a sample is marked as the page has it, and asked', async () => {
  const { facts, asked } = await readDraft(
    '# Token\n\nThe agent fetches a token.\n\n    POST https://a.test:8443/agents/{agentCode}/token?format=json HTTP/1.1\n',
  );
  expect(facts).toMatchObject({ path: '/agents/{agentCode}/token', 'server https://a.test:8443': true });
  expect(asked).toContain('what stands for {agentCode}');
});
