import { expect, test } from '@playwright/test';
import { contractNamed, contracts } from '../../../proof/run.ts';
import type { Blob, Part } from '../../../src/playwright/blobs.ts';
import { wholeProblems } from '../../../src/playwright/whole.ts';
import type { CommandIdentity } from '../../../src/results/identity.ts';
import { loadEnvironment } from '../../../src/target/environment.ts';
import { metaOf, type TargetMeta } from '../../../src/target/meta.ts';

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
  const { startedAt = 0 } = given;
  return { file: `${provider}-${current}.zip`, shard, parts: [part], unnamed: false, startedAt, durationMs: 1 };
}

const problems = (blobs: Blob[], expected: string[] = [], selection = ''): string[] =>
  wholeProblems(blobs, { expected, selection });

const shards = [1, 2, 3].map((current) => blob('pyng', current, 3));
const [first = blob('pyng', 1, 3), second = first, third = first] = shards;

test('blob reports of another run than the one of the job are named', () => {
  const whyOther = ({ name }: CommandIdentity): string | null => (name === '18' ? null : `they are of ${name}`);
  const given = [1, 2, 3].map((current) => blob('pyng', current, 3, { run: { name: current === 2 ? '17' : '18' } }));
  expect(wholeProblems(given, { expected: [], selection: '', whyOther })[0]).toBe('pyng-2.zip: they are of 17');
});

test('a missing shard, a doubled one and a missing project are reported with their remedy', () => {
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
