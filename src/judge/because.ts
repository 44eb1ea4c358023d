/** Links what could not be judged to the clause whose failure, on the same answer, is the reason. */
import { type Clause, type Contract, isUntestable } from '../contract/types.ts';
import type { Judged } from './observation.ts';

const isAt = (pointer: string, holder: string): boolean => pointer === holder || pointer.startsWith(`${holder}/`);

/** The observations of one exchange. An observation that a failure kept from a verdict names the clause that fails. */
export function withCauses({ clauses, token }: Contract, observations: Judged[]): Judged[] {
  const failed = observations.filter(({ verdict }) => verdict === 'fail');
  if (failed.length === 0) return observations;
  const known = new Map(clauses.map((clause) => [clause.id, clause]));
  const promise = (id: string): Exclude<Clause, { kind: 'demand' }> | undefined => {
    const clause = known.get(id);
    return clause?.kind === 'promise' ? clause : undefined;
  };
  const pointerOf = ({ clause: id, pointer }: Judged): string | undefined => {
    const clause = promise(id);
    const at = clause && !isUntestable(clause) ? clause.parameters['at'] : undefined;
    return pointer ?? (typeof at === 'string' ? at : undefined);
  };
  const unread = failed.find(({ clause: id }) => {
    const clause = promise(id);
    return clause && !isUntestable(clause) && clause.check === 'json-object';
  });
  const ofToken = failed.find(({ pointer = '' }) => Object.values(token).includes(pointer));
  return observations.map((one) => {
    if (one.verdict !== 'inconclusive' && one.verdict !== 'inapplicable') return one;
    // A demand is judged by the answer as a whole; only an unreadable body keeps it from being judged.
    if (!promise(one.clause))
      return unread && one.verdict === 'inconclusive' ? { ...one, because: unread.clause } : one;
    const pointer = pointerOf(one);
    const holders = failed.filter(({ pointer: holder }) => pointer && holder && isAt(pointer, holder));
    const nearest = holders.sort((a, b) => (b.pointer?.length ?? 0) - (a.pointer?.length ?? 0))[0];
    const cause = unread ?? nearest ?? (one.verdict === 'inconclusive' ? ofToken : undefined);
    return cause ? { ...one, because: cause.clause } : one;
  });
}
