/** What pages say of the answers of each status: the values in a table of statuses, and members that sentences list. */
import { expect, test } from '@playwright/test';
import { endpoint, readDraft, table } from '../../support/draft.ts';

const granted = `## Response 200\n\n${table('Name | Type | Required | Notes', 'rc | string | yes | Result', 'token | string | yes | The token')}`;
const page = (errors: string): string => `${endpoint}${granted}## Errors\n\n${errors}`;

test('a column of a table of statuses below the name of a member holds its values', async () => {
  const rows = ['400 | 41 | Malformed', '401 | 51 | Wrong secret', '401 | 52 | Key was revoked'];
  const { facts, asked } = await readDraft(page(table('Status | rc | Meaning', ...rows)));
  expect(facts).toMatchObject({ '400 /rc const': '41', '401 /rc enum': ['51', '52'], '401 status': true });
  expect(asked).not.toContain('the values and the type of rc');
  expect(asked).toContain('which of the codes each fault has: rc of 401 (51, 52)');

  // A number is text only where the page says so.
  const counted = page(table('HTTP | fault_no | Keterangan', '400 | 41 | Salah', '401 | 51 | Salah kunci'));
  const sample = '\n\n```json\n{ "fault_no": 41 }\n```\n';
  expect((await readDraft(`${counted}\n### Error 400${sample}`)).facts).toMatchObject({ '401 /fault_no const': 51 });
  const untold = await readDraft(counted);
  expect(untold.facts).not.toHaveProperty('401 /fault_no const');
  expect(untold.asked).toContain('whether the answers hold fault_no');
});

test('values by status are left where a row has several statuses, words, or a sample another value', async () => {
  for (const rows of [
    ['400, 401 | 41 | Malformed', '403 | 51 | Blocked'],
    ['400 | Wrong format | Malformed', '403 | 51 | Blocked'],
    ['400 | {code} | Malformed', '403 | 51 | Blocked'],
  ]) {
    const { facts } = await readDraft(page(table('Status | rc | Meaning', ...rows)));
    expect([facts['400 /rc const'], facts['403 /rc const']], rows[0]).toEqual([undefined, undefined]);
  }
  const shown = `${table('Status | rc | Meaning', '400 | 41 | Malformed')}### Error 400\n\n\`\`\`json\n{ "rc": "42" }\n\`\`\`\n`;
  const { facts, asked } = await readDraft(page(shown));
  expect(facts).not.toHaveProperty('400 /rc const');
  expect(asked).toContain('the values and the type of rc');
});

test('a row of a status for some alone is asked, and one about a key that was revoked is none about a token', async () => {
  const rows = ['400 | Malformed', '401 | Key revoked', '403 | Not open for this account', '404 | In the sandbox only'];
  const { facts, asked } = await readDraft(page(table('Status | Meaning', ...rows)));
  expect([facts['401 status'], facts['403 status'], facts['404 status']]).toEqual([true, true, undefined]);
  expect(asked).toContain('In the sandbox only');
  const used = await readDraft(page(table('Status | Meaning', '400 | Malformed', '401 | Token revoked')));
  expect(used.facts).not.toHaveProperty('401 status');
});

test('a sentence lists the members of every refusal, or of the answer whose status it gives', async () => {
  const statuses = table('Status | Meaning', '400 | Malformed', '401 | Wrong secret');
  for (const words of [
    'All errors have the media type application/problem+json, with the members `kind` (string) and `line` (integer).',
    'Errors are sent as application/problem+json, a body with `kind` (string), `line` (integer).',
    'Semua kesalahan memakai application/problem+json dan berisi `kind` (string) dan `line` (integer).',
  ]) {
    const { facts } = await readDraft(page(`${statuses}${words}\n`));
    const all = { 'media-type': 'application/problem+json', '/kind type': 'string', '/line type': 'integer' };
    for (const [key, value] of Object.entries(all)) {
      expect(facts, words).toMatchObject({ [`400 ${key}`]: value, [`401 ${key}`]: value });
      expect(facts, words).not.toHaveProperty(`200 ${key}`);
    }
  }
  const listed =
    '* **400** - malformed. JSON with `kind` (string)\n* **401** - wrong secret. JSON with `kind` = `login`\n';
  const { facts } = await readDraft(page(listed));
  expect(facts).toMatchObject({
    '400 /kind type': 'string',
    '401 /kind const': 'login',
    '401 media-type': 'application/json',
  });
  expect(facts).not.toHaveProperty('400 /kind const');

  for (const words of [
    'Errors have a body with `kind` (string) and `line` (integer, if known to us).',
    'Errors in the sandbox have a body with `kind` (string).',
    'If a payment fails, errors have a body with `kind` (string).',
  ])
    expect((await readDraft(page(`${statuses}${words}\n`))).facts, words).not.toHaveProperty('400 /kind type');
});

