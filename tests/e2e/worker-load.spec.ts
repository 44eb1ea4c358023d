/** Playwright starts a worker anew after each red test, so what a worker loads is paid for as often. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import { conformance, newFolder, playwright, withMock } from '../support/command.ts';

test('a worker that sends and judges loads neither the parser that knows lines nor more of undici than what sends', async () => {
  const folder = newFolder('loaded');
  const ended = await withMock(undefined, (file) =>
    playwright(conformance('--project=pyng', '--grep=control:'), {
      TARGET_ENV: file,
      LOADED_MODULES: folder,
      NODE_OPTIONS: `--require=${resolve('tests/support/loaded.cjs')}`,
    }),
  );
  expect(ended.results().targets[0]?.requests, ended.output).toBeGreaterThan(0);
  const workers = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8').split('\n'));
  expect(workers.length).toBeGreaterThan(0);
  for (const modules of workers) {
    expect(modules.some((name) => name.endsWith('/undici/lib/dispatcher/client.js'))).toBe(true);
    expect(
      modules.filter((name) => /\/node_modules\/(yaml\/|undici\/(index\.js|lib\/web\/fetch\/index\.js))/.test(name)),
    ).toEqual([]);
  }
});
