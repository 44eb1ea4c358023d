/** Parts of a run through the command itself: what they earn, what they say that they left out, and what the gate makes of them. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { type Intercept, startMock } from '../../mock/server.ts';
import { contracts, runProvider } from '../../proof/run.ts';
import type { Results } from '../../src/formats/results.ts';
import { gateFile } from '../../src/results/gate.ts';
import { exitCodeOf } from '../../src/results/ledger.ts';
import { readResults } from '../../src/results/read.ts';
import { rejudgeResults } from '../../src/results/rejudge.ts';
import type { Scenario } from '../../src/scenario/plan.ts';
import { expectHarmless, owned } from '../support/acting.ts';
import { conformance, newFolder, playwright, startPlaywright, withMock } from '../support/command.ts';
import { playHere } from '../support/play.ts';
import { moduleOfRun } from '../support/script.ts';

test.describe.configure({ mode: 'default' });

const scenariosIn = ({ targets }: Results): string[] =>
  targets.flatMap(({ exchanges }) => exchanges.map(({ scenario }) => scenario));

test('one clause by --grep is judged with its control; every surface says what was left out', async () => {
  const { code, output, results, folder } = await playHere(['--project=pyng', '-g', 'pyng-method']);
  expect(code).toBe(0);
  const { run, targets } = results();
  expect(scenariosIn(results())).toEqual(['control', 'pyng-method/get-query']);
  expect(run).toMatchObject({ selection: { name: '--grep=pyng-method' }, shard: null, name: null });
  expect(run?.id).toMatch(/^[0-9a-f-]{36}$/);
  const [target] = targets;
  expect(target).toMatchObject({ verdict: 'conforms', control: { state: 'granted' } });
  expect(target?.leftOut).toContain('pyng-basic-secret');
  const report = (name: string): string => readFileSync(join(folder, 'report', name), 'utf8');
  for (const surface of [
    output,
    report('summary.md').replaceAll(/&#(\d+);/g, (_, point) => String.fromCodePoint(Number(point))),
    report('report.html'),
    report('junit.xml'),
  ]) {
    expect(surface).toContain('Partial run: --grep=pyng-method');
    expect(surface).toContain('1 of ');
    expect(surface).toContain('pyng-basic-secret');
  }
  expect(report('ctrf.json')).toContain('Partial run: --grep=pyng-method');
  const file = join(folder, 'report/results.json');
  expect(gateFile(file)).toMatchObject({ exitCode: 2 });
  expect(gateFile(file).lines.join('\n')).toMatch(
    /clauses left out: [\s\S]*pyng-basic-secret[\s\S]*--selection pyng-method/,
  );
  expect(gateFile(file, 'pyng-method').exitCode).toBe(0);
});

test('a selection in which nothing is sent ends with 2: without a probe, and in production without the control', async () => {
  const mock = await startMock();
  const select = ({ clause }: Scenario): boolean => clause?.id === 'pyng-token-ends';
  const ends = await runProvider(mock, 'pyng', { target: { probe: null }, select });
  await mock.close();
  expect(ends.reason).toContain('no protected resource (probe) is configured for this target');
  expect(exitCodeOf([ends], [])).toBe(2);
  await withMock(undefined, async (file, requests) => {
    const text = readFileSync(file, 'utf8')
      .replace('kind: mock', 'kind: production')
      .replace(/password: .*/, 'password: $SECRET_OF_PYNG');
    const password = /password: (.*)/.exec(readFileSync(file, 'utf8'))?.[1] ?? '';
    writeFileSync(file, text);
    const variables = { TARGET_ENV: file, SECRET_OF_PYNG: password };
    const left = await playHere(['--project=pyng', '--grep', 'pyng-method'], variables);
    expect(left.results().targets[0]).toMatchObject({ verdict: 'not-judged', reason: /select the control too/ });
    expect([left.code, requests()]).toEqual([2, 0]);
    // A worker resolves the target anew: it has to find the guard, and the password in .env, by itself.
    const beside = newFolder('dotenv');
    writeFileSync(join(beside, '.env'), `SECRET_OF_PYNG=${password}\n`);
    const own = conformance('--project=pyng');
    const guarded = await startPlaywright(own, { TARGET_ENV: file }, beside).ended;
    expect([guarded.code, requests()], guarded.output).toEqual([0, 1]);
    const results = join(guarded.folder, 'report/results.json');
    expect(gateFile(results).exitCode).toBe(2);
    expect(gateFile(results, 'only-control').exitCode).toBe(0);
  });
});

/** Gives a lifetime of another type in every second grant. */
function intermittent(): Intercept {
  let granted = 0;
  return (call) => {
    const answer = call.answer();
    if (call.operation !== 'token' || answer.status !== 200 || ++granted % 2 === 0) return answer;
    return { ...answer, body: String(answer.body).replace(/"expires_in":(\d+)/, '"expires_in":"$1"') };
  };
}

test('repeated and retried: every exchange has an id of its own, and what failed once fails, in the run and judged again', async () => {
  await withMock(intermittent(), async (file) => {
    const { code, results, folder } = await playHere(
      ['--project=pyng', '--grep=control: the good request @'],
      { TARGET_ENV: file },
      { tries: 3 },
    );
    expect(code).toBe(1);
    const [target] = results().targets;
    const ids = target?.exchanges.map(({ id }) => id) ?? [];
    expect(ids.length).toBeGreaterThan(2);
    expect(ids).toEqual(ids.map((_, index) => `ex-${index + 1}`));
    const clause = target?.clauses.find(({ id }) => id === 'pyng-expires-in');
    expect(clause?.observations).toHaveLength(ids.length);
    expect(new Set(clause?.observations.map(({ verdict }) => verdict))).toEqual(new Set(['fail', 'pass']));
    const written = join(folder, 'report/results.json');
    const again = rejudgeResults(readResults(written), { contracts, unloaded: {} }, written);
    expect(again.targets[0]?.clauses.find(({ id }) => id === 'pyng-expires-in')?.verdict).toBe('fail');
    expect(again.exitCode).toBe(1);
  });
});

test('--max-failures leaves a run that is not whole, and no gate takes it for one; --grep @deep plans the families, and its results name the profile; what the server says acts upon nothing, by every reporter that prints', async () => {
  let answered = 0;
  // Families have been sent before the first test is red.
  const later: Intercept = (call) => (++answered > 9 ? owned(call) : call.answer());
  await withMock(later, async (file) => {
    // Playwright prints with every reporter that is named.
    const ours = ['progress', 'conformance'].map((name) => moduleOfRun(`reporters/${name}`));
    const reporters = `--reporter=list,line,dot,${ours.join()}`;
    const run = conformance('--project=pyng', '--grep', '@deep', '-x', reporters);
    const { code, raw, results, folder } = await playwright(run, { TARGET_ENV: file, FORCE_COLOR: '0' });
    expect(code, raw).toBe(1);
    expect(raw).toMatch(/^\s*1 failed\s*$/m);
    // The line reporter moves the cursor itself, even where there is no terminal.
    expectHarmless(raw.replaceAll('\u001b[1A\u001b[2K', ''));
    const [target] = results().targets;
    expect(target?.profile).toBe('deep');
    expect(scenariosIn(results())).toContain('control');
    expect(target?.scenarios?.planned).toBeGreaterThan(200);
    expect(target?.requests).toBeGreaterThan(9);
    expect(target?.notRun?.length).toBeGreaterThan(50);
    expect(target?.reason).toMatch(/the run was cut short: \d+ of \d+ scenarios were not run/);
    expect(gateFile(join(folder, 'report/results.json')).exitCode).toBe(1);
  });
});
