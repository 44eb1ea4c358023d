/** Questions that would say something untrue of a page: that it is silent, or that a word of it was not read, where it has one. */
import { expect, test } from '@playwright/test';
import { endpoint, expectReadings, readDraft, table } from '../../support/draft.ts';

const body = `## Request body\n\n${table('Field | Type | Required', 'shop | string | yes', 'pin | string | yes')}`;

test('one item of a list of notes may hold a whole legend', async () => {
  for (const legend of [
    '- All calls go over TLS.\n- Column **Kode**: `Y` = wajib, `T` = tidak wajib.',
    '- `Y` means required, `T` means optional.\n- Data are in UTF-8.',
    '- Format is JSON.\n- Y = required, T = optional',
  ]) {
    const rows = table('Item | Tipe | Kode', 'shop | teks | Y', 'note | teks | T');
    const { facts, asked } = await readDraft(`${endpoint}${legend}\n\n## Request body\n\n${rows}`);
    expect.soft(facts, legend).toHaveProperty('request /shop required', true);
    expect.soft(asked, legend).not.toMatch(/whether .*note.* mandatory/);
  }
});

test('a word of a fault may have the ending for whose it is, and a number between bounds has no value alone', async () => {
  const rows = ['400 | Parameter tidak ada atau nilainya salah', '401 | Kuncinya salah', '403 | Cuacanya buruk'];
  const { facts, asked } = await readDraft(`${endpoint}${body}## Errors\n\n${table('HTTP | Sebab', ...rows)}`);
  expect(facts).toMatchObject({ '400 status': true, '401 status': true });
  expect(facts).not.toHaveProperty(['403 status']);
  expect(asked).not.toContain('400 "');
  for (const words of ['Kode cabang, 1 s.d. 99', 'Branch, 1 to 99', 'Cabang, 1 s/d 99']) {
    const read = await readDraft(
      `${endpoint}## Request body\n\n${table('Field | Type | Note', `branch | integer | ${words}`)}`,
    );
    expect.soft(read.facts, words).toMatchObject({ 'request /branch minimum': 1, 'request /branch maximum': 99 });
    expect.soft(read.asked, words).not.toContain('one value alone');
  }
});

test('a code of a status stays where the body of all refusals shows it, though the words about it are a question', async () => {
  const statuses = table(
    'HTTP | `kind` | Meaning',
    '401 | `bad_pin` | `shopKey` wrong or revoked',
    '403 | `odd_day` | The moon is full',
  );
  const all = `All errors look like this:\n\n${table('Field | Type | Required', '`kind` | string | Yes')}`;
  const { facts, asked } = await readDraft(`${endpoint}${body}### Errors\n\n${statuses}${all}`);
  expect(facts).toMatchObject({ '401 /kind const': 'bad_pin', '403 /kind const': 'odd_day' });
  expect(asked).toContain('403 "odd_day The moon is full"; the draft has 403');
  // Without such a body the status is none yet.
  const alone = await readDraft(`${endpoint}${body}### Errors\n\n${statuses}`);
  expect(alone.facts).not.toHaveProperty(['403 status']);
});

test('a table that holds the secret of a client asks for the token, and names as programs write them are no heads', async () => {
  await expectReadings([
    {
      what: 'a secret of an app',
      page: `${endpoint}${table('Attribute | Type | M/O', '`appKey` | String | M', '`appSecret` | String | M')}### Answer (HTTP 200)\n\n${table('Attribute | Type | M/O', '`accessToken` | String | M')}`,
      facts: { 'request /appSecret required': true, '200 /accessToken required': true },
      silent: ['about the request or the response'],
    },
    {
      what: 'nothing of either side',
      page: `${endpoint}${table('Attribute | Type | M/O', '`colour` | String | M', '`size` | String | M')}`,
      none: ['request /colour required'],
      asked: ['about the request or the response'],
    },
    {
      what: 'rows without a head',
      page: 'TOKEN\nPOST https://a.test/token\n\nForm parameters\ngrant_type    required    must be client_credentials\nkind          required    one of: new, old\n',
      facts: { 'request /grant_type required': true, 'request /kind required': true },
      silent: ['its heads say nothing we know'],
    },
  ]);
});

test('a status that the page has is no guess, and what is refused by whose it is, is quoted', async () => {
  const some = await readDraft(
    `${endpoint}${body}## Errors\n\n400 covers the rest of the zoo.\n\n${table('HTTP | Cause', '401 | pin is wrong')}`,
  );
  expect(some.asked).not.toContain('400 is a guess');
  const none = await readDraft(`${endpoint}${body}## Errors\n\n${table('HTTP | Cause', '401 | pin is wrong')}`);
  expect(none.asked).toContain('400 is a guess');
  const headers = `## Headers\n\n${table('Header | Required', '`apikey` | yes', '`X-Merchant-No` | yes')}`;
  const page = (words: string) =>
    `${endpoint}${headers}## Errors\n\n${table('HTTP | Cause', '401 | apikey is wrong', `403 | ${words}`)}`;
  expect((await readDraft(page('The key is that of another merchant'))).asked).toContain(
    'than the one issued is refused: the page has "403 | The key is that of another merchant"',
  );
  expect((await readDraft(page('Blocked'))).asked).toContain('the page does not call it a credential');
});

test('a question quotes what is said of its subject, and of what has a length of time beside that the lines alone', async () => {
  const granted = `## Response 200\n\n${table('Field | Type', 'session | string', 'validFor | string')}`;
  const text = `${endpoint}${body}${granted}`;
  const { asked } = await readDraft(`${text}\nA session lives for 900 seconds.\n\nRetry after 5 minutes at most.\n`);
  expect(asked).toContain('"A session lives for 900 seconds."');
  expect(asked).not.toContain('"Retry after 5 minutes at most."');
  expect(asked).toMatch(/and more on line/);
  // Where nothing is said of a life, what there is may be that.
  expect((await readDraft(`${text}\nThis takes 5 minutes at most.\n`)).asked).toContain(
    '"This takes 5 minutes at most."',
  );
});

test('words about all members of what they stand beside name these', async () => {
  const page = (lead: string): string =>
    `${endpoint}${body}## Errors\n\n${table('HTTP | Meaning', '401 | Wrong pin')}\n${lead}\n\n\`\`\`json\n{ "oops": "wrong_pin", "hint": "Look at the card" }\n\`\`\`\n`;
  for (const lead of [
    'A 401 looks like this, both members are always there and are strings:',
    'Respons 401 seperti ini, kedua kolom selalu ada:',
  ]) {
    const { asked } = await readDraft(page(lead));
    expect.soft(asked, lead).not.toMatch(/oops.*only a sample/);
    expect.soft(asked, lead).toContain(lead.slice(0, 30));
  }
  expect((await readDraft(page('A 401 looks like this:'))).asked).toMatch(/oops.*only a sample/);
});
