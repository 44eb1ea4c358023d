/** The body of refusals that is described once, and the table of their statuses beside it. */
import { expect, test } from '@playwright/test';
import { readDraft, table } from '../../support/draft.ts';

const read = (errors: string) =>
  readDraft(
    `# Get token\n\n\`POST https://a.test/token\`\n\n## Request body\n\n| Field | Type | Required |\n|---|---|---|\n| user | string | yes |\n\n${errors}`,
  );

const body = '| Field | Type | Required |\n|---|---|---|\n| error_code | string | yes |\n| text | string | no |\n\n';
const statuses = (head: string, ...rows: string[]): string =>
  `| ${head} | Status | Meaning |\n|---|---|---|\n${rows.join('\n')}\n\n`;
const codes = ['| A1 | 400 | Malformed |', '| A2 | 400 | Missing |', '| S1 | 401 | Wrong key |'];

test('each status of the table beside it has the body, with the values of the column that is called like its member', async () => {
  for (const errors of [
    `## Errors\n\n${body}${statuses('Error code', ...codes)}`,
    `## Penolakan\n\n### Kode kesalahan\n\n${statuses('`error_code`', ...codes)}### Isi kesalahan\n\n${body}`,
  ]) {
    const { facts, asked } = await read(errors);
    expect(facts).toMatchObject({
      '400 /error_code required': true,
      '400 /error_code enum': ['A1', 'A2'],
      '401 /error_code const': 'S1',
      '401 /text type': 'string',
    });
    expect(asked).not.toContain('which status the answers');
  }
});

test('what is no code, and a column of another name, gives no value', async () => {
  for (const table of [
    statuses('Reason', ...codes),
    statuses('Error code', ...codes, '| any other code | 403 | Denied |'),
  ]) {
    const { facts } = await read(`## Errors\n\n${body}${table}`);
    expect(facts).toHaveProperty('401 /error_code required', true);
    expect(Object.keys(facts).join()).not.toMatch(/error_code (?:const|enum)/);
  }
});

test('of two tables of statuses, or of two bodies, or of statuses elsewhere, nothing says which it is', async () => {
  const table = statuses('Error code', ...codes);
  for (const errors of [
    `## Errors\n\n${body}${table}${statuses('Error code', '| B1 | 403 | Denied |')}`,
    `## Errors\n\n${body}${body.replace('error_code', 'fault')}${table}`,
    `## Errors\n\n${body}## Statuses\n\n${table}`,
  ]) {
    const { facts, asked } = await read(errors);
    expect(Object.keys(facts).join()).not.toContain('error_code');
    expect(asked).toContain('which status the answers');
  }
});

test('a part behind the operations that says it is about the refusals of all is about the token as well, and any other is asked about', async () => {
  const other =
    '# Refresh\n\n`POST https://a.test/token/refresh`\n\n## Request body\n\n| Field | Type | Required |\n|---|---|---|\n| refresh_token | string | yes |\n\n';
  const table = statuses('Error code', ...codes, '| N1 | 404 | No such thing |');
  for (const said of ['All endpoints use the same error object.', 'Semua layanan memakai format galat yang sama.']) {
    const { facts, asked } = await read(`${other}# Errors\n\n${said}\n\n${body}${table}`);
    expect(facts).toMatchObject({ '400 /error_code enum': ['A1', 'A2'], '401 /error_code const': 'S1' });
    expect(asked).toContain('answered with 404');
    expect(asked).not.toContain('behind POST');
  }
  for (const said of [
    'All other endpoints use the same error object.',
    'All calls with an access token get this error.',
    '',
  ]) {
    const { facts, asked } = await read(`${other}# Errors\n\n${said}\n\n${body}${table}`);
    expect(facts).not.toHaveProperty('401 status');
    expect(asked).toContain('behind POST');
  }
});

test('such a part may count the operations, and list statuses and a body for each refusal without a table', async () => {
  const other = '# Refresh\n\n`POST https://a.test/token/refresh`\n\n';
  const own = '## Errors\n\n| Status | Meaning |\n|---|---|\n| 400 | Malformed |\n| 401 | Wrong key |\n\n';
  for (const said of [
    'Each of the two calls may answer 429 (too fast) and 503 (maintenance). Each error has this body:',
    'Every one of these 2 operations can return 429 and 503. All refusals hold:',
    'Semua permintaan dapat menjawab 429 dan 503. Setiap kesalahan memuat:',
  ]) {
    const { facts, asked } = await read(`${own}${other}# General errors\n\n${said}\n\n${body}`);
    for (const status of [400, 401, 429, 503])
      expect(facts, said).toMatchObject({
        [`${status} /error_code required`]: true,
        [`${status} /text type`]: 'string',
      });
    expect(asked, said).not.toContain('behind POST');
  }
  for (const said of [
    'One of the two calls may answer 429. Each error has this body:',
    'Each of the two calls may answer 429. Some errors have this body:',
  ]) {
    const { facts, asked } = await read(`${own}${other}# General errors\n\n${said}\n\n${body}`);
    expect(facts, said).not.toHaveProperty('401 /error_code required');
    expect(asked, said).toMatch(/behind POST|which status the answers/);
  }
});

