/** What stands right above fields, or behind an address, in words of which each is understood. */
import { expect, test } from '@playwright/test';
import { endpoint, expectReadings, readDraft, table } from '../../support/draft.ts';

const fields = table(
  'Name | Required | Notes',
  'grant_type | Yes | Always `client_credentials`',
  'shop_id | Yes | The shop',
);

test('the method and the form of the body may stand behind an address, and with a strange word they are asked', async () => {
  for (const [behind, type] of [
    ['(POST, JSON)', 'application/json'],
    ['(JSON, POST)', 'application/json'],
    ['(POST with JSON body)', 'application/json'],
    ['(POST, x-www-form-urlencoded)', 'application/x-www-form-urlencoded'],
    ['(metode POST, JSON)', 'application/json'],
  ]) {
    const { facts, asked } = await readDraft(
      `# Token\n\nURL: https://a.test/token ${behind}\n\n## Request body\n\n${fields}`,
    );
    expect(facts, behind).toMatchObject({ method: 'POST', 'media-type': type });
    expect(asked, behind).not.toContain('the method of the token endpoint');
  }
  for (const behind of ['(POST, JSON for shops)', '(POST or PUT)', '(not POST)', '(JSON, form-urlencoded)']) {
    const { facts } = await readDraft(`# Token\n\nURL: https://a.test/token ${behind}\n\n## Request body\n\n${fields}`);
    expect(facts, behind).not.toHaveProperty(['media-type']);
    expect(facts, behind).not.toHaveProperty(['method']);
  }
});

test('a lead that calls the body JSON gives the media type of the request', async () => {
  for (const lead of ['Body, JSON:', 'Body (JSON):', 'Payload - JSON:', 'Isi permintaan, JSON:', '**Body** raw (json)'])
    expect((await readDraft(`${endpoint}${lead}\n\n${fields}`)).facts, lead).toHaveProperty(
      'media-type',
      'application/json',
    );
  for (const lead of ['Body, no JSON:', 'Body, JSON or form:'])
    expect((await readDraft(`${endpoint}${lead}\n\n${fields}`)).facts, lead).not.toHaveProperty(['media-type']);
});

test('the nearest lead says where fields are sent, whatever headers stand before', async () => {
  const page = (lead: string): string =>
    `${endpoint}Header:\n\n- \`Content-Type\`: \`application/x-www-form-urlencoded\` (required)\n\n${lead}\n\n${fields}`;
  for (const lead of [
    'Body (form, values encoded in UTF-8):',
    'Body (form, nilai wajib di-encode dalam UTF-8):',
    'Request body – values are text:',
    'Body:',
    'Payload (form):',
  ]) {
    const { facts, asked } = await readDraft(page(lead));
    expect(facts, lead).toMatchObject({
      'request /grant_type required': true,
      'request /grant_type const': 'client_credentials',
    });
    expect(asked, lead).not.toMatch(/is about headers|is so for each request/);
  }
  // What is said of it may be so for some alone.
  expect((await readDraft(page('Body (for web shops only):'))).asked).toContain('is so for each request');
});

test('all refusals may be called JSON, and all operations may share a host', async () => {
  const refused = `## Errors\n\n${table('Status | Meaning', '400 | Malformed', '401 | Wrong key')}`;
  for (const words of [
    'The body of every error is JSON.',
    'Errors are JSON.',
    'All error responses have a JSON body.',
    'Isi setiap kesalahan adalah JSON.',
    'Every refusal is a JSON object.',
  ]) {
    const page = `${endpoint}## Request body\n\n${fields}${words}\n\n${refused}`;
    expect((await readDraft(page)).facts, words).toMatchObject({ '401 media-type': 'application/json' });
  }
  for (const words of ['The body of some errors is JSON.', 'The body of every error of a shop is JSON.'])
    expect(
      (await readDraft(`${endpoint}## Request body\n\n${fields}${words}\n\n${refused}`)).facts,
      words,
    ).not.toHaveProperty(['401 media-type']);
  for (const words of [
    'All endpoints use the host https://b.test.',
    'Semua endpoint memakai host https://b.test dan body JSON.',
    'Every call has the base URL https://b.test.',
    'All operations share one host https://b.test.',
    'Seluruh layanan menggunakan alamat https://b.test.',
    'The host of all endpoints is https://b.test.',
    'Every endpoint is on https://b.test.',
  ])
    expect(
      (await readDraft(`# Token\n\n${words}\n\n## Get a token\n\nPOST /token\n\n### Request body\n\n${fields}`)).facts,
      words,
    ).toHaveProperty(['server https://b.test']);
  for (const words of [
    'All endpoints but this use the host https://b.test.',
    'All endpoints used the host https://b.test.',
    'Some endpoints use the host https://b.test.',
  ])
    expect(
      (await readDraft(`# Token\n\n${words}\n\n## Get a token\n\nPOST /token\n\n### Request body\n\n${fields}`)).facts,
      words,
    ).not.toHaveProperty(['server https://b.test']);
});

