/** Tables whose heads are unknown and whose rows are plain, and bodies of refusals beside an answer that grants. */
import { expect, test } from '@playwright/test';
import { endpoint, readDraft, table } from '../../support/draft.ts';

const head = 'Field | Type | Required | Description';
const request = `## Request body\n\n${table(head, 'client_id | string | yes | Id', 'client_secret | string | yes | Secret')}`;
const answer = `## Response 201\n\n${table(head, 'access_token | string | yes | The token', 'expires_in | integer | yes | Seconds')}`;

test('a column of nothing but statuses is one, whatever its head is', async () => {
  const rows = ['400 Bad Request | X-1 | it is malformed', '`403` Forbidden | X-2 | the secret is wrong'];
  const { facts, asked } = await readDraft(
    `${endpoint}${request}${answer}## Problems\n\n${table('Outcome | Our code | Cause', ...rows)}`,
  );
  expect(facts).toMatchObject({ '400 status': true, '403 status': true });
  expect(asked).not.toContain('its heads say nothing');
});

test('a row of two cells is known by its value: a method, an address of a token, a media type', async () => {
  const rows = [
    'How to call | POST',
    'Link | https://a.test/sso/token',
    'Kind of content | application/json',
    'Manual | https://docs.test/x',
  ];
  const { facts } = await readDraft(`# Token\n\n${table('Particulars | ', ...rows)}${request}${answer}`);
  expect(facts).toMatchObject({ method: 'POST', path: '/sso/token', 'media-type': 'application/json' });
  expect(Object.keys(facts).filter((key) => key.startsWith('server'))).toEqual(['server https://a.test']);
});

test('a body behind a status in a sentence is that of the refusal, below an answer that grants as well', async () => {
  const words = 'Errors: `401` with `{"error":"invalid_client"}`; `400` with `{"error":"invalid_request"}`.\n';
  const { facts, asked } = await readDraft(`${endpoint}${request}${answer}\n${words}`);
  expect(facts).toMatchObject({ '401 /error type': 'string', '400 /error type': 'string' });
  expect(Object.keys(facts).filter((key) => key.startsWith('201 /error'))).toEqual([]);
  expect(asked).not.toContain('the table says so, the sample does not');
});

test('bodies with their statuses behind them are a question', async () => {
  const words = 'On error: `{"err":"E1"}` with 401, `{"fault":"E2"}` with 400.';
  const { facts, asked } = await readDraft(`${endpoint}${request}${answer}\n${words}\n`);
  expect(Object.keys(facts).filter((key) => key.includes('/fault') || key.includes('/err'))).toEqual([]);
  expect(asked).toContain('"E2"');
});

test('a body of a refusal without a status is a question', async () => {
  const { asked } = await readDraft(`${endpoint}${request}${answer}\nBody of a refusal: \`{"reason":"DENIED"}\`\n`);
  expect(asked).toContain('what these sentences say');
  expect(asked).toContain('DENIED');
});

test('a sample behind a table of refusals is none of the answer that grants', async () => {
  const refused = `If it goes wrong:\n\n${table('Status | reason', '400 | BAD', '401 | DENIED')}`;
  const sample = '```json\n{ "reason": "DENIED", "trace": "6f" }\n```\n';
  const { facts, asked } = await readDraft(`${endpoint}${request}${answer}${refused}${sample}`);
  expect(Object.keys(facts).filter((key) => key.startsWith('201 /reason'))).toEqual([]);
  expect(asked).toContain('which status such an answer has');
});

