/** Forms that pages of providers have, of which the first reading got something wrong in silence or left it out. */
import { expect, test } from '@playwright/test';
import { factsOf } from '../../../src/draft/read/derive.ts';
import { accessOf } from '../../../src/draft/write/clauses/auth.ts';
import { endpoint, expectReadings, type Reading, readDraft, table } from '../../support/draft.ts';

const access = async (text: string) => accessOf(await factsOf({ text, format: 'markdown', base: 'page' }));

const readings: Reading[] = [
  {
    what: 'what is sent and what is received are the two sides in Indonesian as well',
    page: `${endpoint}Parameter yang dikirim:\n\n- \`user_id\` (string, wajib) – ID\n\nParameter yang diterima:\n\n- \`token\` (string, wajib) – token akses\n- \`expires_in\` (integer, wajib) – umur token dalam detik\n`,
    facts: { 'request /user_id required': true, '200 /token required': true },
    silent: ['whether what stands below'],
  },
  {
    what: 'a value in a column of samples says nothing of whether its header is sent',
    page: `${endpoint}## Request\n\n${table('Name | In | Type | Mandatory | Sample', 'x-channel | header | String | Mandatory | MOBILE')}`,
    facts: { 'request header X-CHANNEL required': true },
    silent: ['MOBILE'],
  },
  {
    what: 'a value of one digit that is marked as code is the only one, and words to fill in are none',
    page: `${endpoint}## Body\n\n${table('Nama | Tipe | Wajib | Keterangan', 'version | String | Ya | Must be `2`', 'kota | String | Ya | Diisi nama kota')}`,
    facts: { 'request /version const': '2', 'request /kota required': true },
    none: ['request /kota const'],
  },
  {
    what: 'words about what a value means or usually is, and what a token is for, take nothing back',
    page: `${endpoint}## Body\n\n${table('Name | Type | Required | Example | Description', 'country | string | yes | ID | Country of the partner, ID for Indonesia', 'currency | string | yes | IDR | ISO 4217 code, usually IDR')}## Response 200\n\n${table('Name | Type | Required | Description', 'session_token | string | yes | Token for the other calls')}`,
    facts: {
      'request /country required': true,
      'request /currency required': true,
      '200 /session_token required': true,
    },
    silent: ['token.value'],
  },
  {
    what: 'a paragraph of a name, its type and what it is states a field',
    page: `${endpoint}### Form parameters\n\n\`grant_type\` *string* **required** — must be \`client_credentials\`\n\n\`client_id\` *string* **required** — your client id, max 20 characters\n\n\`client_secret\` **required** — your client secret\n`,
    facts: {
      'request /grant_type const': 'client_credentials',
      'request /client_id required': true,
      'request /client_id maxLength': 20,
      'request /client_secret required': true,
    },
    silent: ['how a client authenticates'],
  },
  {
    what: 'words about a moment, a likeness, a need or a choice take nothing back',
    page: `${endpoint}## Body\n\n${table('Name | Type | Required | Example | Description', 'app_id | string | yes | app_1 | The app id, looks like app_123', 'mode | string | yes | test | test or live', 'scopes | array | yes | | Scopes, as the token needs')}## Response 200\n\n${table('Name | Type | Required | Description', 'issued_at | integer | yes | Unix time when the token was issued')}`,
    facts: {
      'request /app_id required': true,
      'request /mode required': true,
      'request /scopes required': true,
      '200 /issued_at required': true,
    },
  },
  {
    what: 'an address behind a method and its path is their server',
    page: `# Sign in\n\n\`POST /signin\` on \`https://api.a.test\`\n\n## Body\n\n${table('Name | Type | Required', 'username | string | yes')}`,
    facts: { method: 'POST', path: '/signin', 'server https://api.a.test': true },
  },
  {
    what: 'a form stands beside JSON that is not supported yet',
    page: `${endpoint}Permintaan dikirim sebagai \`application/x-www-form-urlencoded\` (JSON belum didukung)\n`,
    facts: { 'media-type': 'application/x-www-form-urlencoded' },
  },
  {
    what: 'calls in a table below heads of any name are operations',
    page: `# Endpoints\n\nBase URL: https://a.test/v1\n\n${table('Purpose | Call', 'Get token | POST /auth/token', 'Pay | POST /payments')}`,
    facts: { method: 'POST', path: '/auth/token' },
  },
  {
    what: 'a head that names the side is nearer than a heading that does',
    page: `# Request token\n\nPOST https://a.test/token\n\n${table('Field | Type | Required', 'client_id | string | Yes', 'apis | JSONArray | Yes')}${table('Response field | Type | Description', 'access_token | string | at most 512 bytes', 'expires_in | integer | seconds')}`,
    facts: { 'request /apis type': 'array', '200 /access_token type': 'string' },
  },
];

