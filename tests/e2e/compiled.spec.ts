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
import { controlOnly, newFolder, startPlaywright } from '../support/command.ts';
import { actHere } from '../support/here.ts';
import { start } from '../support/process.ts';

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

/** Loads a module of a copy as its configuration does, in this process: what it says of the providers, and how that ended. */
async function loading(folder: string, module = 'mock/index') {
  let paths: Record<string, string> = {};
  const act = async (): Promise<void> => {
    process.argv = [process.execPath, 'playwright', 'test'];
    const { fresh, notLoaded }: typeof import('../../tools/fresh.ts') = await import(join(folder, 'tools/fresh.ts'));
    paths = (await fresh<typeof import('../../mock/index.ts')>(module).catch(notLoaded)).baseUrls;
  };
  const ended = await actHere(act, { CONFORMANCE_REPORT: join(folder, 'report') }, folder);
  return { ...ended, paths };
}

test('a run loads what the sources say now, whatever became of what was compiled before', async () => {
  const folder = copied();
  expect((await loading(folder)).paths['finnet']).toBe('/pg/snap');
  const first = compiledIn(folder);
  expect(Object.keys(first.inputs)).toEqual(
    expect.arrayContaining(['mock/accounts.yaml', 'src/run/session.ts', 'tools/compile.ts']),
  );
  // Nothing is compiled again where nothing has changed.
  await loading(folder);
  expect(compiledIn(folder).folder).toBe(first.folder);

  changeUnseen(join(folder, 'reporters/partial.ts'), 'Partial run', 'Certain run');
  // A command that a test of a project starts inherits what its worker was given.
  const inherited = { TEST_WORKER_INDEX: '0', CONFORMANCE_COMPILED: join(keptIn(folder), first.folder) };
  const ended = await startPlaywright(['test', ...controlOnly], inherited, folder).ended;
  expect(ended.code, ended.output).toBe(0);
  expect(ended.output).toContain('Certain run');
  expect(ended.results().targets.map(({ verdict }) => verdict)).toEqual(['conforms']);
  expect(ended.results().run?.selection?.name).toBe('--grep=control:');

  for (const damage of [truncateSync, rmSync]) {
    const { folder: before } = compiledIn(folder);
    for (const module of ['src/index.js', 'src/playwright/spec.js', 'accounts.yaml'])
      damage(join(keptIn(folder), before, module));
    expect((await loading(folder)).paths['finnet']).toBe('/pg/snap');
    expect(compiledIn(folder).folder).not.toBe(before);
  }

  // A folder that several checkouts share is found through a link, and the modules would look for the project there.
  rmSync(join(folder, 'node_modules/.cache'), { recursive: true });
  const elsewhere = join(newFolder('shared'), 'node_modules');
  renameSync(join(folder, 'node_modules'), elsewhere);
  symlinkSync(elsewhere, join(folder, 'node_modules'));
  changeUnseen(join(folder, 'mock/finnet.ts'), "basePath: '/pg/snap'", "basePath: '/pg/snop'");
  expect((await loading(folder)).paths['finnet']).toBe('/pg/snop');
  expect(existsSync(join(keptIn(folder), 'compiled.json'))).toBe(false);
});

test('a command begins with what was compiled, and loads what reads TypeScript for the configuration alone', async () => {
  const folder = copied();
  await loading(folder);
  const derive = (...args: string[]) =>
    start(process.execPath, ['tools/conform.mjs', 'derive', ...args], { cwd: folder, input: '' }).ended;
  writeFileSync(join(folder, 'page.md'), '# Token\n\nPOST https://a.test/token\n');
  const { code, output } = await derive('page.md', '--provider', 'acme');
  expect(code, output).toBe(0);
  expect(output).toContain('wrote contracts/acme/contract.yaml');
  rmSync(join(folder, 'node_modules/tsx'));
  expect(await derive('--help')).toMatchObject({ code: 0, output: expect.stringContaining('Usage: conform derive') });
  // What is not compiled yet cannot be read without it.
  changeUnseen(join(folder, 'reporters/partial.ts'), 'Partial run', 'Certain run');
  expect(await derive('--help')).toMatchObject({ code: 1, output: expect.stringContaining("'tsx'") });
});

test('a configuration that does not load is a fault of the suite, and the report of an earlier run is put aside', async () => {
  const folder = copied();
  const report = join(folder, 'report');
  mkdirSync(report);
  writeFileSync(join(report, 'results.json'), '{}');
  writeFileSync(join(folder, 'src/index.ts'), 'const = ;');
  const ended = await loading(folder, 'src/index');
  expect(ended.code, ended.output).toBe(3);
  expect(ended.output).toMatch(/src\/index\.ts: Unexpected token \(1:6\)/);
  expect(existsSync(join(report, 'results.json'))).toBe(false);
  const { exitCode, lines } = gateFile(join(report, 'results.json'));
  expect(exitCode).toBe(3);
  expect(lines.join()).toContain('ended without results');
});
