import type { Schema } from '../../formats/json.ts';
import { atPointer } from '../../formats/json.ts';
import { declaredSeconds, isUndeclared } from '../declared.ts';
import { noLife } from '../late.ts';
import { type Check, inapplicable, show, unreadable } from './check.ts';

const year = 31_536_000;

/**
 * Whether a lifetime counts milliseconds: whole minutes of them, at least five. Read as seconds, such a number is days
 * long and rarely a whole number of days.
 */
function isMilliseconds(seconds: number): boolean {
  return seconds >= 300_000 && seconds % 60_000 === 0 && seconds % 86_400 !== 0;
}

/** What a lifetime that cannot be meant probably is. */
function guess(seconds: number, now: number): string {
  if (Math.abs(seconds - now / 1000) < 10 * year) return ': it looks like the date of expiry in seconds';
  if (Math.abs(seconds - now) < 10 * year * 1000) return ': it looks like the date of expiry in milliseconds';
  return isMilliseconds(seconds) || seconds % 1000 === 0 ? ': it looks like milliseconds' : '';
}

/** `{ most }`: seconds, by default one year. */
export const lifetimeParameters: Schema = {
  type: 'object',
  additionalProperties: false,
  properties: { most: { type: 'number', exclusiveMinimum: 0 } },
};

/** `{ most }`: the token's lifetime is above 0 and at most `most` seconds, by default one year. */
export const lifetime: Check = (evidence, parameters) => {
  const pointer = evidence.contract.token.lifetime;
  const most = Number(parameters['most'] ?? year);
  const documented = `a lifetime above 0 and at most ${most} seconds`;
  if (pointer === null) return inapplicable(documented, 'the sources promise no life of a token');
  const blocked = unreadable(evidence, pointer, documented);
  if (blocked) return blocked;
  if (isUndeclared(evidence.json, evidence.contract.token))
    return inapplicable(documented, 'it is optional, and the answer has none');
  const found = atPointer(evidence.json, pointer);
  const { lifetimeUnit = 'seconds' } = evidence.contract.token;
  const now = evidence.exchange.answeredAt.getTime() / 1000 + evidence.skew;
  const seconds = declaredSeconds(evidence.json, evidence.contract.token, now);
  if (seconds === null) {
    const what = lifetimeUnit === 'instant' ? 'not a date of expiry' : `not a number of ${lifetimeUnit}`;
    return { verdict: 'fail', documented, received: `${show(found)}, which is ${what}`, pointer };
  }
  // Where the page says another unit, a figure that looks like it is right.
  const isOther = lifetimeUnit === 'seconds' && isMilliseconds(seconds);
  const fine = seconds > 0 && seconds <= most && !isOther;
  const hint =
    lifetimeUnit === 'seconds' && (seconds > year || isOther)
      ? guess(seconds, evidence.exchange.answeredAt.getTime())
      : '';
  const received = `${seconds} seconds${hint}`;
  if (fine) return { verdict: 'pass', documented, received, pointer };
  return { verdict: 'fail', documented, received, pointer, ...(most === year ? { fault: noLife } : {}) };
};
