/** What a family of the deep profile is: ways to ask, and the facts that say what a conforming provider does with them. */
import type { Clause, Contract, DemandClause, On, Part, Source } from '../../contract/types.ts';
import { isUntestable, tokenOperationId } from '../../contract/types.ts';
import { sameHeader } from '../../formats/header-name.ts';
import type { JsonObject } from '../../formats/json.ts';
import type { Level } from '../../formats/results.ts';
import { type Standard, standardCalled } from '../../formats/standards.ts';
import type { Way } from '../ways/way.ts';
import { isSecret } from './parts.ts';

/** Date the standards were read, YYYY-MM-DD. */
const read = '2026-11-26';

/** Where a fact is stated: in a standard or a source of the contract, with a level, or by a clause that it follows from. */
export type Origin =
  | { standard: Standard; at: string; level: Level }
  | { source: Source; at: string; level: Level }
  | { clause: Clause; level?: Level };

/** One clause a family makes. Without ways it is a promise about every answer of the operation that grants. */
export interface Row {
  /** Last part of the clause's id, in kebab-case. */
  what: string;
  statement: string;
  origin: Origin;
  /** Ways of the part; `family` and the family's own name unless given. */
  ways: string[];
  part?: { part: Part; name: string };
  /** A demand is refused, as the refusal says or by any other 4xx; a promise is judged by a check. */
  judged: { refused: DemandClause } | { check: string; on?: On; with?: JsonObject; unreached?: string };
  /** Asks the protected resource, with a token just granted. */
  probe?: true;
  /** A server may lead elsewhere instead of refusing, as from another spelling of a path. */
  mayLead?: true;
  /** A server may answer instead of refusing, as to OPTIONS, but grants nothing. */
  mayAnswer?: true;
}

/** A row whose ways are refused as a demand of the contract says. */
export type RefusedRow = Pick<Row, 'statement' | 'ways' | 'part' | 'mayLead' | 'mayAnswer'> & {
  /** The demand itself where it is left out, at the level that is given or its own. */
  origin?: Origin;
  level?: Level;
};

/** The rows of what is refused as a demand says, by the last part of their ids; none where there is no such demand. */
export function refusedRows(base: DemandClause | undefined, rows: Record<string, RefusedRow>): Row[] {
  if (!base) return [];
  return Object.entries(rows).map(([what, { level, ...row }]) => ({
    ...{ what, origin: { clause: base, ...(level ? { level } : {}) }, judged: { refused: base } },
    ...row,
  }));
}

/**
 * A family: data on what can be sent and what is stated of it, from which clauses of any contract are made. `rows` is given
 * the contract as it is seen from one of its operations.
 */
export interface Family {
  /** Part of the ids of its clauses. */
  name: string;
  /** What it tries, for a reader of the documentation. */
  about: string;
  ways: Record<string, Way>;
  rows(contract: Contract): Row[];
}

/** The source of a row: as the contract has it where it cites that standard, else the standard, which binds no provider. */
export function sourceOf(contract: Contract, key: Standard): { source: Source; cited: boolean } {
  const { title, url } = standardCalled(key);
  const known = Object.values(contract.sources).find((source) => source.url === url);
  return { source: known ?? { key, title, url, read, named: false }, cited: known !== undefined };
}

/** The demands of the operation that a request can be made for. */
function demandsOf({ clauses, operation }: Contract): DemandClause[] {
  return clauses.filter(
    (clause): clause is DemandClause =>
      !isUntestable(clause) && clause.kind === 'demand' && clause.operations.includes(operation.id) && !clause.deep,
  );
}

/** Whether a contract is seen from the operation that grants tokens. */
export const grantsTokens = ({ operation }: Contract): boolean => operation.id === tokenOperationId;

/** The demand on a part that is broken in one of the ways; undefined where the contract states none. */
export function demandOn(
  contract: Contract,
  part: Part,
  name: string | null,
  ways: string[],
): DemandClause | undefined {
  return demandsOf(contract).find(
    ({ request }) =>
      request.part === part &&
      (name === null || (part === 'header' ? sameHeader(request.name, name) : request.name === name)) &&
      ways.some((way) => request.ways.includes(way) || request.deep.includes(way)),
  );
}

/** The demand that the caller be known at all: on the mechanism, or else on a header or field that holds a secret. */
export function demandOfCaller(contract: Contract): DemandClause | undefined {
  const { control } = contract.operation;
  const held = [
    ...Object.entries(control.headers).map(([name, value]) => ({ part: 'header' as const, name, value })),
    ...Object.entries(control.body).map(([name, value]) => ({ part: 'field' as const, name, value })),
  ].filter(({ value }) => isSecret(contract, value));
  const byMechanism = (ways: string[]): DemandClause | undefined =>
    control.auth.map(({ mechanism }) => demandOn(contract, 'auth', mechanism, ways)).find(Boolean);
  const byPart = held.map(({ part, name }) => demandOn(contract, part, name, ['absent']));
  return byMechanism(['absent', 'other-secret']) ?? byMechanism(['other-key']) ?? byPart.find(Boolean);
}

/** The demand that the protected resource refuses what is no token of the provider's; undefined where it states none. */
export function demandOfResource({ clauses }: Contract): DemandClause | undefined {
  return clauses.find(
    (clause): clause is DemandClause =>
      !isUntestable(clause) &&
      clause.kind === 'demand' &&
      clause.request.part === 'probe' &&
      clause.request.ways.includes('no-token'),
  );
}
