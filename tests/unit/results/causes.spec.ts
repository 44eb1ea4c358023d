/** Which of the clauses that fail report a cause, where the faults of some explain those of others. */
import { expect, test } from '@playwright/test';
import { contractNamed, contracts } from '../../../proof/run.ts';
import type { ClauseResult, Effect } from '../../../src/formats/results.ts';
import { causesOf } from '../../../src/results/causes.ts';
import { ledgerOf } from '../../../src/results/ledger.ts';
import { loadEnvironment } from '../../../src/target/environment.ts';
import { metaOf } from '../../../src/target/meta.ts';

const meta = metaOf(contractNamed('pyng'), loadEnvironment('mock', contracts));
const [blank] = ledgerOf({ meta, selected: [], outcomes: [], durationMs: 0, day: '2026-11-26' }).clauses;

/** A clause that fails for a fault, on an answer of its own. */
function failing(id: string, fault: string | undefined, impliedBy: string[] = [], effect: Effect = 'fails') {
  if (!blank) throw new Error('the ledger was to hold a clause');
  const seen = { scenario: id, exchange: `ex-${id}`, documented: 'refused', received: 'granted', impliedBy };
  const observation = { ...seen, verdict: 'fail' as const, ...(fault === undefined ? {} : { fault }) };
  const clause: ClauseResult = { ...blank, id, kind: 'demand', verdict: 'fail', effect, observations: [observation] };
  return clause;
}

const shown = (clauses: ClauseResult[]): string[] =>
  causesOf(clauses).map(({ clause, others }) => [clause, ...others].map(({ id }) => id).join(' '));

test('faults that explain one another are one cause, which the first of them reports', () => {
  const a = failing('a', 'A', ['B']);
  const b = failing('b', 'B', ['C', 'A']);
  const c = failing('c', 'C', ['A']);
  expect(shown([a, failing('b', 'B', ['A'])])).toEqual(['a b']);
  expect(shown([a, b, c])).toEqual(['a b c']);
  expect(shown([c, b, a])).toEqual(['c b a']);
  // A fault that explains one of them explains all.
  expect(shown([a, failing('b', 'B', ['A', 'D']), failing('d', 'D')])).toEqual(['d a b']);
  expect(shown([failing('a', 'A', ['B', 'D']), failing('b', 'B', ['A']), failing('d', 'D')])).toEqual(['d a b']);
  expect(shown([failing('e', undefined, ['B']), a, failing('b', 'B', ['A'])])).toEqual(['a e b']);
});

test('twenty thousand faults that follow one another, in a line or in a circle, are one cause', () => {
  const many = [...Array(20_000).keys()];
  const chain = many.map((at) => failing(`${at}`, `f${at}`, at === 0 ? [] : [`f${at - 1}`]));
  const ring = many.map((at) => failing(`${at}`, `f${at}`, [`f${(at + 1) % many.length}`]));
  const alike = many.map((at) => failing(`${at}`, 'f', ['g', 'h']));
  for (const clauses of [chain, [...chain].reverse(), ring, alike]) expect(causesOf(clauses)).toHaveLength(1);
});

test('a waived fault explains no failure without a waiver, and a warning is part of a failure', () => {
  const narrow = failing('narrow', 'any x', ['without x']);
  expect(shown([failing('wide', 'without x', [], 'waived'), narrow])).toEqual(['narrow', 'wide']);
  expect(shown([failing('wide', 'without x', [], 'warns'), narrow])).toEqual(['narrow wide']);
});
