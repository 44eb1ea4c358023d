import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { parse } from 'yaml';
import { providerNames } from '../../src/contract/load.ts';
import { environmentNames } from '../../src/target/environment.ts';
import { start, startTypeScript } from '../support/process.ts';

const folder = '.github/workflows';
const workflows = readdirSync(folder).map((name) => ({ name, content: readFileSync(`${folder}/${name}`, 'utf8') }));
/** What `conform init --ci` writes. */
const [forGithub = '', forGitlab = ''] = ['github', 'gitlab'].map((system) =>
  readFileSync(`templates/${system}.yml`, 'utf8').replaceAll('{config}', ' -c conformance.config.ts'),
);
const { scripts: ours, engines } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  scripts: object;
  engines: { node: string };
};
const scripts = Object.keys(ours);
const documented = new Set(
  [...readFileSync('.env.example', 'utf8').matchAll(/^#?([A-Z][A-Z0-9_]*)=/gm)].map(([, name = '']) => name),
);

const all = [...workflows, { name: 'templates/github.yml', content: forGithub }];
const nightlyText = workflows.find(({ name }) => name === 'nightly.yml')?.content ?? '';
/** The nightly workflow with one fault each: an unknown key, a key that is missing, a broken expression. */
const broken = [
  ['timeout-minutes', 'timeout-minuets'],
  ['permissions:', 'permission:'],
  ['!cancelled()', '!cancelld()'],
].map(([from = '', to = '']) => ({ name: 'broken.yml', content: nightlyText.replace(from, to) }));

let parsed: Promise<string[][]> | null = null;

/** What GitHub's own parser finds wrong in the workflows, and in the broken ones after them; it is started once for the tests of this file. */
async function faults(): Promise<{ ofAll: string[][]; ofBroken: string[][] }> {
  const input = JSON.stringify([...all, ...broken]);
  parsed ??= startTypeScript('tests/support/workflow-faults.ts', [], { input }).ended.then(
    ({ stdout }) => JSON.parse(stdout) as string[][],
  );
  const found = await parsed;
  return { ofAll: found.slice(0, all.length), ofBroken: found.slice(all.length) };
}

/** Commands of ours in a text, that do not exist. */
function unknownCommands(text: string): string[] {
  const called = [...text.matchAll(/(?:npm run (?:--silent )?|npx conform )([\w:-]+)/g)].map(([, name = '']) => name);
  return called.filter((name) => !scripts.includes(name));
}

/** The steps of a workflow, and what is said of its jobs and of the whole, as far as these tests look at them. */
interface Step {
  'continue-on-error'?: boolean;
  uses?: string;
  run?: string;
  with?: Record<string, unknown>;
  env?: Record<string, unknown>;
}
interface Workflow {
  permissions?: Record<string, string>;
  env?: object;
  jobs: Record<string, { steps?: Step[]; permissions?: Record<string, string>; env?: object; uses?: string }>;
}

/** What in a workflow a stranger or a later release of an action could make use of. */
function weaknesses(content: string): string[] {
  const { jobs, permissions, ...whole } = parse(content) as Workflow;
  const found: string[] = [];
  if (permissions?.['contents'] === undefined) found.push('no permissions are set, so those of the repository count');
  if (JSON.stringify(whole.env ?? {}).includes('secrets.')) found.push('a secret in the environment of every job');
  for (const [name, { steps = [], ...job }] of Object.entries(jobs)) {
    if (JSON.stringify(job).includes('secrets.')) found.push(`${name}: a secret outside the step that needs it`);
    for (const step of steps) {
      const { uses = '', run = '', env, ...rest } = step;
      if (uses !== '' && !uses.startsWith('./') && !/@[0-9a-f]{40}$/.test(uses))
        found.push(`${name}: ${uses} is not pinned`);
      if (uses.startsWith('actions/checkout@') && step.with?.['persist-credentials'] !== false)
        found.push(`${name}: the checkout leaves its credentials`);
      if (uses !== '' && JSON.stringify(env ?? {}).includes('secrets.'))
        found.push(`${name}: ${uses} is given a secret`);
      if (JSON.stringify(rest).includes('secrets.')) found.push(`${name}: a secret beside the environment of a step`);
      if (run.includes('${{')) found.push(`${name}: an expression in a command line`);
      if (/\bnpm (?:ci|install|i)\b(?!.*--ignore-scripts)/.test(run)) found.push(`${name}: install scripts are run`);
    }
  }
  const pins = [...content.matchAll(/uses: (?!\.\/)\S+(.*)/g)].filter(
    ([, rest = '']) => !/^ # v\d+\.\d+\.\d+$/.test(rest),
  );
  return [...found, ...pins.map(([line]) => `${line} names no version`)];
}

test('every workflow is valid, and gives nobody more than its steps need', async () => {
  expect(workflows.length).toBeGreaterThan(0);
  expect((await faults()).ofAll).toEqual(all.map(() => []));
  for (const { name, content } of all) expect(weaknesses(content), name).toEqual([]);
});

const expression = (text: string): string => `$\{{ ${text} }}`;

test('each weakness of a workflow is found', () => {
  const [{ content } = { content: '' }] = workflows.filter(({ name }) => name === 'nightly.yml');
  for (const [from, to] of [
    ['permissions:\n  contents: read\n', ''],
    ['\nenv:\n', `\nenv:\n  A: ${expression('secrets.A')}\n`],
    ['    timeout-minutes: 30\n', `    timeout-minutes: 30\n    env: { A: "${expression('secrets.A')}" }\n`],
    ['persist-credentials: false', 'persist-credentials: true'],
    ['@34e114876b0b11c390a56381ad16ebd13914f8d5 # v4.3.1', '@v4 # v4.3.1'],
    [' # v4.4.0', ''],
    ['--project="$PROJECT"', `--project="${expression('matrix.provider')}"`],
    ['npm ci --ignore-scripts', 'npm ci'],
    ['with: { node-version: 22, cache: npm }', `with: { node-version: 22, token: "${expression('secrets.A')}" }`],
  ] as const) {
    expect(content).toContain(from);
    expect(weaknesses(content.replace(from, to)), `${from} → ${to}`).not.toEqual([]);
  }
});

test('the validity check finds an unknown key, a missing runner and a broken expression', async () => {
  for (const { content } of broken) expect(content).not.toBe(nightlyText);
  const { ofBroken } = await faults();
  expect(ofBroken).toHaveLength(broken.length);
  for (const found of ofBroken) expect(found).not.toEqual([]);
});

for (const { name, content } of workflows) {
  test(`${name} calls only commands that exist, and names only documented variables`, () => {
    expect(unknownCommands(content)).toEqual([]);
    const secrets = [...content.matchAll(/secrets\.([A-Z][A-Z0-9_]*)/g)].map(([, secret = '']) => secret);
    expect(secrets.filter((secret) => secret !== 'GITHUB_TOKEN' && !documented.has(secret))).toEqual([]);
    // A secret goes into the variable of its own name, never into a command line.
    for (const line of content.split('\n').filter((text) => text.includes('secrets.')))
      expect(line.trim()).toMatch(/^([A-Z][A-Z0-9_]*): \$\{\{.*secrets\.\1\b/);
  });
}

test('pull requests are tested on the oldest Node.js that engines name, and on each later line', () => {
  const [{ content } = { content: '' }] = workflows.filter(({ name }) => name === 'ci.yml');
  const { on, jobs } = parse(content) as {
    on: object;
    jobs: { test: { strategy: { matrix: { node: string[] } }; steps: Step[] } };
  };
  expect(Object.keys(on)).toEqual(expect.arrayContaining(['push', 'pull_request']));
  const { strategy, steps } = jobs.test;
  const [oldest = '', ...later] = engines.node.split(' || ').map((range) => range.replace(/^\D+/, ''));
  expect(strategy.matrix.node).toEqual([oldest.replace(/\.0$/, ''), ...later.map((version) => version.split('.')[0])]);
  const commands = steps.flatMap(({ run }) => run ?? []);
  expect(commands).toEqual(expect.arrayContaining(['npm test', expect.stringContaining('--engine-strict')]));
});

test('the nightly run covers every provider, and the report expects each of them', () => {
  const [{ content } = { content: '' }] = workflows.filter(({ name }) => name === 'nightly.yml');
  const nightly = parse(content) as {
    jobs: Record<'target' | 'drift', { strategy: { matrix: { provider: string[] } } }>;
  };
  for (const { strategy } of [nightly.jobs.target, nightly.jobs.drift])
    expect([...strategy.matrix.provider].sort()).toEqual(providerNames());
  for (const provider of providerNames()) expect(content).toContain(`${provider}@$ENVIRONMENT`);
});

test('where nothing can be merged, no file of the last night stays to be published', async () => {
  const [{ content } = { content: '' }] = workflows.filter(({ name }) => name === 'nightly.yml');
  const { jobs } = parse(content) as Workflow;
  const steps = jobs['report']?.steps ?? [];
  const block = /```yaml\n([\s\S]*?)```/.exec(readFileSync('docs/gitlab-ci.md', 'utf8'))?.[1] ?? '';
  const { report } = parse(block) as { report: { script: string[] } };
  const last = steps.findIndex(({ run }) => run?.includes('npm run merge'));
  expect(last).toBeGreaterThan(0);
  const github = steps.slice(0, last + 1).flatMap(({ run }) => (run === undefined || /npm ci/.test(run) ? [] : [run]));
  for (const [system, scripts] of Object.entries({ github, gitlab: [report.script.join('\n')] })) {
    const cwd = test.info().outputPath(system);
    mkdirSync(join(cwd, 'conformance-report'), { recursive: true });
    for (const name of ['results.json', 'summary.md', 'report.html', 'junit.xml', 'history.jsonl'])
      writeFileSync(join(cwd, 'conformance-report', name), 'of the last night');
    // A command that refuses, and notes what it was to compare with, replaces npm.
    writeFileSync(join(cwd, 'npm'), '#!/bin/sh\necho "$CONFORMANCE_PREVIOUS" > previous\nexit 3\n', { mode: 0o755 });
    const env = { PATH: `${cwd}:${process.env['PATH']}`, ENVIRONMENT: 'dev' };
    const codes: (number | null)[] = [];
    for (const script of scripts)
      codes.push((await start('bash', ['-e', '-c', script], { cwd, env, input: '' }).ended).code);
    expect(codes.at(-1)).toBe(3);
    expect(readdirSync(join(cwd, 'conformance-report'))).toEqual(['history.jsonl']);
    expect(readFileSync(join(cwd, 'previous'), 'utf8')).toBe('last-night/results.json\n');
  }
});

test('every command line that runs tests puts the report of the run before away first, and stops where it cannot', () => {
  const block = /```yaml\n([\s\S]*?)```/.exec(readFileSync('docs/gitlab-ci.md', 'utf8'))?.[1] ?? '';
  const gitlab = [block, forGitlab].flatMap((text) =>
    Object.values(parse(text) as Record<string, { script?: string[] }>).map(({ script = [] }) => script),
  );
  const github = [...workflows.map(({ content }) => content), forGithub].flatMap((content) =>
    Object.values((parse(content) as Workflow).jobs).flatMap(({ steps = [] }) =>
      // Where the exit code of the run itself decides, nothing old is read.
      steps
        .filter((step) => step['continue-on-error'] || step.run?.includes('|| true'))
        .map(({ run = '' }) => run.split('\n')),
    ),
  );
  const running = [...github, ...gitlab].filter((lines) => lines.some((line) => line.includes('npx playwright test')));
  expect(running).toHaveLength(6);
  for (const lines of running) {
    const begins = lines.findIndex((line) =>
      /^(?:npm run (?:--silent )?|npx conform )begin(?: -c \S+)?$/.test(line.trim()),
    );
    expect(begins, lines.join('\n')).toBeGreaterThanOrEqual(0);
    expect(begins).toBeLessThan(lines.findIndex((line) => line.includes('npx playwright test')));
  }
});

test('the GitLab pipeline, like the jobs of init, calls only commands that exist, and names targets that exist', () => {
  const text = readFileSync('docs/gitlab-ci.md', 'utf8');
  const block = /```yaml\n([\s\S]*?)```/.exec(text)?.[1] ?? '';
  const { stages, default: _shared, ...jobs } = parse(block) as Record<string, unknown> & { stages: string[] };
  expect(Object.keys(jobs)).toEqual(['gate', 'target', 'report', 'drift']);
  for (const job of Object.values(jobs) as { stage: string; script: string[] }[]) {
    expect(stages).toContain(job.stage);
    expect(job.script.length).toBeGreaterThan(0);
  }
  expect([block, forGithub, forGitlab].flatMap(unknownCommands)).toEqual([]);
  for (const [, provider = '', environment = ''] of block.matchAll(/\b([a-z]+)@([a-z]+)\b/g)) {
    expect(providerNames()).toContain(provider);
    expect(environmentNames()).toContain(environment);
  }
});

for (const [code, ends, message] of [
  [0, 0, 'same'],
  [1, 1, '::error title=The documentation changed::acme'],
  [2, 0, '::notice title=Page not reached::acme'],
  [3, 3, 'same'],
] as const) {
  test(`the nightly drift job ends with ${ends} where drift exits with ${code}, and keeps what it printed`, async () => {
    const [{ content } = { content: '' }] = workflows.filter(({ name }) => name === 'nightly.yml');
    const { jobs } = parse(content) as { jobs: { drift: { steps: { run?: string }[] } } };
    const step = jobs.drift.steps.find(({ run }) => run?.includes('npm run --silent drift'))?.run ?? '';
    const cwd = test.info().outputPath('');
    mkdirSync(cwd, { recursive: true });
    // A command that prints and ends as drift would replaces npm.
    writeFileSync(join(cwd, 'npm'), `#!/bin/sh\necho same "$@"\nexit ${code}\n`, { mode: 0o755 });
    const env = {
      PATH: `${cwd}:${process.env['PATH']}`,
      PROVIDER: 'acme',
      GITHUB_STEP_SUMMARY: join(cwd, 'summary.md'),
    };
    const run = await start('bash', ['-e', '-c', step], { cwd, env, input: '' }).ended;
    expect(run.code).toBe(ends);
    expect(run.stdout).toContain(message);
    expect(readFileSync(join(cwd, 'summary.md'), 'utf8')).toContain('same run --silent drift -- acme');
  });
}
