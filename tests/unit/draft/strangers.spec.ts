/** What pages of writers who had never seen the reader hold, and what was once drafted of it without a word. */
import { expect, test } from '@playwright/test';
import { factsOf } from '../../../src/draft/read/derive.ts';
import { accessOf } from '../../../src/draft/write/clauses/auth.ts';
import { ownStatus, refusalsOf } from '../../../src/draft/write/refusals/refusals.ts';
import { endpoint, readDraft, table } from '../../support/draft.ts';

test('fields that are written with the name of their object lie in it once', async () => {
  const { facts } = await readDraft(
    `${endpoint}## Request body\n\n${table('Field | Type | Required', 'key | string | yes', 'device | object | no')}\`device\`:\n\n${table('Field | Type | Required', 'device.id | string | yes', 'device.tags | object | no', 'device.tags.room | string | no')}`,
  );
  expect(Object.keys(facts)).toEqual(
    expect.arrayContaining(['request /device/id type', 'request /device/tags/room type']),
  );
  expect(Object.keys(facts).join()).not.toContain('/device/device');
});

test('a row that says when its field is there begins no part of a table with heads', async () => {
  const { facts, asked } = await readDraft(
    `${endpoint}## Response 200\n\n${table('Name | Located in | Type | Notes', 'X-Trace | header | string | always', 'access_token | body | string | always', 'scope | body | string | always; as granted')}`,
  );
  expect(facts).toMatchObject({ '200 /access_token type': 'string', '200 /scope type': 'string' });
  expect(Object.keys(facts).join() + asked).not.toMatch(/\/X-Trace/i);
  const noted = await readDraft(
    `${endpoint}## Response 200\n\n${table('Name | Type | Notes', 'Trace | string | response header', 'token | string | ')}`,
  );
  expect(Object.keys(noted.facts).join()).not.toMatch(/\/trace/i);
  expect(noted.asked).toContain('whether the answer 200 always has the headers Trace');
});

test('the media type of other endpoints is none of the token endpoint', async () => {
  for (const other of [
    'Every other endpoint takes and returns `application/vnd.a.v3+json`.',
    'All other calls return `application/vnd.a.v3+json`.',
    'Semua endpoint lain mengembalikan `application/vnd.a.v3+json`.',
    'Resource endpoints answer with `application/vnd.a.v3+json`.',
    'The payment API returns `application/vnd.a.v3+json`.',
    'For all business requests send `Content-Type: application/json`.',
    'Once you have a token, send requests as `application/json`.',
    'With the token, requests are sent as `application/json`.',
  ]) {
    const text = `${endpoint}## Returns 200\n\n${table('Name | Type', 'access_token | string')}\n## Calling the API\n\n${other}\n`;
    const { facts, asked } = await readDraft(text);
    expect(asked, other).toContain('the media type of the answers 200');
    expect(facts, other).not.toHaveProperty(['media-type']);
    expect(accessOf(await factsOf({ text, format: 'markdown', base: 'page' })).headers, other).toEqual({});
  }
});

test('a cell of a drawn table goes on below itself', async () => {
  const { facts } = await readDraft(
    [
      'POST https://a.test/token',
      '',
      '3.1 Header',
      '',
      'Name            Required   Description',
      '--------------  ---------  ---------------------------',
      'Subscription    Yes        Key of the subscription, at',
      '                           most 32 characters.',
      'X-Partner       Yes        Code of the partner',
      '',
      '3.2 Body',
      '',
      'Name            Type       Required   Description',
      '--------------  ---------  ---------  ----------------',
      'username        string     Yes        Name of the user',
      '',
    ].join('\n'),
  );
  expect(facts).toMatchObject({
    'request header SUBSCRIPTION maxLength': 32,
    'request header X-PARTNER required': true,
    'request /username required': true,
  });
  expect(facts).not.toHaveProperty(['request /Subscription type']);
});

test('a credential that the page refuses by a status of its own is no matter of the status for credentials', async () => {
  const headers = (notes: string) => table('Header | Type | Required | Notes', `x-api-key | string | yes | ${notes}`);
  const body = table('Field | Type | Required | Notes', 'clientId | string | yes |', 'clientSecret | string | yes |');
  const page = (notes: string, statuses: string) =>
    `${endpoint}## Request headers\n\n${headers(notes)}## Request body\n\n${body}## Errors\n\n${statuses}`;
  const plain = table('HTTP status | Code', '400 | BAD', '401 | CLIENT', '403 | KEY');
  const own = await readDraft(page('A key that we never issued is answered with 403.', plain));
  expect(own.asked).toContain('how another x-api-key is refused: the page says "A key that we never issued');
  for (const statuses of [
    table('HTTP status | Reason', '400 | Malformed', '401 | Wrong client', '403 | The API key is unknown'),
    '- 400: malformed\n- 401: wrong client\n- 403: unknown API key\n',
    'Errors: 401 if the client is unknown. 403 is returned when the API key is wrong.\n',
    '401 is returned for an unknown client. A wrong API key gives 403.\n',
    'A request without it is answered with 401, one with a wrong key with 403.\n',
    '### 401 Unauthorized\n\nThe client is unknown.\n\n### 403 Forbidden\n\nThe API key is wrong.\n',
  ]) {
    const text = page('', statuses);
    const drafted = ownStatus(await factsOf({ text, format: 'markdown', base: 'page' }), 'x-api-key');
    const isAsked = /how (?:another x-api-key is refused|wrong credentials are refused: the page has 403)/.test(
      (await readDraft(text)).asked,
    );
    expect(drafted === 403 || isAsked, statuses).toBe(true);
  }
  for (const statuses of [
    plain,
    table('HTTP status | Reason', '400 | x-api-key is missing', '401 | Unknown key', '403 | Blocked'),
    table('HTTP status | Reason', '400 | Invalid format of x-api-key', '401 | Unknown API key'),
  ])
    expect((await readDraft(page('Shown in the portal', statuses))).asked, statuses).not.toContain('is refused');
});

