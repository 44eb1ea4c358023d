import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { baseUrls, startMock } from '../../mock/server.ts';
import type { Results, TargetResult, TargetVerdict } from '../../src/results/format.ts';
import { gate, gateFile } from '../../src/results/gate.ts';
import { exitCodeOf, ledgerOf } from '../../src/results/ledger.ts';
import { metaOf } from '../../src/results/meta.ts';
import { validateResults } from '../../src/results/validate.ts';
import { memoryStore, openSession } from '../../src/run/session.ts';
import { plan } from '../../src/scenario/plan.ts';
import { mockTarget } from './network.ts';
import { runScript } from './script.ts';

// A worker runs these once for each group of tests it is given, so the folder is made anew each time.
let folder = '';
test.beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'gate-'));
});
test.afterAll(() => rmSync(folder, { recursive: true }));

function targetResult(verdict: TargetVerdict, reason = ''): TargetResult {
  const counts = { pass: 3, fail: 0, warning: 0, waived: 0, advice: 0, inconclusive: 0, notExercised: 0, error: 0 };
  return {
    target: `one@${verdict}`,
    provider: 'one',
    title: 'One',
    environment: verdict,
    kind: 'mock',
    baseUrl: 'embedded mock',
    verdict,
    reason,
    requests: 1,
    durationMs: 1,
    counts,
    clauses: [],
    readings: [],
    notes: [],
    incidents: [],
    exchanges: [],
  };
}

function results(targets: TargetResult[], problems: string[] = []): Results {
  return {
    formatVersion: 1,
    tool: { name: 'tool', version: '1' },
    startedAt: '2026-11-23T10:00:00.000Z',
    durationMs: 1,
    exitCode: exitCodeOf(targets, problems),
    problems,
    targets,
  };
}

test('the results of a whole run fit the schema', async () => {
  const target = mockTarget('finnet');
  const mock = await startMock();
  const session = openSession(target, `${mock.url}${baseUrls['finnet'] ?? ''}`, memoryStore());
  const outcomes = [];
  for (const scenario of plan(target.contract)) outcomes.push(await session.run(scenario));
  await session.close();
  await mock.close();
  const meta = metaOf(target.contract, target.environment);
  const run = { meta, selected: meta.scenarios, outcomes, durationMs: 5, day: '2026-11-23' };
  const value = JSON.parse(JSON.stringify(results([ledgerOf(run)])));
  expect(validateResults(value)).toHaveProperty('results');
  expect(validateResults({ ...value, laterField: 1 })).toHaveProperty('results');
  value.targets[0].clauses[0].verdict = 'green';
  delete value.targets[0].counts.pass;
  expect(validateResults(value)).toEqual({
    problems: [
      expect.stringContaining("/targets/0/counts must have required property 'pass'"),
      expect.stringContaining('/targets/0/clauses/0/verdict must be one of "pass"'),
    ],
  });
});

test('one line per target; the worst decides, and a deviation outranks our own fault', () => {
  const cases: [TargetVerdict[], number][] = [
    [['conforms'], 0],
    [['conforms', 'not-judged'], 2],
    [['conforms', 'error', 'not-judged'], 3],
    [['conforms', 'deviates', 'error'], 1],
    [[], 2],
  ];
  for (const [verdicts, exitCode] of cases) {
    const judged = gate(results(verdicts.map((verdict) => targetResult(verdict))));
    expect(judged.exitCode).toBe(exitCode);
    expect(judged.lines).toHaveLength(Math.max(1, verdicts.length));
  }
  expect(gate(results([targetResult('not-judged', 'the control is not granted')])).lines).toEqual([
    'one@not-judged  not judged  (3 pass)  the control is not granted',
  ]);
  expect(gate(results([targetResult('conforms')], ['delete the waiver'])).exitCode).toBe(1);
});

test('a file that claims to be better than its targets is an error of ours', () => {
  expect(gate({ ...results([targetResult('deviates')]), exitCode: 0 }).exitCode).toBe(3);
  expect(gate({ ...results([targetResult('deviates')]), exitCode: 3 }).exitCode).toBe(3);
  expect(gate({ ...results([targetResult('conforms')]), exitCode: 3 }).exitCode).toBe(3);
});

test('a missing, unreadable or foreign file is exit code 3, with the remedy', () => {
  const file = join(folder, 'foreign.json');
  expect(gateFile(join(folder, 'none.json'))).toMatchObject({
    exitCode: 3,
    lines: [expect.stringContaining('no such file')],
  });
  for (const [text, fault] of [
    ['{', /cannot be read as JSON/],
    ['', /cannot be read as JSON/],
    ['null', /no results file/],
    ['{"formatVersion":2}', /no results file/],
    [JSON.stringify({ ...results([targetResult('conforms')]), formatVersion: 2 }), /no results file/],
  ] as const) {
    writeFileSync(file, text);
    const judged = gateFile(file);
    expect(judged.exitCode).toBe(3);
    expect(judged.lines[0]).toMatch(fault);
    expect(judged.lines[0]).toMatch(/npx playwright test/);
  }
});

test('the command finds the file by argument, by folder and by CONFORMANCE_REPORT', async () => {
  writeFileSync(join(folder, 'results.json'), JSON.stringify(results([targetResult('deviates', '1 clause fails: x')])));
  for (const [args, variables] of [
    [[join(folder, 'results.json')], {}],
    [[folder], {}],
    [[], { CONFORMANCE_REPORT: folder }],
  ] as [string[], Record<string, string>][]) {
    expect(await runScript('gate', args, variables)).toEqual({
      code: 1,
      output: 'one@deviates  deviates  (3 pass)  1 clause fails: x\n',
    });
  }
  expect((await runScript('gate', [join(folder, 'nowhere')])).code).toBe(3);
  expect((await runScript('gate', ['a', 'b'])).code).toBe(3);
});
