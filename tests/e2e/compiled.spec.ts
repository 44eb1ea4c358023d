/** What a run loads: the sources, compiled, as they are now. Tried in a copy of the project, whose kept files no other test uses. */
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import { gateFile } from '../../src/results/gate.ts';
import { controlOnly, type Ended, newFolder, startPlaywright } from '../support/command.ts';

const parts = [
  ...['src', 'reporters', 'mock', 'proof', 'tools', 'formats', 'contracts', 'specs', 'environments'],
  ...['tests/conformance.spec.ts', 'playwright.config.ts', 'package.json'],
];

/** A copy of the project; its packages are links, so that it has a folder of its own for what it keeps. */
function copied(): string {
  const folder = newFolder('copy');
  for (const part of parts) cpSync(part, join(folder, part), { recursive: true });
  mkdirSync(join(folder, 'node_modules'));
  for (const name of readdirSync('node_modules'))
    if (!name.startsWith('.')) symlinkSync(resolve('node_modules', name), join(folder, 'node_modules', name));
  return folder;
}

const run = (cwd: string, variables: Record<string, string> = {}): Promise<Ended> =>
  startPlaywright(['test', ...controlOnly, '--reporter=list,./reporters/conformance.ts'], variables, cwd).ended;

const keptIn = (folder: string): string => join(folder, 'node_modules/.cache/payment-token-conformance');

const compiledIn = (folder: string): { folder: string; inputs: Record<string, string> } =>
  JSON.parse(readFileSync(join(keptIn(folder), 'compiled.json'), 'utf8'));

/** Changes a text in a file to one of the same length, and leaves its size and time as they were. */
function changeUnseen(file: string, before: string, after: string): void {
  const { atime, mtime } = statSync(file);
  const text = readFileSync(file, 'utf8');
  expect(text).toContain(before);
  expect(after).toHaveLength(before.length);
  writeFileSync(file, text.replace(before, after));
  utimesSync(file, atime, mtime);
}

test('a run loads what the sources say now, whatever became of what was compiled before', async () => {
  const folder = copied();
  const conforms = async (said: string, variables: Record<string, string> = {}): Promise<void> => {
    const ended = await run(folder, variables);
    expect(ended.code, ended.output).toBe(0);
    expect(ended.output).toContain(said);
    expect(ended.results().targets.map(({ verdict }) => verdict)).toEqual(['conforms']);
    expect(ended.results().run?.selection?.name).toBe('--grep=control:');
  };
  /** The configuration and the tests are loaded, and nothing is run. */
  const lists = async (): Promise<void> => {
    const ended = await startPlaywright(['test', ...controlOnly, '--list'], {}, folder).ended;
    expect(ended.code, ended.output).toBe(0);
    expect(ended.output).toContain('control: the good request');
  };
  await conforms('Partial run');
  const first = compiledIn(folder);
  expect(Object.keys(first.inputs)).toEqual(
    expect.arrayContaining(['mock/accounts.yaml', 'src/run/session.ts', 'tools/compile.ts']),
  );

  changeUnseen(join(folder, 'reporters/partial.ts'), 'Partial run', 'Certain run');
  // A command that a test of a project starts inherits what its worker was given.
  await conforms('Certain run', { TEST_WORKER_INDEX: '0', CONFORMANCE_COMPILED: join(keptIn(folder), first.folder) });

  for (const damage of [truncateSync, rmSync]) {
    const { folder: before } = compiledIn(folder);
    for (const module of ['src/index.js', 'src/playwright/spec.js', 'accounts.yaml'])
      damage(join(keptIn(folder), before, module));
    await lists();
    expect(compiledIn(folder).folder).not.toBe(before);
  }

  // A folder that several checkouts share is found through a link, and the modules would look for the project there.
  rmSync(join(folder, 'node_modules/.cache'), { recursive: true });
  const elsewhere = join(newFolder('shared'), 'node_modules');
  renameSync(join(folder, 'node_modules'), elsewhere);
  symlinkSync(elsewhere, join(folder, 'node_modules'));
  await lists();
  expect(existsSync(join(keptIn(folder), 'compiled.json'))).toBe(false);
});

test('a configuration that does not load is a fault of the suite, and the report of an earlier run is put aside', async () => {
  const folder = copied();
  const report = join(folder, 'report');
  mkdirSync(report);
  writeFileSync(join(report, 'results.json'), '{}');
  writeFileSync(join(folder, 'src/index.ts'), 'const = ;');
  const ended = await run(folder, { CONFORMANCE_REPORT: report });
  expect(ended.code, ended.output).toBe(3);
  expect(ended.output).toMatch(/src\/index\.ts: Unexpected token \(1:6\)/);
  expect(existsSync(join(report, 'results.json'))).toBe(false);
  const { exitCode, lines } = gateFile(join(report, 'results.json'));
  expect(exitCode).toBe(3);
  expect(lines.join()).toContain('ended without results');
});
