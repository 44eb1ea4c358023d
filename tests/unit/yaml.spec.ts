/** The values of a file and the lines of its nodes come from two parsers: here they are held together. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { parse } from 'yaml';
import { readYaml, type SourceFile } from '../../src/contract/yaml.ts';

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

test('every fault of a file is told with its line', () => {
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