test('what may be left out is optional, and under a condition it is asked', async () => {
  const page = (notes: string): string =>
    `${endpoint}## Request body\n\n${table('Name | Notes', 'shop_id | The shop. Required.', `area | The area. ${notes}`)}`;
  for (const notes of [
    'Can be left out',
    'May be missing',
    'May be omitted.',
    'Boleh tidak dikirim.',
    'Tidak harus ada',
  ]) {
    const { facts, asked } = await readDraft(page(notes));
    expect(facts, notes).not.toHaveProperty(['request /area required']);
    expect(asked, notes).not.toContain('area');
  }
  for (const notes of ['Can be left out by shops', 'May be missing from old areas', 'Can not be left out'])
    expect((await readDraft(page(notes))).asked, notes).toMatch(/area[^\n]*mandatory/);
});

test('a sentence that describes fields is called a sentence', async () => {
  await expectReadings([
    {
      what: 'fields in a sentence',
      page: `${endpoint}## Request body\n\n${fields}**Response** 200 OK\n\n\`token\` (string) and \`expired\` (integer, seconds).\n`,
      asked: ['the sentence below "Response 200 OK" (line 14)'],
    },
  ]);
});

test('a list is called by the lead right above it, and a sentence above it gives it no name', async () => {
  const page = (lead: string): string =>
    `${endpoint}Form fields\n\n* \`shop_id\` (required): the shop\n\n${lead}\n\n* \`access_token\`: string\n* \`expires_in\`: integer\n`;
  for (const lead of ['Answer, `200`, JSON', 'Response (JSON):', 'Jawaban 200:'])
    expect((await readDraft(page(lead))).asked, lead).not.toMatch(/mandatory: the list "Form fields"/);
  expect((await readDraft(page('Answer, `200`, JSON'))).asked).toContain('the list "Answer, 200, JSON" (line 11)');
});

test('what stands before the address of the next operation, in the same lines, may be of the one before', async () => {
  const page = (line: string): string =>
    `Get a token\nPOST https://a.test/token\n\nBODY PARAMS\nshop  string  required\nThe shop\n\nRESPONSES\n200 Issued\n${line}\n\nNext: List offers\nGET https://a.test/offers\n`;
  expect((await readDraft(page('403 Shop not accepted'))).asked).toMatch(/the page has "[^"]*403 Shop not accepted"/);
  expect((await readDraft(page('See the guide'))).asked).toContain('the page documents no refusal');
});

test('what we send is the answer, and what you send to us is the request', async () => {
  const granted = table('Field | Required', 'access_token | Yes', 'expires_in | Yes');
  const page = (lead: string): string => `${endpoint}## Request body\n\n${fields}## What comes of it\n\n${lead}\n\n`;
  for (const lead of [
    'With status 200 we send JSON:',
    'On success we will send:',
    'With status 200 the server sends:',
    'Dengan status 200 kami mengirimkan JSON:',
    'Bila berhasil, bank akan mengirim:',
  ]) {
    const { facts } = await readDraft(`${page(lead)}${granted}`);
    expect.soft(facts, lead).toHaveProperty(['200 /access_token required'], true);
    expect.soft(facts, lead).not.toHaveProperty(['request /access_token required']);
  }
  const { facts } = await readDraft(`${page('You may also send us:')}${table('Field | Required', 'note | No')}`);
  expect(facts).not.toHaveProperty(['200 /note type']);
});

test('a sentence that the table below it ends announces the table, and a whole one does not', async () => {
  const page = (words: string) =>
    readDraft(
      `# Token\n\nPOST https://a.test/token\n\n## Response 200\n\n${table('Name | Type | Required', 'token | string | yes')}### Notes\n\n${words}\n\n${table('Name | Type | Required', 'reason | string | yes')}`,
    );
  for (const words of [
    'HTTP 401 means that `pin` is wrong; the body is then',
    'If the pin is wrong you get HTTP 401 with',
    'Bila pin salah, dijawab HTTP 401 dengan',
  ])
    expect((await page(words)).facts, words).toHaveProperty('401 /reason required', true);
  expect((await page('HTTP 401 means that `pin` is wrong')).facts).not.toHaveProperty(['401 /reason required']);
});
