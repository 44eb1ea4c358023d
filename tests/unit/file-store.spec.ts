/** What a run remembers of a target outlives the process that sent its requests, however that ends. */
import { appendFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { fileStore } from '../../src/run/file-store.ts';
import { freshMemory } from '../../src/run/memory.ts';

test('the next process remembers what the last one wrote whole, and half a line spoils nothing', () => {
  const file = test.info().outputPath('folder', 'memory.jsonl');
  expect(fileStore(file).read()).toEqual(freshMemory());
  const first = fileStore(file);
  for (const requests of [1, 2]) first.write({ ...first.read(), requests });
  appendFileSync(file, '\n{"requests":3,"told":["a');
  const second = fileStore(file);
  expect(second.read().requests).toBe(2);
  second.write({ ...second.read(), requests: 3 });
  expect(fileStore(file).read()).toEqual({ ...freshMemory(), requests: 3 });
});
