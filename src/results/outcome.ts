import type { ClauseResult, TargetResult, TargetVerdict } from '../formats/results.ts';

/** A clause's verdict and its effect on the run, combined into the one word that a report shows. */
export type ClauseOutcome =
  | 'failed'
  | 'warned'
  | 'waived'
  | 'advised'
  | 'error'
  | 'not-judged'
  | 'not-exercised'
  | 'passed';

/** Every outcome, worst first. */
export const OUTCOMES: readonly ClauseOutcome[] = [
  'failed',
  'error',
  'not-judged',
  'warned',
  'waived',
  'advised',
  'not-exercised',
  'passed',
];

/** The words of a report for each outcome. */
export const OUTCOME_WORDS: Readonly<Record<ClauseOutcome, string>> = {
  failed: 'Failed',
  error: 'Error of the suite',
  'not-judged': 'Not judged',
  warned: 'Warned',
  waived: 'Waived',
  advised: 'Advised',
  'not-exercised': 'Not exercised',
  passed: 'Passed',
};

/** The words of a report for each verdict of a target. */
export const TARGET_WORDS: Readonly<Record<TargetVerdict, string>> = {
  conforms: 'Conforms',
  deviates: 'Deviates',
  'not-judged': 'Not judged',
  error: 'Error of the suite',
};

/** What is said where a reason is known for which there is no verdict. */
export const notJudgedText = (reason: string): string => `not judged: ${reason}`;

type Judged = Pick<ClauseResult, 'verdict' | 'effect'>;

const FAILED: Readonly<Record<ClauseResult['effect'], ClauseOutcome>> = {
  fails: 'failed',
  warns: 'warned',
  waived: 'waived',
  none: 'advised',
};

const OTHERWISE: Readonly<Record<Exclude<ClauseResult['verdict'], 'fail'>, ClauseOutcome>> = {
  pass: 'passed',
  inconclusive: 'not-judged',
  'not-exercised': 'not-exercised',
  error: 'error',
};

/** The outcome of a clause at a target. */
export function outcomeOf(clause: Judged): ClauseOutcome {
  if (clause.effect === 'waived') return 'waived';
  return clause.verdict === 'fail' ? FAILED[clause.effect] : OTHERWISE[clause.verdict];
}

/** Compares two outcomes, for sorting worst first. */
export function byOutcome(a: ClauseOutcome, b: ClauseOutcome): number {
  return OUTCOMES.indexOf(a) - OUTCOMES.indexOf(b);
}

/** Median duration in milliseconds of the answered attempts of a target; null when nothing answered. */
export function medianLatency(target: Pick<TargetResult, 'exchanges'>): number | null {
  const times = target.exchanges
    .flatMap((exchange) => exchange.attempts)
    .filter((attempt) => attempt.outcome === 'answered')
    .map((attempt) => attempt.ms)
    .sort((a, b) => a - b);
  const middle = times.length >> 1;
  const upper = times[middle];
  if (upper === undefined) return null;
  return times.length % 2 === 1 ? upper : ((times[middle - 1] ?? upper) + upper) / 2;
}

/** Share of the judged clauses that passed, 0 to 1; null when nothing was judged. */
export function passRate({ counts }: Pick<TargetResult, 'counts'>): number | null {
  const judged = counts.pass + counts.fail + counts.warning + counts.waived;
  return judged === 0 ? null : counts.pass / judged;
}
