/** Processes that keep tokens in one file at once. */
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import { build } from 'esbuild';
import { fileState } from '../../src/run/token-state.ts';
import { newFolder } from '../support/command.ts';
import { mockTarget } from '../support/network.ts';
import { brief, type Ended, start } from '../support/process.ts';

/** The writer as one file of JavaScript: each process that loads its sources would transform them for a second. */
async function compiledWriter(): Promise<string> {
  const outfile = join(newFolder('writer'), 'writer.mjs');
  const entryPoints = [resolve('tests/support/state-writer.ts')];
  // The service of esbuild that this worker may have has the folder in which another test began it.
  const absWorkingDir = process.cwd();
  await build({
    absWorkingDir,
    entryPoints,
    outfile,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
  });
  return outfile;
}

/** Starts a writer; resolves once it waits for the target, by which it begins. */
async function writer(...args: string[]): Promise<{ begin(): void; ended: Promise<Ended> }> {
  const { child, ended } = start(process.execPath, [...brief, ...args]);
  await once(child.stdout, 'data');
  return { begin: () => child.stdin.end(JSON.stringify(mockTarget())), ended };
}

test('three processes that keep fifteen tokens each lose none; a lock whose owner died is taken over', async () => {
  const file = join(newFolder('token-state'), 'tokens.json');
  const program = await compiledWriter();
  const dying = await writer(program, file, 'dying', 'die');
  dying.begin();
  await dying.ended;
  expect(readdirSync(dirname(file))).toEqual([expect.stringMatching(/^tokens\.json\.lock\./)]);
  const count = 15;
  const names = ['a', 'b', 'c'];
  const writers = await Promise.all(names.map((name) => writer(program, file, name, String(count))));
  for (const { begin } of writers) begin();
  expect(await Promise.all(writers.map(({ ended }) => ended))).toEqual(
    names.map(() => expect.objectContaining({ code: 0, stderr: '' })),
  );
  const state = fileState(file, 1024);
  for (const name of names)
    for (let index = 0; index < count; index++)
      expect(state.read({ ...mockTarget(), name: `${name}-${index}@mock` })?.token).toBe(
        `token of ${name}-${index}@mock`,
      );
  expect(readdirSync(dirname(file))).toEqual(['tokens.json']);
});