test('a line that begins with an answer and its status announces the members below it, and one that names two announces neither', async () => {
  const granted = '## Response 200\n\n- `token` (string, required)\n\n';
  const member = '\n\n- `hint` (string, required)\n\n';
  for (const line of [
    'Response 403 – the key was closed',
    'Error 403: the key is wrong',
    'Jawaban 403 – kunci salah',
  ]) {
    const { facts } = await read(`${granted}${line}${member}`);
    expect(facts, line).toMatchObject({ '403 /hint required': true, '403 /hint type': 'string' });
    expect(facts, line).not.toHaveProperty('200 /hint type');
  }
  const { facts } = await read(`${granted}Error 403: the key is wrong\nError 404: there is no key${member}`);
  expect(Object.keys(facts).join()).not.toMatch(/40[34] \/hint/);
});

test('problems and faults are refusals, a caption goes on with them, and a small head among others names a member', async () => {
  const named = '| Status | reason | Why |\n|---|---|---|\n| 400 | Not readable | {} |\n| 403 | Key closed | {} |\n\n';
  const fields = '| Element | M/O | Type |\n|---|---|---|\n| reason | M | string |\n| detail | O | string |\n\n';
  for (const [head, caption] of [
    ['Problems', 'All problems have'],
    ['When it fails', 'The body then holds:'],
    ['Bila gagal', 'Setiap kegagalan memuat:'],
  ]) {
    const { facts, asked } = await read(`## ${head}\n\n${named.replaceAll('{}', 'broken')}${caption}\n\n${fields}`);
    expect(facts, head).toMatchObject({
      '400 /reason const': 'Not readable',
      '403 /reason const': 'Key closed',
      '403 /reason required': true,
      '403 /detail type': 'string',
    });
    expect(asked, head).not.toContain('which status');
  }
  const { facts } = await read(`## Problems\n\n${named.replace('reason', 'Reason')}Some problems have\n\n${fields}`);
  expect(Object.keys(facts).join()).not.toMatch(/reason const|403 \/detail/);
});

test('errors of a whole API are those of the token, whose own list says which statuses it has', async () => {
  const own = '**Fails with** `401` (wrong key), `422` (a field is missing).\n\n';
  const other = '## `GET /shops/{id}` Look up a shop\n\n`404` when there is none.\n\n';
  const table = statuses('error_code', '| no_key | 401 | - |', '| none | 404 | - |', '| bad_field | 422 | - |');
  for (const said of [
    'Every error of the API is JSON and holds:',
    'All errors, whatever the endpoint, are JSON objects:',
    'Semua galat, apa pun operasinya, adalah JSON:',
  ]) {
    const { facts, asked } = await read(`${own}${other}# Errors\n\n${said}\n\n${body}${table}`);
    expect(facts, said).toMatchObject({
      '401 /error_code const': 'no_key',
      '422 /error_code const': 'bad_field',
      '422 /error_code required': true,
      '422 media-type': 'application/json',
    });
    expect(facts, said).not.toHaveProperty('404 status');
    expect(asked, said).toContain('answered with 404:');
  }
  const some = 'Every error of the shop endpoints is JSON and holds:';
  const { facts } = await read(`${own}${other}# Errors\n\n${some}\n\n${body}${table}`);
  expect(Object.keys(facts).join()).not.toContain('error_code');
});

test('of a table that has some fields in grants alone the others are in refusals as well, where a table of statuses gives them', async () => {
  const answer = (when: string): string =>
    `## Response body\n\n${table('Field | Type | M/O | Length | Notes', 'rcode | String | M | 9 | Code', 'hint | String | M | 40 | Words', `token | String | C | 80 | ${when}`, `kind | String | C | - | ${when}: Bearer`)}\n`;
  const statuses = `## Errors\n\n${table('HTTP | rcode', '400 | E01', '401 | E02')}`;
  const page = (when: string): string => `# Get token\n\n\`POST https://a.test/token\`\n\n${answer(when)}${statuses}`;
  for (const when of ['Ada bila permintaan berhasil', 'Present when the request succeeds']) {
    const { facts, asked } = await readDraft(page(when));
    expect(facts, when).toMatchObject({
      '200 /kind required': true,
      '200 /kind const': 'Bearer',
      '400 /rcode const': 'E01',
      '401 /rcode required': true,
      '401 /rcode type': 'string',
      '401 /rcode maxLength': 9,
      // It is mandatory whether the request succeeds or not, though the table of statuses has no such column.
      '401 /hint required': true,
    });
    expect(Object.keys(facts).join(), when).not.toMatch(/40[01] \/(?:token|kind)/);
    expect(asked, when).not.toContain('mandatory');
  }
  const { facts } = await readDraft(page('For web shops'));
  expect(facts).not.toHaveProperty('401 /rcode required');
});

