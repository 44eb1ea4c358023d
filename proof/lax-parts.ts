/** Parts of the credentials of a contract, each with a server that is lax in it alone. */
import type { Intercept } from '../mock/server.ts';
import type { Contract } from '../src/contract/types.ts';

/** The client's credentials as the mock knows them. */
export type Account = Record<string, string | string[]>;

/** A part of what authenticates a request, and a server that does not look at it. */
export interface LaxPart {
  operation: string;
  /** The mechanism that sends it; the name of the field or parameter where none does. */
  mechanism: string;
  /** The ingredient of a signature, the claim of an assertion. */
  part: string;
  /** Ids of the clauses that break the mechanism. */
  clauses: string[];
  intercept(account: Account): Intercept;
}

/** Ids of the clauses that break a mechanism of an operation, in one of the ways where they are named. */
export function clausesOn(
  { clauses }: Contract,
  operation: string,
  mechanism: string,
  ways: readonly string[] | null = null,
): string[] {
  return clauses
    .filter(
      ({ kind, request, operations }) =>
        kind === 'demand' &&
        request?.part === 'auth' &&
        request.name === mechanism &&
        operations.includes(operation) &&
        (ways === null || ways.some((way) => request.ways.includes(way))),
    )
    .map(({ id }) => id);
}
