/** Facts in forms that writers who had never seen the reader use, and what they say in passing. */
import { expect, test } from '@playwright/test';
import { endpoint, readDraft, table } from '../../support/draft.ts';

const granted = table('Name | Type | Required', 'token | string | yes');

test('a refusal that the page answers as it answers a grant is a question', async () => {
  for (const sentence of [
    'Refusals, HTTP 200 as well; the token is then absent:',
    'Rejected requests are answered with 200 too.',
    'Permintaan yang ditolak tetap dijawab HTTP 200.',
    'Permintaan yang ditolak dijawab HTTP 200, kecuali gangguan sistem (HTTP 500).',
    'The HTTP status is always 200.',
    'Every answer has HTTP status 200; look at the code.',
    'HTTP 200 is returned even if the secret is wrong.',
  ]) {
    const { asked } = await readDraft(`${endpoint}## Response 200\n\n${granted}${sentence}\n`);
    expect(asked, sentence).toContain(`how a request is refused: the page says "${sentence}"`);
  }
  const { asked } = await readDraft(`${endpoint}## Response 200\n\n${granted}A good request is answered with 200.\n`);
  expect(asked).not.toContain('answered with 200');
});

test('a status that each answer has is that of the grant as well, and one of refusals is not', async () => {
  const shown = (words: string) => readDraft(`${endpoint}## Response\n\n${granted}${words}\n`);
  for (const words of ['HTTP status selalu 203, juga bila gagal.', 'Every answer has HTTP status 203.']) {
    const { facts, asked } = await shown(words);
    expect(facts, words).toHaveProperty('203 status', true);
    expect(asked, words).not.toContain('203 is a guess');
  }
  for (const words of ['Rejected requests always get HTTP 203.', 'Kesalahan selalu dijawab HTTP 203.'])
    expect((await shown(words)).facts, words).not.toHaveProperty('203 status');
});

test('fields between an address in words and an announced answer are those of the request', async () => {
  const fields = table('Data element | Format | M/O | Length', 'shop | AN | M | ..8', 'nonce | AN | O | min. 16');
  const answer = table('Data element | Format | M/O', 'token | AN | M');
  for (const text of [
    `# Token\n\nHTTP POST to \`https://a.test/ws/session\`, as JSON.\n\n${fields}Answer, HTTP 200, \`application/json\`:\n\n${answer}`,
    `# Token\n\n\`\`\`\nPOST {base}/ws/session\n\`\`\`\n\n${fields}### Signing\n\nSee the annex.\n\n### Answer\n\nA \`200\` carries\n\n${answer}`,
  ]) {
    const { facts } = await readDraft(text);
    expect(facts, text).toMatchObject({
      method: 'POST',
      path: '/ws/session',
      'request /shop required': true,
      'request /shop maxLength': 8,
      '200 /token required': true,
    });
  }
});

test('fields below a whole message that posts are of no side', async () => {
  const { asked } = await readDraft(
    `# Token\n\n\`\`\`\nPOST /token HTTP/1.1\nHost: a.test\n\n{"id": "a"}\n\`\`\`\n\n${table('Field | Type | Required', 'jwt | string | yes')}## Error response\n\n${table('Field | Type', 'code | string')}`,
  );
  expect(asked).toContain('is about the request or the response');
});

test('an address goes on with what stands for a part of it', async () => {
  const { facts, asked } = await readDraft(
    '# Sign-in\n\n`POST https://{cell}.a.test/signin` where `{cell}` is `c1` or `c2`.\n',
  );
  expect(facts).toMatchObject({ method: 'POST', path: '/signin' });
  expect(asked).toContain('the addresses of the provider');
});

test('what stands behind a type or a word for mandatory is read with the description', async () => {
  const { facts, asked } = await readDraft(
    `${endpoint}## Body\n\n${table('Key | Type | Mandatory', 'grantType | String, always `client_credentials` | M')}## Response 200\n\n${table('Key | Type | Always present', 'token | string | Yes', 'validFor | integer | Yes, in seconds (1200)', 'note | string | Yes, for shops', 'card | string | No, but wanted for cards')}`,
  );
  expect(facts).toMatchObject({ 'request /grantType const': 'client_credentials', '200 /validFor required': true });
  expect(facts).not.toHaveProperty(['200 /note required']);
  expect(asked).not.toMatch(/grantType|unit of the lifetime/);
  expect(asked).toContain('whether note is mandatory');
  expect(asked).toContain('whether card is mandatory');
});

