import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { openApi } from '../../../src/contract/openapi.ts';
import { faults } from '../../../src/contract/schema.ts';
import type { Json, JsonObject } from '../../../src/formats/json.ts';
import { newFolder } from '../../support/folders.ts';

/** The schema of a tree, its references followed. */
function treeOf(tree: JsonObject) {
  const file = join(newFolder('recursion'), 'api.json');
  writeFileSync(file, JSON.stringify({ tree, start: { $ref: '#/tree' } }));
  const problems: string[] = [];
  const api = openApi(file, problems);
  const node = api?.child(api.root, 'start');
  const schema = node ? api?.inline(node) : undefined;
  expect(problems).toEqual([]);
  return schema ?? {};
}

const branch = (name: string): JsonObject => ({
  type: 'object',
  required: [name],
  properties: { child: { $ref: '#/tree' } },
});

const nested = (levels: number): Json => {
  let value: Json = {};
  for (let level = 0; level < levels; level++) value = { child: value };
  return value;
};

test('alternatives that contain themselves end with an error on an answer that doubles their number at each level', () => {
  const doubling = treeOf({ anyOf: [branch('one'), branch('other')] });
  expect(faults(doubling, nested(3)).length).toBeGreaterThan(0);
  expect(() => faults(doubling, nested(60))).toThrow(/a schema that contains itself is used more than 200000 times/);
  // The next value is counted anew.
  expect(faults(doubling, { one: 1 })).toEqual([]);
  const single = treeOf({ type: 'object', properties: { child: { $ref: '#/tree' } } });
  expect(faults(single, nested(1000))).toEqual([]);
});
