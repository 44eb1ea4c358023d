import type { Contract } from '../../contract/types.ts';
import type { Json, JsonObject, Schema } from '../../formats/json.ts';
import { isObject, keysOf, own, pointerOf } from '../../formats/json.ts';
import type { Scenario } from '../../scenario/plan.ts';
import { oneLine } from '../../wire/clear/cleared.ts';
import type { Found } from '../../wire/clear/find.ts';
import type { Gate } from '../../wire/clear/gate.ts';
import { findAmong } from '../../wire/clear/sent.ts';
import type { Exchange, Response } from '../../wire/exchange.ts';
import type { ScopedGrant } from '../grant.ts';

/** The result of a check: one clause judged on one exchange. */
export interface CheckResult {
  verdict: 'pass' | 'fail' | 'inconclusive' | 'inapplicable';
  documented: string;
  received: string;
  pointer?: string;
  header?: string;
  note?: string;
  /** What is wrong with the answer, where several clauses may fail for it, each on answers of its own. */
  fault?: string;
  /** Faults for which it fails as well, where another failure of the run names one of them. */
  impliedBy?: string[];
  /** Whether it fails by an answer that is tolerated though another one is documented. */
  tolerated?: true;
}

/** A token granted before: `answeredAt` in milliseconds since the epoch, its declared life in seconds. */
export interface EarlierGrant {
  token: string;
  seconds: number;
  answeredAt: number;
}

/** A token that the run sends at a moment of its life; instants in milliseconds since the epoch. */
export interface FollowedToken {
  /**
   * When it was granted, and its declared life in seconds from then; absent for a token that an earlier run was
   * granted.
   */
  granted?: { at: number; seconds: number };
  /** Its declared end. */
  endsAt: number;
  /** Seconds after the end within which it may still be accepted; `set` where the environment file gives them. */
  leeway: { seconds: number; set: boolean };
  /** Seconds after the end at which a second try was refused; absent where there was none. */
  refusedAfter?: number;
}

/** The recorded exchange as a check sees it: unredacted, its body read. */
export interface Evidence {
  contract: Contract;
  scenario: Scenario;
  exchange: Exchange;
  response: Response;
  /** The body as JSON; undefined when it is not JSON. */
  json: Json | undefined;
  /** Why the body cannot be read as JSON; null when it can. */
  unread: string | null;
  /** The scope that was asked for, item by item; empty where none was. */
  requestedScopes: string[];
  /** Whether the request is for the path that its operation documents, and not for another spelling of it. */
  atPath: boolean;
  /** Knows the secrets of the environment, and what a result may show. */
  gate: Gate;
  /** The values of this request that were made from secrets, with the name of the header or part. */
  sent: ReadonlyMap<string, string>;
  /** Statuses by which the protected resource refuses. */
  probeRefused: number[];
  /** Whether the environment names the host as that of a mock, which may be used without TLS. */
  mockHost?: boolean;
  /** The token that was granted before in this run; null when there is none. */
  earlier: EarlierGrant | null;
  /** The token whose life this request examines; null or absent for any other request. */
  followed?: FollowedToken | null;
  /** The tokens granted before in this run, each with its scope. */
  grants: ScopedGrant[];
  /** Seconds by which the provider's clock is ahead of ours, from its Date header; 0 when unknown. */
  skew: number;
}

/** A named pure function: it takes an exchange, the clause's parameters and its statement, and returns one result. */
export type Check = (evidence: Evidence, parameters: JsonObject, statement: string) => CheckResult;

/** A check as a contract may use it. */
export interface CheckEntry {
  check: Check;
  /** JSON Schema of what a contract gives the check under `with`. */
  parameters: Schema;
  /** It needs bytes that no record keeps, or earlier exchanges, so it cannot judge a recorded exchange again. */
  needsRawBytes?: true;
  /** It judges the declared life of a token, so it has nothing to judge where none is promised. */
  ofLife?: true;
}

/** For a check that takes no parameters. */
export const noParameters: Schema = { type: 'object', additionalProperties: false };

