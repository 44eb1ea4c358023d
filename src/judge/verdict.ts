import type { ClauseVerdict, Verdict } from '../formats/results.ts';

const order = ['fail', 'error', 'inconclusive', 'pass', 'inapplicable'] as const satisfies readonly Verdict[];

/** The worst verdict of a clause's observations; *not exercised* when none of them judged it. */
export function worst(verdicts: Verdict[]): ClauseVerdict {
  const found = order.find((verdict) => verdicts.includes(verdict));
  return found === undefined || found === 'inapplicable' ? 'not-exercised' : found;
}
