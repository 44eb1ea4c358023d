/** Fields in lines of their own with a sign behind the name, and words beside fields that take nothing back. */
import { expect, test } from '@playwright/test';
import { endpoint, readDraft, table } from '../../support/draft.ts';

test('a sign in the middle of a line parts the name of a field from its attributes', async () => {
  const page = `${endpoint}### Request fields

**\`client_id\`** · *string, required*
Your own, at most 24 characters.

**\`secret\`** • *string, required*
Your secret.

**\`markets\`** · *array of strings, required*
The markets to be used.

- **\`owner.name\`** · *string, optional*. Who asks.
`;
  const { facts, asked } = await readDraft(page);
  expect(facts).toMatchObject({
    'request /client_id required': true,
    'request /client_id maxLength': 24,
    'request /secret required': true,
    'request /secret type': 'string',
    'request /markets type': 'array',
    'request /markets/* type': 'string',
    'request /markets required': true,
    'request /owner/name type': 'string',
  });
  expect(facts).not.toHaveProperty(['request /owner/name required']);
  expect(asked).not.toContain('mandatory');
  // What is answered ends the words about the last of them.
  const answered = await readDraft(
    `${page}\n**\`pin\`** · *string, required*\nYours.\n\nReturns \`ticket\` (string).\n`,
  );
  expect(answered.facts).toMatchObject({ 'request /pin required': true, '200 /ticket type': 'string' });
  // A word that is no attribute makes the line no field.
  expect((await readDraft(`${endpoint}### Request fields\n\n**Plans** · prices · terms\n`)).facts).not.toHaveProperty([
    'request /Plans type',
  ]);
});

test('how a value is handled, where it comes from and what it counts from takes nothing back', async () => {
  const read = (notes: string) =>
    readDraft(
      `${endpoint}### Request\n\n${table('Field | Type | Mandatory | Remarks', `shop | string | yes | ${notes}`)}`,
    );
  for (const notes of [
    'Your key. Never send it from a browser.',
    'Kunci. Jangan kirim dari aplikasi.',
    'instant of the call, milliseconds since 1970-01-01',
    'API key aplikasi, dari portal developer',
    'Your key, another one for each environment',
    'Country, ISO 3166-1 alpha-2',
    'Reference, must not hold personal data',
  ])
    expect((await read(notes)).facts, notes).toMatchObject({ 'request /shop required': true });
  for (const notes of [
    'Your key. Never send it from a kiosk.',
    'instant of the call, since version 2',
    'Your key, another one for each kiosk',
    'Country, alpha release',
  ])
    expect((await read(notes)).facts, notes).not.toHaveProperty(['request /shop required']);
  const answer = table('Field | Type | Remarks', 'token | string | The access token. Always present');
  expect((await readDraft(`${endpoint}### Response 200\n\n${answer}`)).facts).toMatchObject({
    '200 /token required': true,
  });
});

test('words behind a full stop on the line of a field leave it a field of its own', async () => {
  const page = (line: string): string =>
    `TOKEN\n\n       POST https://a.test/token\n\nRESPONSE\n       201 Created\n              The body:\n\n              access_token   string, mandatory\n              ${line}\n`;
  const { facts } = await readDraft(page('ends_in        integer, mandatory. Seconds.'));
  expect(facts).toMatchObject({ '201 /ends_in required': true, '201 /ends_in type': 'integer' });
  // A sentence is none.
  for (const line of ['Tokens are mandatory. Keep them.', 'Ends in string. See below.'])
    for (const name of Object.keys((await readDraft(page(line))).facts)) expect(name).not.toMatch(/Tokens|Ends/);
});

test('a reason that another version of HTTP gives, or the short form of one, begins the answer of its status', async () => {
  const page = (line: string): string =>
    `TOKEN\n\n       POST https://a.test/token\n\nRESPONSE\n       401 Unauthorized\n              The key is unknown.\n\n       ${line}\n              A member is absent.\n`;
  for (const line of ['422 Unprocessable', '422 Unprocessable Content', '413 Content Too Large'])
    expect((await readDraft(page(line))).facts, line).toMatchObject({ [`${line.slice(0, 3)} status`]: true });
  for (const line of ['422 characters', '413 Unprocessable'])
    expect((await readDraft(page(line))).facts, line).not.toHaveProperty([`${line.slice(0, 3)} status`]);
});
