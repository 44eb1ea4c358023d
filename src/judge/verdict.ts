import type { Clause } from '../contract/types.ts';
import { keysIn } from '../formats/json.ts';
import type { ClauseVerdict, Effect, Level, Strictness, Verdict } from '../formats/results.ts';

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

const strictnesses: Record<Strictness, true> = { standard: true, page: true, exact: true };
const weight: Record<Effect, number> = { none: 0, waived: 0, warns: 1, fails: 2 };

/** Whether the failure of one clause does to any run at least what that of another does. */
export function weighsAtLeast(one: Clause, other: Clause): boolean {
  const weightOf = ({ level, source }: Clause, strictness: Strictness): number =>
    weight[effectOf(level, { page: source.key === 'page', named: source.named }, strictness)];
  return keysIn(strictnesses).every((how) => weightOf(one, how) >= weightOf(other, how));
}
