/** Schemas and patterns, whatever they hold, are resolved and matched in time that grows with their size alone. */
import { writeFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { hostile, shapeNames } from '../../bench/hostile.ts';
import { type OpenApi, openApi } from '../../src/contract/openapi.ts';
import { patternFault, patternFaults, patternOf } from '../../src/contract/pattern.ts';
import { faults } from '../../src/contract/schema.ts';
import type { Json, Schema } from '../../src/formats/json.ts';
import { changedExample } from '../support/variant.ts';

function opened(text: string): { api: OpenApi; schema: Schema | null; problems: string[] } {
  const file = test.info().outputPath('spec.yaml');
  writeFileSync(file, text);
  const problems: string[] = [];
  const api = openApi(file, problems);
  if (!api) throw new Error(problems.join());
  const node = api.child(api.root, 'a');
  return { api, schema: node && api.inline(node), problems };
}

const referring = (count: number, body: (index: number) => string): string =>
  ['a: { $ref: "#/d/x0" }', 'd:', ...Array.from({ length: count }, (_, index) => `  x${index}: ${body(index)}`)].join(
    '\n',
  );

test('a schema that contains itself is judged at every depth', () => {
  const { schema, problems } = opened(`
a: { $ref: "#/d/tree" }
d:
  tree: { type: object, properties: { left: { $ref: "#/d/tree" }, leaf: { $ref: "#/d/leaf" } } }
  leaf: { type: object, required: [name], properties: { tree: { $ref: "#/d/tree" } } }
`);
  expect(problems).toEqual([]);
  const deep = (leaf: Json): Json => ({ left: { leaf: { name: 1, tree: { left: { left: { leaf } } } } } });
  expect(faults(schema ?? {}, deep({ name: 1 }))).toEqual([]);
  expect(faults(schema ?? {}, deep({ nam: 1 }))).toEqual([
    expect.stringContaining("must have required property 'name'"),
  ]);
});

test('references that lead nowhere, round in a ring or too far are refused with their line', () => {
  expect(opened('a: { $ref: "#/b" }\nb: { $ref: "#/a" }\n').problems).toEqual([
    expect.stringMatching(/spec\.yaml:1: \$ref "#\/b" refers to itself/),
  ]);
  expect(opened('a: { $ref: "#/none" }\n').problems[0]).toContain('points to nothing');
  expect(opened('a: { $ref: "#/__proto__/x" }\n').problems[0]).toContain('points to nothing');
  expect(opened('a: { $ref: "#/d/a%20b~1c" }\nd: { a b/c: { type: string } }\n').schema).toEqual({ type: 'string' });
  const long = opened(referring(200, (index) => `{ $ref: "#/d/x${index + 1}" }`));
  expect(long.problems[0]).toContain('leads through more than 50 references');
});

for (const [title, text] of [
  [
    'each of two refers to the next twice',
    referring(31, (index) => `{ l: { $ref: "#/d/x${(index + 1) % 31}" }, r: { $ref: "#/d/x${(index + 1) % 31}" } }`),
  ],
  [
    'each refers to all',
    referring(14, () => `{ ${Array.from({ length: 14 }, (_, to) => `p${to}: { $ref: "#/d/x${to}" }`).join(', ')} }`),
  ],
  [
    'one is in the other 10,000 times',
    referring(10_000, (index) => `{ l: { $ref: "#/d/x${Math.min(index + 1, 9999)}" } }`),
  ],
] as const) {
  test(`refused, not followed without end: ${title}`, () => {
    expect(opened(text).problems).toEqual([
      expect.stringMatching(
        /spec\.yaml:3: the schema, its references followed, is nested deeper than 100 schemas, or holds more than/,
      ),
    ]);
  });
}

test('a contract whose schemas contain themselves loads, and states each fact once', () => {
  const example = changedExample().replace(
    '  expires_in:\n',
    '  parent:\n    $ref: granted.schema.yaml\n  expires_in:\n',
    { file: 'contracts/EXAMPLE/granted.schema.yaml' },
  );
  const ids = example.load().clauses.map(({ id }) => id);
  expect(ids.filter((id) => id.endsWith('-access-token'))).toHaveLength(1);
});

test('patterns that go back over a text for ever match at once, and those that must go back are refused', () => {
  const text = `${'a'.repeat(100_000)}!`;
  for (const source of [
    '^(a+)+$',
    '^(a|a)*$',
    '^(a|aa)+$',
    '(.*)*b',
    '^([a-z]+)*\\d$',
    'a*a*a*a*b',
    '(a{0,50}){0,10}c',
  ])
    expect([source, patternFault(source), patternOf(source).test(text)]).toEqual([source, null, false]);
  for (const source of [
    '(?=a)',
    '(?<!a)b',
    '(a)\\1',
    '(?<x>a)\\k<x>',
    'a{5000}',
    '(a{1000}){1000}',
    '(',
    'x'.repeat(2000),
  ])
    expect([source, patternFault(source)]).toEqual([
      source,
      expect.stringMatching(/is no pattern|is a pattern of more|refers back/),
    ]);
});

test('a pattern means what JSON Schema says', () => {
  for (const [source, text, matches] of [
    ['^[0-9]{7}$', '2007300', true],
    ['^[0-9]{7}$', '2007300\n', false],
    ['^.{3}73', '20073', true],
    ['^\\p{Lu}\\u00e9$', 'Éé', true],
    ['^.$', '😀', true],
    ['\\bpost\\b', 'GET, post', true],
    ['[\\w-]+', 'é', false],
    ['^\\S+$', 'a\u00a0b', false],
    ['^[\\s\\S]$', '\u2028', true],
    ['^.$', '\u2028', false],
    ['^\\.[.]\\s$', '..\ufeff', true],
  ] as const)
    expect([source, text, patternOf(source).test(text)]).toEqual([source, text, matches]);
  expect(patternOf('basic', true).test('BASIC realm')).toBe(true);
});

test('a member called pattern is none, and one in a schema of any name is looked at', () => {
  const bad = '(?=a)';
  expect(
    patternFaults({ properties: { pattern: { type: 'string' } }, example: { pattern: bad }, const: { pattern: bad } }),
  ).toEqual([]);
  expect(
    patternFaults({
      properties: { const: { pattern: bad } },
      patternProperties: { [bad]: {} },
      items: [{ pattern: bad }],
    }).map(({ keys }) => keys.join(' ')),
  ).toEqual(['properties const pattern', `patternProperties ${bad}`, 'items 0 pattern']);
});

test('equal items are found by their values, however many there are', () => {
  const unique = { uniqueItems: true };
  const many = Array.from({ length: 100_000 }, (_, index) => ({ index, list: [index] }));
  expect(faults(unique, many)).toEqual([]);
  expect(faults(unique, [...many, { list: [7], index: 7 }])).toEqual([' must NOT have equal items'.trim()]);
  expect(faults(unique, [1, '1', true, 'true', null, [], {}, [[]], { a: 1, b: 2 }])).toEqual([]);
  expect(
    faults(unique, [
      { a: 1, b: { c: 1, d: 2 } },
      { b: { d: 2, c: 1 }, a: 1 },
    ]),
  ).toHaveLength(1);
  expect(faults({ uniqueItems: false }, [1, 1])).toEqual([]);
});

test('of very many faults the first are listed, and how many there are', () => {
  const said = faults(
    { items: { type: 'string' } },
    Array.from({ length: 50_000 }, () => 1),
  );
  expect(said).toHaveLength(21);
  expect(said.at(-1)).toBe('and 49980 more');
});

for (const [index, shape] of shapeNames.entries()) {
  test(`a hostile answer is judged, and is no fault of ours: ${shape}`, () => {
    const { bytes, errors } = hostile(index, false);
    expect(bytes).toBeGreaterThan(256 * 1024);
    expect(errors).toBe(0);
  });
}
