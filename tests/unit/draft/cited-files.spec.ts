/** Where a question says that something stands: with its file where there are several, and without a heading that is not there. */
import { expect, test } from '@playwright/test';
import { flatten } from '../../../src/draft/merge/flatten.ts';
import { factsOf } from '../../../src/draft/read/derive.ts';
import { todosOf } from '../../../src/draft/write/files/draft.ts';
import { endpoint, table } from '../../support/draft.ts';

/** The facts, and the questions of pages, as `derive` asks them. */
async function asked(...texts: string[]) {
  const pages = texts.map((text, index) => ({ text, format: 'markdown' as const, base: `docs/${'ab'[index]}.md` }));
  const facts = await factsOf(pages);
  return {
    facts,
    questions: todosOf(facts, { provider: 'x', url: null, read: '2026-01-02' })
      .map(({ what }) => what)
      .join('\n'),
  };
}

const strange = '## Limits\n\n| Tier | Burst |\n|---|---|\n| A | 5 |\n\n';

test('a line is told with its file where several are read together', async () => {
  const first = `${endpoint}${strange}A wrong client is refused.\n`;
  const one = await asked(first);
  expect(one.questions).toContain('on line 11');
  expect(one.questions).not.toContain('a.md');
  const both = await asked(
    first,
    `# Errors of the token\n\nPOST https://a.test/token\n\n${strange}It is refused if wrong.\n`,
  );
  expect(both.questions).toMatch(/on line 11 of a\.md/);
  expect(both.questions).toMatch(/on line 11 of b\.md/);
  expect(both.questions).not.toMatch(/\(line \d+\)|on line \d+\b(?! of [ab]\.md)/);
});

test('what stands below no heading is cited without one', async () => {
  const fields = table('Header | Mandatory | Example', 'X-Partner | M | a1', 'X-Shop | O | b2');
  const { facts, questions } = await asked(`POST https://a.test/token\n\n${fields}`);
  const cited = [...flatten(facts).values()].map(({ at }) => at);
  expect(cited).toContain('X-Partner');
  expect(cited.filter((at) => at.startsWith(','))).toEqual([]);
  expect(questions).not.toContain('(, ');
});