test('wrong credentials have the status that the page gives them', async () => {
  const read = async (reason: string) =>
    refusalsOf(
      await factsOf({
        text: `${endpoint}## Errors\n\n${table('HTTP status | Reason', `400 | ${reason}`)}`,
        format: 'markdown',
        base: 'page',
      }),
    );
  expect(await read('Wrong grant, or a credential is wrong')).toMatchObject({ credentials: [400], todos: [] });
  expect((await read('A credential is missing')).todos).toHaveLength(1);
});

test('a table whose rows are the columns of its fields is read as any other', async () => {
  const beside = `| | mode | device | voucher |\n|---|---|---|---|\n| Type | string | object | string |\n| Required | yes | no | only for shops |\n| Length | max 12 | – | 36 |\n`;
  const { facts, asked } = await readDraft(`${endpoint}## Request members\n\n${beside}`);
  expect(facts).toMatchObject({
    'request /mode required': true,
    'request /mode maxLength': 12,
    'request /device type': 'object',
  });
  expect(asked).toContain('whether voucher is mandatory');
  const alone = (name: string, required: string, type: string) =>
    `| Nama field | ${name} |\n|---|---|\n| Wajib | ${required} |\n| Tipe | ${type} |\n\n`;
  const each = await readDraft(
    `${endpoint}### Field permintaan\n\n${alone('id_toko', 'Ya', 'Alfanumerik, maks 8')}${alone('catatan', 'Tidak', 'Alfanumerik, maks 30')}### Field jawaban\n\n| Nama field | token |\n|---|---|\n| Tipe | String |\n`,
  );
  expect(each.facts).toMatchObject({
    'request /id_toko required': true,
    'request /catatan maxLength': 30,
    '200 /token type': 'string',
  });
  expect(Object.keys(each.facts).join()).not.toMatch(/wajib|tipe/i);
  const headed = await readDraft(
    `${endpoint}## Request\n\n${table('Attribute | Value', 'Field name | shop', 'Type | string', 'Required | yes')}`,
  );
  expect(headed.facts).toMatchObject({ 'request /shop required': true, 'request /shop type': 'string' });
  const typed = await readDraft(
    `${endpoint}## Request\n\n${table('Attribute | Value', 'Field name | shop', 'Type | string')}`,
  );
  expect(typed.facts).toHaveProperty(['request /shop type'], 'string');
  // A table of labels has a name before it as well.
  const labels = await readDraft(
    '# Token\n\n| Name | GetToken |\n|---|---|\n| Method | POST |\n| URL | https://a.test/token |\n',
  );
  expect(labels.facts).toMatchObject({ method: 'POST', path: '/token' });
});

test('what an answer of XML holds is a question, and no object of JSON', async () => {
  const fields = table('Element | Presence', 'Value | always', 'Minutes | always');
  const said = `# Token\n\n* Address: \`https://a.test/sts\`\n* Verb: POST\n* Request: \`application/x-www-form-urlencoded\`\n* Answer: \`application/xml; charset=utf-8\`\n* Rhythm: monthly\n\n## Answer 200\n\n${fields}`;
  const { facts, asked } = await readDraft(said);
  expect(facts).toMatchObject({
    'server https://a.test': true,
    path: '/sts',
    'media-type': 'application/x-www-form-urlencoded',
    '200 media-type': 'application/xml',
  });
  expect(asked).toContain('what the answers 200 hold: they are of application/xml');
  expect(asked).toContain('Rhythm');
  const shown = await readDraft(
    `${endpoint}## Answer 200\n\n\`\`\`xml\n<?xml version="1.0"?>\n<Token><Value>a</Value></Token>\n\`\`\`\n\n${fields}`,
  );
  expect(shown.asked).toContain('what the answers 200 hold: they are XML');
  for (const words of [
    '## Response 200\n\nThe answer is XML.',
    'Response format: XML\n\n## Response 200',
    '## Response 200 (text/xml)',
  ])
    expect((await readDraft(`${endpoint}${words}\n\n${fields}`)).asked, words).toMatch(/hold: .*XML/i);
});

test('a timestamp of any form but that of BI SNAP is asked for', async () => {
  const page = (form: string) =>
    `${endpoint}## Header\n\n${table('Nama | Wajib | Keterangan', `X-TIMESTAMP | Ya | ${form}`, 'X-CLIENT-KEY | Ya | id', 'X-SIGNATURE | Ya | SHA256withRSA')}`;
  for (const form of ['yyyyMMddHHmmss', 'ddMMyyyyHHmmss', 'yyyy-MM-dd HH:mm:ss', 'ISO 8601 tanpa zona'])
    expect((await readDraft(page(form))).asked, form).toContain('the form of X-TIMESTAMP');
  for (const form of [
    'ISO 8601',
    'yyyy-MM-ddTHH:mm:ssTZD',
    "yyyy-MM-dd'T'HH:mm:ssXXX",
    'yyyy-MM-ddTHH:mm:ss+07:00',
    '',
  ])
    expect((await readDraft(page(form))).asked, form).not.toContain('the form of X-TIMESTAMP');
});

test('the media type of clients of another version is none of each request', async () => {
  const { facts } = await readDraft(
    `${endpoint}We accept application/json. Clients of v1 send application/x-www-form-urlencoded.\n`,
  );
  expect(facts).not.toMatchObject({ 'media-type': 'application/x-www-form-urlencoded' });
});
