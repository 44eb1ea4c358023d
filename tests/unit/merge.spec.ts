import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { createArchives } from '../../src/results/archive.ts';
import { type Blob, type Part, readBlob } from '../../src/results/blobs.ts';
import type { Results } from '../../src/results/format.ts';
import type { CommandIdentity } from '../../src/results/identity.ts';
import { metaOf, type TargetMeta } from '../../src/results/meta.ts';
import { wholeProblems } from '../../src/results/whole.ts';
import { loadEnvironment } from '../../src/target/environment.ts';
import { runScript } from './script.ts';
import { conformance, environmentFile, newFolder, playwright } from './support/command.ts';
import { contractNamed, contracts } from './support/run.ts';

const metas = new Map(
  ['pyng', 'finnet'].map((provider) => [provider, metaOf(contractNamed(provider), loadEnvironment('mock', contracts))]),
);

const command: CommandIdentity = {
  id: 'e58ed763-928c-4155-bee9-fdbaaadc15f3',
  name: null,
  version: '1.0.0',
  commit: 'c0ffee',
  selectors: '',
  shard: null,
};

interface Given {
  run?: Partial<CommandIdentity>;
  meta?: Partial<TargetMeta>;
  project?: string;
  startedAt?: number;
}

/** A blob report of the scenarios of a provider that `of` picks, of shard `current` where there are several. */
function blob(provider: string, current: number, total: number, given: Given = {}): Blob {
  const known = metas.get(provider);
  if (!known) throw new Error(`no ${provider}`);
  const meta = { ...known, ...given.meta };
  const shard = total === 1 ? null : { current, total };
  const size = Math.ceil(meta.scenarios.length / total);
  const part: Part = {
    project: given.project ?? provider,
    meta,
    run: { ...command, shard, ...given.run },
    scenarios: meta.scenarios.slice((current - 1) * size, current * size),
  };
  return { file: `${provider}-${current}.zip`, shard, parts: [part], unnamed: false, startedAt: given.startedAt ?? 0 };
}

const problems = (blobs: Blob[], expected: string[] = [], selection = ''): string[] =>
  wholeProblems(blobs, { expected, selection });

const shards = [1, 2, 3].map((current) => blob('pyng', current, 3));
const [first = blob('pyng', 1, 3), second = first, third = first] = shards;

test('a missing shard, a doubled one and a missing project are told with their remedy', () => {
  expect(problems(shards, ['pyng', 'pyng@mock'])).toEqual([]);
  expect(problems([first, third])).toEqual([
    'shard 2 of 3 is missing; run it again with --shard=2/3',
    expect.stringMatching(/^pyng@mock: \d+ of \d+ scenarios are in no blob report$/),
  ]);
  expect(problems([...shards, { ...second, file: 'again.zip' }])).toEqual([
    'again.zip holds tests that pyng-2.zip holds too; keep one of them',
  ]);
  expect(problems([first, { ...first, file: 'again.zip' }, third])).toEqual([
    'again.zip holds tests that pyng-1.zip holds too; keep one of them',
    'shard 2 of 3 is missing; run it again with --shard=2/3',
    expect.stringContaining('scenarios are in no blob report'),
  ]);
  expect(problems([blob('pyng', 1, 1)], ['pyng', 'finnet'])).toEqual([
    'finnet is missing; run it again with --project=finnet',
  ]);
});

test('two sharded runs side by side each need all their shards, and a matrix of whole targets merges', () => {
  const both = ['pyng', 'finnet'].flatMap((provider) => [1, 2].map((current) => blob(provider, current, 2)));
  expect(problems(both)).toEqual([]);
  expect(problems(both.slice(0, 3))).toEqual([
    'shard 2 of 2 is missing; run it again with --shard=2/2',
    expect.stringContaining('finnet@mock: '),
  ]);
  expect(problems([blob('pyng', 1, 1), blob('finnet', 1, 1, { run: { id: 'another' } })], ['pyng', 'finnet'])).toEqual(
    [],
  );
});

const hashes = (change: Partial<TargetMeta['hashes']>) => ({
  hashes: { ...(first.parts[0]?.meta.hashes as TargetMeta['hashes']), ...change },
});

