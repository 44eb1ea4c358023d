/** A page that gives a value one way in words and another way in its sample leaves open which of them is meant. */
import { expect, test } from '@playwright/test';
import { endpoint, expectReadings, readDraft, table } from '../../support/draft.ts';

const head = 'Field | Type | Required | Description';
const page = (name: string, said: string, shown: string): string =>
  `${endpoint}Body, JSON:\n\n${table(head, 'client_id | string | yes | Id of the client', 'client_secret | string | yes | Secret')}## Response 200\n\n${table(
    head,
    'access_token | string | yes | The token',
    `${name} | string | yes | ${said}`,
    'expires_in | integer | yes | Life in seconds',
  )}\`\`\`json\n{"access_token": "aXk3bm9wZQ", "${name}": "${shown}", "expires_in": 900}\n\`\`\`\n`;

test('token_type is in any letter case what RFC 6749 calls the same', async () => {
  for (const [said, shown] of [
    ['Bearer', 'bearer'],
    ['Always `Bearer`', 'BEARER'],
    ['bearer', 'Bearer'],
  ] as const) {
    const { facts, asked } = await readDraft(page('token_type', said, shown));
    expect(facts['200 /token_type const'], said).toBe(said.replace('Always ', '').replaceAll('`', ''));
    expect(asked, said).not.toContain('what token_type may be');
  }
});

test('a value of another member that the sample shows otherwise is asked', async () => {
  for (const [name, said, shown] of [
    ['tokenType', 'Bearer', 'bearer'],
    ['tokenType', 'Selalu `Bearer`', 'BearerToken'],
    ['token_type', 'Always `Bearer`', 'mac'],
    ['status', 'Always `ok`', 'success'],
  ] as const) {
    const { asked } = await readDraft(page(name, said, shown));
    expect(asked, said).toContain(`what ${name} may be`);
    expect(asked, said).toContain(JSON.stringify(shown));
  }
});

test('the same value, and one that stands for any, are no question', async () => {
  for (const shown of ['Bearer', '<type>', 'string'])
    expect((await readDraft(page('tokenType', 'Always `Bearer`', shown))).asked, shown).not.toContain(
      'what tokenType may be',
    );
});

test('what a sample breaks of what is declared is asked, and the schema takes both', async () => {
  const answer = (form: string, words: string, shown: string): string =>
    `${endpoint}## Response 200\n\n${table(
      'Field | Type | Required | Description',
      'access_token | string | yes | The token',
      `item | ${form} | yes | ${words}`,
    )}\`\`\`json\n{"access_token": "aXk3bm9wZQ", "item": ${shown}}\n\`\`\`\n`;
  await expectReadings([
    {
      what: 'const',
      page: answer('string', 'Always `ok`', '"success"'),
      facts: { '200 /item enum': ['ok', 'success'] },
      none: ['200 /item const'],
      asked: ['what item may be: it has const "ok" (Response 200, item), and the sample shows "success"'],
    },
    {
      what: 'enum',
      page: answer('string', 'One of: `a`, `b`', '"c"'),
      facts: { '200 /item enum': ['a', 'b', 'c'] },
      asked: ['what item may be: it has enum ["a","b"]'],
    },
    { what: 'most', page: answer('string(3)', 'Maximum 3 characters', '"abcd"'), none: ['200 /item maxLength'] },
    {
      what: 'least',
      page: answer('string', 'At least 6 characters', '"abcd"'),
      none: ['200 /item minLength'],
      asked: ['what item may be: it has minLength 6'],
    },
    {
      what: 'bound',
      page: answer('integer', 'Maximum value 900', '3600'),
      none: ['200 /item maximum'],
      asked: ['what item may be: it has maximum 900'],
    },
    {
      what: 'format',
      page: answer('uuid', 'Id of the token', '"7"'),
      none: ['200 /item format'],
      asked: ['what item may be: it has format "uuid"'],
    },
    {
      what: 'kept',
      page: answer('string', 'Always `ok`', '"ok"'),
      facts: { '200 /item const': 'ok' },
      silent: ['item may be'],
    },
    {
      what: 'cut',
      page: answer('string', 'At least 60 characters', '"abcd..."'),
      facts: { '200 /item minLength': 60 },
      silent: ['item may be'],
    },
    {
      what: 'the request',
      page: `${endpoint}## Request body\n\n${table(head, 'item | string | yes | Maximum 3 characters', 'count | string | yes | How many')}\`\`\`json\n{"item": "abcd", "count": 4}\n\`\`\`\n`,
      facts: { 'request /count type': ['integer', 'string'] },
      none: ['request /item maxLength'],
      asked: ['what item may be: it has maxLength 3', 'the type of count'],
    },
    {
      what: 'a header',
      page: `${endpoint}## Headers\n\n${table(head, 'X-ITEM | string | yes | Maximum 3 characters', 'X-KIND | string | yes | Maximum 9 characters')}Request:\n\n\`\`\`http\nPOST /token HTTP/1.1\nX-ITEM: abcd\nX-KIND: abcd\n\`\`\`\n`,
      facts: { 'request header X-KIND maxLength': 9 },
      none: ['request header X-ITEM maxLength'],
      asked: ['what X-ITEM may be: it has maxLength 3'],
      silent: ['X-KIND may be'],
    },
  ]);
});
