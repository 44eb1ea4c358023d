/**
 * Clauses that rest on a waived one: where every answer that could show a clause fails a waived clause, it is waived
 * too.
 */
import { tokenOperationId } from '../contract/types.ts';
import type { ClauseResult, Waiver } from '../formats/results.ts';
import type { Observation } from '../judge/observation.ts';
import type { ScenarioEvidence } from '../run/outcome.ts';
import type { ClauseMeta, TargetMeta } from '../target/meta.ts';

type Verdicts = Pick<ClauseResult, 'verdict' | 'unexercised' | 'notRun'>;

/** The ids, each once; none where one of the answers fails no clause. */
function throughout(links: readonly (string | undefined)[]): string[] {
  const found = links.flatMap((id) => (id === undefined ? [] : [id]));
  return found.length === links.length ? [...new Set(found)] : [];
}

/** The clauses whose failure kept a clause from a verdict; none where anything else did as well. */
export function causesOf(
  { verdict, notRun }: Verdicts,
  observations: readonly Pick<Observation, 'verdict' | 'because'>[],
): string[] {
  if (verdict !== 'inconclusive' || notRun?.length) return [];
  return throughout(observations.filter((one) => one.verdict === 'inconclusive').map(({ because }) => because));
}

/** For each scenario whose documented answer could show a promise, its clause if that failed; undefined otherwise. */
function refusedOtherwise(
  clause: ClauseMeta,
  meta: TargetMeta,
  outcomes: readonly ScenarioEvidence[],
): (string | undefined)[] {
  const about = ({ operations = [tokenOperationId] }: ClauseMeta): string[] => operations;
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

/** The clauses that hide another one: each answer that could have shown it fails one of them; none where one does not. */
export function hiddenBy(
  clause: ClauseMeta,
  judged: Verdicts,
  observations: readonly Observation[],
  { meta, outcomes }: { meta: TargetMeta; outcomes: readonly ScenarioEvidence[] },
): string[] {
  if (judged.verdict !== 'not-exercised') return causesOf(judged, observations);
  // Where something else left it out, such as a selection, no failing answer hid it.
  if (judged.unexercised !== 'unshown') return [];
  const links = observations.map(({ because }) => because);
  return throughout(links.length > 0 ? links : refusedOtherwise(clause, meta, outcomes));
}

/** The first waived clause that a clause rests on, where all that hide it are waived; null where there is none. */
export function carrierOf(
  { restsOn = [] }: Pick<ClauseResult, 'restsOn'>,
  clauses: ReadonlyMap<string, Pick<ClauseResult, 'id' | 'level' | 'verdict' | 'waiver'>>,
): { id: string; waiver: Waiver } | null {
  const hiders = restsOn.map((id) => clauses.get(id));
  // A clause of level may fails without effect, and needs no waiver.
  const asked = hiders.filter((one) => one?.level !== 'may');
  const waived = asked.flatMap((one) =>
    one?.verdict === 'fail' && one.waiver ? [{ id: one.id, waiver: one.waiver }] : [],
  );
  return waived.length === asked.length ? (waived[0] ?? null) : null;
}
