/** What a run remembers of a target outlives the process that sent its requests, however that ends. */
import { appendFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { fileStore } from '../../../src/run/file-store.ts';
import { freshMemory } from '../../../src/run/memory.ts';
import { say } from '../../../src/wire/clear/cleared.ts';

test('the next process remembers what the last one wrote whole, and half a line spoils nothing', () => {
  const file = test.info().outputPath('folder', 'memory.jsonl');
  expect(fileStore(file, 'run-1').read()).toEqual(freshMemory());
  const first = fileStore(file, 'run-1');
  for (const requests of [1, 2]) first.write({ ...first.read(), requests });
  appendFileSync(file, '\n{"requests":3,"reported":["a');
  const second = fileStore(file, 'run-1');
  expect(second.read().requests).toBe(2);
  second.write({ ...second.read(), requests: 3 });
  expect(fileStore(file, 'run-1').read()).toEqual({ ...freshMemory(), requests: 3 });
});

test('what another run left, and what is no memory, is not remembered', () => {
  const file = test.info().outputPath('folder', 'memory.jsonl');
  const first = fileStore(file, 'run-1');
  first.write({ ...first.read(), requests: 7, givenUp: say`given up` });
  expect(fileStore(file, 'run-2').read()).toEqual(freshMemory());
  const second = fileStore(file, 'run-2');
  second.write({ ...second.read(), requests: 1 });
  const foreign = ['null', '7', '[]', '{"run":"run-2"}', '{"run":"run-2","memory":{"requests":"9","reported":{}}}'];
  for (const line of foreign) appendFileSync(file, `\n${line}`);
  expect(fileStore(file, 'run-2').read()).toEqual({ ...freshMemory(), requests: 1 });
  expect(fileStore(file, 'run-1').read().requests).toBe(7);
});