test('a caption may name the member whose values a list has behind each status', async () => {
  const list = '\n\n- `400`: `bad_field`, `bad_realm` or `bad_form`\n- `403`: `closed`\n';
  for (const caption of ['Errors (JSON, `fault` always there):', 'Galat (JSON, `fault` selalu ada):']) {
    const { facts, asked } = await read(`${caption}${list}`);
    expect(facts, caption).toMatchObject({
      '400 /fault enum': ['bad_field', 'bad_realm', 'bad_form'],
      '400 media-type': 'application/json',
      '403 /fault const': 'closed',
      '403 /fault required': true,
    });
    expect(asked, caption).not.toMatch(/(?:whether|of) [^\n"]*fault/);
  }
  for (const caption of ['Errors (`fault` or `hint`):', 'Errors (JSON, `fault` sometimes there):', 'Errors:']) {
    const { facts } = await read(`${caption}${list}`);
    expect(facts, caption).toHaveProperty('400 status', true);
    expect(Object.keys(facts).join(), caption).not.toContain('fault');
  }
});

test('a member that repeats the status of HTTP is that of each refusal, of the type that the page gives it', async () => {
  const table = '| Status | Why |\n|---|---|\n| 400 | Broken |\n| 403 | Closed |\n\n';
  const fields = (type: string): string =>
    `All errors have\n\n| Element | M/O | Type |\n|---|---|---|\n| state | M | ${type} |\n\n`;
  for (const said of ['`state` repeats the HTTP status.', '`state` selalu sama dengan status HTTP.']) {
    const { facts } = await read(`## Errors\n\n${table}${fields('integer')}${said}`);
    expect(facts, said).toMatchObject({ '400 /state const': 400, '403 /state const': 403 });
    const text = await read(`## Errors\n\n${table}${fields('string')}${said}`);
    expect(text.facts, said).toMatchObject({ '400 /state const': '400' });
  }
  const { facts } = await read(`## Errors\n\n${table}${fields('integer')}\`state\` may repeat the HTTP status.`);
  expect(facts).not.toHaveProperty('400 /state const');
});

const described = (words: string, statuses: string): string =>
  `## Error answer\n\n| Field | Type | Mandatory | Description |\n|---|---|---|---|\n| fault | string | Mandatory | One of \`no_field\`, \`bad_field\`, \`no_realm\` |\n\n${words}\n\n| Status | Cause |\n|---|---|\n${statuses}`;
const causes = '| 400 | `no_field` or `bad_field` |\n| 401 | `no_realm` |\n| 413 | The body is too large |\n';

test('a refusal that a sentence says to have no body has none, and one with a word that is not understood is asked', async () => {
  for (const words of [
    'A 413 has no body.',
    'These fields come with 400 and 401 only.',
    'The body of a 413 is empty.',
    'Isian ini hanya ada pada 400 dan 401.',
    'Respons 413 tanpa body.',
    'A 413 carries no payload.',
    'Only 400 and 401 have a body.',
    'The fields above are sent with 400 and 401.',
  ]) {
    const { facts } = await read(described(words, causes));
    expect.soft(facts, words).toMatchObject({ '400 /fault required': true, '413 status': true });
    expect.soft(Object.keys(facts).join(), words).not.toContain('413 /fault');
  }
  const open = await read(described('A 413 mostly has no body.', causes));
  expect(open.asked).toContain('A 413 mostly has no body.');
});

test('the codes that each status has are those that its words name, where they name nothing else', async () => {
  const { facts } = await read(described('', causes));
  expect(facts).toMatchObject({ '400 /fault enum': ['no_field', 'bad_field'], '401 /fault const': 'no_realm' });
  const told = await read(described('', causes.replace('`no_realm`', 'Mostly `no_realm`')));
  expect(told.facts).toHaveProperty('401 /fault enum', ['no_field', 'bad_field', 'no_realm']);
  expect(told.asked).toContain('which values of fault each status has');
});
