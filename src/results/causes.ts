/** Why clauses fail, cause by cause. Pure. */
import type { ClauseResult } from '../formats/results.ts';
import type { Observation } from '../judge/observation.ts';

/**
 * A fault of a provider: the clause that reports it, the answers that show it, and the other clauses that fail for it.
 */
export interface Cause {
  clause: ClauseResult;
  /** Number of answers that show it, of this clause or of the others. */
  answers: number;
  others: ClauseResult[];
}

type Failure = Pick<Observation, 'verdict' | 'cause' | 'fault' | 'exchange'>;

const failuresOf = ({ observations }: ClauseResult): Failure[] =>
  observations.filter(({ verdict }) => verdict === 'fail');

/** The fault that a failure names. A waived one is a fault apart: it excuses no clause without a waiver. */
const faultOf = ({ effect }: ClauseResult, { fault = '' }: Failure): string =>
  fault === '' ? '' : `${fault} ${effect === 'waived' ? effect : ''}`;

/**
 * Of the clauses that fail for one fault, the one that reports it: the first that fails the run, else the first. One that
 * fails for something else as well reports that, unless all do.
 */
function reportersOfFaults(
  failed: readonly ClauseResult[],
  causeOf: (clause: ClauseResult, failure: Failure) => ClauseResult,
): Map<string, ClauseResult> {
  const place = (clause: ClauseResult): number =>
    (clause.effect === 'fails' ? 0 : 2) + Number(failuresOf(clause).some(({ fault }) => fault === undefined));
  const reporters = new Map<string, ClauseResult>();
  for (const clause of [...failed].sort((a, b) => place(a) - place(b)))
    for (const failure of failuresOf(clause)) {
      const fault = faultOf(clause, failure);
      if (fault !== '' && causeOf(clause, failure) === clause && !reporters.has(fault)) reporters.set(fault, clause);
    }
  return reporters;
}

/** The causes of failures with an effect on the run: first those that fail it, then by the number of answers. */
export function causesOf(clauses: readonly ClauseResult[]): Cause[] {
  const failed = clauses.filter(({ verdict, effect }) => verdict === 'fail' && effect !== 'none');
  const byId = new Map(failed.map((clause) => [clause.id, clause]));
  /** A waived fault does not excuse a clause without a waiver. */
  const causeOf = (clause: ClauseResult, { cause }: Failure): ClauseResult => {
    const reporting = cause === undefined ? undefined : byId.get(cause);
    return reporting && (reporting.effect === clause.effect || reporting.effect === 'fails') ? reporting : clause;
  };
  const alike = reportersOfFaults(failed, causeOf);
  const found = new Map<ClauseResult, { exchanges: Set<string>; others: Set<ClauseResult> }>();
  for (const clause of failed)
    for (const failure of failuresOf(clause)) {
      const own = causeOf(clause, failure);
      // Another promise may report the fault; where a demand does, all demands that fail for it are one cause.
      const reporting = (own === clause || own.kind === 'demand' ? alike.get(faultOf(clause, failure)) : null) ?? own;
      const known = found.get(reporting) ?? { exchanges: new Set(), others: new Set() };
      found.set(reporting, known);
      known.exchanges.add(failure.exchange);
      if (reporting !== clause) known.others.add(clause);
    }
  const causes = [...found].map(
    ([clause, { exchanges, others }]): Cause => ({ clause, answers: exchanges.size, others: [...others] }),
  );
  const place = ({ clause }: Cause): number => (clause.effect === 'fails' ? 0 : 1);
  // Equal ones stay in the order of the contract.
  return causes.sort((a, b) => place(a) - place(b) || b.answers - a.answers);
}

/** A number of answers in words: `seen in 41 answers`. */
export function seenIn(answers: number): string {
  return `seen in ${answers} ${answers === 1 ? 'answer' : 'answers'}`;
}

/** What fails the run in one line: `1 cause, seen in 41 answers: acme-error`; empty where nothing does. */
export function causesText(clauses: readonly ClauseResult[]): string {
  const causes = causesOf(clauses).filter(({ clause }) => clause.effect === 'fails');
  if (causes.length === 0) return '';
  const failing = new Set(causes.flatMap(({ clause, others }) => [clause, ...others]));
  const exchanges = new Set([...failing].flatMap((clause) => failuresOf(clause).map(({ exchange }) => exchange)));
  const count = `${causes.length} ${causes.length === 1 ? 'cause' : 'causes'}`;
  return `${count}, ${seenIn(exchanges.size)}: ${causes.map(({ clause }) => clause.id).join(', ')}`;
}