test('forms that pages of providers have are read, or asked for', () => expectReadings(readings));

test('a header with its value in a table of keys and values is sent', async () => {
  const { headers } = await access(
    `${endpoint}### Header\n\n${table('Key | Value', 'Content-Type | application/json', 'Authorization | Basic base64(id:secret)', 'X-Version | 2')}`,
  );
  expect(headers).toMatchObject({ 'X-Version': '2' });
});

test('the letters for mandatory, conditional and optional are a head in any order', async () => {
  for (const head of ['M/C/O', 'O/M/C', 'M / C / O']) {
    const { facts, asked } = await readDraft(
      `${endpoint}## Request body\n\n${table(`Name | Type | ${head}`, 'clientId | String | M', 'memo | String | O', 'trace | String | C')}`,
    );
    expect(facts, head).toHaveProperty(['request /clientId required'], true);
    expect(asked, head).toContain('whether trace is mandatory');
    expect(asked, head).not.toMatch(/columns|memo/);
  }
});

test('attributes with a type of ISO 8583 among them are read', async () => {
  const { facts, asked } = await readDraft(
    `${endpoint}## Request\n\n${table('Field | Attributes', 'user | String, Mandatory, max 30', 'secret | String, Mandatory, Fixed 32', 'remark | an..25, Optional')}`,
  );
  expect(facts).toMatchObject({
    'request /user required': true,
    'request /user maxLength': 30,
    'request /secret minLength': 32,
    'request /remark maxLength': 25,
  });
  expect(asked).not.toMatch(/columns|remark/);
});

test('a media type stands beside another that the same sentence turns down', async () => {
  const { facts } = await readDraft(
    `${endpoint}The request body must be form encoded (\`application/x-www-form-urlencoded\`); JSON is not accepted.\n`,
  );
  expect(facts).toHaveProperty('media-type', 'application/x-www-form-urlencoded');
  const other = await readDraft(`${endpoint}The request body is not JSON; it must not be sent as application/json.\n`);
  expect(other.facts).not.toHaveProperty('media-type');
});

test('a status behind the word for an answer of an error is one that is answered', async () => {
  const { facts } = await readDraft(
    `${endpoint}## Response 200\n\n${table('Name | Type | Required', 'access_token | string | yes')}Error response: 401 Unauthorized when the API key is not known.\n`,
  );
  expect(facts).toHaveProperty(['401 status']);
});

test('lengths in words are read, and asked for where they are not', async () => {
  const { facts, asked } = await readDraft(
    `${endpoint}## Body\n\n${table('Field | Required | Description', 'secret | Yes | String, minimum 16 and maximum 64 characters.', 'label | Yes | String of at most 30 characters.', 'tail | Yes | String. Has 12 characters.', 'card | Yes | String. The last 4 digits of the card.', 'size | Yes | Number of characters')}`,
  );
  expect(facts).toMatchObject({
    'request /secret type': 'string',
    'request /secret minLength': 16,
    'request /secret maxLength': 64,
    'request /label maxLength': 30,
  });
  expect(asked).toMatch(/lengths of tail:/);
});

