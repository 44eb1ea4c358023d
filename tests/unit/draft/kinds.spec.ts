/** Inputs of the kinds of `tests/fixtures/pages/cases`, in other words and layouts: what each states, and no more. */
import { expect, test } from '@playwright/test';
import { endpoint, readDraft as read, table } from '../../support/draft.ts';

test('a table with one status is a table of statuses, and no label with its value', async () => {
  for (const head of ['HTTP status | Meaning', 'Status | Description', 'Kode Status | Keterangan']) {
    const { facts } = await read(`${endpoint}## Errors\n\n| ${head} |\n|---|---|\n| 401 | Wrong key or secret |\n`);
    expect(facts, head).toHaveProperty('401 status', true);
  }
  const { facts } = await read(
    `${endpoint}## Response\n\n| Status | 201 |\n|---|---|\n| Content-Type | text/plain |\n`,
  );
  expect(facts).toHaveProperty('201 status', true);
});

test('the address of a link is read as its text is', async () => {
  const { facts } = await read(
    '# Session token\n\n**`PUT`** [https://a.test:8443/session](https://a.test:8443/session)\n',
  );
  expect(facts).toMatchObject({ method: 'PUT', path: '/session', 'server https://a.test:8443': true });
});

test('words that list values, the example among them, say nothing of whom a field is for', async () => {
  const table = (notes: string) =>
    read(
      `${endpoint}## Body\n\n| Name | Type | Required | Notes | Example |\n|---|---|---|---|---|\n| region | string | Yes | ${notes} | EU |\n`,
    );
  for (const notes of [
    'Region of the account, such as EU or US',
    'Wilayah akun, seperti EU atau US',
    'Region, EU or US',
  ])
    expect((await table(notes)).facts, notes).toMatchObject({ 'request /region required': true });
  for (const notes of ['Region of the account, kiosk or web', 'Region of the account, EU shops'])
    expect((await table(notes)).asked, notes).toContain('whether region is mandatory');
});

test('labels of the format of an answer, and types of text, are media types', async () => {
  const { facts } = await read(
    `${endpoint}| | |\n|---|---|\n| Format Request | application/json |\n| Format Response | application/json |\n\n## Response 200\n\n| Name | Type | Required |\n|---|---|---|\n| token | string | Yes |\n`,
  );
  expect(facts).toMatchObject({ 'media-type': 'application/json', '200 media-type': 'application/json' });
  const xml = await read(`${endpoint}Send the request as \`text/xml; charset=utf-8\`.\n`);
  expect(xml.facts).toHaveProperty('media-type', 'text/xml');
});

test('a length to a number is the most that it may be', async () => {
  const { facts } = await read(
    `${endpoint}## Body\n\n| Nama | Tipe | Panjang | Wajib |\n|---|---|---|---|\n| waktu | String | s.d. 25 | Ya |\n| kode | String | sampai 8 karakter | Ya |\n`,
  );
  expect(facts).toMatchObject({ 'request /waktu maxLength': 25, 'request /kode maxLength': 8 });
  expect(facts).not.toHaveProperty('request /waktu minLength');
});

test('a caption of bold words and a status begins the answer, and what only an answer holds is no request in silence', async () => {
  const list = '- `token` *string* **required** – the token\n- `expiresIn` *integer* **required** – seconds\n';
  const request = `${endpoint}**Body parameters**\n\n- \`apiId\` *string* **required**\n\n`;
  for (const caption of ['**Returns** `200 OK`', '**Response** (200)', 'Returns `200 OK`', '**Respons sukses** 200']) {
    const { facts } = await read(`${request}${caption}\n\n${list}`);
    expect(facts, caption).toMatchObject({ 'request /apiId required': true, '200 /token required': true });
    expect(facts, caption).not.toHaveProperty('request /token required');
  }
  for (const caption of ['Returns an access token.', '']) {
    const { facts, asked } = await read(`${request}${caption}\n\nThen:\n\n${list}`);
    expect(Object.keys(facts).join(), caption).not.toContain('request /token');
    expect(asked, caption).toContain('token, expiresIn');
  }
});

