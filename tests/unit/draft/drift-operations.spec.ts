/** Operations of a page beside the token's, compared with the page of later. */
import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { pageFacts } from '../../../src/draft/drift/beside.ts';
import { changesSince } from '../../../src/draft/drift/compare.ts';
import { pageRow } from '../../../src/draft/drift/decisions.ts';
import type { Page } from '../../../src/draft/facts/input.ts';
import { factsOf } from '../../../src/draft/read/derive.ts';

const text = readFileSync('tests/fixtures/pages/heron.md', 'utf8');
const pageOf = (words: string): Page => ({ text: words, format: 'markdown', base: 'page.md' });

test('drift: a change of an operation beside the token is found, and a page that is read again is the same', async () => {
  const { facts } = pageRow(await factsOf(pageOf(text), { with: ['all'] }), undefined);
  const since = async (words: string): Promise<string[]> => {
    const later = await factsOf(pageOf(words), {
      with: ['GET /v1/accounts/{accountId}', 'POST /v1/statements'],
      lenient: true,
    });
    return changesSince(pageFacts(later), facts, new Map()).map(({ kind, fact }) => `${kind} ${fact}`);
  };
  expect(await since(text)).toEqual([]);
  const get = 'GET /v1/accounts/{}: ';
  const post = 'POST /v1/statements: ';
  for (const [before, after, changes] of [
    ['| note | string(40)', '| note | string(60)', [`changed ${get}200 /note maxLength`]],
    [
      '| copies | integer | No | |',
      '| copies | integer | No | |\n| lang | string | Yes | |',
      [`added ${post}request /lang required`, `added ${post}request /lang type`],
    ],
    ['| 404 |', '| 410 |', [`removed ${get}404 status`, `added ${get}410 status`]],
    [
      '`GET /v1/accounts/{accountId}`',
      '`GET /v1/accounts/{id}`',
      [`changed ${get}path`, `removed ${get}request path accountId required`],
    ],
  ] as const) {
    const found = await since(text.replace(before, after));
    expect(found, after).toEqual(expect.arrayContaining([...changes]));
    if (!before.startsWith('`')) expect(found, after).toHaveLength(changes.length);
  }
  const without = await since(text.slice(0, text.indexOf('## 3.')));
  expect(without).toContain(`removed ${post}path`);
  expect(without.filter((one) => !one.startsWith(`removed ${post}`))).toEqual([]);
});
