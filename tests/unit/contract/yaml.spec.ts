/** The values of a file and the lines of its nodes come from two parsers: here they are held together. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { parse } from 'yaml';
import { readYaml, type SourceFile } from '../../../src/contract/yaml.ts';

function read(text: string): { source: SourceFile | null; problems: string[] } {
  const file = test.info().outputPath('file.yaml');
  writeFileSync(file, text);
  const problems: string[] = [];
  const source = readYaml(file, problems);
  return { source, problems: problems.map((problem) => problem.slice(problem.indexOf('file.yaml'))) };
}

test('both parsers see the same values in every file of the project', () => {
  const files = ['contracts', 'specs', 'environments', 'examples', 'mock', 'tests'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.yaml'))
      .map((name) => join(folder, name)),
  );
  expect(files.length).toBeGreaterThan(25);
  for (const file of files) expect(readYaml(file, [])?.value, file).toEqual(parse(readFileSync(file, 'utf8')));
});

test('words that versions of YAML read differently are read as in version 1.2', () => {
  const text = '[yes, no, on, 017, 0o17, 1_000, 1:30, 2026-01-02, ~, TRUE, .5, "<<", 0x1f, 1e3]';
  expect(read(text).source?.value).toEqual(parse(text));
});

test('every fault of a file is reported with its line', () => {
  expect(read('a: 1\nb: [1\nc: "x\n').problems).toEqual([
    expect.stringMatching(/^file\.yaml:3: /),
    expect.stringMatching(/^file\.yaml:4: /),
  ]);
  expect(read('a: 1\nb: 2\na: 3\n').problems).toEqual(['file.yaml:3: Map keys must be unique']);
  expect(read('a: 1\nb: *none\n').problems).toEqual([expect.stringMatching(/^file\.yaml:2: .*none/)]);
  expect(read('').source?.value).toBeNull();
});

test('a place is that of the node, or of its nearest ancestor, and a TODO has its own line', () => {
  const { source, problems } = read('a: 1\nb:\n  - x\n  - y: 1\n    x-todo: { price: how much }\n');
  expect(`${source?.place(['b', 1, 'y'])}`).toMatch(/file\.yaml:4$/);
  expect(source?.where(['b', 1, 'none', 'deeper'])).toMatch(/file\.yaml:4$/);
  expect(source?.where(['none'])).toMatch(/file\.yaml:1$/);
  expect(problems).toEqual(['file.yaml:5: TODO price: how much; decide it, then delete this line']);
  expect(source?.value).toEqual({ a: 1, b: ['x', { y: 1 }] });
});

test('an empty TODO is a line to delete, whatever kind of nothing stands in it', () => {
  for (const nothing of ['', ' {}', ' ""', ' null']) {
    const { source, problems } = read(`a: 1\nx-todo:${nothing}\n`);
    expect(problems, nothing).toEqual(['file.yaml:2: x-todo is empty: delete the line']);
    expect(source?.value).toEqual({ a: 1 });
  }
});

const nine = (name: string): string => Array.from({ length: 9 }, () => `*${name}`).join(', ');
const laughs = Array.from({ length: 12 }, (_, index) =>
  index === 0 ? 'a0: &a0 [x, x, x, x, x, x, x, x, x]' : `a${index}: &a${index} [${nine(`a${index - 1}`)}]`,
).join('\n');
const chain = Array.from({ length: 500 }, (_, index) =>
  index === 0 ? 'a0: &a0 [x]' : `a${index}: &a${index} [*a${index - 1}]`,
).join('\n');

const beyond: [title: string, text: string, fault: string | RegExp][] = [
  ['an alias inside what it refers to', 'x: 1\na: &a [*a]\n', '2: an alias is inside the value that it refers to'],
  ['the same in a mapping', 'a: &a\n  b: 1\n  c: *a\n', '3: an alias is inside the value that it refers to'],
  ['a billion laughs', laughs, '7: more than 2000000 values, aliases counted as often as they are used'],
  ['aliases inside one another', chain, '100: nested deeper than 100 levels'],
  ['brackets without end', `a:\n  ${'['.repeat(100_000)}`, '2: nested deeper than 100 levels'],
  ['brackets with an end', `${'['.repeat(100_000)}${']'.repeat(100_000)}`, '1: nested deeper than 100 levels'],
  ['braces', '{a: '.repeat(100_000), '1: nested deeper than 100 levels'],
  [
    'a row too many',
    `rows:\n${'  - { id: a }\n'.repeat(50_001)}`,
    /^file\.yaml:[12]: 50001 items; at most 50000 are read/,
  ],
  [
    'a member too many',
    Array.from({ length: 20_001 }, (_, index) => `k${index}: 1`).join('\n'),
    /^file\.yaml:1: 20001 members; at most 20000/,
  ],
  [
    'a large file',
    `a: ${'x'.repeat(17 * 1024 * 1024)}`,
    /^file\.yaml:1: the file has \d+ bytes; at most 16777216 are read/,
  ],
  [
    'a merge key',
    'a: &a { x: 1 }\nb:\n  y: 1\n  <<: *a\n',
    '4: the merge key "<<" is not of YAML 1.2; write the members out',
  ],
  [
    'a key that changes an object',
    'a:\n  b: 1\n  __proto__: { c: 1 }\n',
    '3: the key "__proto__" is not read; give it another name',
  ],
];

for (const [title, text, fault] of beyond) {
  test(`refused with its line: ${title}`, () => {
    const { source, problems } = read(text);
    expect(source).toBeNull();
    expect(problems).toEqual([typeof fault === 'string' ? `file.yaml:${fault}` : expect.stringMatching(fault)]);
  });
}

test('what is no file is said, and aliases within the bounds are followed', () => {
  const problems: string[] = [];
  expect(readYaml(test.info().outputPath('.'), problems)).toBeNull();
  expect(problems).toEqual([expect.stringMatching(/this is not a regular file, so it is not read$/)]);
  expect(read('a: &a { x: [1, 2] }\nb: *a\nc: [*a, *a]\n').source?.value).toEqual({
    a: { x: [1, 2] },
    b: { x: [1, 2] },
    c: [{ x: [1, 2] }, { x: [1, 2] }],
  });
});

test('the line of a fault is that of its key', () => {
  const { source } = read('a:\n  b:\n    - c:\n        d: 1\n');
  expect(source?.where(['a', 'b', 0, 'c'])).toMatch(/file\.yaml:3$/);
  expect(source?.where(['a', 'b'])).toMatch(/file\.yaml:2$/);
});
