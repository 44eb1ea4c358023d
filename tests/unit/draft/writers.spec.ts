/** Pages as different writers and tools make them: every fact of each is found, and nothing else is taken for one. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { parse } from 'yaml';
import { flatten } from '../../../src/draft/merge/flatten.ts';
import { readPage } from '../../../src/draft/page/text/source.ts';
import { enumIn } from '../../../src/draft/page/values/said.ts';
import { factsOf } from '../../../src/draft/read/derive.ts';
import { todosOf } from '../../../src/draft/write/files/draft.ts';
import type { Json } from '../../../src/formats/json.ts';

const pages = fileURLToPath(new URL('../../fixtures/pages/writers/', import.meta.url));
const written: Record<string, Record<string, Json>> = parse(readFileSync(join(pages, 'facts.yaml'), 'utf8'));

const facts = async (text: string) => factsOf({ text, format: 'markdown', base: 'page' });

for (const [name, expected] of Object.entries(written)) {
  test(`${name} gives its facts and no others`, async () => {
    const read = flatten(await factsOf(await readPage(join(pages, name))));
    expect(Object.fromEntries([...read].map(([key, { value }]) => [key, value]))).toEqual(expected);
  });
}

test('a list of values is all there are where it ends, and no list that goes on', () => {
  for (const [words, values] of [
    ['Possible values: `a`, `b`', ['a', 'b']],
    ['One of `a` (the first) or `b`.', ['a', 'b']],
    ['Pilihan: A, B, C', ['A', 'B', 'C']],
    ['Allowed values: `a`, `b`, ...', null],
    ['One of `a`, `b` and more in the future', null],
    ['Possible values include `a` and `b`', null],
    ['Not one of `a`, `b`', null],
  ] as const)
    expect(enumIn(words), words).toEqual(values);
});

test('what two tables say differently of a field is left to a person', async () => {
  const table = (length: number) =>
    `## Request body\n\n| Name | Type | Required | Max length |\n|---|---|---|---|\n| clientId | string | Yes | ${length} |\n\n`;
  const read = await facts(`# Token\n\nPOST https://a.test/token\n\n${table(10)}${table(20)}`);
  const todos = todosOf(read, { provider: 'x', url: 'https://x.test', read: '2026-01-02' }).map(({ what }) => what);
  expect(todos.filter((what) => what.startsWith('the maxLength of clientId: 10'))).toHaveLength(1);
});

test('a host that the reader is to put in is no server, and the unit of a life is only that of expires_in by itself', async () => {
  const read = await facts(
    '# Token\n\nPOST https://{yourDomain}/oauth/token\n\n## Response\n\n| Name | Type |\n|---|---|\n| token | string |\n| ttl | integer |\n',
  );
  expect(read.servers).toEqual([]);
  expect(read.path?.value).toBe('/oauth/token');
  const todos = todosOf(read, { provider: 'x', url: 'https://x.test', read: '2026-01-02' }).map(({ what }) => what);
  expect(todos.join('\n')).toContain(
    'the addresses of the provider; the page has "POST https://{yourDomain}/oauth/token" on line 3',
  );
  expect(todos.join('\n')).toContain('the unit of the lifetime (token.lifetime): of ttl');
});
