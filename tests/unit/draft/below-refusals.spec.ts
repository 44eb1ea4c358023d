/** Fields and samples below a table of refusals, under the same heading. */
import { expect, test } from '@playwright/test';
import { endpoint, readDraft, table } from '../../support/draft.ts';

const granted = `## Response 200\n\n${table('Name | Type | Required', 'token | string | yes', 'note | string | no')}`;
const refusals = table('Status | When', '400 | The body is malformed', '401 | The secret is wrong', '423 | Locked');
const body = table('Name | Type | Required', 'fault | string | yes', 'hint | string | no');

test('fields behind a sentence that points back at a table of refusals are of all of these', async () => {
  for (const said of [
    'The body of these is the same:',
    'All of them have this body:',
    'Each refusal holds:',
    'Every error has:',
    'Isi jawaban tersebut:',
  ])
    for (const shown of [body, '- `fault` (string, required)\n- `hint` (string, optional)\n']) {
      const { facts } = await readDraft(`${endpoint}${granted}## Other answers\n\n${refusals}\n${said}\n\n${shown}`);
      for (const status of [400, 401, 423])
        expect(facts, said).toMatchObject({ [`${status} /fault required`]: true, [`${status} /fault type`]: 'string' });
      expect(facts, said).not.toHaveProperty('200 /fault type');
    }
});

test('without such a sentence they are of no answer that grants, and the draft asks', async () => {
  const { facts, asked } = await readDraft(`${endpoint}${granted}## Other answers\n\n${refusals}\n${body}`);
  expect(facts).not.toHaveProperty('200 /fault type');
  expect(facts).toMatchObject({ '200 /token type': 'string', '423 status': true });
  expect(asked).toContain('fault, hint');
});

test('a table of refusals takes over no request, no answer that grants, and nothing below another heading', async () => {
  const asks = table('Name | Type | Required', 'key | string | yes', 'zone | string | no');
  const mixed = table('Status | When', '200 | Granted', '401 | The secret is wrong');
  for (const page of [
    `## Statuses\n\n${refusals}\n## Request body\n\n${asks}\n${granted}`,
    `## Answers\n\n${refusals}\n### Response 200\n\n${table('Name | Type | Required', 'token | string | yes', 'note | string | no')}## Request body\n\n${asks}`,
    `## Request body\n\n${asks}\n## Response\n\n${mixed}\nThese hold:\n\n${table('Name | Type | Required', 'token | string | yes', 'note | string | no')}`,
  ]) {
    const { facts } = await readDraft(`${endpoint}${page}`);
    expect(facts, page).toMatchObject({ 'request /key required': true, '200 /token required': true });
    expect(facts, page).toMatchObject({ '200 /note type': 'string' });
  }
});