test('a column that says how often a field occurs gives no length, and two lengths that differ are a question', async () => {
  const { facts, asked } = await readDraft(
    `${endpoint}## Request\n\n${table('Element | Presence | Type | Occurs', 'ClientId | Mandatory | Max35Text | 1..1', 'Branch | Mandatory | Exact4NumericText | 1..1')}## Response\n\n${table('Field | Type | Length | Mandatory', 'token | String(64) | 512 | M', 'code | String(7) | 7 | M')}`,
  );
  expect(facts).toMatchObject({
    'request /ClientId maxLength': 35,
    'request /Branch minLength': 4,
    'request /Branch maxLength': 4,
    '200 /code maxLength': 7,
  });
  expect(facts).not.toHaveProperty(['request /ClientId minLength']);
  expect(facts).not.toHaveProperty(['200 /token maxLength']);
  expect(asked).toMatch(/the lengths that .* gives to token$/m);
});

test('heads below a head that reaches over them are read with it', async () => {
  const heads =
    '<tr><th rowspan="2">Parameter</th><th rowspan="2">Tipe</th><th colspan="2">Panjang</th><th rowspan="2">Wajib</th></tr><tr><th>Min</th><th>Max</th></tr>';
  const { facts } = await readDraft(
    `${endpoint}**Parameter Request**\n\n<table>\n${heads}\n<tr><td>kunci</td><td>string</td><td>16</td><td>64</td><td>Ya</td></tr>\n<tr><td>kode</td><td>string</td><td>-</td><td>8</td><td>Ya</td></tr>\n</table>\n`,
  );
  expect(facts).toMatchObject({
    'request /kunci minLength': 16,
    'request /kunci maxLength': 64,
    'request /kode maxLength': 8,
    'request /kode required': true,
  });
  const other = await readDraft(
    `${endpoint}**Parameter Request**\n\n<table>\n${heads.replace('Panjang', 'Wajib').replace('>Wajib<', '>Catatan<').replace('Min', 'B2B').replace('Max', 'B2B2C')}\n<tr><td>kunci</td><td>string</td><td>Ya</td><td>Tidak</td><td>kunci</td></tr>\n</table>\n`,
  );
  expect(other.facts).not.toHaveProperty(['request /kunci required']);
});

test('a row that stands for the whole body is no member of it', async () => {
  const { facts, asked } = await readDraft(
    `${endpoint}### Parameters\n\n${table('Name | Located in | Description | Required | Schema', 'Authorization | header | Basic base64(client_id:client_secret) | Yes | string', 'body | body | Token request | Yes | [TokenRequest](#tokenrequest)')}### Models\n\n#### TokenRequest\n\n${table('Name | Type | Required', 'grant_type | string | Yes')}#### TokenResponse\n\n${table('Name | Type | Required', 'access_token | string | Yes')}`,
  );
  expect(facts).toMatchObject({ security: 'basic', 'request /grant_type required': true });
  expect(Object.keys(facts).join()).not.toContain('request /body');
  expect(asked).not.toMatch(/type of body|what stands below/);
});

test('lengths in Indonesian in the attributes of an item are read, and others are asked for', async () => {
  const { facts, asked } = await readDraft(
    `${endpoint}## Body\n\n- \`kunci\` (string, wajib, 16 s/d 64 karakter) – kunci rahasia\n- \`catatan\` (string, wajib, paling banyak 200 karakter) – catatan\n- \`kanal\` (string, wajib, kira-kira 20 huruf) – kode kanal\n`,
  );
  expect(facts).toMatchObject({
    'request /kunci minLength': 16,
    'request /kunci maxLength': 64,
    'request /catatan maxLength': 200,
    'request /kanal required': true,
  });
  expect(asked).toMatch(/lengths of kanal:/);
});

test('an item of a name with a hyphen below headers is one of them', async () => {
  const { headers } = await access(
    `${endpoint}Send the following headers:\n\n* \`Client-Id\` – your client id\n* \`Client-Secret\` – your client secret\n* \`Accept\` – \`application/json\`\n`,
  );
  expect(headers).toMatchObject({
    'Client-Id': { credential: 'clientId' },
    'Client-Secret': { credential: 'clientSecret' },
  });
});

test('lines of headers as they are sent are headers', async () => {
  const { headers, fields } = await access(
    `${endpoint}Request header:\n\napikey: {your api key}\nContent-Type: application/json\n\nRequest body:\n\n${table('name | type | mandatory', 'user | string | true')}`,
  );
  expect(headers).toMatchObject({ apikey: { credential: 'apikey' } });
  expect(fields.join()).not.toContain('apikey');
});