test('refusals beside the operations are those of all of them where the page says so, and a question where it does not', async () => {
  const others = '## List shops\n\nGET /shops\n\n## Add a shop\n\nPOST /shops\n\n';
  const own = `# API\n\n## Get a token\n\nPOST https://a.test/token\n\n${granted.replace('## ', '### ')}${others}`;
  const rows = table('Status | kind | Meaning', '400 | bad | Malformed', '401 | login | Wrong secret');
  const body = 'The body is always `{"kind": "...", "text": "..."}`; both are strings, and both are always there.\n';
  for (const words of [
    'These apply to every endpoint:',
    'Berlaku untuk semua layanan.',
    'All API calls are refused so.',
  ]) {
    const { facts, asked } = await readDraft(`${own}## Errors\n\n${words}\n\n${rows}${body}`);
    expect(facts, words).toMatchObject({
      '401 /kind const': 'login',
      '400 /text type': 'string',
      '400 /text required': true,
    });
    expect(asked, words).not.toContain('beside');
  }
  for (const words of [
    'What may go wrong:',
    'These apply to every endpoint except that of the token.',
    'All other endpoints answer so:',
    'Every endpoint with a token answers so.',
  ]) {
    const { facts, asked } = await readDraft(`${own}## Errors\n\n${words}\n\n${rows}`);
    expect(facts, words).not.toHaveProperty('401 status');
    expect(asked, words).toContain('is about the request for a token as well');
  }
  const half = body.replace('both are strings', 'the first is one of ours');
  expect(
    (await readDraft(`${own}## Errors\n\nThese apply to every endpoint:\n\n${rows}${half}`)).facts,
  ).not.toHaveProperty('400 /text type');
});

const snap = `## Response 200\n\n${table('Name | Type | Length | Required', 'resultCode | string | 6 | yes', 'resultMessage | string | 90 | yes', 'token | string | 400 | yes')}`;
const coded = (errors: string, before = snap): string => `${endpoint}${before}## Errors\n\n${errors}`;

test('a column below the name of a member holds its messages, and codes in marks beside words are codes', async () => {
  const rows = ['400 | 400711 | Bad field', '401 | 401700 | Denied. Wrong proof', '401 | 401701 | Denied. Client'];
  const { facts } = await readDraft(coded(table('HTTP | resultCode | resultMessage', ...rows)));
  expect(facts).toMatchObject({
    '400 /resultMessage const': 'Bad field',
    '401 /resultMessage enum': ['Denied. Wrong proof', 'Denied. Client'],
    '401 /resultCode enum': ['401700', '401701'],
  });

  // What stands for something else is none of the words that are answered.
  const filled = ['400 | 400711 | Bad field {name}', '401 | 401700 | Denied. [Proof]', '500 | 500700 | Trouble'];
  const braces = await readDraft(coded(table('HTTP | resultCode | resultMessage', ...filled)));
  expect(braces.facts).toMatchObject({ '400 /resultCode const': '400711' });
  expect(braces.facts).not.toHaveProperty('401 /resultMessage const');
  expect(braces.facts).not.toHaveProperty('400 /resultMessage const');
  expect(braces.asked).toContain('the values and the type of resultMessage');
  const brackets = await readDraft(coded(table('HTTP | resultCode | resultMessage', ...filled.slice(1))));
  expect(brackets.facts).not.toHaveProperty('401 /resultMessage const');
  expect(brackets.asked).toContain('the values and the type of resultMessage');

  const marked = ['400 | `bad_form`, `bad_grant`', '401 | `who_are_you` (the secret is wrong)', '415 | '];
  const listed = await readDraft(page(table('HTTP | rc', ...marked)));
  expect(listed.facts).toMatchObject({
    '400 /rc enum': ['bad_form', 'bad_grant'],
    '401 /rc const': 'who_are_you',
    '415 status': true,
  });
  expect(listed.facts).not.toHaveProperty('415 /rc const');
});

test('a cell that is left empty below a status, or that reaches over rows, is that of the row above', async () => {
  const html =
    '<table><tr><th>HTTP</th><th>resultCode</th></tr><tr><td rowspan="2">400</td><td>400711</td></tr>' +
    '<tr><td>400712</td></tr><tr><td>401</td><td>401700</td></tr></table>\n';
  for (const rows of [html, table('HTTP | resultCode', '400 | 400711', ' | 400712', '401 | 401700')]) {
    const { facts } = await readDraft(coded(rows));
    expect(facts, rows).toMatchObject({
      '400 /resultCode enum': ['400711', '400712'],
      '401 /resultCode const': '401700',
    });
  }
});

