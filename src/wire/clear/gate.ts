/** The only way for a text into a record, a finding, a terminal or a file. */

import { randomBytes } from 'node:crypto';
import { isSuccess } from '../../contract/status.ts';
import type { Contract } from '../../contract/types.ts';
import type { Json } from '../../formats/json.ts';
import { type Exchange, headerValues, type Response } from '../exchange.ts';
import { jsonOf } from '../json.ts';
import { decodeText } from './charset.ts';
import { type Cleared, passedText } from './cleared.ts';
import { type Found, mostFound, type Search, search } from './find.ts';
import { createKnown, type Known } from './known.ts';
import { cutAt, masked, notShown } from './mask.ts';
import type { Index } from './parts-index.ts';
import { holdsSecret, noteSent } from './sent.ts';
import { bodyTokens, headerTokens, type Token } from './tokens.ts';

/** Tokens that a run was granted, shared by all of its processes. */
export interface Granted {
  /** The tokens that other processes added since the last call. */
  fresh(): string[];
  add(tokens: string[]): void;
  /** The salt of the hashes in masks, the same in all processes of a run. */
  salt: string;
}

/** What a gate is made from. */
export interface GateOptions {
  /** Every secret of the environment, with the name of the credential where there is one. */
  secrets: { name: string; value: string }[];
  /** Parts of texts that may be shown though they look like parts of a secret: of the contract, the client's public names. */
  innocent?: Index;
  granted?: Granted | null;
}

/** Lets texts pass when no secret, signature or token is left in them. */
export interface Gate {
  readonly known: Known;
  /** The text with a mask in place of everything that must not be shown, then cut to `most` characters. */
  clear(text: string, most?: number): Cleared;
  /** A text of our own, for example of a request: it may hold a token that nobody granted. */
  own(text: string): Cleared;
  /** Every known value in the text, in any spelling. */
  find(text: string): Found[];
  /** A cleared text cut to `most` characters. */
  cut(text: Cleared, most: number): Cleared;
  /** The body of an answer; a description of it where it is not readable text. */
  body(response: Response): Cleared;
  /** Every string and name in a JSON value. */
  json(value: Json): Json;
  /**
   * Remembers secrets that were sent and tokens that came back, mostly for a token request; returns those of the body.
   */
  learn(exchange: Exchange, contract: Pick<Contract, 'token'>, asksToken: boolean): Token[];
}

/** Shortest token that is searched for in all later texts; a shorter one may be part of an innocent word. */
const leastToken = 8;

/** Most words of one answer that are each searched for as tokens; an answer with more is masked as a whole. */
const mostTokens = 500;

/** Name of a token at the place that the contract gives. */
export const grantedToken = 'granted token';

/** Characters of cleared texts that are cached, since many findings hold the same text. */
const mostKept = 1 << 22;

/** The names and texts in a JSON value, each once. */
export function textsOf(json: unknown): Set<string> {
  const found = new Set<string>();
  const seen = new Set<unknown>();
  const walk = (value: unknown): void => {
    if (typeof value === 'string') found.add(value);
    else if (value !== null && typeof value === 'object' && !seen.has(value)) {
      seen.add(value);
      for (const [name, member] of Object.entries(value)) {
        found.add(name);
        walk(member);
      }
    }
  };
  walk(json);
  return found;
}

const unnamed = new WeakMap<string[], Gate>();

/** A gate for the secrets alone, where the run has none. */
export function gateOf(known: string[] | Gate): Gate {
  if (!Array.isArray(known)) return known;
  const before = unnamed.get(known);
  if (before) return before;
  const gate = createGate({ secrets: known.map((value) => ({ name: 'of the client', value })) });
  unnamed.set(known, gate);
  return gate;
}

/** The JSON of a body in the charset in which its text was read; the bytes themselves where they are UTF-8. */
function jsonIn(text: string, body: Buffer): Json | undefined {
  const bytes = Buffer.from(text.replace(/^\ufeff/, ''));
  return jsonOf(bytes.equals(body) ? body : bytes);
}

