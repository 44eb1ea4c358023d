/** The life of a run and of its report folder: nothing old passes for new, and a run that judged nothing is never green. */
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { gateFile } from '../../src/results/gate.ts';
import { configurationOfTeam, conformance, controlOnly, newFolder, playwright } from '../support/command.ts';
import { beginHere, runHere } from '../support/here.ts';
import { configureHere, playHere } from '../support/play.ts';
import { answersOf, expectUnfinished, filesOf, yesterdaysReport } from '../support/report.ts';

test.describe.configure({ mode: 'default' });

const yesterday = yesterdaysReport();

/** Contracts of which one does not load, for a reason that is no bad input. */
function unreadableContracts(): string {
  const folder = newFolder('contracts');
  cpSync('contracts', join(folder, 'contracts'), { recursive: true });
  cpSync('specs', join(folder, 'specs'), { recursive: true });
  mkdirSync(join(folder, 'contracts/acme/contract.yaml'), { recursive: true });
  return folder;
}

const leaves: [title: string, args: string[], says: RegExp][] = [
  [
    'an empty shard, under another reporter, with an option whose value looks like another, and Playwright is content',
    [...controlOnly, '--shard=9/9', '--grep-invert', '--list', '--pass-with-no-tests', '--reporter=dot'],
    /no scenario was selected/,
  ],
  [
    'a clause that the control alone shows',
    ['--project=pyng', '--grep=pyng-expires-in'],
    /(?=[\s\S]*No tests found)[\s\S]*pyng-expires-in has no test of its own: .* control shows it; run --grep='control:'/,
  ],
  ['a global timeout before any test began', ['--global-timeout=1'], /the run reached its global timeout before any/],
  [
    'what Playwright refuses when it knows the configuration',
    ['--browser=all'],
    /Cannot use --browser[\s\S]*: an error, which Playwright printed, ended the run before any test/,
  ],
];

for (const [title, args, says] of leaves) {
  test(`${title}: ends with 3, and the green report of yesterday is not taken for it`, async () => {
    const report = await yesterday();
    const run = await playwright(conformance(...args), { CONFORMANCE_REPORT: report });
    expect(run.output).toMatch(says);
    expect(run.code).toBe(3);
    await expectUnfinished(report);
  });
}

test('a run for what failed last says whose failures they are, and keeps the list of them', async () => {
  const out = newFolder('out');
  const list = join(out, '.last-run.json');
  writeFileSync(list, '{"status":"failed","failedTests":["of-another-project"]}');
  const args = ['--project=pyng', '--last-failed', `--output=${out}`];
  const { code, output } = await playwright(conformance(...args), { CONFORMANCE_REPORT: newFolder('report') });
  expect(output).toMatch(/no scenario was selected, .* repeat the --project and TARGET_ENV of that run/);
  expect(code).toBe(3);
  expect(readFileSync(list, 'utf8')).toContain('of-another-project');
});

test('a configuration that does not load ends with 3, and the green report of yesterday is not taken for it', async () => {
  for (const [variables, says] of [
    [{ TARGET_ENV: 'nowhere' }, /There is no environment "nowhere"/],
    [{ CONFORMANCE_CONTRACTS: unreadableContracts(), TARGET_ENV: 'mock' }, /EISDIR|acme/],
  ] as const) {
    const report = await yesterday();
    const { code, output } = await configureHere([], { CONFORMANCE_REPORT: report, ...variables });
    expect([code, output]).toEqual([3, expect.stringMatching(says)]);
    await expectUnfinished(report);
  }
});

