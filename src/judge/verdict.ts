import type { ClauseVerdict, Effect, Level, Observation, Strictness, Verdict } from '../results/format.ts';

const order = ['fail', 'error', 'inconclusive', 'pass', 'inapplicable'] as const satisfies readonly Verdict[];

/** The worst verdict of a clause's observations; *not exercised* when none of them judged it. */
export function worst(verdicts: Verdict[]): ClauseVerdict {
  const found = order.find((verdict) => verdicts.includes(verdict));
  return found === undefined || found === 'inapplicable' ? 'not-exercised' : found;
}

/** What decides the effect of a failed clause: its level, and whether its source is the page or a standard it names. */
interface Weight {
  level: Level;
  standing: { page: boolean; named: boolean };
}

/** What a failed observation of a clause does to the run, before waivers. */
export function effectOf({ level, standing }: Weight, strictness: Strictness, tolerated = false): Effect {
  if (level === 'may') return 'none';
  if (level === 'should' || (tolerated && strictness !== 'exact')) return 'warns';
  if (standing.page) return 'fails';
  return standing.named && strictness !== 'page' ? 'fails' : 'warns';
}

/** What a failed clause does to the run, before waivers: the worst that one of its failed observations does. */
export function effectOfAll(
  clause: Weight,
  strictness: Strictness,
  observations: Pick<Observation, 'verdict' | 'tolerated'>[],
): Effect {
  const failed = observations.filter(({ verdict }) => verdict === 'fail');
  return effectOf(clause, strictness, failed.length > 0 && failed.every(({ tolerated }) => tolerated === true));
}

/** The waiver of a clause that holds on that day, YYYY-MM-DD; undefined where none does. */
export function waiverRow<Row extends { clause: string; until: string }>(
  waivers: readonly Row[],
  clause: string,
  day: string,
): Row | undefined {
  return waivers.find((waiver) => waiver.clause === clause && waiver.until >= day);
}
