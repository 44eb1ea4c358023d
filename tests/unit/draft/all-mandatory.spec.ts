/** Fields without a column for it that a sentence or a heading calls mandatory, and tables without a head. */
import { expect, test } from '@playwright/test';
import { endpoint, readDraft, table } from '../../support/draft.ts';

const fields = table('Name | Type | Description', 'shop | string | The shop', 'till | string | Optional. The till');
const below = (words: string) => readDraft(`${endpoint}## Request\n\n${words}\n\n${fields}`);

test('what a request must hold is mandatory, unless its own words say otherwise', async () => {
  for (const words of [
    'The request body must contain the following parameters:',
    'In order to get a token, you must `POST` to <https://a.test/token> using a `Content-Type: application/json` header and a JSON body containing the following items:',
    'The following parameters are required:',
    'The table below lists the mandatory fields of the request.',
    'Send a POST request with the following required parameters:',
    '### Required parameters',
    'Berikut parameter yang wajib dikirim:',
    'Permintaan harus memuat atribut berikut:',
  ]) {
    const { facts, asked } = await below(words);
    expect(facts, words).toMatchObject({ 'request /shop required': true });
    expect(facts, words).not.toHaveProperty(['request /till required']);
    expect(asked, words).not.toMatch(/each request|(?:is|are) mandatory/);
  }
});

test('what may be there, is one of several, or is so for some is asked', async () => {
  for (const words of [
    'The request may contain the following parameters:',
    'The request should contain the following parameters:',
    'One of the following parameters is required:',
    'The following parameters are required for refunds:',
    'If you retry, you must send the following parameters:',
    'The table below shows which parameters are required:',
    '#### Required parameters of shops',
    'Parameter berikut wajib dikirim jika diminta:',
  ]) {
    const { facts, asked } = await below(words);
    expect(facts, words).not.toHaveProperty(['request /shop required']);
    expect(asked, words).toContain('mandatory');
  }
});

test('a heading of mandatory fields is not about the answer further down', async () => {
  const { facts } = await readDraft(
    `${endpoint}## Required parameters\n\n${fields}\nThe response:\n\n${table('Field | Type | Description', 'access_token | string | The token')}`,
  );
  expect(facts).toMatchObject({ 'request /shop required': true });
  expect(facts).not.toHaveProperty(['200 /access_token required']);
});

test('a table of HTML whose first row is a field has no head', async () => {
  const row = (...cells: string[]): string => `<tr><th>${cells.join('</td><td>').replace('</td>', '</th>')}</td></tr>`;
  const page = (...rows: string[]) => readDraft(`${endpoint}## Request\n\n<table>\n${rows.join('\n')}\n</table>\n`);
  const { facts } = await page(
    row('grant_type', 'string', 'MUST be "client_credentials"'),
    row('shop', 'string', 'The shop'),
  );
  expect(facts).toMatchObject({
    ...{ 'request /grant_type type': 'string', 'request /grant_type const': 'client_credentials' },
    'request /shop type': 'string',
  });
  const headed = await page(row('name', 'type', 'description'), row('shop', 'string', 'The shop'));
  expect(headed.facts).toMatchObject({ 'request /shop type': 'string' });
  expect(Object.keys(headed.facts).join()).not.toContain('/name');
});

test('what each answer that grants has is there, and what some of them have is asked', async () => {
  const below = (words: string) =>
    readDraft(
      `${endpoint}## Response\n\n${words}\n\n${table('Field | Type | Description', 'ticket | string | The ticket')}`,
    );
  for (const words of [
    'All fields are always present in a successful response.',
    'Semua kolom selalu ada dalam respons yang berhasil.',
  ]) {
    const { facts, asked } = await below(words);
    expect(facts, words).toMatchObject({ '200 /ticket required': true });
    expect(asked, words).not.toContain('for which requests');
  }
  for (const words of [
    'All fields are always present in a successful response to a kiosk.',
    'All fields are always present in a response of version 2.',
  ])
    expect((await below(words)).facts, words).not.toHaveProperty(['200 /ticket required']);
});

test('a sentence that gives all fields below it their presence and a type is read with them, and asked nowhere', async () => {
  const untyped = table(
    'Name | Description',
    'shop | The number of the shop, exactly 8 characters',
    'till | The till',
    'day | The number of the day',
  );
  const read = (words: string) => readDraft(`${endpoint}## Request body\n\n${words}\n\n${untyped}`);
  for (const words of ['All fields are mandatory strings.', 'All three fields are required strings.']) {
    const { facts, asked } = await read(words);
    expect(facts, words).toMatchObject({
      'request /shop required': true,
      'request /till type': 'string',
      'request /shop type': 'string',
    });
    expect(facts, words).not.toHaveProperty(['request /day type']);
    expect(asked, words).not.toContain(words);
  }
  for (const words of [
    'Some fields are mandatory strings.',
    'Both fields are mandatory strings.',
    'All fields are mandatory strings for shops.',
    'All mandatory fields are strings.',
  ]) {
    const { facts } = await read(words);
    expect(facts, words).not.toHaveProperty(['request /shop required']);
  }
  const { asked } = await read('Both fields are mandatory strings.');
  expect(asked).toContain('Both fields are mandatory strings.');
});
