/** Sentences and notes that give a fact for some requests alone: no fact, and a question, whatever else of them was read. */
import { expect, test } from '@playwright/test';
import { endpoint, readDraft, table } from '../../support/draft.ts';

const page = (words: string): string =>
  `${endpoint}## Request body (JSON)\n\n${table('Field | Type | Required', 'client_id | string | yes', 'client_secret | string | yes')}## Response 200\n\n${table('Field | Type | Required | Description', 'access_token | string | yes | The token', 'token_type | string | yes | Always `Bearer`', 'expires_in | integer | yes | Seconds')}${words}\n`;
const askedOf = async (words: string): Promise<string> => (await readDraft(page(words))).asked;

for (const words of [
  'In the sandbox `token_type` is missing.',
  'On staging `expires_in` counts milliseconds.',
  'From version 2 on the path is `/v2/token`.',
  'Version 3 will drop `token_type`.',
  'The live system expects a form-urlencoded body.',
  'In production use `PUT` and `/v2/token`.',
  'A production token lives 3600 seconds, a sandbox token 60.',
  'The lifetime is in minutes for partners of tier B.',
  'Di lingkungan uji `token_type` tidak ada.',
  'Bagi agregator, `token_type` adalah `MAC`.',
  'Pada produksi status suksesnya 202.',
  'Sandbox: `token_type` is `MAC`.',
  'Corporate accounts get `token_type` `MAC`.',
  'Our test server returns 204.',
])
  test(`a fact for some requests alone is asked: ${words}`, async () => {
    expect(await askedOf(words)).toContain(`which were not read, or not in full: "${words}"`);
  });

test('below a heading that is an environment a fact is one of it', async () => {
  const words = 'The answer has no `token_type`.';
  expect(await askedOf(`#### Sandbox\n\n${words}`)).toContain(`not in full: "${words}"`);
});

test('notes in a list are asked where they name a fact', async () => {
  const notes = ['Untuk produksi gunakan form-urlencoded.', 'Token type dapat kosong.', 'Hubungi kami untuk bantuan.'];
  const asked = await askedOf(`Catatan:\n\n${notes.map((note, at) => `${at + 1}. ${note}`).join('\n')}`);
  expect(asked).toContain(`not in full: "${notes[0]}", "${notes[1]}"`);
  expect(asked).not.toContain(notes[2]);
});

test('what a reader of text would take is asked in a list, where nothing holds it', async () => {
  const notes = ['The status of success is 202.', 'Body dikirim sebagai `application/x-www-form-urlencoded`.'];
  for (const note of notes) expect(await askedOf(`Notes:\n\n- ${note}\n- See the FAQ.`)).toContain(`"${note}"`);
  expect(await askedOf('Notes:\n\n- The answer has the status 200.\n- See the FAQ.')).not.toContain('not in full');
});

for (const words of [
  'The status is 200 and `expires_in` counts minutes.',
  'In the sandbox the status is 202 and `token_type` is missing.',
])
  test(`a sentence of which one half is read is not read: ${words}`, async () => {
    expect(await askedOf(words)).toContain(`"${words}"`);
  });

for (const words of [
  'In the sandbox, use `https://sandbox.a.test` as the base URL.',
  'Use the sandbox for tests and the production system for real payments.',
  'You get your client_id and client_secret for the sandbox from the portal.',
  'client_id dan client_secret produksi diberikan oleh tim kami setelah uji coba.',
  'The test environment resets every night.',
  'The answer has the status 200.',
  'All partners get `token_type` `Bearer`.',
])
  test(`no fact is taken back: ${words}`, async () => {
    expect(await askedOf(words)).not.toContain('which were not read, or not in full');
  });

test('what is said for all clients of the provider, or of one token beside another, is so for each request', async () => {
  const fields = table('Name | Type | Required', 'shop | string | yes');
  const page = (words: string) =>
    readDraft(`# Acme API\n\nPOST https://a.test/token\n\n## Request body\n\n${words}\n\n${fields}`);
  for (const words of [
    'Endpoint token untuk partner Acme.',
    'Here is the token endpoint for partners of Acme.',
    'You may ask for a new token; the old one stays valid until it ends.',
  ])
    expect((await page(words)).asked, words).not.toContain('for which requests');
  expect((await page('Endpoint token untuk partner Beta.')).asked).toContain('for which requests');
});
