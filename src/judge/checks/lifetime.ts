import type { Json, Schema } from '../../formats/json.ts';
import { atPointer } from '../../formats/json.ts';
import { type Check, show, unreadable } from './check.ts';

const year = 31_536_000;

/**
 * Whether a lifetime counts milliseconds: whole minutes of them, at least five. Read as seconds, such a number is days
 * long and rarely a whole number of days.
 */
function isMilliseconds(seconds: number): boolean {
  return seconds >= 300_000 && seconds % 60_000 === 0 && seconds % 86_400 !== 0;
}

/** The seconds of a lifetime that is written as a number or as digits; null for anything else. */
export function secondsOf(value: Json | undefined): number | null {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  return typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : null;
}

/** What an impossible lifetime probably means. */
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
  const blocked = unreadable(evidence, pointer, documented);
  if (blocked) return blocked;
  const found = atPointer(evidence.json, pointer);
  const seconds = secondsOf(found);
  if (seconds === null)
    return { verdict: 'fail', documented, received: `${show(found)}, which is not a number of seconds`, pointer };
  const fine = seconds > 0 && seconds <= most && !isMilliseconds(seconds);
  const hint = seconds > year || isMilliseconds(seconds) ? guess(seconds, evidence.exchange.answeredAt.getTime()) : '';
  return { verdict: fine ? 'pass' : 'fail', documented, received: `${seconds} seconds${hint}`, pointer };
};
