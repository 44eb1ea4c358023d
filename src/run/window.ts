/** How far the time of a signed request may be off the provider's clock: measured by a few requests. Pure. */
import type { Fact } from '../formats/results.ts';
import { closeReach } from './instants.ts';

/**
 * Seconds off the clock in one direction: the most that was accepted, and the least that was refused; null while none
 * was.
 */
export interface Bounds {
  accepted: number;
  refused: number | null;
}

/** The bounds at first: only a request for the current time is known to be accepted. */
export const unmeasured: Bounds = { accepted: 0, refused: null };

/**
 * Seconds off the clock that are tried, beside the windows that providers usually have: 1, 5, 15, 30 and 60 minutes.
 */
const points = [65, 295, 305, 905, 1805, 3605];

/** Most requests in one direction, beside the scenario's own. */
export const mostPoints = 2;

/** Which seconds to try next: the middle of what is undecided; null where nothing is. */
export function nextPoint({ accepted, refused }: Bounds): number | null {
  const open = points.filter((point) => point > accepted && (refused === null || point < refused));
  return open[Math.floor(open.length / 2)] ?? null;
}

/** The bounds after one more answer. */
export function narrowed(bounds: Bounds, seconds: number, isGranted: boolean): Bounds {
  if (isGranted) return { ...bounds, accepted: Math.max(bounds.accepted, seconds) };
  return { ...bounds, refused: Math.min(bounds.refused ?? seconds, seconds) };
}

/** What the known reach of a run says about timestamps of the past. */
export function boundsOfReach(reach: number | null, asked: number): Bounds {
  if (reach === null) return unmeasured;
  return reach <= closeReach.back ? { accepted: 0, refused: asked } : { accepted: reach, refused: null };
}

/** Seconds in words: `5 min 5 s`. */
export function span(seconds: number): string {
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const parts = [hours > 0 ? `${hours} h` : '', minutes > 0 ? `${minutes} min` : '', rest > 0 ? `${rest} s` : ''];
  return parts.filter((part) => part !== '').join(' ') || '0 s';
}

/** Seconds to which a bound is rounded when it is given with its margin. */
const step = 5;

function statement(header: string, { accepted, refused }: Bounds, direction: 'old' | 'ahead'): string {
  const of = (seconds: number): string => (seconds === 0 ? 'of the moment' : `${span(seconds)} ${direction}`);
  if (refused === null) return `accepts ${header} ${of(accepted)}, the furthest off that was tried`;
  const [middle, margin] = [(accepted + refused) / 2, Math.ceil((refused - accepted) / 2)];
  if (margin > Math.max(step + 1, middle / 20))
    return `accepts ${header} ${of(accepted)} and refuses it ${of(refused)}`;
  return `accepts ${header} up to ${span(Math.round(middle / step) * step)} ${direction}, measured within ±${margin} s`;
}

/** The fact that was measured. */
export function windowFact(header: string, bounds: Bounds, direction: 'old' | 'ahead'): Omit<Fact, 'exchange'> {
  const { accepted, refused } = bounds;
  const value = { acceptedSeconds: accepted, ...(refused === null ? {} : { refusedSeconds: refused }) };
  return { id: `timestamp-${direction}`, statement: statement(header, bounds, direction), value };
}
