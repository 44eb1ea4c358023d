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

test('a body of refusals beside the table of their statuses is of all of these, though a sentence below it names one', async () => {
  const listed = `## Refused sign on\n\n${table('HTTP | rc | Meaning', '400 | 30 | Field missing', '403 | 75 | Partner blocked')}`;
  const body = `## Body of a refusal\n\n${table('Field | Type | Mandatory', 'rc | string | Y', 'text | string | Y')}`;
  const below = (words: string) => readDraft(`${endpoint}${listed}${body}${words}\n`);
  const { facts } = await below('A call with a key that has ended is answered HTTP 403 with rc 75. Sign on again.');
  expect(facts).toMatchObject({ '400 /text required': true, '403 /text required': true, '403 /rc type': 'string' });
  const alone = await readDraft(`${endpoint}${listed.replace('sign on', 'refunds')}${body}`);
  expect(alone.facts).not.toHaveProperty(['400 /text required']);
  expect(alone.asked).toContain('which status the answers of the table "Body of a refusal"');
});