test('a head names a member within another, and one of any words the member whose samples show its values', async () => {
  const within = `## Response 200\n\n${table('Name | Type | Required', 'meta.rc | string | yes', 'token | string | yes')}`;
  const dotted = await readDraft(
    coded(table('HTTP | meta.rc | Arti', '400 | 17 | Salah', '401 | 18 | Kunci salah'), within),
  );
  expect(dotted.facts).toMatchObject({ '400 /meta/rc const': '17', '401 /meta/rc const': '18' });

  const rows = table('Galat | HTTP | Sebab', '`no_such_app` | 401 | Kunci salah', '`bad_form` | 400 | Salah tulis');
  const sample = (value: string): string => `${rows}### Error 401\n\n\`\`\`json\n{ "fault": "${value}" }\n\`\`\`\n`;
  const shown = await readDraft(coded(sample('no_such_app')));
  expect(shown.facts).toMatchObject({ '401 /fault const': 'no_such_app', '400 /fault const': 'bad_form' });
  // A sample with another value shows that the column is no such member.
  expect((await readDraft(coded(sample('other')))).facts).not.toHaveProperty('400 /fault const');
});

test('a code that begins with its status is that of the grant, and the errors of OAuth are where OAuth has them', async () => {
  const rows = ['400 | 400711 | Bad field', '401 | 401700 | Denied'];
  const { facts, asked } = await readDraft(coded(table('HTTP | Code | Message', ...rows)));
  expect(facts).toMatchObject({ '401 /resultCode const': '401700' });
  // People write such a head over any text.
  expect(asked).toContain('the values and the type of resultMessage');
  // Numbers of another kind, and of another length, are none.
  for (const others of [
    ['400 | 1711 | Bad field', '401 | 1700 | Denied'],
    ['400 | 40071 | Bad', '401 | 40170 | Denied'],
  ]) {
    const other = await readDraft(coded(table('HTTP | Code | Message', ...others)));
    expect(
      Object.keys(other.facts).filter((key) => /^4.*result/.test(key)),
      others[0],
    ).toEqual([]);
  }
  const oauth = await readDraft(
    coded(table('Status | error | When', '400 | invalid_scope | ', '401 | invalid_client | Wrong')),
  );
  expect(oauth.facts).toMatchObject({ '400 /error const': 'invalid_scope', '401 /error const': 'invalid_client' });
  const own = await readDraft(
    coded(table('Status | error | When', '400 | no_scope | ', '401 | invalid_client | Wrong')),
  );
  expect(own.facts).not.toHaveProperty('401 /error const');
  expect(own.asked).toContain('whether the answers hold error');
});

test('refusals that have members of the grant have them as it has, with the codes of a table, and none of its values', async () => {
  const own = table(
    'Name | Type | Required | Length | Description',
    'rcCode | String | yes | 7 | `2009900` on success',
    'rcText | String | yes | max 90 | A text',
    'token | String | yes | | The token',
  );
  const rows = ['400 | 4009901 | Malformed', '401 | 4019900 | Wrong key', '401 | 4019901 | Unknown key'];
  const all = (said: string, head = 'Code'): string =>
    `${endpoint}## Response 200\n\n${own}## Errors\n\n${table(`HTTP | ${head} | Meaning`, ...rows)}${said}\n`;
  for (const page of [
    all('All errors have the same `rcCode` and `rcText`.'),
    all('Every refusal holds the same members `rcCode`, `rcText` as the response above.'),
    all('Semua kesalahan memakai <code>rcCode</code> dan <code>rcText</code> yang sama seperti di atas.', 'Kode'),
  ]) {
    const { facts } = await readDraft(page);
    expect(facts, page).toMatchObject({
      '400 /rcCode const': '4009901',
      '401 /rcCode enum': ['4019900', '4019901'],
      '401 /rcCode required': true,
      '400 /rcText maxLength': 90,
    });
    expect(facts, page).not.toHaveProperty('400 /token type');
  }
  for (const said of [
    'Some errors have the same `rcCode` and `rcText`.',
    'All errors have the same `rcText` as payments.',
  ])
    expect((await readDraft(all(said))).facts, said).not.toHaveProperty('400 /rcText maxLength');
});

test('a dash for a status in the column of a member of every refusal is a question, and an empty cell says nothing', async () => {
  const read = (cell: string) =>
    readDraft(
      page(
        `Every error is a body with \`fault\` (string, always).\n\n${table('Status | `fault` | Meaning', '400 | bad_input | Malformed', '401 | bad_key | Wrong', `429 | ${cell} | Too fast`)}`,
      ),
    );
  const { facts, asked } = await read('–');
  expect(facts).toMatchObject({ '400 /fault const': 'bad_input', '401 /fault required': true, '429 status': true });
  expect(facts).not.toHaveProperty(['429 /fault required']);
  expect(asked).toContain('has a dash for: fault of 429');
  const stated = await read('too_fast');
  expect(stated.facts).toMatchObject({ '429 /fault const': 'too_fast' });
  expect((await read('')).asked).not.toContain('has a dash');
});
