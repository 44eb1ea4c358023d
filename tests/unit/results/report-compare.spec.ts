import { expect, test } from '@playwright/test';
import type { Results } from '../../../src/formats/results.ts';
import { compare, hasNews } from '../../../src/results/compare.ts';
import { appendHistory, formatHistory, parseHistory, runsOf, seenOf } from '../../../src/results/history.ts';
import { medianLatency, passRate } from '../../../src/results/outcome.ts';
import { clause, exchange, failing, results, target } from '../../support/results.ts';
import { previousResults, sampleHistory, sampleResults } from '../../support/sample.ts';

const ONE = 'p@dev';

function runOf(seed: Parameters<typeof target>[0], startedAt = '2026-01-02T00:00:00.000Z'): Results {
  return results([target(seed)], { startedAt });
}

const good = clause({ id: 'p-a', statement: 'a' });
const bad = failing({ id: 'p-a', statement: 'a' }, 'x', 'y');

test('lists what newly fails, what is fixed, and since when the rest fails', () => {
  const changes = compare(previousResults(), sampleResults(), sampleHistory());
  const dev = changes.targets.find((each) => each.target === 'finnet@dev');
  expect(changes.since).toBe('2026-11-20T02:12:00.000Z');
  expect(dev?.newlyFailing.map((each) => [each.clause, each.detail])).toEqual([
    ['finnet-token-type', '"BearerToken", 11 characters'],
  ]);
  expect(dev?.fixed.map((each) => each.clause)).toEqual(['finnet-access-token']);
  expect(dev?.noLongerJudged.map((each) => [each.clause, each.before, each.after])).toEqual([
    ['finnet-timestamp-window', 'pass', 'inconclusive'],
  ]);
  expect(dev?.stillFailing.map((each) => [each.clause, each.since])).toContainEqual([
    'finnet-signature-verified',
    '2026-11-11T02:12:00.000Z',
  ]);
});

test('dates what still fails by the earlier run when there is no history', () => {
  const [changes] = compare(
    runOf({ target: ONE, clauses: [bad] }, '2026-01-01'),
    runOf({ target: ONE, clauses: [bad] }),
  ).targets;
  expect(changes?.stillFailing.map((each) => each.since)).toEqual(['2026-01-01']);
});

test('a failed clause that vanished is no longer judged, not fixed', () => {
  const [changes] = compare(runOf({ target: ONE, clauses: [bad] }), runOf({ target: ONE, clauses: [] })).targets;
  expect(changes?.fixed).toEqual([]);
  expect(changes?.noLongerJudged.map((each) => each.after)).toEqual(['absent']);
});

test('a failed clause that could not be judged is not fixed', () => {
  const open = clause({ id: 'p-a', statement: 'a', verdict: 'inconclusive', reason: '503' });
  const [changes] = compare(runOf({ target: ONE, clauses: [bad] }), runOf({ target: ONE, clauses: [open] })).targets;
  expect(changes?.fixed).toEqual([]);
  expect(changes?.noLongerJudged.map((each) => each.detail)).toEqual(['503']);
});

test('lists another reading, another status and another header, each once with its scenarios', () => {
  const answer = (status: number, headers: [string, string][]) =>
    ['control', 'b', 'c'].map((scenario, at) => {
      const known = exchange(`ex-${at}`, scenario, scenario === 'c' ? status : 200, '{}');
      return known.response === null ? known : { ...known, response: { ...known.response, headers } };
    });
  const reading = { id: 'p-r', statement: 'r', documented: [], exchange: '' };
  const before = runOf({
    target: ONE,
    clauses: [good],
    exchanges: answer(401, [
      ['Cache-Control', 'no-store'],
      ['Date', 'Mon'],
    ]),
    readings: [{ ...reading, follows: 'table' }],
  });
  const after = runOf({
    target: ONE,
    clauses: [good],
    exchanges: answer(400, [
      ['Date', 'Tue'],
      ['X-New', '1'],
    ]),
    readings: [{ ...reading, follows: 'sample' }],
  });
  const [changes] = compare(before, after).targets;
  expect(changes?.changed).toEqual([
    { kind: 'reading', subject: 'p-r', before: 'table', after: 'sample', scenarios: 1 },
    { kind: 'header', subject: 'cache-control', before: 'no-store', after: 'not sent', scenarios: 2 },
    { kind: 'header', subject: 'x-new', before: 'not sent', after: 'sent', scenarios: 2 },
    { kind: 'status', subject: 'status of the answer', before: '401', after: '400', scenarios: 1 },
  ]);
});

