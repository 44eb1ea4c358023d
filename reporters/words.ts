import type { Results, Standing, TargetResult, TargetVerdict } from '../src/formats/results.ts';
import { visible } from '../src/output/visible.ts';
import { CLAUSE_FIGURES } from '../src/results/figures.ts';
import { TARGET_WORDS } from '../src/results/outcome.ts';

export { visible, visibleLines } from '../src/output/visible.ts';

const DATE = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'UTC',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
});

/** Writes an ISO 8601 instant as a date and minute in UTC; a text that is no instant is returned as it is. */
export function instant(iso: string): string {
  const time = Date.parse(iso);
  return Number.isNaN(time) ? visible(iso) : `${DATE.format(time).replace(',', '')} UTC`;
}

/** Writes milliseconds as a person would. */
export function duration(ms: number): string {
  if (ms < 1000) return `${Math.round(ms)} ms`;
  if (ms < 60_000) return `${(ms / 1000).toFixed(1)} s`;
  const seconds = Math.round(ms / 1000);
  return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

/** Writes a number and its noun, in the plural where needed. */
export function count(n: number, one: string, many: string = `${one}s`): string {
  return `${n} ${n === 1 ? one : many}`;
}

/** Since when a clause fails, in words that follow `it fails`. */
export function standingText({ since, failed, of }: Standing): string {
  return of < 2 ? 'in this run for the first time' : `since ${instant(since)}, in ${failed} of the last ${of} runs`;
}

/** Writes a text as a sentence: with a capital and a full stop. */
export function sentence(text: string): string {
  const shown = visible(text.trim());
  if (shown === '') return '';
  return `${shown.charAt(0).toUpperCase()}${shown.slice(1)}${/[.!?…]$/.test(shown) ? '' : '.'}`;
}

/** The result of a run in one sentence. */
export function headline(results: Results): string {
  const { targets } = results;
  if (targets.length === 0) return 'No target was tested';
  const [only, ...others] = targets;
  if (only && others.length === 0) return `${visible(only.target)} ${HEADLINE[only.verdict](1)}`;
  const parts = (Object.keys(TARGET_WORDS) as TargetVerdict[]).flatMap((verdict) => {
    const n = targets.filter((target) => target.verdict === verdict).length;
    return n === 0 ? [] : [`${n === targets.length && n > 1 ? `all ${n}` : n} ${HEADLINE[verdict](n)}`];
  });
  const list = new Intl.ListFormat('en').format(parts);
  return `${count(targets.length, 'target')}: ${list}`;
}

/** The figures of a target in a ledger, each with the head of its column. */
export const FIGURES: readonly (readonly [head: string, of: (target: TargetResult) => number])[] = [
  ...CLAUSE_FIGURES,
  ['requests', ({ requests }) => requests],
];

/** How many clauses of a target passed, in one sentence. */
export function tally({ counts, clauses }: Pick<TargetResult, 'counts' | 'clauses'>): string {
  return `${counts.pass} of ${clauses.length} passed`;
}

const HEADLINE: Readonly<Record<TargetVerdict, (n: number) => string>> = {
  conforms: (n) => (n === 1 ? 'conforms' : 'conform'),
  deviates: (n) => (n === 1 ? 'deviates' : 'deviate'),
  'not-judged': () => 'could not be judged',
  error: () => 'ended in an error of the suite',
};
