/** Codes in a table of statuses that are known by themselves: below a head of words, beside rows of words, and without a body that shows them. */
import { expect, test } from '@playwright/test';
import { endpoint, readDraft, table } from '../../support/draft.ts';

const list = (name: string, codes: string): string =>
  table('Field | Type | Required | Notes', `${name} | string | yes | One of ${codes}`);
const page = (codes: string, head: string, ...rows: string[]): string =>
  `${endpoint}## Request body\n\n${table('Field | Type | Required', 'pin | string | yes')}## Error answer\n\n${list('kind', codes)}${table(head, ...rows)}`;
const codes = '`bad_pin`, `no_pin`, `too_long`';

test('codes that stand alone in cells divide the list of the member that has them all among the statuses', async () => {
  for (const head of [
    'Status | Cause',
    'HTTP | When it happens, and why',
    'Status | Keterangan',
    'Status | Possible values',
  ]) {
    const rows = ['400 | `no_pin`, `too_long`', '401 | `bad_pin`', '415 | The body is no form'];
    const { facts, asked } = await readDraft(page(codes, head, ...rows));
    expect.soft(facts, head).toMatchObject({
      '400 /kind enum': ['no_pin', 'too_long'],
      '401 /kind const': 'bad_pin',
      '415 /kind required': true,
    });
    expect.soft(asked, head).not.toContain('the values and the type of kind');
  }
  // Without a row of words as well.
  const whole = await readDraft(page(codes, 'Status | Reasons', '400 | `no_pin` or `too_long`', '401 | `bad_pin`'));
  expect(whole.facts).toMatchObject({ '400 /kind enum': ['no_pin', 'too_long'], '401 /kind const': 'bad_pin' });
});

test('codes that no list has, or that are not the whole list, give no values', async () => {
  const others = await readDraft(page(codes, 'Status | Cause', '400 | `no_shop`', '401 | The pin is wrong'));
  expect(others.facts).toMatchObject({ '400 /kind enum': ['bad_pin', 'no_pin', 'too_long'] });
  expect(others.facts).not.toHaveProperty('400 /kind const');
  const some = await readDraft(page(codes, 'Status | Cause', '400 | `no_pin`', '401 | The pin is wrong'));
  expect(some.facts).not.toHaveProperty('400 /kind const');
  expect(some.asked).toContain('the values and the type of kind');
});

test('codes of OAuth below the head error are those of its member, which a page that shows no refusal is asked for', async () => {
  const rows = ['400 | `invalid_request` | Something is missing', '401 | `invalid_client` | Wrong secret'];
  const statuses = table('Status | error | When', ...rows);
  const { facts, asked } = await readDraft(`${endpoint}## Errors\n\n${statuses}`);
  expect(facts).toMatchObject({ '400 /error const': 'invalid_request', '401 /error const': 'invalid_client' });
  expect(asked).toContain('whether a refusal is a JSON object that holds error');
  const shown = await readDraft(
    `${endpoint}## Errors\n\n${statuses}### Error 400\n\n\`\`\`json\n{ "error": "invalid_request" }\n\`\`\`\n`,
  );
  expect(shown.facts).toMatchObject({ '401 /error const': 'invalid_client' });
  expect(shown.asked).not.toContain('whether a refusal is a JSON object');
});
