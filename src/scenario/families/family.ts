/** What a family of the deep profile is: ways to ask, and the facts that say what a conforming provider does with them. */
import type { Clause, Contract, DemandClause, On, Part, Source } from '../../contract/types.ts';
import { isUntestable, tokenOperationId } from '../../contract/types.ts';
import type { JsonObject } from '../../formats/json.ts';
import type { Level } from '../../formats/results.ts';
import type { Way } from '../ways/way.ts';

/** A standard that a family cites, by a name that ends its address or stands in it. */
export const standards = {
  rfc3986: { title: 'RFC 3986 Uniform Resource Identifier', url: 'https://www.rfc-editor.org/rfc/rfc3986' },
  rfc4648: { title: 'RFC 4648 Base Encodings', url: 'https://www.rfc-editor.org/rfc/rfc4648' },
  rfc6265: { title: 'RFC 6265 HTTP State Management', url: 'https://www.rfc-editor.org/rfc/rfc6265' },
  rfc6749: { title: 'RFC 6749 OAuth 2.0', url: 'https://www.rfc-editor.org/rfc/rfc6749' },
  rfc6750: { title: 'RFC 6750 Bearer Token Usage', url: 'https://www.rfc-editor.org/rfc/rfc6750' },
  rfc7515: { title: 'RFC 7515 JSON Web Signature', url: 'https://www.rfc-editor.org/rfc/rfc7515' },
  rfc7518: { title: 'RFC 7518 JSON Web Algorithms', url: 'https://www.rfc-editor.org/rfc/rfc7518' },
  rfc7519: { title: 'RFC 7519 JSON Web Token', url: 'https://www.rfc-editor.org/rfc/rfc7519' },
  rfc8259: { title: 'RFC 8259 JSON', url: 'https://www.rfc-editor.org/rfc/rfc8259' },
  rfc8693: { title: 'RFC 8693 OAuth 2.0 Token Exchange', url: 'https://www.rfc-editor.org/rfc/rfc8693' },
  rfc8725: { title: 'RFC 8725 JSON Web Token Best Current Practices', url: 'https://www.rfc-editor.org/rfc/rfc8725' },
  rfc9110: { title: 'RFC 9110 HTTP Semantics', url: 'https://www.rfc-editor.org/rfc/rfc9110' },
  rfc9112: { title: 'RFC 9112 HTTP/1.1', url: 'https://www.rfc-editor.org/rfc/rfc9112' },
} satisfies Record<string, { title: string; url: string }>;

/** Date the standards were read, YYYY-MM-DD. */
const read = '2026-11-26';

/**
 * Where a row stands: in a standard, in a source of the contract's own, each at a level of its own, or where a clause of
 * the contract stands that it follows from.
 */
export type Origin =
  | { standard: keyof typeof standards; at: string; level: Level }
  | { source: Source; at: string; level: Level }
  | { clause: Clause; level?: Level };

/** One clause a family makes. Without ways it is a promise about every answer of the token operation that grants. */
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
}

/** A family: data on what can be sent and what is stated of it, from which clauses of any contract are made. */
export interface Family {
  /** Part of the ids of its clauses. */
  name: string;
  /** What it tries, for a reader of the documentation. */
  about: string;
  ways: Record<string, Way>;
  rows(contract: Contract): Row[];
}

/** The source of a row: as the contract has it where it cites that standard, else the standard, which binds no provider. */
export function sourceOf(contract: Contract, key: keyof typeof standards): { source: Source; cited: boolean } {
  const { title, url } = standards[key];
  const known = Object.values(contract.sources).find((source) => source.url === url);
  return { source: known ?? { key, title, url, read, named: false }, cited: known !== undefined };
}

/** The demands of the token operation that a request can be made for. */
function demandsOf({ clauses }: Contract): DemandClause[] {
  return clauses.filter(
    (clause): clause is DemandClause =>
      !isUntestable(clause) && clause.kind === 'demand' && clause.operations.includes(tokenOperationId) && !clause.deep,
  );
}

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
      (name === null || request.name === name) &&
      ways.some((way) => request.ways.includes(way) || request.deep.includes(way)),
  );
}

/** The demand that the caller be known at all: on the mechanism, or else on a header or field that holds a secret. */
export function demandOfCaller(contract: Contract): DemandClause | undefined {
  const { control } = contract.operation;
  const mechanism = control.auth[0]?.mechanism;
  const held = [
    ...Object.entries(control.headers).map(([name, value]) => ({ part: 'header' as const, name, value })),
    ...Object.entries(control.body).map(([name, value]) => ({ part: 'field' as const, name, value })),
  ].filter(({ value }) => {
    const key = typeof value === 'object' && value !== null && 'credential' in value ? String(value.credential) : '';
    return contract.credentials[key]?.secret === true;
  });
  const byMechanism = mechanism
    ? (demandOn(contract, 'auth', mechanism, ['absent', 'other-secret']) ??
      demandOn(contract, 'auth', mechanism, ['other-key']))
    : undefined;
  return byMechanism ?? held.map(({ part, name }) => demandOn(contract, part, name, ['absent'])).find(Boolean);
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
