/** The report folder belongs to one run at a time, and what cannot be written in it ends that run with 3. */
import { EventEmitter, once } from 'node:events';
import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { startMock } from '../../mock/server.ts';
import { writeReport } from '../../reporters/write.ts';
import { InputError } from '../../src/contract/problems.ts';
import { beginRun, endRun, reporting } from '../../src/playwright/current.ts';
import { gateFile } from '../../src/results/gate.ts';
import { readResults } from '../../src/results/read.ts';
import { validateResults } from '../../src/results/validate.ts';
import { conformance, controlOnly, environmentAt, newFolder, startPlaywright } from '../support/command.ts';
import { beginHere, runHere } from '../support/here.ts';
import { configureHere, playHere } from '../support/play.ts';
import { yesterdaysReport } from '../support/report.ts';

test.describe.configure({ mode: 'default' });

const yesterday = yesterdaysReport();

test('while a run lives, a second one in its folder is refused, and one in a folder of its own keeps its memory apart', async () => {
  const report = await yesterday();
  const mock = await startMock({ lifeSeconds: 3 });
  const variables = { TARGET_ENV: environmentAt(mock.url, 'pace: { timeout: 60 }') };
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
  const part = conformance('--project=pyng', '--grep=@gate', `--output=${out}`);
  const first = startPlaywright(part, { ...variables, CONFORMANCE_REPORT: report });
  await reached;
  const refused = await configureHere(controlOnly, { ...variables, CONFORMANCE_REPORT: report });
  expect(refused.output).toMatch(
    new RegExp(`Another run writes its report to .*\n.*process ${first.child.pid}, since 2`),
  );
  expect(refused.code).toBe(3);
  expect(mock.requests).toBe(3);
  expect(gateFile(join(report, 'results.json')).lines.join()).toContain(`it is process ${first.child.pid}; wait`);
  // It knows nothing of the control that the first one was granted, and sends its own.
  const second = await playHere(['--project=pyng', '--grep=pyng-method', `--output=${out}`], variables);
  expect(second.results().targets[0]?.exchanges.map(({ scenario }) => scenario.split('/')[0])).toEqual([
    'control',
    'pyng-method',
  ]);
  events.emit('released');
  const ended = await first.ended;
  await mock.close();
  expect(ended.code, ended.output).toBe(0);
  expect(ended.results().targets[0]?.counts).toMatchObject({ fail: 0, error: 0, inconclusive: 0 });
});

test('a report path that is a file ends with 3, and names it', async () => {
  const file = join(newFolder('file'), 'report');
  writeFileSync(file, 'mine');
  const { code, output } = await beginHere(controlOnly, { CONFORMANCE_REPORT: file });
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
  expect((await runHere('gate', [], { CONFORMANCE_REPORT: results })).code).toBe(3);
});

/** Runs the control, and does something to the report folder while it is under way. */
async function disturbed(report: string, disturb: () => void) {
  const mock = await startMock({ lifeSeconds: 3 });
  mock.intercept = (call) => {
    disturb();
    return call.answer();
  };
  const variables = { CONFORMANCE_REPORT: report, TARGET_ENV: environmentAt(mock.url) };
  const ended = await playHere(controlOnly, variables);
  await mock.close();
  return ended;
}

test('where a place to put an earlier report aside is taken, its pages are gone, and the gate says why', async () => {
  const report = newFolder('taken');
  mkdirSync(join(report, 'previous.json'));
  for (const name of ['results.json', 'summary.md', 'report.html']) writeFileSync(join(report, name), 'of yesterday');
  const { code, output } = await beginHere(['--project=pyng'], { CONFORMANCE_REPORT: report });
  expect(code).toBe(3);
  expect(output).toContain('previous.json');
  expect(readdirSync(report)).not.toContain('summary.md');
  const gate = await runHere('gate', [report]);
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
  const refused = await beginHere(controlOnly, { CONFORMANCE_REPORT: report });
  expect(refused.output).toMatch(/process 1 on elsewhere\.example, since 2026.*or delete run-began\.json/);
  expect(refused.code).toBe(3);
  expect(gateFile(join(report, 'results.json'))).toMatchObject({ exitCode: 3 });
  writeFileSync(mark, '{"id":');
  expect(gateFile(join(report, 'results.json')).lines.join()).toContain('its mark cannot be read');
  endRun(beginRun('npx playwright test', report));
  expect(existsSync(mark)).toBe(false);
});