test('lengths of characters of one kind are lengths, before or behind their number', async () => {
  const { facts } = await readDraft(
    `${endpoint}## Headers\n\n${table('Header | Required | Format', 'x-key | yes | string, 40 hex characters')}## Body\n\n${table('Field | Type | Required', 'pin | string, exactly 6 numeric characters | yes')}`,
  );
  expect(facts).toMatchObject({
    'request header X-KEY maxLength': 40,
    'request /pin minLength': 6,
  });
});

test('statuses of a list by a standard, and one that a fault is, are answered', async () => {
  const { facts } = await readDraft(
    `${endpoint}Send it as \`application/x-www-form-urlencoded\`.\n\nErrors follow RFC 6749, section 5.2: 400 \`invalid_request\`; 401 \`invalid_client\`. An unknown shop is 404 \`shop_not_found\`.\n`,
  );
  expect(facts).toMatchObject({ '400 status': true, '401 status': true, '404 status': true });
  const { facts: counted } = await readDraft(`${endpoint}The limit is 500 per minute. The default is 400.\n`);
  expect(Object.keys(counted).join()).not.toMatch(/[45]00 status/);
  const { facts: sent } = await readDraft(`${endpoint}Kirim sebagai \`application/x-www-form-urlencoded\`.\n`);
  expect(sent).toHaveProperty(['media-type'], 'application/x-www-form-urlencoded');
});

test('statuses in a column of any head are a question, and in the values of labels none', async () => {
  const { facts, asked } = await readDraft(
    `${endpoint}## Words of problem\n\n${table('Word | With | Cause', 'bad_body | 400 | no JSON', 'bad_proof | 401 | proof is wrong')}`,
  );
  expect(facts).toMatchObject({ '400 status': true, '401 status': true });
  expect(asked).toContain('whether the column "With"');
  const labelled = await readDraft(
    `${endpoint}## Errors\n\n${table('Case | Value', 'Wrong password | 401, empty body', 'Body is no JSON | 400, `{"reason":"syntax"}`')}`,
  );
  expect(labelled.facts).toMatchObject({ '400 status': true, '401 status': true });
  const numbers = await readDraft(
    `${endpoint}## Request body\n\n${table('Name | Value', 'amount | 400', 'limit | 500')}`,
  );
  expect(Object.keys(numbers.facts).join()).not.toMatch(/[45]00 status/);
});

test('tables without heads are read by their cells', async () => {
  const rows = (...all: string[][]) =>
    `<table><tbody>${all.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</tbody></table>`;
  const { facts, asked } = await readDraft(
    `<h2>Token</h2><p>Semua alamat di bawah <code>https://a.test/api</code>.</p>${rows(['POST', '/token/terbit', 'Menerbitkan token'], ['POST', '/token/cabut', 'Mencabut token'])}<h3>Isi permintaan</h3>${rows(['negara', 'opsional', 'kode negara tujuan'], ['masa', 'wajib', 'menit'])}<h3>Hasil 200</h3>${rows(['token', 'teks'], ['berakhir', 'waktu UTC'])}`,
    'html',
  );
  expect(asked).toContain('token, berakhir are mandatory');
  expect(facts).toMatchObject({
    method: 'POST',
    path: '/token/terbit',
    'server https://a.test/api': true,
    'request /masa required': true,
    '200 /token type': 'string',
  });
});

test('what a schema requires is taken back by words for whom or when alone, and by no words about the value', async () => {
  const described = (description: string) =>
    readDraft(
      JSON.stringify({
        openapi: '3.0.3',
        info: { title: 'Token', version: '1' },
        servers: [{ url: 'https://a.test' }],
        paths: {
          '/token': {
            post: {
              requestBody: {
                content: {
                  'application/json': {
                    schema: {
                      type: 'object',
                      required: ['zone'],
                      properties: { zone: { type: 'string', description }, secret: { type: 'string' } },
                    },
                  },
                },
              },
              responses: { 200: { description: 'A token' } },
            },
          },
        },
      }),
      'openapi',
    );
  for (const words of ['Where the shop is kept, for instance eu', 'Opaque, begins with z in lower case'])
    expect((await described(words)).facts, words).toHaveProperty(['request /zone required'], true);
  for (const words of ['Only for agents', 'Mobile partners', 'The zone; may be omitted for cards'])
    expect((await described(words)).asked, words).toContain('whether zone is mandatory');
});
