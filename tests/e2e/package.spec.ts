/** The package as another team has it: packed, installed into a folder of theirs, and used by its commands. */
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import { exampleNames } from '../support/example.ts';
import { runHere } from '../support/here.ts';
import {
  conform,
  loadAll,
  modules,
  name,
  playwright,
  team,
  teamOfPnpm,
  typescript,
  unpacked,
} from '../support/packed.ts';

/** A provider whose page, contract and environment are data alone. */
const example = exampleNames.findLast((one) => existsSync(`examples/${one}/page.md`)) ?? '';

test('the package holds what a run needs, and at most 3 MB', async () => {
  const folder = await unpacked();
  const sizeOf = (file: string): number => statSync(join(folder, file)).size;
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const files = names.filter((file) => statSync(join(folder, file)).isFile());
  expect(files.map(sizeOf).reduce((sum, size) => sum + size)).toBeLessThanOrEqual(3_000_000);
  expect(files.filter((file) => /(^|\/)(tests|interop|bench|node_modules)\/|(?<!\.d)\.ts$/.test(file))).toEqual([]);
  const { exports, bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const named = [...Object.values(exports), ...Object.values(bin)].flatMap((entry) =>
    typeof entry === 'string' ? [entry] : Object.values(entry as Record<string, string>),
  );
  for (const file of named)
    expect(existsSync(join(folder, String(file).replace('*', 'contract.schema.json'))), String(file)).toBe(true);
});

let first: ReturnType<typeof begin> | null = null;

/** A team that begins in an empty folder, once for the tests of this file; each leaves it as it is. */
async function begin() {
  const folder = await teamOfPnpm();
  const begun = await conform(folder, 'init', '--ci', 'gitlab');
  expect(begun.code, begun.output).toBe(0);
  return { folder, begun };
}

const beginner = (): ReturnType<typeof begin> => (first ??= begin());

test('every module of the package loads where it is installed, with what it reads beside itself', async () => {
  const { folder } = await beginner();
  const { code, stdout, stderr } = await loadAll(folder);
  expect([code, stderr]).toEqual([0, '']);
  expect(Number(/^loaded (\d+)$/m.exec(stdout)?.[1])).toBeGreaterThan(50);
});

test('init in an empty folder, a run on the mock, the gate, a provider from a page; in the layout of pnpm, with what the package declares and nothing else', async () => {
  const { folder, begun } = await beginner();
  expect(begun.stdout).toContain('npx playwright test\n');
  expect(begun.stdout).not.toContain('npm install');
  const before = readFileSync(join(folder, 'playwright.config.ts'), 'utf8');
  const again = await runHere('init', [], {}, folder);
  expect(again.stdout).toContain('kept  playwright.config.ts, which was there');
  expect(readFileSync(join(folder, 'playwright.config.ts'), 'utf8')).toBe(before);

  const ran = await playwright(folder, '--project=pyng', '--grep=control:');
  expect(ran.code, ran.output).toBe(0);
  expect(ran.stdout).toMatch(/pyng@mock\s.*conforms/);
  expect(readFileSync(join(folder, 'conformance-report/report.html'), 'utf8')).toContain('<script');
  const gate = await conform(folder, 'gate', '--selection', 'control:', '--json');
  expect([gate.code, JSON.parse(gate.stdout).targets[0]?.verdict]).toEqual([0, 'conforms']);

  cpSync(resolve(`examples/${example}/page.md`), join(folder, 'page.md'));
  const derived = await conform(folder, 'derive', 'page.md', '--provider', example);
  expect(derived.code, derived.output).toBe(0);
  expect(existsSync(join(folder, `contracts/${example}/contract.yaml`))).toBe(true);
  const open = await conform(folder, 'doctor');
  expect(open.code).toBe(3);
  expect(open.stderr).toMatch(new RegExp(`contracts/${example}/contract\\.yaml:\\d+`));
  for (const part of ['contracts', 'specs']) rmSync(join(folder, part), { recursive: true });
});

test('a project of CommonJS that has Playwright tests keeps them, and has ours beside them; contracts of the team are tested beside the built-in ones, in folders that its configuration names', async () => {
  const folder = await team();
  writeFileSync(join(folder, 'package.json'), '{ "type": "commonjs" }\n');
  const theirs = "module.exports = { testDir: './tests' };\n";
  writeFileSync(join(folder, 'playwright.config.js'), theirs);
  const begun = await runHere('init', ['--ci', 'github'], {}, folder);
  expect(begun.stdout).toContain('npx playwright test -c conformance.config.mts\n');
  expect(readFileSync(join(folder, 'playwright.config.js'), 'utf8')).toBe(theirs);
  expect(readFileSync(join(folder, '.github/workflows/conformance.yml'), 'utf8')).toContain(
    'test -c conformance.config.mts',
  );
  expect(readFileSync(join(folder, '.github/workflows/conformance.yml'), 'utf8')).toMatch(
    /conform begin -c conformance\.config\.mts\n.*test -c conformance\.config\.mts[\s\S]*conform gate -c conformance\.config\.mts\n/,
  );
  expect((await conform(folder, 'doctor', 'pyng')).code).toBe(0);

  for (const part of ['contracts', 'specs'])
    cpSync(resolve('examples', example, part), join(folder, 'ours', part), { recursive: true });
  mkdirSync(join(folder, 'ours/where'));
  cpSync(resolve(`examples/${example}/environment.yaml`), join(folder, 'ours/where/lab.yaml'));
  // A project of theirs without a folder of its own has them all: what needs a target is none of its tests, and would fail.
  const written = readFileSync(join(folder, 'conformance.config.mts'), 'utf8');
  const filled = written.replace(
    "{ tests: './conformance' }",
    `{ root: 'ours', contracts: 'contracts', environments: 'where', tests: '../conformance', report: '../out', builtIn: ['pyng'] },
        { retries: 2, projects: [{ name: 'own' }] }`,
  );
  expect(filled).not.toBe(written);
  writeFileSync(join(folder, 'conformance.config.mts'), filled);
  mkdirSync(join(folder, 'own'));
  writeFileSync(
    join(folder, 'own/a.spec.ts'),
    "import { test } from '@playwright/test';\ntest('of their own', () => {});\n",
  );
  const named = ['-c', 'conformance.config.mts'];
  const projects = ['--project=own', `--project=${example}@lab`];
  const ran = await playwright(folder, ...named, ...projects, '--grep=control:|of their own');
  expect(ran.code, ran.output).toBe(0);
  // The commands read the same configuration.
  const gate = await conform(folder, 'gate', ...named, '--selection', 'control:|of their own');
  expect(gate.stdout).toContain(`${example}@lab  conforms`);
  // UI mode and editors run tests by the path of the file that holds them.
  const byPath = await playwright(folder, ...named, ...projects, '--list', 'conformance/conformance\\.spec\\.mts');
  expect(byPath.stdout, byPath.output).toContain('control: the good request');
});

test('prove names the clauses of a team that cannot turn red, and every other turns red', async () => {
  const folder = await team();
  const small = 'kingfisher';
  for (const part of ['contracts', 'specs'])
    cpSync(resolve('examples', small, part), join(folder, part), { recursive: true });
  mkdirSync(join(folder, 'environments'));
  cpSync(resolve('examples', small, 'environment.yaml'), join(folder, 'environments/mock.yaml'));
  const contract = join(folder, 'contracts', small, 'contract.yaml');
  const blunt = `
  - id: ${small}-blunt
    statement: A grant has a token of any kind.
    level: must
    source: page
    at: Response
    promise: { check: value, on: granted, with: { at: /access_token, schema: {} } }`;
  const text = readFileSync(contract, 'utf8');
  // The clauses that the longest part of the proof is about are proven of the providers elsewhere.
  const few = text.replace(/^ {2}- id: \S+-(?:no-echo|claims-secret|header-case)\n(?: {4}.*\n)+/gm, '');
  writeFileSync(contract, few.replace(/^clauses:/m, `clauses:${blunt}`));
  const proven = await runHere('prove', [small, '--json'], {}, folder);
  expect(proven.code, proven.output).toBe(1);
  const [proof] = JSON.parse(proven.stdout).providers;
  expect(proof).toMatchObject({ provider: small, survivors: [], unproven: [`${small}-blunt`], flagged: [] });
  expect(proof.mutants.total).toBeGreaterThan(100);
  expect(proof.mutants.killed).toBe(proof.mutants.total);
  // What is wrong with a contract is a message, in prove as elsewhere.
  writeFileSync(contract, text.replace('check: json-object', 'check: json-objekt'));
  const wrong = await runHere('prove', [small], {}, folder);
  expect([wrong.code, wrong.stdout]).toEqual([3, '']);
  expect(wrong.stderr).toContain('did you mean "json-object"?');
  expect(wrong.stderr).not.toContain('    at ');
});

test('every public export says what it is, and each of its examples compiles where the package is installed, as what init writes does', async () => {
  const { folder } = await beginner();
  const dist = join(folder, 'node_modules', name, 'dist');
  const declarations = readdirSync(dist, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.d.ts'))
    .map((file) => readFileSync(join(dist, file), 'utf8'));
  const values = [
    'defineConformance',
    'startMock',
    'startEmbedded',
    'genericProvider',
    'baseUrls',
    'ConformanceReporter',
  ];
  for (const value of values) {
    const declared = new RegExp(`/\\*\\*((?:(?!\\*/)[\\s\\S])*)\\*/\\s*export (?:default |declare )+\\w+ ${value}\\b`);
    expect(declarations.map((text) => declared.exec(text)?.[1]).find(Boolean), value).toContain('@example');
  }
  const examples = declarations.flatMap((text) => [...text.matchAll(/```ts\n([\s\S]*?)```/g)]);
  const files = examples.map(([, code = ''], index) => {
    const file = `example-${index}.ts`;
    writeFileSync(join(folder, file), code.replace(/^ \* ?/gm, ''));
    return file;
  });
  expect(files.length).toBeGreaterThan(4);
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }\n');
  const types = await typescript(folder, 'playwright.config.ts', 'tests/conformance.spec.ts', ...files);
  expect(types.code, types.output).toBe(0);
  for (const file of ['package.json', ...files]) rmSync(join(folder, file));
});

test('a second copy of Playwright is one message and exit code 3, before any request', async () => {
  const folder = await team('@playwright', 'playwright', 'playwright-core');
  await runHere('init', [], {}, folder);
  for (const part of ['@playwright/test', 'playwright', 'playwright-core']) {
    const copy = join(folder, 'node_modules', part);
    mkdirSync(copy, { recursive: true });
    cpSync(join(modules, part, 'package.json'), join(copy, 'package.json'));
  }
  const { code, stderr } = await playwright(folder, '--project=pyng');
  expect([code, stderr]).toEqual([3, expect.stringMatching(/^There are two copies of Playwright:\n/)]);
  expect(stderr).toContain(join(modules, 'playwright'));
});

test('mistakes of people are one message without a stack, also where the configuration itself is wrong', async () => {
  const { folder } = await beginner();
  const refused = (hint: string) => ({ code: 3, stderr: expect.stringContaining(hint) });
  expect(await conform(folder, 'gat')).toMatchObject(refused('did you mean "gate"?'));
  expect(await runHere('explain', ['pyng-eror'])).toMatchObject(refused('did you mean "pyng-error"?'));
  const said = await runHere('explain', ['pyng-error', '--json']);
  expect(JSON.parse(said.stdout)).toMatchObject({ provider: 'pyng', kind: 'promise' });
  writeFileSync(join(folder, 'wrong.config.ts'), "throw new Error('conformance is off');\n");
  const broken = await conform(folder, 'doctor', '-c', 'wrong.config.ts');
  expect(broken).toMatchObject(refused('wrong.config.ts: conformance is off'));
  expect(broken.stderr).not.toContain('    at ');

  // In a file of the package a provider may be one that a configuration leaves out, and a mistake all the same.
  const [ofPackage, aside] = [join(folder, 'node_modules', name, 'environments/mock.yaml'), join(folder, 'aside')];
  const written = readFileSync(ofPackage, 'utf8');
  renameSync(join(folder, 'environments'), aside);
  writeFileSync(ofPackage, written.replace('\n  finnet:', '\n  finnett:'));
  const misspelt = await conform(folder, 'doctor');
  writeFileSync(ofPackage, written);
  renameSync(aside, join(folder, 'environments'));
  const hint = /mock\.yaml:\d+: no provider "finnett"; there is: .*did you mean "finnet"\?/;
  expect(misspelt).toMatchObject({ code: 3, stderr: expect.stringMatching(hint) });
});
