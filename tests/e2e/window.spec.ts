/**
 * How far X-TIMESTAMP may be off is measured with a few requests, reported as a fact, and judged by one clause of level
 * should.
 */
import { expect, test } from '@playwright/test';
import { type Call, startMock } from '../../mock/server.ts';
import { parseTimestamp } from '../../mock/timestamp.ts';
import { runProvider, withVerdict } from '../../proof/run.ts';
import { renderHtml } from '../../reporters/html/page.ts';
import { renderSummary } from '../../reporters/markdown.ts';
import { renderLedger } from '../../reporters/terminal.ts';
import type { TargetResult } from '../../src/formats/results.ts';
import { validateResults } from '../../src/results/validate.ts';
import type { Scenario } from '../../src/scenario/plan.ts';
import { resultsOf } from '../support/recorded.ts';

const begin = Date.UTC(2026, 10, 23, 10);
const clause = 'finnet-timestamp-window';

interface Run {
  result: TargetResult;
  /** Timestamps that were sent for a token, in seconds off the provider's clock. */
  offs: number[];
}

/** Runs a part of Finnet's plan against a provider that takes timestamps of that age, on a clock that only waiting moves. */
async function measure(
  takes: (age: number) => boolean,
  { ahead = 0, select = (one: Scenario) => one.clause?.id === clause } = {},
): Promise<Run> {
  let now = begin;
  const provider = (): number => now + ahead * 1000;
  const mock = await startMock({ clock: provider, timestampWindowSeconds: 10_000_000 });
  const offs: number[] = [];
  mock.intercept = (call: Call) => {
    const sent = call.received.headers.find(([name]) => name === 'X-TIMESTAMP')?.[1] ?? '';
    const at = parseTimestamp(sent);
    if (call.operation !== 'token' || at === undefined) return call.answer();
    const age = (provider() - at) / 1000;
    offs.push(age);
    const body = '{"responseCode":"4017300","responseMessage":"Unauthorized. [Invalid Timestamp]"}';
    return takes(age)
      ? call.answer()
      : {
          status: 401,
          headers: [
            ['Content-Type', 'application/json'],
            ['WWW-Authenticate', 'Bearer realm="finnet"'],
          ],
          body,
        };
  };
  const result = await runProvider(mock, 'finnet', {
    clock: () => new Date(now),
    sleep: async (ms) => {
      now += ms;
    },
    select,
  });
  await mock.close();
  return { result, offs };
}

const within = (old: number, ahead: number) => (age: number) => age <= old && -age <= ahead;

const rows: [title: string, takes: (age: number) => boolean, verdict: 'pass' | 'fail', facts: RegExp[]][] = [
  [
    '5 minutes',
    within(300, 300),
    'pass',
    [/up to 5 min old, measured within ±[56] s$/, /up to 5 min ahead, measured within ±[56] s$/],
  ],
  [
    '5 seconds',
    within(5, 5),
    'pass',
    [/of the moment and refuses it 1 min 5 s old$/, /of the moment and refuses it 1 min 5 s ahead$/],
  ],
  [
    'a minute, and none of the future',
    within(60, 2),
    'pass',
    [/of the moment and refuses it 1 min \d s old$/, /refuses it 1 min \d s ahead$/],
  ],
  [
    '10 minutes',
    within(600, 300),
    'pass',
    [/accepts X-TIMESTAMP 5 min \d s old and refuses it 15 min \d s old$/, /5 min ahead/],
  ],
  ['15 minutes to the second', within(900, 900), 'pass', [/5 min \d s old and refuses it 15 min/, /refuses it 15 min/]],
  [
    '20 minutes old',
    within(1200, 300),
    'fail',
    [/accepts X-TIMESTAMP 15 min \d s old and refuses it 30 min/, /5 min ahead/],
  ],
  ['an hour and more, ahead', within(300, 86_000), 'fail', [/5 min old/, /accepts X-TIMESTAMP 1 h \d+ s ahead/]],
  ['any timestamp', () => true, 'fail', [/accepts X-TIMESTAMP 1 h \d+ s old/, /accepts X-TIMESTAMP 1 h \d+ s ahead/]],
];

for (const [nth, [title, takes, verdict, facts]] of rows.entries()) {
  // The control has to be in the window, or nothing is granted.
  for (const ahead of [0, nth % 2 === 0 ? 45 : -45].filter(takes)) {
    test(`a window of ${title} is measured${ahead === 0 ? '' : `, with the provider’s clock ${ahead} s ahead`}`, async () => {
      // Even the control has to be in the window: a clock that far off is no set-up in which a narrow one grants anything.
      test.skip(!takes(ahead), 'nothing is granted');
      const { result, offs } = await measure(takes, { ahead });
      expect(result.facts?.map(({ id }) => id)).toEqual(['timestamp-old', 'timestamp-ahead']);
      for (const [index, { statement }] of (result.facts ?? []).entries())
        expect(statement).toMatch(facts[index] ?? /^$/);
      const found = result.clauses.find(({ id }) => id === clause);
      expect(found).toMatchObject({ verdict, effect: verdict === 'fail' ? 'warns' : 'none' });
      // The control, at most six to measure, and the good request once more behind the last refusal.
      expect(offs.length).toBeLessThanOrEqual(8);
      expect(new Set(offs).size).toBe(offs.length);
      expect(result.verdict).toBe('conforms');
    });
  }
}

test('the whole plan stays within 75 requests, and neither the gate nor another selection measures', async () => {
  const { result } = await measure(within(300, 300), { select: () => true });
  expect(withVerdict(result, 'fail', 'error')).toEqual([]);
  expect(result.facts).toHaveLength(2);
  expect(result.requests).toBeLessThanOrEqual(75);
  for (const select of [(one: Scenario) => one.gate, ({ id }: Scenario) => id === 'control']) {
    const part = await measure(within(300, 300), { select });
    expect(part.result.facts).toBeUndefined();
    expect(Math.max(...part.offs.map(Math.abs))).toBeLessThan(100);
  }
});

test('what was measured is in results.json, at the terminal, in the summary and in the report', async () => {
  const { result } = await measure(within(300, 300));
  const results = resultsOf([result], '--grep=window');
  expect(validateResults(JSON.parse(JSON.stringify(results)))).toHaveProperty('results');
  expect(result.facts?.[0]).toMatchObject({ value: { acceptedSeconds: 295, refusedSeconds: 305 } });
  const shownBy = result.exchanges.find(({ id }) => id === result.facts?.[0]?.exchange);
  expect(shownBy?.scenario).toBe(`${clause}/timestamp-quarter-hour-old`);
  const said = 'up to 5 min old, measured within';
  expect(renderLedger(results, (_colour, text) => text)).toContain(said);
  expect(renderSummary(results)).toContain(said);
  expect(renderHtml(results)).toContain(said);
});