/** A result that the clause does not apply to this exchange. */
export function inapplicable(documented: string, received: string): CheckResult {
  return { verdict: 'inapplicable', documented, received };
}

/**
 * Most characters of a string that go into a result, so that a body of a megabyte is not copied for each clause. A
 * report shows far fewer, after the gate has cleared the result.
 */
const mostShown = 16_384;

/**
 * Every secret of the environment, every value that this request sent, and every part of one in a text: whole ones
 * first, then those least encoded, then the longest.
 */
export function echoesIn({ gate, sent }: Evidence, text: string): Found[] {
  const all = gate.find(text);
  const secrets = all.filter(({ known }) => known.kind === 'secret');
  // An earlier request may have sent the same signature, whole or in part: only what this request sent is an echo.
  const others = findAmong(sent, text, all);
  const words = ({ spelling }: Found): number => spelling.join().length;
  return [...secrets, ...others].sort(
    (a, b) =>
      Number(b.whole) - Number(a.whole) ||
      a.spelling.length - b.spelling.length ||
      b.length - a.length ||
      words(b) - words(a),
  );
}

/**
 * Whether a value holds information: null, false, 0 and empty values only fill a member that an envelope always has.
 */
export function says(value: Json | undefined): boolean {
  if (Array.isArray(value)) return value.some(says);
  return isObject(value) ? Object.values(value).some(says) : Boolean(value);
}

/** Most characters of a body in a result. */
const mostBody = 160;

/** The beginning of the body of an answer, on one line: cleared as a whole, then cut. */
export function bodyStart({ response, gate }: Evidence, most = mostBody): string {
  const text = oneLine(gate.body(response));
  return text === '' ? 'an empty body' : gate.cut(text, most);
}

/** Whether the JSON text of a value is longer than what is shown; reads no further than that. */
function isLong(value: Json[] | JsonObject): boolean {
  const open: Json[] = [value];
  let left = mostShown;
  for (let here = open.pop(); here !== undefined && left > 0; here = open.pop()) {
    left -= typeof here === 'string' ? here.length : 1;
    if (here === null || typeof here !== 'object') continue;
    const names = Array.isArray(here) ? [] : Object.keys(here);
    const members = Array.isArray(here) ? here : Object.values(here);
    left -= members.length;
    if (left > 0) open.push(...names, ...members);
  }
  return left <= 0;
}

/** The JSON text of a value, for a result; for a large value, its kind and size. */
export function show(value: Json | undefined): string {
  if (value === undefined) return 'absent';
  if (Array.isArray(value) && isLong(value)) return `an array of ${value.length} items`;
  if (isObject(value) && isLong(value)) return `an object of ${Object.keys(value).length} members`;
  return JSON.stringify(
    typeof value === 'string' && value.length > mostShown ? `${value.slice(0, mostShown)}…` : value,
  );
}

/** What a result reports of members that an unreadable body may hold. */
export function unreadText(unread: string): string {
  return `the body cannot be read: ${unread}`;
}

/**
 * The result for a body that is not a readable JSON object, or a pointer whose parent is missing; null when it is
 * readable.
 */
export function unreadable(evidence: Evidence, pointer: string, documented: string): CheckResult | null {
  const { json, unread } = evidence;
  if (unread !== null) return { verdict: 'inconclusive', documented, received: unreadText(unread), pointer };
  if (!isObject(json)) {
    return { verdict: 'inconclusive', documented, received: 'the body is not a JSON object', pointer };
  }
  const parents = keysOf(pointer).slice(0, -1);
  let here: Json | undefined = json;
  for (const [depth, key] of parents.entries()) {
    here = isObject(here) ? own(here, key) : undefined;
    if (!isObject(here)) {
      const parent = pointerOf(parents.slice(0, depth + 1));
      return {
        verdict: 'inconclusive',
        documented,
        received: `${parent} is not an object that could hold it`,
        pointer,
      };
    }
  }
  return null;
}
