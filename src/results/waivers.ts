/** Which clauses a waiver covers, when a report mentions it, and when it must be deleted. */
import type { TargetResult, Waiver } from '../formats/results.ts';
import { waiverOn } from '../judge/effect.ts';
import type { ClauseMeta } from '../target/meta.ts';
import type { WaiverRow } from '../target/waiver-rows.ts';
import type { Cleared } from '../wire/clear/cleared.ts';
import type { TargetRun } from './target-run.ts';

/** The waiver of a clause that is valid on the day of the run. */
export function waiverOf(clause: ClauseMeta, run: TargetRun): Waiver | null {
  const found = waiverOn(clause.id, run.meta, run.day);
  return found ? { reason: found.reason, owner: found.owner, until: found.until } : null;
}

/** Waivers as reports show them: what people write of a fault may quote an answer, and with it a secret. */
export const clearedWaivers = (waivers: WaiverRow[], clear: (text: string) => Cleared): WaiverRow[] =>
  waivers.map((waiver) => ({ ...waiver, reason: clear(waiver.reason), owner: clear(waiver.owner) }));

/** Days before its end from which on a waiver is mentioned. */
const noticeDays = 14;

/** The notes about waivers that end soon. */
export function waiversEndingSoon(run: TargetRun): string[] {
  return run.meta.waivers.flatMap(({ clause, until, owner }) => {
    const days = Math.round((Date.parse(until) - Date.parse(run.day)) / 86_400_000);
    if (days < 0 || days > noticeDays) return [];
    const when = days === 0 ? 'today' : `in ${days} ${days === 1 ? 'day' : 'days'}`;
    return [`the waiver of ${clause} ends ${when}, on ${until}; ask ${owner}`];
  });
}

/** Whether every scenario that can show a clause was run: it may fail in one that was left out. */
function wasShown(clause: string, { meta, outcomes }: TargetRun): boolean {
  const run = new Set(outcomes.map(({ scenario }) => scenario));
  const own = meta.clauses.find(({ id }) => id === clause)?.scenarios ?? [];
  const able = own.length > 0 ? own : meta.scenarios;
  return able.every((scenario) => run.has(scenario));
}

/** Waivers past their date, or of a clause that passes now: each with the line to delete. */
export function staleWaivers(run: TargetRun, result: TargetResult): string[] {
  return run.meta.waivers.flatMap((waiver) => {
    if (waiver.until < run.day)
      return [
        `${waiver.where}: the waiver of ${waiver.clause} ended on ${waiver.until}; delete it, or agree on a new date`,
      ];
    const clause = result.clauses.find(({ id }) => id === waiver.clause);
    if (!wasShown(waiver.clause, run)) return [];
    // A client that was locked out is refused whatever it sends.
    if (result.control?.state === 'refused') return [];
    return clause?.verdict === 'pass' ? [`${waiver.where}: ${waiver.clause} passes now; delete its waiver`] : [];
  });
}
