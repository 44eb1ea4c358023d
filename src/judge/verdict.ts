import type { ClauseVerdict, Effect, Level, Strictness, Verdict } from '../results/format.ts';

const order = ['fail', 'error', 'inconclusive', 'pass', 'inapplicable'] as const satisfies readonly Verdict[];

/** The worst verdict of a clause's observations; *not exercised* when none of them judged it. */
export function worst(verdicts: Verdict[]): ClauseVerdict {
  const found = order.find((verdict) => verdicts.includes(verdict));
  return found === undefined || found === 'inapplicable' ? 'not-exercised' : found;
}

/**
 * What a failed observation does to the run, before waivers: by the clause's level, its source, how strict the environment
 * is, and whether the answer is tolerated though another is documented.
 */
export function effectOf(
  level: Level,
  source: { page: boolean; named: boolean },
  strictness: Strictness,
  tolerated = false,
): Effect {
  if (level === 'may') return 'none';
  if (level === 'should' || (tolerated && strictness !== 'exact')) return 'warns';
  if (source.page) return 'fails';
  return source.named && strictness !== 'page' ? 'fails' : 'warns';
}
