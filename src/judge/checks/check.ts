import type { Contract } from '../../contract/types.ts';
import type { Json, JsonObject, Schema } from '../../formats/json.ts';
import { isObject, keysOf, own, pointerOf } from '../../formats/json.ts';
import type { Scenario } from '../../scenario/plan.ts';
import { oneLine } from '../../wire/clear/cleared.ts';
import type { Found } from '../../wire/clear/find.ts';
import { findAmong, type Gate } from '../../wire/clear/gate.ts';
import type { Exchange, Response } from '../../wire/exchange.ts';
import type { ScopedGrant } from '../grant.ts';

/** What a check found: one clause judged on one exchange. */
export interface CheckResult {
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

/** A token that was followed to a moment of its life; instants in milliseconds since the epoch. */
export interface FollowedToken {
  /** Its declared life in seconds, and the instant from which that counts; absent for a token that an earlier run was granted. */
  granted?: { at: number; seconds: number };
  /** Its declared end. */
  endsAt: number;
  /** Seconds after the end within which it may still be good; `set` where the environment file says so. */
  leeway: { seconds: number; set: boolean };
  /** Seconds after the end at which it was refused when it was asked for once more; absent where it was not. */
  refusedAfter?: number;
}

/** The recorded exchange as a check sees it: unredacted, its body read. */
export interface Evidence {
  contract: Contract;
  scenario: Scenario;
  exchange: Exchange;
  response: Response;
  /** The body as JSON; undefined when it is none. */
  json: Json | undefined;
  /** Why the body cannot be read as JSON; null when it can. */
  unread: string | null;
  /** Scope asked for, item by item; empty where none was. */
  requestedScopes: string[];
  /** Knows the secrets of the environment, and what a finding may show. */
  gate: Gate;
  /** What this request sent that was made from secrets, with the name of the header or part. */
  sent: ReadonlyMap<string, string>;
  /** Statuses by which the protected resource refuses. */
  probeRefused: number[];
  /** Whether the environment names the host as that of a mock, which may be reached without TLS. */
  mockHost?: boolean;
  /** A token granted before in this run; null when there is none. */
  earlier: EarlierGrant | null;
  /** The token that the request sent at a moment of its life; null or absent for any other request. */
  followed?: FollowedToken | null;
  /** The tokens granted before in this run, each with its scope. */
  grants: ScopedGrant[];
  /** Seconds by which the provider's clock is ahead of ours, from its Date header; 0 when unknown. */
  skew: number;
}

/** A named pure function: an exchange, the clause's parameters and its statement in, one finding out. */
export type Check = (evidence: Evidence, parameters: JsonObject, statement: string) => CheckResult;

/** A check as a contract may use it. */
export interface CheckEntry {
  check: Check;
  /** JSON Schema of what a contract gives the check under `with`. */
  parameters: Schema;
  /** It needs bytes that no record keeps, or what came before the exchange: no recorded exchange can be judged by it again. */
  needsRawBytes?: true;
}

/** For a check that takes no parameters. */
export const noParameters: Schema = { type: 'object', additionalProperties: false };

/** A finding that the clause says nothing about this exchange. */
export function inapplicable(documented: string, received: string): CheckResult {
  return { verdict: 'inapplicable', documented, received };
}

/**
 * Most characters of a string that go into a finding, so that a body of a megabyte is not read once more for each clause.
 * What a report shows of a finding is cut much shorter, when the gate has cleared it.
 */
const mostShown = 16_384;

/** Every secret of the environment and all that this request sent, or a part of one, in a text; of several the one first that tells the most. */
export function echoesIn({ gate, sent }: Evidence, text: string): Found[] {
  const all = gate.find(text);
  const secrets = all.filter(({ known }) => known.kind === 'secret');
  // The same signature may have been sent in an earlier request, whole or cut: only what this one sent is an echo.
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

/** Whether a value says anything: null, false, 0 and what is empty fill a member that an envelope has in any case. */
export function says(value: Json | undefined): boolean {
  if (Array.isArray(value)) return value.some(says);
  return isObject(value) ? Object.values(value).some(says) : Boolean(value);
}

/** Most characters of a body in a finding. */
const mostBody = 160;

/** How the body of an answer begins, on one line: cleared as a whole, and cut then. */
export function bodyStart({ response, gate }: Evidence, most = mostBody): string {
  const text = oneLine(gate.body(response));
  return text === '' ? 'an empty body' : gate.cut(text, most);
}

/** Whether the JSON text of a value is longer than what is shown, looked at no further than that. */
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

/** The JSON text of a value, for a finding; of a large one its kind and size. */
export function show(value: Json | undefined): string {
  if (value === undefined) return 'absent';
  if (Array.isArray(value) && isLong(value)) return `an array of ${value.length} items`;
  if (isObject(value) && isLong(value)) return `an object of ${Object.keys(value).length} members`;
  return JSON.stringify(
    typeof value === 'string' && value.length > mostShown ? `${value.slice(0, mostShown)}…` : value,
  );
}

/** What to tell of all that a body which cannot be read was to show. */
export function unreadText(unread: string): string {
  return `the body cannot be read: ${unread}`;
}

/** The finding for a body that cannot be read as a JSON object, or a pointer whose parent is not there; null when it can. */
export function unreadable(evidence: Evidence, pointer: string, documented: string): CheckResult | null {
  const { json, unread } = evidence;
  if (unread !== null) return { verdict: 'inconclusive', documented, received: unreadText(unread), pointer };
  if (!isObject(json)) {
    return { verdict: 'inconclusive', documented, received: 'the body is no JSON object', pointer };
  }
  const parents = keysOf(pointer).slice(0, -1);
  let here: Json | undefined = json;
  for (const [depth, key] of parents.entries()) {
    here = isObject(here) ? own(here, key) : undefined;
    if (!isObject(here)) {
      const parent = pointerOf(parents.slice(0, depth + 1));
      return { verdict: 'inconclusive', documented, received: `${parent} is no object that could hold it`, pointer };
    }
  }
  return null;
}
