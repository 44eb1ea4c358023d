/** A page that gives a value one way in words and another way in its sample leaves open which of them is meant. */
import { expect, test } from '@playwright/test';
import { endpoint, readDraft, table } from '../../support/draft.ts';

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
