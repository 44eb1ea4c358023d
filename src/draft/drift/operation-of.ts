/** Which operation of a contract a fact is about. */
import type { Contract } from '../../contract/types.ts';
import { keyAt } from '../merge/flatten.ts';

type Operation = Contract['operations'][number];

/** The operation of a contract that a fact is about, the token's where it names none, and the fact without its name; null for one that the contract has not got. */
export function operationOf(
  { operations, operation }: Contract,
  fact: string,
): { of: Operation; isToken: boolean; fact: string } | null {
  const [, key, rest = ''] = /^([A-Z]+ \S+): (.*)$/.exec(fact) ?? [];
  if (key === undefined) return { of: operation, isToken: true, fact };
  const of = operations.slice(1).find(({ method, path }) => keyAt(method, path) === key);
  return of ? { of, isToken: false, fact: rest } : null;
}
