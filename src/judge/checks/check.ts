import type { Contract, Json, JsonObject } from '../../contract/types.ts';
import type { Scenario } from '../../scenario/plan.ts';
import { oneLine } from '../../wire/clear/cleared.ts';
import type { Found } from '../../wire/clear/find.ts';
import { findAmong, type Gate } from '../../wire/clear/gate.ts';
import type { Exchange, Response } from '../../wire/exchange.ts';

/** What a check found: one clause judged on one exchange. */
export interface Finding {
  verdict: 'pass' | 'fail' | 'inconclusive' | 'inapplicable';
  documented: string;
  received: string;
  pointer?: string;
  header?: string;
  note?: string;
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
  /** Knows the secrets of the environment, and what a finding may show. */
  gate: Gate;
  /** What this request sent that was made from secrets, with the name of the header or part. */
  sent: ReadonlyMap<string, string>;
  /** Statuses by which the protected resource refuses. */
  probeRefused: number[];
  /** A token granted before in this run; null when there is none. */
  earlier: EarlierGrant | null;
  /** Seconds by which the provider's clock is ahead of ours, from its Date header; 0 when unknown. */
  skew: number;
}

/** A named pure function: an exchange, the clause's parameters and its statement in, one finding out. */
export type Check = (evidence: Evidence, parameters: JsonObject, statement: string) => Finding;

/** A finding that the clause says nothing about this exchange. */
export function inapplicable(documented: string, received: string): Finding {
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
  const others = secrets.length === all.length ? [] : findAmong(sent, text);
  const words = ({ spelling }: Found): number => spelling.join().length;
  return [...secrets, ...others].sort(
    (a, b) =>
      Number(b.whole) - Number(a.whole) ||
      a.spelling.length - b.spelling.length ||
      b.length - a.length ||
      words(b) - words(a),
  );
}

/** Most characters of a body in a finding. */
const mostBody = 160;

/** How the body of an answer begins, on one line: cleared as a whole, and cut then. */
export function bodyStart({ response, gate }: Evidence, most = mostBody): string {
  const text = oneLine(gate.body(response));
  return text === '' ? 'an empty body' : gate.cut(text, most);
}

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