for (const [before, after, listed] of [
  [100, 200, true],
  [100, 199, false],
  [2, 40, false],
] as const) {
  test(`${before} ms, then ${after} ms is ${listed ? '' : 'not '}listed as slower`, () => {
    const run = (ms: number) =>
      runOf({ target: ONE, clauses: [good], exchanges: [exchange('ex-1', 'control', 200, '{}', ms)] });
    const [changes] = compare(run(before), run(after)).targets;
    expect(changes?.changed.map((each) => each.kind)).toEqual(listed ? ['slower'] : []);
  });
}

test('a run compared with itself has no news', () => {
  const changes = compare(sampleResults(), sampleResults());
  expect(changes.targets.filter(hasNews)).toEqual([]);
  expect([changes.added, changes.removed]).toEqual([[], []]);
});

test('lists targets that came and went', () => {
  const changes = compare(runOf({ target: 'p@old', clauses: [good] }), runOf({ target: 'p@new', clauses: [good] }));
  expect([changes.added, changes.removed, changes.targets]).toEqual([['p@new'], ['p@old'], []]);
});

test('the median and the pass rate are of what answered and what was judged', () => {
  const at = (ms: number) => exchange('ex', 's', 200, '{}', ms);
  expect(medianLatency({ exchanges: [at(10), at(30), at(20)] })).toBe(20);
  expect(medianLatency({ exchanges: [at(10), at(20)] })).toBe(15);
  expect(medianLatency({ exchanges: [] })).toBeNull();
  expect(
    passRate(
      target({ target: ONE, clauses: [good, bad, clause({ id: 'n', statement: '', verdict: 'inconclusive' })] }),
    ),
  ).toBe(0.5);
  expect(passRate(target({ target: ONE, clauses: [] }))).toBeNull();
});

test('a history survives being written and read', () => {
  const history = sampleHistory(5);
  expect(parseHistory(formatHistory(history))).toEqual(history);
  expect(formatHistory(history).trimEnd().split('\n')).toHaveLength(5);
});

test('a history keeps first seen and last seen after the clause is fixed, and over runs without the target', () => {
  let history = appendHistory([], runOf({ target: ONE, clauses: [bad] }, '1'));
  history = appendHistory(history, runOf({ target: ONE, clauses: [bad] }, '2'));
  history = appendHistory(history, runOf({ target: 'p@other', clauses: [good] }, '3'));
  history = appendHistory(history, runOf({ target: ONE, clauses: [good] }, '4'), 1);
  expect(history).toHaveLength(1);
  expect(seenOf(history, ONE, 'p-a')).toEqual({ first: '1', last: '2' });
  expect(seenOf(history, ONE, 'constructor')).toBeUndefined();
  expect(runsOf(history, ONE).map((run) => [run.startedAt, run.verdict])).toEqual([['4', 'conforms']]);
});

test('a history is bounded, and the same run is held once', () => {
  let history = sampleHistory(3);
  history = appendHistory(history, sampleResults());
  expect(history).toHaveLength(3);
  expect(
    appendHistory(history, runOf({ target: ONE, clauses: [good] }, '2027'), 2).map((line) => line.startedAt),
  ).toEqual(['2026-11-22T02:12:00.000Z', '2027']);
});

test('a last line torn off while it was written is left out, any other is an error that names its line', () => {
  const text = formatHistory(sampleHistory(3));
  expect(parseHistory(text.slice(0, -40))).toHaveLength(2);
  expect(parseHistory('')).toEqual([]);
  expect(() => parseHistory(text.replace('"startedAt"', '"started"'))).toThrow(/history, line 1: .*delete the line/);
});

test('every exchange of a scenario is compared: one answer of several that is new is listed', () => {
  const sent = (...statuses: number[]): Results =>
    runOf({
      target: ONE,
      clauses: [good],
      exchanges: statuses.map((status, index) => exchange(`ex-${index + 1}`, 'control', status, '{}')),
    });
  const changed = (before: Results, now: Results) => compare(before, now).targets[0]?.changed;
  const listed = { kind: 'status', subject: 'status of the answer', before: '200', after: '500', scenarios: 1 };
  expect(changed(sent(200), sent(200, 500))).toEqual([listed]);
  expect(changed(sent(200, 200), sent(500, 200, 500))).toEqual([listed]);
  // An intermittent server that stays so is no news.
  expect(changed(sent(200, 500), sent(500, 200, 200))).toEqual([]);
});
