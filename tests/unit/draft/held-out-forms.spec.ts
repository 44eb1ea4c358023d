/** Forms of pages, tables and descriptions that a writer used who knew the kinds alone. */
import { expect, test } from '@playwright/test';
import { endpoint, readDraft, table } from '../../support/draft.ts';

const granted = table('Name | Type | Required', 'token | string | yes');

test('a table whose fields stand one below the other, each begun by its name, has a field for each', async () => {
  const { facts } = await readDraft(
    `${endpoint}## Request body\n\n${table('Property | Value', 'Name | `shop`', 'Type | string', 'Required | yes', '**Name** | `till`', 'Type | integer', 'Required | no', 'Description | From 1')}`,
  );
  expect(facts).toMatchObject({ 'request /shop required': true, 'request /till type': 'integer' });
  expect(facts).not.toHaveProperty(['request /Name']);
  expect(Object.keys(facts).filter((key) => /Type|Required/.test(key))).toEqual([]);
});

test('a section that begins with the address of another operation is about that one', async () => {
  const { facts } = await readDraft(
    `${endpoint}## Response 200\n\n${granted}## Puzzle\n\n\`GET /puzzle?shop=1\` gives \`{"puzzle": "a"}\`, once usable.\n\nQuery:\n\n${table('Name | Required', 'shop | yes')}`,
  );
  expect(facts).toHaveProperty(['200 /token required']);
  expect(Object.keys(facts).filter((key) => /puzzle|shop/.test(key))).toEqual([]);
});

test('a caption with the number of its table says what the table is about', async () => {
  const { facts, asked } = await readDraft(
    `# Token\n\nSend a \`POST\` to \`/shop/token\`.\n\nTable 3: request, JSON\n\n${table('Item | Cardinality', 'shop | 1..1')}Tabel 4. Response 200 (JSON)\n\n${table('Item | Cardinality', 'token | 1..1')}`,
  );
  expect(facts).toMatchObject({
    'media-type': 'application/json',
    'request /shop required': true,
    '200 /token required': true,
    '200 media-type': 'application/json',
  });
  expect(asked).not.toContain('Table 3');
});

test('lengths in a description of OpenAPI are asked for, and one that differs from the schema is no fact', async () => {
  const properties = {
    ...{ shop: { type: 'string', description: 'Exactly 8 characters' } },
    town: { type: 'string', maxLength: 13, description: 'Max 15' },
    till: { type: 'string', maxLength: 6, description: 'Maximum 6' },
    mark: { type: 'string', format: 'uuid', description: '36 characters' },
  };
  const schema = { type: 'object', required: ['shop'], properties };
  const post = {
    requestBody: { content: { 'application/json': { schema } } },
    responses: { 200: { description: 'ok' } },
  };
  const info = { title: 'a', version: '1' };
  const { facts, asked } = await readDraft(
    JSON.stringify({ openapi: '3.1.0', info, paths: { '/token': { post } } }),
    'openapi',
  );
  expect(asked).toContain('the lengths of shop');
  expect(asked).not.toContain('mark');
  expect(facts).toMatchObject({ 'request /till maxLength': 6 });
  expect(facts).not.toHaveProperty(['request /town maxLength']);
  expect(asked).toContain('"Max 15"');
});

test('a table of statuses may refuse as it grants, and name members that are not read', async () => {
  const page = (head: string, ...rows: string[]) => `${endpoint}## Answers\n\n${table(head, ...rows)}`;
  const codes = await readDraft(
    page('rc | Meaning | HTTP', '00 | granted | 200', '05 | wrong secret | 200', '30 | malformed | 400'),
  );
  expect(codes.asked).toContain('how a request is refused: the page says "05 wrong secret 200"');
  const fields = await readDraft(
    page('Status | Fields', '200 | `jwt` (string), `ttl` (integer)', '401 | `message`: wrong key'),
  );
  expect(fields.asked).toContain('the column "Fields" of the table "Answers"');
  const plain = await readDraft(page('Status | Meaning', '200 | granted', '401 | wrong secret'));
  expect(plain.asked).not.toMatch(/how a request is refused: the page says|names members/);
});

test('an operation that everything else speaks against is taken, and asked about', async () => {
  const info = { title: 'a', version: '1' };
  const responses = { 200: { description: 'ok' } };
  const components = { securitySchemes: { basic: { type: 'http', scheme: 'basic' } } };
  const security = [{ basic: [] }];
  const path = {
    post: { operationId: 'startSession', security, responses },
    delete: { operationId: 'endSession', responses },
  };
  const text = JSON.stringify({ openapi: '3.1.0', info, components, paths: { '/auth/session': path } });
  const { facts, asked } = await readDraft(text, 'openapi');
  expect(facts).toMatchObject({ method: 'POST' });
  expect(asked).toContain('whether POST /auth/session is the operation');
});

test('places of fields are read in Indonesian', async () => {
  const { facts } = await readDraft(
    `${endpoint}Cara mengirim:\n\n${table('Bagian | Nama | Wajib', 'tajuk | Toko | ya', 'kueri | hari | ya', 'isi | kunci | ya')}`,
  );
  expect(facts).toMatchObject({
    'request header TOKO required': true,
    'request query hari required': true,
    'request /kunci required': true,
  });
});

test('a numbered title with a line below it is a heading, and no item of a list', async () => {
  const { facts } = await readDraft(
    'SHOP HUB\n\n4. SIGN IN (token)\n==================\n\n    POST https://a.test/shop/token\n    POST https://b.test/shop/token      (test)\n\n5. SIGN OUT\n===========\n\n    DELETE https://a.test/shop/token\n',
  );
  expect(facts).toMatchObject({
    ...{ method: 'POST', path: '/shop/token' },
    ...{ 'server https://a.test': true, 'server https://b.test': true },
  });
});

test('names with their attributes in one cell need no head', async () => {
  const row = (name: string, said: string) => `<tr><th scope="row">${name}</th><td>${said}</td></tr>`;
  const { facts, asked } = await readDraft(
    `<h1>Token</h1><p>POST https://a.test/token</p><h2>Request</h2><table>${row('shop', 'body, required; 8 digits')}${row('X-Day', 'header, required; today')}${row('note', 'body, optional')}</table><h2>Response 200</h2><table>${row('token', 'string, always')}${row('scope', 'string, if another')}</table>`,
    'html',
  );
  expect(facts).toMatchObject({
    'request /shop required': true,
    'request header X-DAY required': true,
    '200 /token required': true,
  });
  expect(asked).toContain('whether scope is mandatory');
  expect(asked).not.toMatch(/whether note|shop.*mandatory/);
});

test('a Postman collection of the old format is called so, with what to do', async () => {
  const request = {
    id: 'b',
    name: 'Sign in',
    method: 'POST',
    url: 'https://a.test/token',
    dataMode: 'urlencoded',
    data: [],
  };
  const text = JSON.stringify({ id: 'a', name: 'Shop', order: ['b'], requests: [request] });
  await expect(readDraft(text, 'openapi')).rejects.toThrow(
    /Postman collection of the format v1[\s\S]*Collection v2\.1/,
  );
});
