import type { ClauseResult, TargetResult } from '../src/formats/results.ts';
import { visible } from './words.ts';

/** Every failed observation of a clause: what was documented and what was received, one line per fact. */
export function failureText(clause: ClauseResult): string {
  const facts = clause.observations
    .filter((seen) => seen.verdict === 'fail')
    .map((seen) => `documented: ${visible(seen.documented)}\nreceived: ${visible(seen.received)}${placeOf(seen)}`);
  const lines = [...new Set(facts)];
  if (clause.impact) lines.push(`impact: ${visible(clause.impact)}`);
  if (clause.waiver)
    lines.push(
      `waived until ${clause.waiver.until} by ${visible(clause.waiver.owner)}: ${visible(clause.waiver.reason)}`,
    );
  lines.push(`source: ${visible(clause.sourceTitle)}, ${visible(clause.at)} ${visible(clause.url)}`);
  return lines.join('\n');
}

/** Milliseconds the exchanges took on which a clause was judged. */
export function clauseMs(target: TargetResult, clause: ClauseResult): number {
  const ids = new Set(clause.observations.map((seen) => seen.exchange));
  return target.exchanges
    .filter((exchange) => ids.has(exchange.id))
    .flatMap((exchange) => exchange.attempts)
    .reduce((sum, attempt) => sum + attempt.ms, 0);
}

function placeOf(seen: ClauseResult['observations'][number]): string {
  const place = seen.pointer ?? (seen.header === undefined ? '' : `header ${seen.header}`);
  return ` (${[place, seen.scenario, seen.exchange].filter(Boolean).map(visible).join(', ')})`;
}
