/** What people set up: environments by path and by name, contracts of their own, `.env`, and names that a record inherits. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import { selectTargets, wantedOf } from '../../src/playwright/selection.ts';
import { conformance, environmentFile, newFolder, playwright, startPlaywright } from '../support/command.ts';
import { exampleNames, examples } from '../support/example.ts';
import { start } from '../support/process.ts';
import { runScript } from '../support/script.ts';

test('an environment that TARGET_ENV names by its path is one with that of its name', async () => {
  const run = conformance('--project=finnet@mock', '--grep=control:');
  const { code, output, results } = await playwright(run, { TARGET_ENV: 'environments/mock.yaml' });
  expect(output).not.toContain('would run twice');
  expect(results().targets.map(({ target, requests }) => [target, requests])).toEqual([['finnet@mock', 1]]);
  expect(code).not.toBe(3);
  const copy = environmentFile((text) => text);
  const projects = ['finnet@changed'];
  const listed = wantedOf(projects, selectTargets({ mode: 'list', projects }, { TARGET_ENV: copy }));
  expect(listed.map(({ meta }) => meta.target)).toEqual(projects);
});

test('contracts of another folder bring the environments beside them, by name', async () => {
  const [name = ''] = exampleNames;
  const variables = { CONFORMANCE_CONTRACTS: join(examples, name) };
  const run = conformance(`--project=${name}@environment`, '--grep=control:');
  const { output, results } = await playwright(run, variables);
  expect(output).not.toContain('does not load');
  expect(results().targets.map(({ target, requests }) => [target, requests])).toEqual([[`${name}@environment`, 1]]);
  const unnamed = await playwright(conformance(), variables);
  expect(unnamed.output).toContain(`name one of these with --project: ${name}@environment`);
  expect(unnamed.code).toBe(3);
});

/** Copies an example's contract under other names, each of which is a provider of its own. */
function copies(names: string[]): string {
  const [example = ''] = exampleNames;
  const folder = newFolder('contracts');
  for (const name of names) {
    const renamed = (from: string, to: string): void => {
      mkdirSync(dirname(to), { recursive: true });
      writeFileSync(to, readFileSync(from, 'utf8').replace(new RegExp(`\\b${example}\\b`, 'g'), name));
    };
    const source = join(examples, example, 'contracts', example);
    for (const file of readdirSync(source)) renamed(join(source, file), join(folder, 'contracts', name, file));
    renamed(join(examples, example, `specs/${example}.openapi.yaml`), join(folder, `specs/${name}.openapi.yaml`));
  }
  const settings = names.map((name) => {
    const text = readFileSync(join(examples, example, 'environment.yaml'), 'utf8');
    return text.slice(text.indexOf(`  ${example}:`)).replace(example, name);
  });
  writeFileSync(join(folder, 'own.yaml'), `kind: mock\nproviders:\n${settings.join('')}`);
  return folder;
}

test('two providers of one title, and one that is named like a member of every object, are targets like any other', async () => {
  const folder = copies(['first', 'constructor']);
  const { output, results } = await playwright(conformance('--grep=control:'), {
    CONFORMANCE_CONTRACTS: folder,
    TARGET_ENV: join(folder, 'own.yaml'),
  });
  expect(output).not.toContain('duplicate');
  expect(results().targets.map(({ target, requests }) => [target, requests])).toEqual([
    ['constructor@own', 1],
    ['first@own', 1],
  ]);
});

/** A folder with this `.env`, and an environment that reads A_SECRET from it. */
function withDotenv(dotenv: string) {
  const folder = newFolder('dotenv');
  writeFileSync(join(folder, '.env'), dotenv);
  const file = environmentFile((text) => text.replace(/clientSecret: .*/, 'clientSecret: $A_SECRET'));
  const args = ['--project=singapay', '--grep=control:', '--config', resolve('playwright.config.ts')];
  return {
    run: () => startPlaywright(conformance(...args), { TARGET_ENV: file, A_SECRET: undefined }, folder).ended,
    doctor: () => runScript('doctor', ['singapay'], { TARGET_ENV: file }, folder),
  };
}

test('a value of .env that a # cuts is named with its line and not shown, and nothing is sent', async () => {
  const { run, doctor } = withDotenv('\uFEFFOTHER=unused#value\r\nexport A_SECRET=ThrowAway#Secret81\r\n');
  for (const { code, output } of [await run(), await doctor()]) {
    expect(output).toContain('.env:2: the value of A_SECRET ends at a # outside quotes; put the value in quotes');
    expect(output).not.toContain('ThrowAway');
    expect(output).not.toContain('OTHER');
    expect(code).toBe(3);
  }
  const commented = await withDotenv('A_SECRET=ThrowAway #Secret81\n').doctor();
  expect(commented.output).toContain('.env:1: what follows the # after the value of A_SECRET is a comment');
});

test('a byte order mark, the word export and line ends of Windows do not hide a value of .env', async () => {
  const secret = /clientSecret: (\S+)/.exec(readFileSync('environments/mock.yaml', 'utf8'))?.[1] ?? '';
  const plain = await withDotenv(`\uFEFFA_SECRET=${secret}\r\n`).doctor();
  expect(plain.output).toMatch(/ok +control +granted/);
  const { output, results } = await withDotenv(`\uFEFFexport A_SECRET="${secret}"\r\nB=1\r\n`).run();
  expect(output).not.toContain('needs the variable');
  expect(results().targets[0]?.counts.pass).toBeGreaterThan(0);
});

test('a .env that is a pipe is read while a program writes into it, and named where none does', async () => {
  const folder = newFolder('dotenv');
  execFileSync('/usr/bin/env', ['mkfifo', join(folder, '.env')]);
  const none = await runScript('doctor', ['singapay'], {}, folder);
  expect(none.output).toMatch(
    /^\S+\.env cannot be read:\n {2}- it is a pipe that no program writes into; make it a file/,
  );
  expect(none.code).toBe(3);
  const writer = start('/bin/sh', ['-c', 'printf "TARGET_ENV=from-the-pipe" > .env'], { cwd: folder });
  const written = await runScript('doctor', ['singapay'], {}, folder);
  await writer.ended;
  expect(written.output).toContain('There is no environment "from-the-pipe"');
});
