/** What stands between a sample and an address that is named further down: it is of the sample. */
import { expect, test } from '@playwright/test';
import type { Page } from '../../../src/draft/facts/input.ts';
import { flatten } from '../../../src/draft/merge/flatten.ts';
import { factsOf } from '../../../src/draft/read/derive.ts';

const requested =
  '| Field | Type | Required |\n|---|---|---|\n| shopId | string | yes |\n| shopSecret | string | yes |\n';
const granted = '| Field | Type | Required |\n|---|---|---|\n| token | string | yes |\n';

const address = 'POST https://a.test/session/token';
const command = `curl -X POST https://a.test/session/token -H 'Content-Type: application/json' -d '{"shopId":"a","shopSecret":"b"}'`;

const page = (sample: string, lead: string, answer: string, below: string): Page => ({
  text: `## Sign in\n\n\`\`\`\n${sample}\n\`\`\`\n\n${lead}\n\n${requested}\n${answer}\n\n${granted}\n${below}\n`,
  format: 'markdown',
  base: 'page.md',
});

async function factsIn(from: Page): Promise<Record<string, unknown>> {
  const facts = await factsOf(from);
  return Object.fromEntries([...flatten(facts)].map(([key, { value }]) => [key, value]));
}

test('tables below a sample are of its operation, whatever address a sentence behind them names', async () => {
  const below = 'To look a token up, call `GET https://a.test/session/token/details`.';
  const operation = { method: 'POST', path: '/session/token' };
  for (const sample of [address, command]) {
    const announced = await factsIn(page(sample, 'Send a JSON object:', 'The answer is 200 OK with', below));
    const members = { 'request /shopId required': true, '200 /token required': true };
    expect.soft(announced, sample).toMatchObject({ ...operation, ...members });
    // Nothing says which table is sent: it is asked, and neither is that of the other operation.
    const plain = await factsIn(page(sample, 'It takes these fields.', 'It has these fields.', below));
    expect.soft(plain, sample).toMatchObject(operation);
  }
});

test('what stands behind that address is its own', async () => {
  const below = `To look a token up, call \`GET https://a.test/session/token/details\`.\n\n| Field | Type | Required |\n|---|---|---|\n| owner | string | yes |`;
  const facts = await factsIn(page(command, 'Send a JSON object:', 'The answer is 200 OK with', below));
  expect(facts).toMatchObject({ path: '/session/token', 'request /shopId required': true });
  expect(Object.keys(facts).filter((key) => key.includes('owner'))).toEqual([]);
});
