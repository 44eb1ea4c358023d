import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { parse } from 'yaml';
import { providerNames } from '../../src/contract/load.ts';
import { environmentNames } from '../../src/target/environment.ts';

const folder = '.github/workflows';
const workflows = readdirSync(folder).map((name) => ({ name, content: readFileSync(`${folder}/${name}`, 'utf8') }));
const scripts = Object.keys((JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: object }).scripts);
const documented = new Set(
  [...readFileSync('.env.example', 'utf8').matchAll(/^#?([A-Z][A-Z0-9_]*)=/gm)].map(([, name = '']) => name),
);

/** What GitHub's own parser finds wrong, file by file. */
function faultsOf(files: { name: string; content: string }[]): string[][] {
  const args = ['--import', 'tsx', 'tests/unit/support/workflow-faults.ts'];
  return JSON.parse(
    execFileSync(process.execPath, args, { input: JSON.stringify(files), encoding: 'utf8' }),
  ) as string[][];
}

/** Commands of ours in a text, that do not exist. */
function unknownCommands(text: string): string[] {
  const called = [...text.matchAll(/npm run (?:--silent )?([\w:-]+)/g)].map(([, name = '']) => name);
  expect(called.length).toBeGreaterThan(0);
  return called.filter((name) => !scripts.includes(name));
}

test('there are a nightly run and a gate, and both are valid workflows', () => {
  expect(workflows.map(({ name }) => name).sort()).toEqual(['gate.yml', 'nightly.yml']);
  expect(faultsOf(workflows)).toEqual([[], []]);
});

test('the validity check finds an unknown key, a missing runner and a broken expression', () => {
  const [{ content } = { content: '' }] = workflows.filter(({ name }) => name === 'nightly.yml');
  const broken = [
    ['timeout-minutes', 'timeout-minuets'],
    ['permissions:', 'permission:'],
    ['!cancelled()', '!cancelld()'],
  ].map(([from = '', to = '']) => {
    expect(content).toContain(from);
    return { name: 'broken.yml', content: content.replace(from, to) };
  });
  for (const faults of faultsOf(broken)) expect(faults).not.toEqual([]);
});

for (const { name, content } of workflows) {
  test(`${name} calls only commands that exist, and names only documented variables`, () => {
    expect(unknownCommands(content)).toEqual([]);
    const secrets = [...content.matchAll(/secrets\.([A-Z][A-Z0-9_]*)/g)].map(([, secret = '']) => secret);
    expect(secrets.length).toBeGreaterThan(0);
    expect(secrets.filter((secret) => !documented.has(secret))).toEqual([]);
    // A secret goes into the variable of its own name, never into a command line.
    for (const line of content.split('\n').filter((text) => text.includes('secrets.')))
      expect(line.trim()).toMatch(/^([A-Z][A-Z0-9_]*): \$\{\{.*secrets\.\1\b/);
  });
}

test('the nightly run covers every provider, and the report expects each of them', () => {
  const [{ content } = { content: '' }] = workflows.filter(({ name }) => name === 'nightly.yml');
  const nightly = parse(content) as {
    jobs: Record<'target' | 'drift', { strategy: { matrix: { provider: string[] } } }>;
  };
  for (const { strategy } of [nightly.jobs.target, nightly.jobs.drift])
    expect([...strategy.matrix.provider].sort()).toEqual(providerNames());
  for (const provider of providerNames()) expect(content).toContain(`${provider}@$ENVIRONMENT`);
});

test('no step of the nightly run publishes or keeps a report that the merge has not written tonight', () => {
  const [{ content } = { content: '' }] = workflows.filter(({ name }) => name === 'nightly.yml');
  const { steps } = (parse(content) as { jobs: { report: { steps: Record<string, unknown>[] } } }).jobs.report;
  const merge = steps.findIndex(({ id }) => id === 'merge');
  const after = steps.slice(merge + 1).filter((step) => JSON.stringify(step).includes('conformance-report'));
  expect(after.length).toBeGreaterThan(2);
  for (const step of after) expect(step['if']).toContain("steps.merge.outcome != 'skipped'");
  const before = steps.slice(0, merge).filter((step) => JSON.stringify(step).includes('conformance-report'));
  expect(before.map(({ uses }) => String(uses).split('@')[0])).toEqual(['actions/cache/restore']);
});

test('the GitLab pipeline parses, calls only commands that exist, and names targets that exist', () => {
  const text = readFileSync('docs/gitlab-ci.md', 'utf8');
  const block = /```yaml\n([\s\S]*?)```/.exec(text)?.[1] ?? '';
  const { stages, default: _shared, ...jobs } = parse(block) as Record<string, unknown> & { stages: string[] };
  expect(Object.keys(jobs)).toEqual(['gate', 'target', 'report', 'drift']);
  for (const job of Object.values(jobs) as { stage: string; script: string[] }[]) {
    expect(stages).toContain(job.stage);
    expect(job.script.length).toBeGreaterThan(0);
  }
  expect(unknownCommands(block)).toEqual([]);
  for (const [, provider = '', environment = ''] of block.matchAll(/\b([a-z]+)@([a-z]+)\b/g)) {
    expect(providerNames()).toContain(provider);
    expect(environmentNames()).toContain(environment);
  }
});

for (const [code, ends, told] of [
  [0, 0, 'same'],
  [1, 1, '::error title=The documentation changed::acme'],
  [2, 0, '::notice title=Page not reached::acme'],
  [3, 3, 'same'],
] as const) {
  test(`the nightly drift job ends with ${ends} where drift exits with ${code}, and keeps what it printed`, () => {
    const [{ content } = { content: '' }] = workflows.filter(({ name }) => name === 'nightly.yml');
    const { jobs } = parse(content) as { jobs: { drift: { steps: { run?: string }[] } } };
    const step = jobs.drift.steps.find(({ run }) => run?.includes('npm run --silent drift'))?.run ?? '';
    const cwd = test.info().outputPath('');
    mkdirSync(cwd, { recursive: true });
    // In place of npm stands a command that prints and ends as drift would.
    writeFileSync(join(cwd, 'npm'), `#!/bin/sh\necho same "$@"\nexit ${code}\n`, { mode: 0o755 });
    const env = {
      PATH: `${cwd}:${process.env['PATH']}`,
      PROVIDER: 'acme',
      GITHUB_STEP_SUMMARY: join(cwd, 'summary.md'),
    };
    const run = spawnSync('bash', ['-e', '-c', step], { cwd, env, encoding: 'utf8' });
    expect(run.status).toBe(ends);
    expect(run.stdout).toContain(told);
    expect(readFileSync(join(cwd, 'summary.md'), 'utf8')).toContain('same run --silent drift -- acme');
  });
}
