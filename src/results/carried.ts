/** What rests on a waived clause: where the answers that could show a clause fail a waived one, it is waived with it. */
import { tokenOperation } from '../contract/types.ts';
import { waiverRow } from '../judge/verdict.ts';
import type { ClauseVerdict, Observation, Waiver } from './format.ts';
import type { ClauseMeta } from './meta.ts';
import type { TargetRun } from './target-run.ts';

/** The waived clause that another rests on. */
export interface Carrier {
  clause: string;
  waiver: Waiver;
}

function carrierOf(id: string, { meta, day }: TargetRun): Carrier | null {
  const row = waiverRow(meta.waivers, id, day);
  return row ? { clause: id, waiver: { reason: row.reason, owner: row.owner, until: row.until } } : null;
}

/** The first of the carriers when each of the links leads to one; null when there is no link. */
function throughout(links: (string | undefined)[], run: TargetRun): Carrier | null {
  // A clause of level may fails without effect, and needs no waiver.
  const asked = links.filter((id) => run.meta.clauses.find((clause) => clause.id === id)?.level !== 'may');
  const carriers = asked.map((id) => (id === undefined ? null : carrierOf(id, run)));
  return carriers.every((one) => one !== null) ? (carriers[0] ?? null) : null;
}

/** Own clauses of the scenarios whose documented answer could show a promise, for those that were answered otherwise. */
function refusedOtherwise(clause: ClauseMeta, { meta, outcomes }: TargetRun): (string | undefined)[] {
  const about = ({ operations = [tokenOperation] }: ClauseMeta): string[] => operations;
  const able = meta.clauses.filter(
    (other) =>
      other.documented?.some((status) => clause.on?.includes(status)) &&
      about(other).some((operation) => about(clause).includes(operation)),
  );
  return able.flatMap(({ id, scenarios }) =>
    outcomes
      .filter(({ scenario, exchange }) => exchange !== null && scenarios.includes(scenario))
      .map(({ observations }) => {
        const failed = observations.some((one) => one.clause === id && one.verdict === 'fail');
        return failed ? id : undefined;
      }),
  );
}

/** The waived clause that a clause rests on, which was not judged for that reason; null where there is none. */
export function carrierFor(
  clause: ClauseMeta,
  verdict: ClauseVerdict,
  observations: Observation[],
  run: TargetRun,
): Carrier | null {
  if (verdict === 'inconclusive') {
    const unjudged = observations.filter((one) => one.verdict === 'inconclusive');
    return throughout(
      unjudged.map(({ because }) => because),
      run,
    );
  }
  if (verdict !== 'not-exercised') return null;
  const links = observations.map(({ because }) => because);
  return throughout(links.length > 0 ? links : refusedOtherwise(clause, run), run);
}
