import type { Contract, Json, JsonObject } from '../../contract/types.ts';
import type { Scenario } from '../../scenario/plan.ts';
import type { Exchange, Response } from '../../wire/exchange.ts';
import type { ScopedGrant } from './token-per-scope.ts';

/** What a check found: one clause judged on one exchange. */
export interface Finding {
  verdict: 'pass' | 'fail' | 'inconclusive' | 'inapplicable';
  documented: string;
  received: string;
  pointer?: string;
  header?: string;
  note?: string;
  /** It fails by an answer that is tolerated though another is documented. */
  tolerated?: true;
}

/** A token granted before: `answeredAt` in milliseconds since the epoch, its declared life in seconds. */
export interface EarlierGrant {
  token: string;
  seconds: number;
  answeredAt: number;
}

/** The recorded exchange as a check sees it: unredacted, its body read. */
export interface Evidence {
  contract: Contract;
  scenario: Scenario;
  exchange: Exchange;
  response: Response;
  /** The body as JSON; undefined when it is none. */
  json: Json | undefined;
  /** Scope asked for, item by item; empty where none was. */
  requestedScopes: string[];
  /** Secrets of the target and of this request. */
  secrets: string[];
  /** Statuses by which the protected resource refuses. */
  probeRefused: number[];
  /** Whether the environment names the host as that of a mock, which may be reached without TLS. */
  mockHost?: boolean;
  /** A token granted before in this run; null when there is none. */
  earlier: EarlierGrant | null;
  /** The tokens granted before in this run, each with its scope. */
  grants: ScopedGrant[];
  /** Seconds by which the provider's clock is ahead of ours, from its Date header; 0 when unknown. */
  skew: number;
}

/** A named pure function: an exchange, the clause's parameters and its statement in, one finding out. */
export type Check = (evidence: Evidence, parameters: JsonObject, statement: string) => Finding;

/** A finding that the clause says nothing about this exchange. */
export function inapplicable(documented: string, received: string): Finding {
  return { verdict: 'inapplicable', documented, received };
}

/** Most characters of a string that a finding shows. */
const mostShown = 400;

/** The JSON text of a value, for a finding. */
export function show(value: Json | undefined): string {
  if (value === undefined) return 'absent';
  return JSON.stringify(
    typeof value === 'string' && value.length > mostShown ? `${value.slice(0, mostShown)}…` : value,
  );
}

/** The finding for a body that cannot be read as a JSON object, or a pointer whose parent is not there; null when it can. */
export function unreadable(evidence: Evidence, pointer: string, documented: string): Finding | null {
  const { json } = evidence;
  if (json === undefined || json === null || typeof json !== 'object' || Array.isArray(json)) {
    return { verdict: 'inconclusive', documented, received: 'the body is no JSON object', pointer };
  }
  const parents = pointer.split('/').slice(1, -1);
  let here: Json | undefined = json;
  for (const [depth, key] of parents.entries()) {
    here = here !== null && typeof here === 'object' && !Array.isArray(here) ? here[key] : undefined;
    if (here === null || typeof here !== 'object' || Array.isArray(here)) {
      const parent = `/${parents.slice(0, depth + 1).join('/')}`;
      return { verdict: 'inconclusive', documented, received: `${parent} is no object that could hold it`, pointer };
    }
  }
  return null;
}