/** Opens a gate. */
export function createGate({ secrets, innocent, granted = null }: GateOptions): Gate {
  const known = createKnown(innocent, secrets);
  const salt = granted?.salt ?? randomBytes(16).toString('hex');
  let kept = new Map<string, Search & { shown: Cleared }>();
  let version = -1;
  let room = mostKept;

  /** Remembers tokens; returns those that were unknown. */
  function addTokens(tokens: string[], name: string): string[] {
    const anew = tokens.filter((token) => token.length >= leastToken && !known.get(token));
    for (const token of anew) known.add(token, 'token', name);
    return anew;
  }

  function read(text: string): Search & { shown: Cleared } {
    if (version !== known.version || room < 0) [version, kept, room] = [known.version, new Map(), mostKept];
    const before = kept.get(text);
    if (before !== undefined) return before;
    const { found, complete } = search(known, text);
    const why = found.length < mostFound ? 'encoded too often to be read' : 'with too many places to mask';
    const shown = complete ? masked(text, found, salt) : notShown(`${text.length} characters`, why, text, salt);
    const result = { found, complete, shown: passedText(shown) };
    kept.set(text, result);
    room -= text.length;
    return result;
  }

  const cut = (text: Cleared, most: number): Cleared => passedText(cutAt(text, most));
  const clear = (text: string, most = Number.POSITIVE_INFINITY): Cleared => cut(read(text).shown, most);

  function json(value: Json): Json {
    if (typeof value === 'string') return clear(value);
    if (Array.isArray(value)) return value.map(json);
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(Object.entries(value).map(([name, member]) => [clear(name), json(member)]));
  }

  return {
    known,
    clear,
    cut,
    json,
    own(text) {
      const { found, complete, shown } = read(text);
      // A token that was made up for the request begins like any other of its kind.
      const ours = ({ known: one, whole }: Found): boolean =>
        one.kind === 'secret' || (whole && known.get(one.value) !== null);
      return complete ? passedText(masked(text, found.filter(ours), salt)) : shown;
    },
    find: (text) => read(text).found,
    body(response) {
      const [type] = headerValues(response, 'Content-Type');
      const text = response.bodyFault === null ? decodeText(response.body, type) : null;
      if (text !== null) return clear(text);
      const size = `${response.body.length} bytes of ${type === undefined ? 'unknown type' : clear(type, 80)}`;
      const why = clear(response.bodyFault ?? 'no text');
      return passedText(notShown(size, why, response.body.toString('latin1'), salt));
    },
    learn(exchange, contract, asksToken) {
      addTokens(granted?.fresh() ?? [], 'token');
      noteSent(known, exchange);
      const { response } = exchange;
      if (!response) return [];
      const { reason = '' } = response;
      const grants = asksToken && isSuccess(response.status);
      const [type] = headerValues(response, 'Content-Type');
      const text = decodeText(response.body, type);
      const json = text === null ? undefined : jsonIn(text, response.body);
      const all = text === null ? [] : bodyTokens(text, json, contract.token, grants);
      if (text !== null && new Set(all.map(({ value }) => value)).size > mostTokens) known.add(text, 'token', 'token');
      const inBody = all.slice(0, mostTokens).filter(({ value }) => !known.isInnocent(value.trim()));
      const inHeaders = response.headers
        .concat([['', reason]])
        .flatMap(([name, value]) => headerTokens(name, value, grants))
        .filter((value) => !known.isInnocent(value));
      const valuesAt = (place: boolean): string[] =>
        inBody.filter(({ pointer }) => (pointer === contract.token.value) === place).map(({ value }) => value.trim());
      // Where a cookie or a long random text was taken for a token, an answer that repeats it is not at fault.
      const anew = [
        ...addTokens(valuesAt(true), grantedToken),
        ...addTokens([...valuesAt(false), ...inHeaders], 'token'),
      ];
      // A secret that comes back is not described as a token: more may be shown of a token.
      const texts = [text ?? '', reason, ...response.headers.map(([, value]) => value)];
      const isSecret = (value: string): boolean => holdsSecret(known, value);
      const isGivenBack = texts.some((one) => read(one).found.some(({ known: { kind } }) => kind === 'secret'));
      const secret = new Set(isGivenBack ? [...anew, ...inBody.map(({ value }) => value.trim())].filter(isSecret) : []);
      if (secret.size > 0) known.drop(secret);
      const granting = anew.filter((value) => !secret.has(value));
      if (granting.length > 0) granted?.add(granting);
      return inBody.filter(({ value }) => !secret.has(value.trim()));
    },
  };
}
