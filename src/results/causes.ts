/** Why clauses fail, cause by cause. Pure. */
import type { ClauseResult } from '../formats/results.ts';
import type { Observation } from '../judge/observation.ts';

/** A fault of a provider: the clause that tells it, the answers that show it, and the clauses that fail for it besides. */
export interface Cause {
  clause: ClauseResult;
  /** Number of answers that show it, of this clause or of the others. */
  answers: number;
  others: ClauseResult[];
}

type Failure = Pick<Observation, 'verdict' | 'cause' | 'exchange'>;

const failuresOf = ({ observations }: ClauseResult): Failure[] =>
  observations.filter(({ verdict }) => verdict === 'fail');

/** The causes for which clauses fail with an effect on the run, those that fail it first, then by the answers that show them. */
export function causesOf(clauses: readonly ClauseResult[]): Cause[] {
  const failed = clauses.filter(({ verdict, effect }) => verdict === 'fail' && effect !== 'none');
  const byId = new Map(failed.map((clause) => [clause.id, clause]));
  /** A fault that a waiver covers says nothing of a clause that no waiver covers. */
  const tellerOf = (clause: ClauseResult, { cause }: Failure): ClauseResult => {
    const teller = cause === undefined ? undefined : byId.get(cause);
    return teller && (teller.effect === clause.effect || teller.effect === 'fails') ? teller : clause;
  };
  const found = new Map<ClauseResult, { exchanges: Set<string>; others: Set<ClauseResult> }>();
  for (const clause of failed)
    for (const failure of failuresOf(clause)) {
      const teller = tellerOf(clause, failure);
      const known = found.get(teller) ?? { exchanges: new Set(), others: new Set() };
      found.set(teller, known);
      known.exchanges.add(failure.exchange);
      if (teller !== clause) known.others.add(clause);
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
