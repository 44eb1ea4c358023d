/** Why clauses fail, cause by cause. Pure. */
import type { ClauseResult } from '../formats/results.ts';
import type { Observation } from '../judge/observation.ts';
import { type FaultOf, faultName, faultsOfRun } from './faults.ts';

/**
 * A fault of a provider: the clause that reports it, the answers that show it, and the other clauses that fail for it.
 */
export interface Cause {
  clause: ClauseResult;
  /** Number of answers that show it, of this clause or of the others. */
  answers: number;
  others: ClauseResult[];
}

type Failure = Pick<Observation, 'verdict' | 'cause' | 'fault' | 'impliedBy' | 'exchange'>;

const failuresOf = ({ observations }: ClauseResult): Failure[] =>
  observations.filter(({ verdict }) => verdict === 'fail');

/**
 * Of the clauses that fail for one fault, the one that reports it: the first that fails the run, else the first. One that
 * fails for something else as well reports that, unless all do; one that the fault explains leaves it to one that names it.
 * Of promises, the one that most answers break states it in the widest words.
 */
function reportersOfFaults(
  failed: ReadonlyMap<ClauseResult, Failure[]>,
  causeOf: (clause: ClauseResult, failure: Failure) => ClauseResult,
  faultOf: FaultOf,
): Map<string, ClauseResult> {
  const found = new Map<string, { clause: ClauseResult; place: number; width: number }>();
  for (const [clause, failures] of failed) {
    const namesOther = failures.some(({ fault, cause }) => fault === undefined && cause === undefined);
    const width = clause.kind === 'promise' ? failures.length : 0;
    for (const failure of failures) {
      const fault = faultOf(clause.effect, failure);
      if (fault === '' || causeOf(clause, failure) !== clause) continue;
      const isNamed = failure.fault !== undefined && faultName(clause.effect, failure.fault) === fault;
      const place = (clause.effect === 'fails' ? 0 : 4) + (isNamed ? 0 : 2) + Number(namesOther);
      const known = found.get(fault);
      const isBefore = !known || place < known.place || (place === known.place && width > known.width);
      if (isBefore) found.set(fault, { clause, place, width });
    }
  }
  return new Map([...found].map(([fault, { clause }]) => [fault, clause]));
}

/** The causes of failures with an effect on the run: first those that fail it, then by the number of answers. */
export function causesOf(clauses: readonly ClauseResult[]): Cause[] {
  const failing = clauses.filter(({ verdict, effect }) => verdict === 'fail' && effect !== 'none');
  const failed = new Map(failing.map((clause) => [clause, failuresOf(clause)]));
  const byId = new Map(failing.map((clause) => [clause.id, clause]));
  const faultOf = faultsOfRun([...failed].map(([{ effect }, failures]) => ({ effect, failures })));
  /** A waived fault does not excuse a clause without a waiver. */
  const causeOf = (clause: ClauseResult, { cause }: Failure): ClauseResult => {
    const reporting = cause === undefined ? undefined : byId.get(cause);
    return reporting && (reporting.effect === clause.effect || reporting.effect === 'fails') ? reporting : clause;
  };
  const alike = reportersOfFaults(failed, causeOf, faultOf);
  /** The clause that reports a failure: that of its fault, or of the fault of its cause on the same answer. */
  const reporterOf = (clause: ClauseResult, failure: Failure): ClauseResult => {
    const own = causeOf(clause, failure);
    const shown = own === clause ? failure : failed.get(own)?.find(({ exchange }) => exchange === failure.exchange);
    return (shown && alike.get(faultOf(own.effect, shown))) ?? own;
  };
  const found = new Map<ClauseResult, { exchanges: Set<string>; others: Set<ClauseResult> }>();
  for (const [clause, failures] of failed)
    for (const failure of failures) {
      const reporting = reporterOf(clause, failure);
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