test('an address in a sentence about where calls live, one in Indonesian, and a body with its media type in brackets', async () => {
  const intro =
    '# Tokens\n\nAll calls below live on `https://a.test` (test: `https://t.test`).\n\n## Create a token\n\n`POST /tokens`\n\n';
  const lived = await readDraft(`${intro}${request}${answer}`);
  expect(lived.facts).toMatchObject({ 'server https://a.test': true, 'server https://t.test': true });
  for (const said of [
    'Everything on this page lives on',
    'Semua alamat di halaman ini berada di',
    'Paths are relative to',
  ]) {
    const { facts } = await readDraft(
      `# Tokens\n\n${said} \`https://a.test\`.\n\n\`POST /tokens\`\n\n${request}${answer}`,
    );
    expect(facts, said).toHaveProperty(['server https://a.test'], true);
  }
  for (const said of ['All other endpoints live on', 'Everything else lives on', 'The business endpoints live on']) {
    const { facts, asked } = await readDraft(
      `# Tokens\n\n${said} \`https://a.test\`.\n\n\`POST /tokens\`\n\n${request}${answer}`,
    );
    expect(facts, said).not.toHaveProperty(['server https://a.test']);
    expect(asked).toContain('the addresses of the provider');
  }
  const based = await readDraft(
    `# Token\n\nAlamat dasar: \`https://a.test\`\n\n## Minta token\n\nPOST /v1/token\n\nIsi (application/json):\n\n${table(head, 'client_secret | string | yes | Secret')}${answer}`,
  );
  expect(based.facts).toMatchObject({ 'server https://a.test': true, 'media-type': 'application/json' });
});

test('the token is the only member that its words call one, and a name may end in the unit of the lifetime', async () => {
  const rows = ['session | string | yes | Session token', 'validitySec | integer | yes | How long it is valid'];
  const { asked } = await readDraft(`${endpoint}${request}## What comes back\n\nHTTP 200\n\n${table(head, ...rows)}`);
  for (const question of ['token.value', 'token.lifetime', 'What comes back']) expect(asked).not.toContain(question);
  const two = [
    'one | string | yes | Access token',
    'other | string | yes | Access token',
    'expires_in | integer | yes | Seconds',
  ];
  const open = await readDraft(`${endpoint}${request}## Response 200\n\n${table(head, ...two)}`);
  expect(open.asked).toContain('token.value');
});

test('a second call is no unit', async () => {
  const rows = ['access_token | string | yes | The token', 'expires_at | string | yes | End of its life'];
  const words = 'A second call before `expires_at` gives the same token.';
  const { facts, asked } = await readDraft(
    `${endpoint}${request}## Response 200\n\n${table(head, ...rows)}\n${words}\n`,
  );
  expect(facts['200 /expires_at required']).toBe(true);
  expect(asked).toContain(words);
});

test('words about the value of a field leave it mandatory', async () => {
  const rows = [
    'client_secret | string | yes | From the portal, may hold special characters; encode it',
    'issued | string | yes | Time of the call, time zone UTC+7',
  ];
  const { facts } = await readDraft(`${endpoint}## Request body\n\n${table(head, ...rows)}${answer}`);
  expect(facts).toMatchObject({ 'request /client_secret required': true, 'request /issued required': true });
});

test('a length that its word announces is one without a unit, and that of something else is none', async () => {
  const rows = [
    'a | string | yes | JWT, panjang maksimal 2048',
    'b | string | yes | Text, length at most 20',
    'c | string | yes | JWT, panjang kunci 2048',
  ];
  const { facts } = await readDraft(`${endpoint}## Request body\n\n${table(head, ...rows)}${answer}`);
  expect(facts).toMatchObject({ 'request /a maxLength': 2048, 'request /b maxLength': 20 });
  expect(facts).not.toHaveProperty('request /c maxLength');
});

test('rows that hold a place and a type are fields, though one of them is called as a part of a page is', async () => {
  const rows = ['X-Shop | Header | string | Required | ', 'page | Query | string | Required | always `2`'];
  const { facts, asked } = await readDraft(
    `${endpoint}${table('Parameter | Located in | Type | Required | Notes', ...rows, 'scope | Body | string | Optional | ')}`,
  );
  expect(facts).toMatchObject({
    'request header X-SHOP required': true,
    'request query page const': '2',
    'request /scope type': 'string',
  });
  expect(asked).not.toContain('not read');
});

test('a part with heads of its own is still one, in a table whose head is that of a part as well', async () => {
  const head = 'Request | Field | Type | Mandatory';
  const rows = [' | shop | string | Y', 'Response | Field | Type | Mandatory', ' | access_token | string | Y'];
  const { facts } = await readDraft(`${endpoint}${table(head, ...rows)}`);
  expect(facts).toMatchObject({ 'request /shop required': true, '200 /access_token required': true });
});