const mixtures: [title: string, other: Given, message: RegExp][] = [
  ['of another run', { run: { name: '4711' } }, /several runs: none in pyng-1\.zip, pyng-2\.zip; 4711 in pyng-3\.zip/],
  ['of another version', { run: { version: '2.0.0' } }, /several versions of this package: 1\.0\.0 in/],
  ['of another commit', { run: { commit: 'decade' } }, /several commits: c0ffee in .*; decade in pyng-3\.zip/],
  ['of another selection', { run: { selectors: '--grep=@gate' } }, /several selections: none in .*; --grep=@gate in/],
  ['of another contract', { meta: hashes({ contract: 'a'.repeat(64) }) }, /pyng@mock are of several contracts: /],
  [
    'of another environment file',
    { meta: hashes({ environment: 'b'.repeat(64) }) },
    /are of several environments: mock /,
  ],
  ['of another kind', { meta: { kind: 'sandbox' } }, /are of several environments: mock .*; sandbox /],
  [
    'of another environment',
    { meta: { environment: 'dev', target: 'pyng@dev' } },
    /several environments: mock in pyng-1\.zip; mock in pyng-2\.zip; dev in pyng-3\.zip/,
  ],
  ['of another day', { startedAt: 86_400_001 }, /pyng-1\.zip was written more than a day before pyng-3\.zip/],
];

for (const [title, other, message] of mixtures) {
  test(`a shard ${title} is refused, and named`, () => {
    expect(problems([first, second, blob('pyng', 3, 3, other)]).join('\n')).toMatch(message);
  });
}

test('whole targets of two environments are one report only where the caller names both', () => {
  const dev = { meta: { environment: 'dev', target: 'finnet@dev' }, project: 'finnet@dev' };
  const both = [blob('pyng', 1, 1), blob('finnet', 1, 1, dev)];
  expect(problems(both, ['pyng'])).toEqual([expect.stringContaining('name every target in --expect')]);
  expect(problems(both, ['pyng@mock', 'finnet@dev'])).toEqual([]);
});

test('a selection is enough only where the caller names it, and what another version wrote is not', () => {
  const part = (selectors: string): Blob => {
    const { parts, ...rest } = blob('pyng', 1, 1, { run: { selectors } });
    return { ...rest, parts: parts.map((one) => ({ ...one, scenarios: ['control'] })) };
  };
  for (const [selectors, selection] of [
    ['--grep=control', ''],
    ['', ''],
    ['', '@gate'],
    ['--grep=x', '@gate'],
  ] as const)
    expect(problems([part(selectors)], ['pyng'], selection)).toEqual([
      expect.stringMatching(/^pyng@mock: \d+ of \d+ scenarios are in no blob report/),
    ]);
  expect(problems([part('--grep=@gate')], ['pyng'], '@gate')).toEqual([]);
  expect(problems([{ ...first, unnamed: true }])).toEqual([
    'pyng-1.zip was written by another version; run that part again with this one',
  ]);
});

/** Runs a part of a target into a blob report. */
async function writeBlob(file: string, args: string[], variables: Record<string, string> = {}): Promise<void> {
  const { code, output } = await playwright(conformance(...args, '--reporter=blob'), {
    PLAYWRIGHT_BLOB_OUTPUT_FILE: file,
    ...variables,
  });
  expect(code, output).toBe(0);
}

