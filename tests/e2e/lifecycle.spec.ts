/** The life of a run and of its report folder: nothing old passes for new, and a run that judged nothing is never green. */
import { EventEmitter, once } from 'node:events';
import { appendFileSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { startMock } from '../../mock/server.ts';
import { writeReport } from '../../reporters/write.ts';
import { InputError } from '../../src/contract/problems.ts';
import { beginRun, endRun, reporting } from '../../src/playwright/current.ts';
import { gateFile } from '../../src/results/gate.ts';
import { whyUnfinished } from '../../src/results/mark.ts';
import { readResults } from '../../src/results/read.ts';
import { validateResults } from '../../src/results/validate.ts';
import { conformance, environmentAt, newFolder, playwright, startPlaywright } from '../support/command.ts';
import { answersOf, expectUnfinished, filesOf, yesterdaysReport } from '../support/report.ts';
import { runScript } from '../support/script.ts';

test.describe.configure({ mode: 'default' });

const yesterday = yesterdaysReport();
/** The quickest run there is. */
const control = ['--project=pyng', '--grep=control:'];

/** Contracts of which one does not load, for a reason that is no bad input. */
function unreadableContracts(): string {
  const folder = newFolder('contracts');
  cpSync('contracts', join(folder, 'contracts'), { recursive: true });
  cpSync('specs', join(folder, 'specs'), { recursive: true });
  mkdirSync(join(folder, 'contracts/acme/contract.yaml'), { recursive: true });
  return folder;
}

const nothing = /no scenario was selected/;
const leaves: [
  title: string,
  args: string[],
  code: number,
  says: RegExp,
  prepare?: (report: string) => Record<string, string>,
][] = [
  ['another reporter in place of ours', [...control, '--reporter=list'], 0, /1 passed/],
  ['nothing selected, and Playwright is content', ['--grep=no-such', '--pass-with-no-tests'], 3, nothing],
  [
    'nothing selected, under another reporter',
    ['--grep=no-such', '--pass-with-no-tests', '--reporter=dot'],
    3,
    nothing,
  ],
  [
    'a clause that the control alone shows',
    ['--project=pyng', '--grep=pyng-expires-in'],
    3,
    /pyng-expires-in has no test of its own: .* control shows it; run --grep='control:'/,
  ],
  ['nothing changed', ['--grep=no-such', '--only-changed'], 3, nothing],
  ['an empty shard', [...control, '--shard=9/9'], 3, nothing],
  [
    'nothing failed the last time',
    [...control, '--pass-with-no-tests', '--last-failed', '--last-failed-file=LAST'],
    3,
    nothing,
  ],
  ['an option whose value looks like another', ['--grep', '--list', '--pass-with-no-tests'], 3, nothing],
  ['an environment that does not exist', [], 3, /There is no environment "nowhere"/, () => ({ TARGET_ENV: 'nowhere' })],
  [
    'a configuration that throws',
    [],
    3,
    /EISDIR|acme/,
    () => ({ CONFORMANCE_CONTRACTS: unreadableContracts(), TARGET_ENV: 'mock' }),
  ],
  [
    'results that cannot be moved',
    control,
    3,
    /previous\.json cannot be written:\n.*EISDIR/,
    (report) => {
      mkdirSync(join(report, 'previous.json/full'), { recursive: true });
      return {};
    },
  ],
];

for (const [title, args, code, says, prepare] of leaves) {
  test(`${title}: ends with ${code}, and the green report of yesterday is not taken for it`, async () => {
    const report = await yesterday();
    const last = join(newFolder('last'), 'last.json');
    writeFileSync(last, JSON.stringify({ status: 'passed', failedTests: [] }));
    const variables = { CONFORMANCE_REPORT: report, ...prepare?.(report) };
    const run = await playwright(conformance(...args.map((arg) => arg.replace('LAST', last))), variables);
    expect(run.output).toMatch(says);
    expect(run.code).toBe(code);
    if (title !== 'results that cannot be moved') await expectUnfinished(report);
    else expect(gateFile(join(report, 'results.json')).exitCode).toBe(3);
  });
}

test('gate, report, rejudge and merge say that a run began, and the next run takes over', async () => {
  const report = await yesterday();
  await playwright(conformance(...control, '--reporter=list'), { CONFORMANCE_REPORT: report });
  for (const { code, output } of await answersOf(report)) {
    expect(output).toMatch(
      /a run began at 2\S+Z \(npx playwright test .*--reporter=list.*name .*conformance\.ts as well; run `npx playwright test` again/,
    );
    expect(code).toBe(3);
  }
  const merged = await runScript('merge', [newFolder('no-blobs')], { CONFORMANCE_REPORT: report });
  expect(merged.code).toBe(3);
  await expectUnfinished(report);
  const { code } = await playwright(conformance(...control), { CONFORMANCE_REPORT: report });
  expect(code).toBe(0);
  expect(gateFile(join(report, 'results.json'), 'control:').exitCode).toBe(0);
  expect(gateFile(join(report, 'previous.json')).exitCode).toBe(0);
  expect(readFileSync(join(report, 'history.jsonl'), 'utf8').trim().split('\n')).toHaveLength(2);
});

test('where Playwright refuses to start at all, the command before it has put the report of yesterday away', async () => {
  const report = await yesterday();
  const blobs = newFolder('blobs');
  writeFileSync(join(blobs, 'report.zip'), 'of yesterday');
  const variables = { CONFORMANCE_REPORT: report, PLAYWRIGHT_BLOB_OUTPUT_DIR: blobs };
  expect(await runScript('begin', [], variables)).toMatchObject({ code: 0 });
  expect(readdirSync(blobs)).toEqual([]);
  for (const refused of [['--shard=5/2'], ['--no-such-option'], ['--reporter=./none.ts'], ['--config=none.ts']]) {
    expect((await playwright(conformance(...control, ...refused), variables)).code).toBe(1);
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
  const { output } = await playwright(conformance(...control), variables);
  expect(output).toContain('pyng@mock');
  expect(gateFile(join(report, 'results.json'), 'control:').exitCode).toBe(0);
});

test('a run takes the blob reports of yesterday away before it writes its own', async () => {
  const blobs = newFolder('blobs');
  const [other, mine] = [join(blobs, 'report.zip'), join(blobs, 'mine.txt')];
  for (const file of [other, mine]) writeFileSync(file, 'of yesterday');
  const variables = { CONFORMANCE_REPORT: newFolder('report'), PLAYWRIGHT_BLOB_OUTPUT_DIR: blobs, TARGET_ENV: 'none' };
  expect((await playwright(conformance(...control, '--reporter=blob'), variables)).code).toBe(3);
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
    const { code, output } = await playwright(conformance(...control, ...args), { ...variables, ...more });
    expect(output).toContain(says);
    expect(code).toBe(3);
    if (more?.['CONFORMANCE_REPORT'] === undefined) await expectUnfinished(report);
  }
  expect(existsSync(join(report, 'history.jsonl'))).toBe(true);
});

test('what runs no target leaves the report as it is', async () => {
  const report = await yesterday();
  const before = filesOf(report);
  const others = [conformance('--list', ...control), conformance('--project=unit', 'tests/unit/wire/headers.spec.ts')];
  for (const args of others) expect((await playwright(args, { CONFORMANCE_REPORT: report })).code).toBe(0);
  expect(filesOf(report)).toEqual(before);
});

test('a merge that is refused leaves nothing of the night before', async () => {
  const report = await yesterday();
  const { code, output } = await runScript('merge', [newFolder('no-blobs')], { CONFORMANCE_REPORT: report });
  expect(output).toContain('holds no blob report');
  expect(code).toBe(3);
  await expectUnfinished(report);
});

test('a second run in one folder is refused while the first lives, and takes over when it is dead', async () => {
  const report = await yesterday();
  const mock = await startMock({ lifeSeconds: 3 });
  const events = new EventEmitter();
  const asked = once(events, 'asked');
  mock.intercept = () => {
    events.emit('asked');
    return { raw: () => undefined };
  };
  const variables = { CONFORMANCE_REPORT: report, TARGET_ENV: environmentAt(mock.url, 'pace: { timeout: 60 }') };
  const first = startPlaywright(conformance(...control), variables);
  await asked;
  const sent = mock.requests;
  const second = await playwright(conformance(...control), variables);
  expect(second.output).toMatch(
    new RegExp(`Another run writes its report to .*\n.*process ${first.child.pid}, since 2`),
  );
  expect(second.code).toBe(3);
  expect(mock.requests).toBe(sent);
  expect(gateFile(join(report, 'results.json')).lines.join()).toContain(`it is process ${first.child.pid}; wait`);
  first.child.kill('SIGKILL');
  await first.ended;
  expect(gateFile(join(report, 'results.json')).lines.join()).toContain(`process ${first.child.pid} is gone`);
  endRun(beginRun('npx playwright test', report));
  expect(whyUnfinished(report)).toBeNull();
  await mock.close();
});

test('two runs beside each other in folders of their own keep their memories apart', async () => {
  const mock = await startMock({ lifeSeconds: 3 });
  const variables = { TARGET_ENV: environmentAt(mock.url) };
  const out = join(newFolder('out'), 'shared');
  const events = new EventEmitter();
  const reached = once(events, 'reached');
  const released = once(events, 'released');
  mock.intercept = async (call) => {
    if (mock.requests === 3) {
      events.emit('reached');
      await released;
    }
    return call.answer();
  };
  const whole = conformance('--project=pyng', '--grep=@gate');
  const first = startPlaywright([...whole, `--output=${out}`], variables);
  await reached;
  const second = await startPlaywright([...conformance(...control), `--output=${out}`], variables).ended;
  events.emit('released');
  const ended = await first.ended;
  await mock.close();
  expect(second.results().targets[0]?.requests).toBe(1);
  expect(ended.results().targets[0]?.counts).toMatchObject({ fail: 0, error: 0, inconclusive: 0 });
});

test('a report path that is a file ends with 3, and names it', async () => {
  const file = join(newFolder('file'), 'report');
  writeFileSync(file, 'mine');
  const { code, output } = await playwright(conformance(...control), { CONFORMANCE_REPORT: file });
  expect(output).toContain(`${file} cannot be written:`);
  expect(output).toContain('a file is in the place of a folder');
  expect(code).toBe(3);
  const below = join(file, 'below');
  const begin = (folder: string) => () => beginRun('npx playwright test', folder);
  expect(begin(below)).toThrow(`${below} cannot be written:`);
  expect(begin(below)).toThrow('a file is in the place of a folder');
  expect(readFileSync(file, 'utf8')).toBe('mine');
  const results = join(await yesterday(), 'results.json');
  expect(begin(results)).toThrow(InputError);
  expect((await runScript('gate', [], { CONFORMANCE_REPORT: results })).code).toBe(3);
});

/** Runs the control, and does something to the report folder while it is under way. */
async function disturbed(report: string, disturb: () => void) {
  const mock = await startMock({ lifeSeconds: 3 });
  mock.intercept = (call) => {
    disturb();
    return call.answer();
  };
  const variables = { CONFORMANCE_REPORT: report, TARGET_ENV: environmentAt(mock.url) };
  const ended = await playwright(conformance(...control), variables);
  await mock.close();
  return ended;
}

test('where a place to put an earlier report aside is taken, its pages are gone, and the gate says why', async () => {
  const report = newFolder('taken');
  mkdirSync(join(report, 'previous.json'));
  for (const name of ['results.json', 'summary.md', 'report.html']) writeFileSync(join(report, name), 'of yesterday');
  const { code, output } = await playwright(conformance('--project=pyng', '--grep=@gate'), {
    CONFORMANCE_REPORT: report,
  });
  expect(code).toBe(3);
  expect(output).toContain('previous.json');
  expect(readdirSync(report)).not.toContain('summary.md');
  const gate = await runScript('gate', [report]);
  expect([gate.code, gate.output]).toEqual([3, expect.stringContaining('previous.json')]);
});

test('results that cannot be written are kept elsewhere, and the run ends with 3', async () => {
  const report = await yesterday();
  const { code, output } = await disturbed(report, () =>
    mkdirSync(join(report, 'results.json/full'), { recursive: true }),
  );
  expect(code).toBe(3);
  expect(output).toContain(`${join(report, 'results.json')} cannot be written:`);
  const [, kept = ''] = /are kept in (\S+)/.exec(output) ?? [];
  const results = JSON.parse(readFileSync(kept, 'utf8'));
  expect(validateResults(results)).toEqual({ results });
  expect(gateFile(join(report, 'results.json')).exitCode).toBe(3);
});

test('a page that cannot be written, or made, keeps no other from it, and the run ends with 3', async () => {
  const report = await yesterday();
  const first = await disturbed(report, () => mkdirSync(join(report, 'report.html/full'), { recursive: true }));
  expect(first.code).toBe(3);
  expect(first.output).toContain(`${join(report, 'report.html')} cannot be written`);
  const whole = ['ctrf.json', 'exchanges.har', 'junit.xml', 'results.json', 'summary.md'];
  expect(readdirSync(report)).toEqual(expect.arrayContaining(whole));
  expect(gateFile(join(report, 'results.json')).lines.join()).toContain('report.html cannot be written');
  const other = await yesterday();
  appendFileSync(join(other, 'history.jsonl'), 'no run\n{}\n');
  const results = readResults(join(other, 'results.json'));
  const write = () => reporting(other, 'npx playwright test', () => writeReport(other, results));
  expect(write).toThrow('history, line 2: not a run of this suite');
  expect(gateFile(join(other, 'results.json')).lines.join()).toContain('history, line 2: not a run of this suite');
  expect(existsSync(join(other, 'results.json'))).toBe(true);
});

test('a run whose folder another one took meanwhile writes nothing into it', async () => {
  const report = await yesterday();
  const mark = join(report, 'run-began.json');
  const { code, output } = await disturbed(report, () =>
    writeFileSync(mark, JSON.stringify({ ...JSON.parse(readFileSync(mark, 'utf8')), id: 'another' })),
  );
  expect(code).toBe(3);
  expect(output).toMatch(/no longer belongs to this run:\n.*are kept in /);
  expect(readdirSync(report)).not.toContain('results.json');
});

test('the mark of a process elsewhere is respected, one that cannot be read is not', async () => {
  const report = await yesterday();
  const mark = join(report, 'run-began.json');
  const owner = { pid: 1, host: 'elsewhere.example', started: null };
  writeFileSync(mark, JSON.stringify({ id: 'a', owner, since: '2026-01-01T00:00:00.000Z', command: 'npx' }));
  const refused = await playwright(conformance(...control), { CONFORMANCE_REPORT: report });
  expect(refused.output).toMatch(/process 1 on elsewhere\.example, since 2026.*or delete run-began\.json/);
  expect(refused.code).toBe(3);
  expect(gateFile(join(report, 'results.json'))).toMatchObject({ exitCode: 3 });
  writeFileSync(mark, '{"id":');
  expect(gateFile(join(report, 'results.json')).lines.join()).toContain('its mark cannot be read');
  endRun(beginRun('npx playwright test', report));
  expect(existsSync(mark)).toBe(false);
});
