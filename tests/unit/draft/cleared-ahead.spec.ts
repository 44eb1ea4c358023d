/** Texts of a page that are cleared while its facts are still read. */
import { setTimeout } from 'node:timers/promises';
import { expect, test } from '@playwright/test';
import type { Page } from '../../../src/draft/facts/input.ts';
import { clearedFacts, clearingAhead, gateOfPages } from '../../../src/draft/read/cleared.ts';
import { factsOf } from '../../../src/draft/read/derive.ts';

const secret = 'Zk8s9QpL2mN4vR7tY1wB6';

const page: Page = {
  format: 'markdown',
  base: 'page.md',
  text: `# Token\n\nPOST https://a.test/token\n\nThe token may be used for some time; send ${secret} with each request for one.

| Colour | Weight |\n|---|---|\n| ${secret} | 12 |\n
| Field | Type | Description |\n|---|---|---|\n| clientId | string | Sample: ${secret} |\n| scope | shape | of the caller |\n`,
};

test('the texts that are told ahead are those of the facts', async () => {
  const told: string[] = [];
  const { account, passages = [], todos } = await factsOf(page, {}, (texts) => void told.push(...texts));
  const texts = [...account.map(({ passage }) => passage), ...passages.map(({ text }) => text)];
  expect(account.length).toBeGreaterThan(1);
  expect(todos.length).toBeGreaterThan(0);
  expect(texts.filter((text) => !told.includes(text))).toEqual([]);
  expect(told.some((text) => text.includes(secret))).toBe(true);
});

test('facts are cleared alike whether their texts were cleared ahead, in part, or not', async () => {
  const told: string[][] = [];
  const facts = await factsOf(page, {}, (texts) => void told.push(texts));
  const variables = { ACME_CLIENT_SECRET: secret };
  const alone = clearedFacts(facts, gateOfPages(variables));
  expect(JSON.stringify(alone)).toContain('‹secret ACME_CLIENT_SECRET: 21 characters›');
  expect(JSON.stringify(alone)).not.toContain(secret);
  for (const pause of [0, 50]) {
    const gate = gateOfPages(variables);
    const ahead = clearingAhead();
    // What comes before the gate waits for it.
    for (const texts of told.slice(0, 1)) ahead.take(texts);
    ahead.begin(gate);
    for (const texts of told.slice(1)) ahead.take(texts);
    if (pause > 0) await setTimeout(pause);
    ahead.end();
    expect(clearedFacts(facts, gate)).toEqual(alone);
  }
});

test('nothing is cleared once the facts are there', async () => {
  const ahead = clearingAhead();
  const cleared: string[] = [];
  const gate = gateOfPages({});
  ahead.begin({ ...gate, clear: (text, most) => gate.clear(cleared.at(cleared.push(text) - 1) ?? '', most) });
  ahead.take(['one']);
  await setTimeout(20);
  ahead.take(['two']);
  ahead.end();
  await setTimeout(20);
  expect(cleared).toEqual(['one']);
});