test('a label is the same with a hyphen, and an environment may stand before a method and its address', async () => {
  const table = await read(
    `# Token\n\n| | |\n|---|---|\n| URL | https://a.test/token |\n| HTTP Method | POST |\n| Request Content-Type | application/x-www-form-urlencoded |\n| Success status | 201 |\n`,
  );
  expect(table.facts).toMatchObject({ 'media-type': 'application/x-www-form-urlencoded', '201 status': true });
  const typed = await read(`${endpoint}Body:\n\n- \`roles\` *array of strings* **required** – roles of the token\n`);
  expect(typed.facts).toMatchObject({ 'request /roles type': 'array', 'request /roles required': true });
  const listed = await read(
    '# Token\n\n- Development: `POST https://dev.a.test/v2/token`\n- Production: `POST https://a.test/v2/token`\n',
  );
  expect(listed.facts).toMatchObject({
    method: 'POST',
    path: '/v2/token',
    'server https://dev.a.test': true,
    'server https://a.test': true,
  });
  const live = await read(`${endpoint}In production, use \`https://live.a.test\`.\n`);
  expect(live.facts).toMatchObject({ 'server https://live.a.test': true });
});

test('lengths in sentences and parentheses, and one that is fixed, are read; what has no bound has none', async () => {
  const { facts, asked } = await read(
    `${endpoint}## Body\n\n| Name | Type | Maks. Karakter | Required | Notes |\n|---|---|---|---|---|\n| a | string | | Yes | The id. Length: exactly 20 characters. |\n| b | string | | Yes | The secret (32 to 128 characters) |\n| c | string (16) fixed | | Yes | |\n| d | string | 8 | Yes | |\n| e | string | bebas | Yes | |\n`,
  );
  expect(facts).toMatchObject({
    'request /a minLength': 20,
    'request /a maxLength': 20,
    'request /b minLength': 32,
    'request /b maxLength': 128,
    'request /c minLength': 16,
    'request /c maxLength': 16,
    'request /d maxLength': 8,
  });
  expect(asked).not.toMatch(/lengths that|was not read/);
});

test('a value with what it means, and an example behind its abbreviation, leave the demand as it is', async () => {
  const table = (notes: string) =>
    read(
      `${endpoint}## Body\n\n| Name | Type | Required | Notes |\n|---|---|---|---|\n| kind | string | Yes | ${notes} |\n`,
    );
  for (const notes of [
    'Code of the kind, 2007300 if it is good',
    'Kode, 10 bila sukses',
    'Must be the code of a product, e.g. wallet',
    'Kind of the thing, typically `big`',
  ])
    expect((await table(notes)).facts, notes).toHaveProperty('request /kind required', true);
  for (const notes of ['Code of the kind, if it is good', 'Kode, wajib bila sukses'])
    expect((await table(notes)).facts, notes).not.toHaveProperty('request /kind required');
});

