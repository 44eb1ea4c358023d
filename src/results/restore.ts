/** Rebuilds the exchange of a record; its secrets are replaced by stand-ins of the same syntax. */

import { InputError } from '../contract/problems.ts';
import type { ExchangeRecord, RedactedValue } from '../formats/exchange-record.ts';
import type { Json } from '../formats/json.ts';
import { isObject } from '../formats/json.ts';
import { isUrl } from '../formats/url.ts';
import { plain } from '../scenario/text.ts';
import type { Exchange } from '../wire/exchange.ts';
import { jsonOf } from '../wire/json.ts';
import { networkAnswer } from '../wire/trouble.ts';

/** Most characters of all redacted values of a target: the tokens of a few thousand answers. */
const mostRedacted = 4 * 1024 * 1024;

/** A value of the same length and syntax as the redacted one; for a JWT, with the same header and claims. */
export function standIn({ shape, jwt, length }: RedactedValue): string {
  if (!jwt) return shape;
  const encode = (part: unknown): string => Buffer.from(JSON.stringify(part)).toString('base64url');
  const unsigned = `${encode(jwt.header)}.${encode(jwt.claims)}.`;
  return unsigned.padEnd(Math.max(length, unsigned.length + 1), 'a');
}

function refused(id: string, problems: string[]): InputError {
  return new InputError(`The exchange ${JSON.stringify(id.slice(0, 80))} cannot be judged again:`, problems);
}

function isWeb(url: string): boolean {
  return isUrl(url) && /^https?:$/.test(new URL(url).protocol);
}

const shown = (text: string): string => JSON.stringify(text.slice(0, 200));

/**
 * A body with its redacted values replaced. Only strings of the body itself are replaced, so no pointer leads out of
 * it.
 * @throws InputError where a pointer leads to no string.
 */
function restored(body: Json, { id, response }: ExchangeRecord): Json {
  const values = new Map((response?.redacted ?? []).map((value) => [value.pointer, value]));
  const left = new Set(values.keys());
  // Names in a recorded pointer may be escaped or not.
  const walk = (here: Json, plainly: string, escaped: string): Json => {
    if (typeof here === 'string') {
      const value = values.get(plainly) ?? values.get(escaped);
      if (!value) return here;
      left.delete(value.pointer);
      return standIn(value);
    }
    if (Array.isArray(here)) return here.map((item, index) => walk(item, `${plainly}/${index}`, `${escaped}/${index}`));
    if (!isObject(here)) return here;
    const members = Object.entries(here).map(([name, member]) => {
      const key = name.replaceAll('~', '~0').replaceAll('/', '~1');
      return [name, walk(member, `${plainly}/${name}`, `${escaped}/${key}`)] as const;
    });
    return Object.fromEntries(members);
  };
  const whole = walk(body, '', '');
  if (left.size === 0) return whole;
  throw refused(
    id,
    [...left]
      .slice(0, 5)
      .map((pointer) => `its answer holds no text at ${shown(pointer)}, where the record has a redacted value`),
  );
}

/** Refuses records that no run can have written. @throws InputError with the exchange, and what is wrong with it. */
export function requirePossible(exchanges: readonly ExchangeRecord[]): void {
  let redacted = 0;
  for (const { id, request, response, attempts } of exchanges) {
    for (const { length, shape } of response?.redacted ?? []) redacted += Math.max(length, shape.length);
    const problems = [
      ...(isWeb(request.url) ? [] : [`its address is not an http or https URL: ${shown(request.url)}`]),
      ...(attempts.length > 0 ? [] : ['it was never sent']),
      ...attempts.flatMap(({ startedAt, ms }) => {
        const instant = new Date(Date.parse(startedAt) + ms).getTime();
        return Number.isFinite(instant) ? [] : [`the time of an attempt is invalid: ${shown(startedAt)}, ${ms} ms`];
      }),
      ...(redacted > mostRedacted ? [`its redacted values are longer than any answer: ${redacted} characters`] : []),
    ];
    if (problems.length > 0) throw refused(id, problems.slice(0, 5));
  }
}

/**
 * The exchange of a record; null when its body was cut and cannot be judged. `path` is the path of its URL after the
 * base URL.
 * @throws InputError when no run can have recorded it.
 */
export function exchangeOf(record: ExchangeRecord, path: string): Exchange | null {
  const { request, response, attempts } = record;
  if (response?.body.cut) return null;
  const baseUrl = request.url.slice(0, request.url.length - path.length);
  if (!isWeb(baseUrl)) throw refused(record.id, [`its address is not an http or https URL: ${shown(request.url)}`]);
  const last = attempts.at(-1);
  const json = response ? jsonOf(Buffer.from(response.body.text)) : undefined;
  const text = isObject(json) ? JSON.stringify(restored(json, record)) : (response?.body.text ?? '');
  const answer = response && { ...response, body: Buffer.from(text), bodyFault: null };
  // An answer that was not the last asked for a wait.
  const waits = attempts.filter(({ outcome }) => outcome === 'answered').length - 1;
  const unanswered = { kind: 'no-answer' as const, cause: last?.cause ?? 'no answer came' };
  return {
    scenario: record.scenario,
    baseUrl,
    request: {
      method: request.method,
      target: plain(path),
      headers: request.headers.map(([name, value]) => [name, plain(value)]),
      body: request.body && plain(request.body.text),
      prelude: [],
      ...(request.breaksForm ? { breaksForm: true } : {}),
    },
    attempts: attempts.map(({ startedAt, ms, outcome }) => ({
      startedAt: new Date(startedAt),
      ms,
      trouble: outcome === 'answered' ? null : unanswered,
    })),
    response: answer,
    trouble: answer ? networkAnswer(answer, baseUrl, path, waits) : record.turnedAway ? null : unanswered,
    ...(record.turnedAway && !answer ? { turnedAway: true } : {}),
    answeredAt: new Date(Date.parse(last?.startedAt ?? '') + (last?.ms ?? 0)),
  };
}
