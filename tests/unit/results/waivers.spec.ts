import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { Verdict } from '../../../src/formats/results.ts';
import { catalogue } from '../../../src/judge/catalogue.ts';
import { exitCodeOf, ledgerOf } from '../../../src/results/ledger.ts';
import type { TargetRun } from '../../../src/results/target-run.ts';
import { staleWaivers } from '../../../src/results/waivers.ts';
import type { ScenarioEvidence } from '../../../src/run/session.ts';
import { controlId } from '../../../src/scenario/plan.ts';
import { loadEnvironment } from '../../../src/target/environment.ts';
import { metaOf } from '../../../src/target/meta.ts';
import { newFolder } from '../../support/folders.ts';

const contracts = catalogue();
// A worker runs these once for each group of tests it is given, so the folder is made anew each time.
let folder = '';
test.beforeAll(() => {
  folder = newFolder('waivers');
});

const today = '2026-11-23';
const clause = 'finnet-token-type-exact';
const must = 'finnet-lifetime';

function environment(row: string) {
  const file = join(folder, 'waived.yaml');
  const credentials = '{ clientKey: a, privateKey: b }';
  writeFileSync(file, `kind: mock\nproviders:\n  finnet: { credentials: ${credentials} }\nwaivers:\n  - ${row}\n`);
  return loadEnvironment(file, contracts);
}

const row = (of: string, until: string, provider = 'finnet'): string =>
  `{ clause: ${of}, provider: ${provider}, reason: agreed with them, owner: jo, until: ${until} }`;

/** A run of these scenarios, all without it, in which the control judged one clause. */
function run(waiver: string, of: string, verdict: Verdict, scenarios?: string[]): TargetRun {
  const contract = contracts['finnet'];
  if (!contract) throw new Error('no contract');
  const seen = { clause: of, scenario: controlId, verdict, documented: 'd', received: 'r', exchange: 'ex-0' };
  const meta = metaOf(contract, environment(waiver));
  const selected = scenarios ?? meta.scenarios;
  const outcomes = selected.map(
    (scenario): ScenarioEvidence => ({
      target: 'finnet@waived',
      scenario,
      exchange: null,
      observations: scenario === controlId ? [seen] : [],
      readings: [],
      notes: [],
      incident: null,
      notSent: null,
      requests: 1,
    }),
  );
  return { meta, selected, outcomes, durationMs: 0, day: today };
}

function judged(waiver: string, of: string, verdict: Verdict, scenarios?: string[]) {
  const one = run(waiver, of, verdict, scenarios);
  const result = ledgerOf(one);
  const problems = staleWaivers(one, result);
  return {
    found: result.clauses.find(({ id }) => id === of),
    result,
    problems,
    exitCode: exitCodeOf([result], problems),
  };
}

test('a waived failure does not fail the run and stays visible', () => {
  const { found, result, problems } = judged(row(must, '2027-01-31'), must, 'fail');
  expect(found).toMatchObject({
    verdict: 'fail',
    effect: 'waived',
    waiver: { reason: 'agreed with them', owner: 'jo', until: '2027-01-31' },
  });
  expect(result.counts).toMatchObject({ waived: 1, fail: 0 });
  expect(result.verdict).not.toBe('deviates');
  expect(problems).toEqual([]);
});

test('a waiver holds on its last day, and a day later the run fails with the line to delete', () => {
  expect(judged(row(must, today), must, 'fail')).toMatchObject({ found: { effect: 'waived' }, problems: [] });
  const { found, problems, exitCode } = judged(row(must, '2026-11-22'), must, 'fail');
  expect(found).toMatchObject({ effect: 'fails', waiver: null });
  expect(problems).toEqual([
    expect.stringMatching(/waived\.yaml:5: the waiver of finnet-lifetime ended on 2026-11-22; delete it/),
  ]);
  expect(exitCode).toBe(1);
});

test('a waiver whose clause passes now fails the run and says which line to delete', () => {
  const { problems, exitCode } = judged(row(must, '2027-01-31'), must, 'pass');
  expect(problems).toEqual([expect.stringMatching(/waived\.yaml:5: finnet-lifetime passes now; delete its waiver/)]);
  expect(exitCode).toBe(1);
});

test('a part of the scenarios does not show that a waiver can go: the clause may fail in one that was left out', () => {
  const { found, problems } = judged(row(must, '2027-01-31'), must, 'pass', [controlId]);
  expect(found?.verdict).toBe('pass');
  expect(problems).toEqual([]);
  expect(judged(row(must, '2026-11-22'), must, 'pass', [controlId]).problems).toHaveLength(1);
});

test('a waiver does not cover what could not be judged, an error of ours, or another clause', () => {
  for (const verdict of ['inconclusive', 'error'] as const) {
    const { found, result, problems } = judged(row(must, '2027-01-31'), must, verdict);
    expect(found).toMatchObject({ verdict, effect: 'fails', waiver: null });
    expect(result.counts.waived).toBe(0);
    expect(problems).toEqual([]);
  }
  expect(judged(row(clause, '2027-01-31'), must, 'fail')).toMatchObject({ found: { effect: 'fails' }, exitCode: 1 });
});

test('a clause of level may is not made worse by its waiver', () => {
  const may = 'finnet-lifetime-short';
  expect(judged(row(may, '2027-01-31'), may, 'fail')).toMatchObject({ found: { effect: 'none' } });
});

test('14 days ahead of its date a waiver is mentioned, not earlier', () => {
  const notes = (until: string): string[] => judged(row(must, until), must, 'fail').result.notes;
  expect(notes('2026-12-08')).toEqual([]);
  expect(notes('2026-12-07')).toEqual(['the waiver of finnet-lifetime ends in 14 days, on 2026-12-07; ask jo']);
  expect(notes('2026-11-24')).toEqual(['the waiver of finnet-lifetime ends in 1 day, on 2026-11-24; ask jo']);
  expect(notes(today)).toEqual(['the waiver of finnet-lifetime ends today, on 2026-11-23; ask jo']);
  expect(notes('2026-11-22')).toEqual([]);
});

test('a waiver that names no clause or no provider stops the run, with its line', () => {
  expect(() => environment(row('finnet-nothing', '2027-01-31'))).toThrow(
    /waived\.yaml:5: the waiver names no clause of finnet: "finnet-nothing"; delete it or correct the id/,
  );
  expect(() => environment(row(must, '2027-01-31', 'nobody'))).toThrow(
    /waived\.yaml:5: the waiver names no provider: "nobody"; delete it or correct the name/,
  );
  expect(() => environment(row('pyng-https', '2027-01-31'))).toThrow(/names no clause of finnet: "pyng-https"/);
  expect(() => environment(row(must, '2027-02-31'))).toThrow(
    /waived\.yaml:5: .*must be a day of the calendar as YYYY-MM-DD, and is "2027-02-31"/,
  );
  expect(() => environment('{ clause: x, provider: finnet }')).toThrow(/waived\.yaml:5: \/waivers\/0 lacks owner/);
});