test('what a person sends and gets are the two sides, and a request in indented text is one', async () => {
  const head = '| JSON field | What it is | Needed? | JSON type |\n|---|---|---|---|\n';
  const sides = await read(
    `${endpoint}## What you send\n\n${head}| key | Your key | yes | string |\n\n## What you get\n\n${head}| token | The token | yes | string |\n`,
  );
  expect(sides.facts).toMatchObject({ 'request /key required': true, '200 /token required': true });
  expect(sides.asked).not.toMatch(/below "What you|What it is/);
  const indented = await read(
    'Token\n=====\n\nRequest\n\n    POST https://a.test/token\n    Content-Type: application/x-www-form-urlencoded\n\n    client_id=abc&client_secret=def\n',
  );
  expect(indented.facts).toMatchObject({ path: '/token', 'request /client_id type': 'string' });
});

test('an operation that asks for the consent of a user is not the one that is chosen', async () => {
  const operation = (name: string, more: string): string =>
    `## Access Token ${name}\n\nPOST /v1.0/access-token/${name.toLowerCase()}\n\n| Body | Tipe | Wajib |\n|---|---|---|\n| grantType | String | Ya |\n${more}\n| Respons | Tipe | Wajib |\n|---|---|---|\n| accessToken | String | Ya |\n\n`;
  const { facts } = await read(
    `# SNAP\n\n${operation('B2B', '')}${operation('B2B2C', '| authCode | String | Ya |\n')}`,
  );
  expect(facts).toHaveProperty('path', '/v1.0/access-token/b2b');
  expect(Object.keys(facts).join()).not.toContain('authCode');
});

test('fields without heads that hold their attributes are read, and a row of labels that names a part is not lost', async () => {
  const fields = (names: string): string =>
    `<table>\n${names
      .split(' ')
      .map((name) => `<tr><td><b>${name}</b><br><em>string</em> <span>required</span></td><td>The ${name}</td></tr>`)
      .join('\n')}\n</table>\n`;
  const { facts } = await read(`${endpoint}## Request\n\n${fields('key secret')}\n## Response\n\n${fields('token')}`);
  expect(facts).toMatchObject({
    'request /key required': true,
    'request /secret type': 'string',
    '200 /token required': true,
  });
  const rows = await read(
    '# Token\n\n| | |\n|---|---|\n| Endpoint URL | POST https://a.test/v2/token |\n| Request body | grant_type=client_credentials |\n',
  );
  expect(rows.facts).toMatchObject({ method: 'POST', path: '/v2/token' });
  expect(rows.asked).toContain('"Request body"');
});

test('members of an answer are those of its body, and an answer for members is one of some', async () => {
  const below = async (title: string) =>
    (await read(`${endpoint}## ${title}\n\n${table('Name | Type | Required', 'access_token | string | yes')}`)).asked;
  expect(await below('Members of the 200 response (JSON)')).not.toContain('is so for each request');
  expect(await below('Response 200 for members')).toContain('is so for each request');
});

test('numbered parts, and heads that say what is filled in or used, are read', async () => {
  const { facts } = await read(
    '# Spesifikasi Auth Token\n\n1. Alamat: https://a.test/api/auth\n2. Metode: HTTP POST\n3. Permintaan:\n\n| Nama Field | Tipe Field | Wajib Diisi (Y/T) |\n|---|---|---|\n| id | String | Y |\n\n4. Jawaban:\n\n| Field | Tipe | Selalu Ada (Y/T) |\n|---|---|---|\n| token | String | Y |\n',
  );
  expect(facts).toMatchObject({ method: 'POST', 'request /id required': true, '200 /token required': true });
});

test('a column of places beside one of directions, more heads for limits, and a line with an answer are read', async () => {
  const { facts } = await read(
    `${endpoint}| Name | Content type | Char limit | Sent in | Direction | Required |\n|---|---|---|---|---|---|\n| X-Key | string | 40 | header | request | yes |\n| client | string | 20 | body | request | yes |\n| token | string | | body | response | yes |\n\nRespons 401: kunci salah.\n`,
  );
  expect(facts).toMatchObject({
    'request header X-KEY required': true,
    'request /client maxLength': 20,
    '200 /token type': 'string',
    '401 status': true,
  });
});

test('places in a few words, a least length with a plus, and the most of a size are read', async () => {
  const { facts } = await read(
    `${endpoint}| Name | Passed as | Type | Length | Required |\n|---|---|---|---|---|\n| authkey | HTTP header | string | 12+ | yes |\n| lang | URL query | string | 2…5 | no |\n| user | JSON body | string | varies | yes |\n\n## Hasil\n\n| Nama | Tipe | Ukuran Maks | Wajib |\n|---|---|---|---|\n| token | Teks | 64 | Ya |\n`,
  );
  expect(facts).toMatchObject({
    'request header AUTHKEY minLength': 12,
    'request query lang maxLength': 5,
    'request /user required': true,
    '200 /token maxLength': 64,
  });
});

test('the head of the names may be that of an answer, and a length may be called so', async () => {
  const { facts } = await read(
    `${endpoint}| Request field | Type | Required |\n|---|---|---|\n| id | string | Yes |\n\n| Respons | Tipe | Wajib |\n|---|---|---|\n| token | String | Ya |\n`,
  );
  expect(facts).toMatchObject({ 'request /id required': true, '200 /token required': true });
  const list = await read(
    `${endpoint}## Body\n\n- code: string, required, length 8-64\n- b: string, required, panjang 5\n`,
  );
  expect(list.facts).toMatchObject({ 'request /code minLength': 8, 'request /b maxLength': 5 });
});

test('a grant that the words beside its type are the name of is the one that is meant, and one among others is not', async () => {
  const grant = async (notes: string) => {
    const table = `| Name | Type | Mandatory | Description |\n|---|---|---|---|\n| grantType | String | M | ${notes} |\n`;
    return (await read(`${endpoint}## Body Request\n\n${table}`)).facts['request /grantType const'];
  };
  expect(await grant('OAuth2 client_credentials grant type.')).toBe('client_credentials');
  expect(await grant('Unlike the client_credentials grant type, a code is sent.')).toBeUndefined();
  expect(await grant('OAuth2 client_credentials or password grant type.')).toBeUndefined();
});