test('shards of a real run merge into the report and the verdict of the whole; an incomplete set merges into nothing', async () => {
  test.setTimeout(180_000);
  const blobs = newFolder('blobs');
  const report = newFolder('report');
  const variables = { CONFORMANCE_REPORT: report };
  const shard = (current: number): string[] => ['--project=pyng', '--grep=@gate', `--shard=${current}/2`];
  await writeBlob(join(blobs, 'report-1.zip'), shard(1));
  // The report of yesterday, which was green, must not be taken for this one.
  const green = ['results.json', 'summary.md', 'report.html', 'junit.xml', 'ctrf.json', 'exchanges.har'];
  for (const name of green) writeFileSync(join(report, name), 'green');
  const missing = await runScript('merge', [blobs, '--selection', '@gate'], variables);
  expect(missing).toMatchObject({ code: 3, output: expect.stringContaining('shard 2 of 2 is missing') });
  expect(readdirSync(report).sort()).toEqual(['previous', 'previous.json', 'run-began.json']);

  await writeBlob(join(blobs, 'report-2.zip'), shard(2));
  const read = readdirSync(blobs).map((name) => {
    const found = readBlob(name, createArchives().open(join(blobs, name)));
    return 'blob' in found ? found.blob : null;
  });
  expect(read.map((one) => one?.shard)).toEqual([
    { current: 1, total: 2 },
    { current: 2, total: 2 },
  ]);
  // Both hold scenarios of the one target, so that neither job waits for the other in vain.
  for (const one of read) expect(one?.parts[0]?.scenarios.length).toBeGreaterThan(3);
  const unnamed = await runScript('merge', [blobs, '--expect', 'pyng'], variables);
  expect(unnamed).toMatchObject({ code: 3, output: expect.stringContaining("say --selection='--grep=@gate'") });
  const merged = await runScript('merge', [blobs, '--expect', 'pyng', '--selection', '@gate'], variables);
  expect(merged.output).toMatch(/^pyng@mock {2}conforms/m);
  expect(merged.code).toBe(0);
  const results = JSON.parse(readFileSync(join(report, 'results.json'), 'utf8')) as Results;
  expect(results.run).toMatchObject({ selection: { name: '--grep=@gate' }, shard: null });
  expect(results.targets.map(({ verdict }) => verdict)).toEqual(['conforms']);
  const ids = results.targets.flatMap(({ exchanges }) => exchanges.map(({ id }) => id));
  expect(new Set(ids).size).toBe(ids.length);

  // The control is sent by each shard, and each of its exchanges is judged.
  const controls = results.targets[0]?.exchanges.filter(({ scenario }) => scenario === 'control') ?? [];
  expect(controls).toHaveLength(2);
  const judgedOn = results.targets[0]?.clauses
    .find(({ id }) => id === 'pyng-expires-in')
    ?.observations.map(({ exchange }) => exchange);
  expect(judgedOn).toEqual(expect.arrayContaining(controls.map(({ id }) => id)));

  copyFileSync(join(blobs, 'report-1.zip'), join(blobs, 'report-copy.zip'));
  expect(await runScript('merge', [blobs, '--selection', '@gate'], variables)).toMatchObject({
    code: 3,
    output: expect.stringContaining('report-copy.zip holds tests that'),
  });
  expect(existsSync(join(report, 'results.json'))).toBe(false);
  truncateSync(join(blobs, 'report-copy.zip'), 200);
  expect(await runScript('merge', [blobs, '--selection', '@gate'], variables)).toMatchObject({
    code: 3,
    output: expect.stringContaining('report-copy.zip is no whole blob report'),
  });
});

test('shards of two environments, and a blob report of one scenario, are refused', async () => {
  test.setTimeout(180_000);
  const blobs = newFolder('blobs');
  const report = { CONFORMANCE_REPORT: newFolder('report') };
  const shard = (current: number): string[] => ['--project=pyng', `--shard=${current}/16`];
  await writeBlob(join(blobs, '1.zip'), shard(1));
  await writeBlob(join(blobs, '2.zip'), shard(2), { TARGET_ENV: environmentFile((text) => text) });
  const mixed = await runScript('merge', [blobs, '--expect', 'pyng'], report);
  expect(mixed.output).toContain('the blob reports are of several environments: mock in');
  expect(mixed.output).toContain('the parts of pyng are of several targets: pyng@mock in');
  expect(mixed.code).toBe(3);

  const single = newFolder('blobs');
  await writeBlob(join(single, '1.zip'), ['--project=pyng', '--grep=control: ']);
  const part = await runScript('merge', [single, '--expect', 'pyng'], report);
  expect(part.output).toMatch(/pyng@mock: \d+ of \d+ scenarios are in no blob report/);
  expect(part.code).toBe(3);
});

test('a folder that is missing or empty, and a file that is no archive, are exit code 3', async () => {
  const folder = test.info().outputPath('empty');
  const variables = { CONFORMANCE_REPORT: test.info().outputPath('report') };
  expect((await runScript('merge', [join(folder, 'none')], variables)).code).toBe(3);
  mkdirSync(folder, { recursive: true });
  expect(await runScript('merge', [folder], variables)).toMatchObject({
    code: 3,
    output: expect.stringContaining('--reporter=blob'),
  });
  writeFileSync(join(folder, 'x.zip'), 'not an archive');
  expect(await runScript('merge', [folder], variables)).toMatchObject({
    code: 3,
    output: expect.stringContaining('no whole blob'),
  });
  expect((await runScript('merge', [])).code).toBe(3);
});
