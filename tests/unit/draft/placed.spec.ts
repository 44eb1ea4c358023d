/** A member that words name without its place belongs where the sample of its body has it. */
import { expect, test } from '@playwright/test';
import { factsOf } from '../../../src/draft/read/derive.ts';
import { endpoint, expectReadings, table } from '../../support/draft.ts';

const request = `## Request body\n\n${table('Field | Type | Required', 'client_id | string | yes', 'client_secret | string | yes')}`;
const page = (sample: string, words: string): string =>
  `${endpoint}${request}## Response 200\n\n\`\`\`json\n${sample}\n\`\`\`\n\n${words}`;
const life = '- `expires_in`: life in seconds.\n- `token_type`: always `Bearer`.\n';

test('a member that a list names alone lies where the sample shows it', async () => {
  await expectReadings([
    {
      what: 'one place',
      page: page('{"code": 200, "data": {"access_token": "a1", "token_type": "Bearer", "expires_in": 900}}', life),
      facts: { '200 /data/token_type const': 'Bearer', '200 /code type': 'integer' },
      none: ['200 /token_type const', '200 /data/expires_in const'],
    },
    {
      what: 'named alone twice',
      page: page('{"data": {"access_token": "a1", "token_type": "Bearer"}}', `${life}\nMore of the answer:\n\n${life}`),
      facts: { '200 /data/token_type const': 'Bearer' },
      none: ['200 /token_type const'],
    },
    {
      what: 'at the top',
      page: page(
        '{"access_token": "a1", "token_type": "Bearer", "expires_in": 900, "more": {"token_type": "x"}}',
        life,
      ),
      facts: { '200 /token_type const': 'Bearer' },
    },
    {
      what: 'two places',
      page: page('{"data": {"token_type": "Bearer"}, "more": {"token_type": "Bearer", "access_token": "a1"}}', life),
      facts: { '200 /token_type const': 'Bearer' },
    },
  ]);
});

const told = table('Field | Type | Required', 'access_token | string | yes', 'expires_in | integer | yes');
const fields = '- `access_token`: string, 20 to 64 characters, always\n- `expires_in`: integer, always\n';
const within = { '200 /data/access_token required': true, '200 /data/expires_in required': true };
const atTop = ['200 /access_token type', '200 /expires_in type'];

test('members that say whether they are mandatory lie where the sample shows all of them', async () => {
  const sample = '{"code": "00", "data": {"access_token": "a1", "expires_in": 900, "more": 1}}';
  await expectReadings([
    { what: 'a table', page: page(sample, told), facts: within, none: atTop, silent: ['whether access_token'] },
    { what: 'a list', page: page(sample, fields), facts: within, none: atTop },
    {
      what: 'in Indonesian',
      page: page(sample, table('Nama | Tipe | Wajib', 'access_token | string | ya', 'expires_in | integer | ya')),
      facts: within,
      none: atTop,
    },
    {
      what: 'below the row of their object',
      page: page(
        sample,
        table(
          'Field | Type | Required',
          'code | string | yes',
          'data | object | yes',
          'access_token | string | yes',
          'expires_in | integer | yes',
        ),
      ),
      facts: { ...within, '200 /data required': true, '200 /code required': true },
      none: atTop,
    },
    {
      what: 'beside members of the top',
      page: page(sample, table('Field | Type | Required', 'code | string | yes', 'access_token | string | yes')),
      facts: { '200 /code required': true },
      asked: ['whether access_token of the answer lies at the top', 'where the sample shows it: data.access_token'],
      silent: ['whether access_token of the answer is mandatory'],
    },
    {
      what: 'in two places',
      page: page('{"old": {"access_token": "a1"}, "new": {"access_token": "a1"}}', told),
      asked: ['where the sample shows it: old.access_token, new.access_token'],
    },
  ]);
});

test('dots in the place of a name are no member', async () => {
  await expectReadings([
    {
      what: 'dots',
      page: page('{"access_token": "a1", "data": {"...": "..."}, "…": 1}', ''),
      facts: { '200 /data type': 'object', '200 /access_token type': 'string' },
      none: ['200 /data/... type', '200 /… type'],
    },
  ]);
});

test('an operation is called by all of its path, whatever marks its end stands between', async () => {
  for (const [path, called] of [
    ['`DELETE https://a.test/sessions/<TOKEN>`', 'DELETE /sessions/<TOKEN>'],
    ['`DELETE https://a.test/sessions/{token}`', 'DELETE /sessions/{token}'],
    ['`DELETE https://a.test/sessions/all`', 'DELETE /sessions/all'],
  ] as const) {
    const text = `# API\n\n## Token\n\n\`POST https://a.test/token\`\n\n${request}## End a session\n\n${path}\n`;
    const { account } = await factsOf({ text, format: 'markdown', base: 'page' });
    expect(
      account.flatMap(({ kind, title }) => (kind === 'operation' ? [title] : [])),
      path,
    ).toEqual([called]);
  }
});
