/** Columns that say what to send: a value alone there may be the only one, which is asked; words are none. */
import { test } from '@playwright/test';
import { endpoint, expectReadings, table } from '../../support/draft.ts';

const page = (head: string, ...rows: string[]): string =>
  `${endpoint}## Form fields\n\nForm fields, all mandatory:\n\n${table(`Form field | ${head}`, ...rows)}`;
const rows = ['`grant_type` | `client_credentials`', '`client_id` | The id in your certificate', '`scope` | `fx`'];

test('a value alone below a head for what to send is asked, and is a fact of the grant type', async () => {
  for (const head of ['What to send', 'Value to send', 'Yang dikirim', 'Nilai yang dikirim'])
    await expectReadings([
      {
        what: head,
        page: page(head, ...rows),
        facts: { 'request /grant_type const': 'client_credentials', 'request /client_id required': true },
        none: ['request /client_id const', 'request /scope const'],
        asked: ['whether scope (Form fields, scope) has one value alone'],
        silent: ['whether client_id'],
      },
    ]);
});

test('a column that says something else of its fields gives no value', async () => {
  await expectReadings([
    { what: 'remarks', page: page('Remarks', ...rows), none: ['request /scope const'], silent: ['whether scope'] },
  ]);
});