test('gate, report, rejudge and merge say that a run began whose reporter was another, and that left no results', async () => {
  const report = await yesterday();
  const variables = { CONFORMANCE_REPORT: report };
  const listed = await playwright(conformance(...controlOnly, '--reporter=list'), variables);
  expect([listed.code, listed.output]).toEqual([0, expect.stringContaining('1 passed')]);
  expect(listed.output).toMatch(
    /exit code 0 is Playwright's own, .*; with --reporter, name .*conformance\.ts as well\./,
  );
  await expectUnfinished(report);
  for (const { code, output } of await answersOf(report)) {
    expect(output).toMatch(
      /a run began at 2\S+Z \(npx playwright test .*--reporter=list.*name .*conformance\.ts as well; run `npx playwright test` again/,
    );
    expect(code).toBe(3);
  }
  const merged = await runHere('merge', [newFolder('no-blobs')], variables);
  expect(merged.code).toBe(3);
  await expectUnfinished(report);
});

test('where Playwright refuses to start at all, the command before it has put the report of yesterday away, and the next run takes over', async () => {
  const report = await yesterday();
  const blobs = newFolder('blobs');
  writeFileSync(join(blobs, 'report.zip'), 'of yesterday');
  const variables = { CONFORMANCE_REPORT: report, PLAYWRIGHT_BLOB_OUTPUT_DIR: blobs };
  expect(await runHere('begin', [], variables)).toMatchObject({ code: 0 });
  expect(readdirSync(blobs)).toEqual([]);
  // It refuses the one before it loads the configuration, the other after.
  for (const refused of ['--shard=5/2', '--reporter=./none.ts']) {
    expect((await playwright(conformance(...controlOnly, refused), variables)).code).toBe(1);
    await expectUnfinished(report);
  }
  for (const { code, output } of await answersOf(report)) {
    expect(output).toContain('(npm run begin) and ended without results: no run has begun since; run ');
    expect(code).toBe(3);
  }
  // The next run may be on another machine, which knows nothing of the process that put the report away.
  const mark = join(report, 'run-began.json');
  const { owner, ...rest } = JSON.parse(readFileSync(mark, 'utf8'));
  writeFileSync(mark, JSON.stringify({ ...rest, owner: { ...owner, host: 'elsewhere.example' } }));
  const { code, output } = await playHere(['--project=pyng'], variables);
  expect([code, output]).toEqual([0, expect.stringContaining('pyng@mock')]);
  expect(gateFile(join(report, 'results.json')).exitCode).toBe(0);
  expect(gateFile(join(report, 'previous.json')).exitCode).toBe(0);
  expect(readFileSync(join(report, 'history.jsonl'), 'utf8').trim().split('\n')).toHaveLength(2);
});

test('a run takes the blob reports of yesterday away before it writes its own', async () => {
  const blobs = newFolder('blobs');
  const [other, mine] = [join(blobs, 'report.zip'), join(blobs, 'mine.txt')];
  for (const file of [other, mine]) writeFileSync(file, 'of yesterday');
  const variables = { CONFORMANCE_REPORT: newFolder('report'), PLAYWRIGHT_BLOB_OUTPUT_DIR: blobs, TARGET_ENV: 'none' };
  expect((await configureHere([...controlOnly, '--reporter=blob'], variables)).code).toBe(3);
  expect(readdirSync(blobs)).toEqual(['mine.txt']);
});

test('a folder that Playwright empties may not be that of the report, and one that the system makes nowhere is named', async () => {
  const report = await yesterday();
  const variables = { CONFORMANCE_REPORT: report };
  const refused: [args: string[], says: string, more?: Record<string, string>][] = [
    [[`--output=${report}`], 'which Playwright empties'],
    [[`--output=${join(report, '..')}`], 'which Playwright empties'],
    [['--reporter=blob'], 'which Playwright empties', { PLAYWRIGHT_BLOB_OUTPUT_DIR: report }],
    [['--output=/dev/null/x'], '/dev/null/x cannot be written:'],
  ];
  if (existsSync('/proc/self'))
    refused.push(
      [['--output=/proc/1/x'], '/proc/1/x cannot be written:'],
      [['--reporter=blob'], '/proc/1/x cannot be written:', { PLAYWRIGHT_BLOB_OUTPUT_DIR: '/proc/1/x' }],
      [[], '/proc/1/x cannot be written:', { CONFORMANCE_REPORT: '/proc/1/x' }],
    );
  for (const [args, says, more] of refused) {
    const { code, output } = await beginHere([...controlOnly, ...args], { ...variables, ...more });
    expect(output).toContain(says);
    expect(code).toBe(3);
    if (more?.['CONFORMANCE_REPORT'] === undefined) await expectUnfinished(report);
  }
  expect(existsSync(join(report, 'history.jsonl'))).toBe(true);
});

test('results of yesterday that cannot be moved end the run with 3, and the gate as well', async () => {
  const report = await yesterday();
  mkdirSync(join(report, 'previous.json/full'), { recursive: true });
  const { code, output } = await beginHere(controlOnly, { CONFORMANCE_REPORT: report });
  expect(output).toMatch(/previous\.json cannot be written:\n.*EISDIR/);
  expect(code).toBe(3);
  expect(gateFile(join(report, 'results.json')).exitCode).toBe(3);
});

test('a run of tests that are none of a target leaves the report as it is', async () => {
  const report = await yesterday();
  const before = filesOf(report);
  const tests = newFolder('own');
  const playwrightTest = import.meta.resolve('@playwright/test');
  const one = `import { test } from ${JSON.stringify(playwrightTest)};\ntest('of their own', () => {});\n`;
  writeFileSync(join(tests, 'own.spec.mjs'), one);
  const config = configurationOfTeam(JSON.stringify({ projects: [{ name: 'own', testDir: tests }] }));
  const own = ['test', '--project=own', `--config=${config}`];
  const { code, output } = await playwright(own, { CONFORMANCE_REPORT: report });
  expect([code, output]).toEqual([0, expect.stringContaining('1 passed')]);
  expect(filesOf(report)).toEqual(before);
});

test('a merge that is refused leaves nothing of the night before', async () => {
  const report = await yesterday();
  const { code, output } = await runHere('merge', [newFolder('no-blobs')], { CONFORMANCE_REPORT: report });
  expect(output).toContain('holds no blob report');
  const nowhere = await runHere('merge', ['blobs'], { CONFORMANCE_REPORT: newFolder('report') });
  expect(nowhere.output).toMatch(
    /blobs: there is no such folder; .* blob-report\/\*\.zip in each job: copy those of all/,
  );
  expect(code).toBe(3);
  await expectUnfinished(report);
});
