/** Tokens that are recognised by their form alone: JWT (RFC 7519), JWE (RFC 7516) and PASETO. */
import type { View } from './view.ts';

const isBreak = (unit: number): boolean => unit === 10 || unit === 13;

const parts = new Uint8Array(0x80);
for (const character of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_')
  parts[character.charCodeAt(0)] = 1;
const dot = '.'.charCodeAt(0);
/** Whether a unit may be part of a segment of such a token. */
export const isTokenPart = (unit: number): boolean => unit < 0x80 && parts[unit] === 1;

/** How the Base64 of a JSON object begins, by the character after its brace: a quote, or white space. */
const begins = ['eyI', 'eyJ', 'eyA', 'ewo', 'ew0', 'ewk'];
/** The three units of the same, and of how a PASETO begins. */
export const beginnings: number[][] = [...begins, 'v1.', 'v2.', 'v3.', 'v4.'].map((one) =>
  [...one].map((sign) => sign.charCodeAt(0)),
);
const [letterE, letterV] = [...'ev'].map((one) => one.charCodeAt(0));
const [one, four] = [...'14'].map((digit) => digit.charCodeAt(0));
const paseto = /v[1-4]\.(?:local|public)$/i;

/** Least characters of a header, and of what follows it. */
const leastHeader = 11;
const leastRest = 4;
const leastPaseto = 16;

/** Most headers with white space at their beginning that are decoded in one segment. */
const mostHeaders = 50;

/** Where the header of a token begins in a segment; -1 where none does. */
function headerStart({ units }: View, start: number, end: number): number {
  let left = mostHeaders;
  for (let at = start; at + leastHeader <= end; at++) {
    if (units[at] !== 0x65 || (units[at + 1] !== 0x79 && units[at + 1] !== 0x77)) continue;
    if (!begins.includes(String.fromCharCode(...units.subarray(at, at + 3)))) continue;
    if (units[at + 1] === 0x79 && units[at + 2] !== 0x41) return at;
    // A segment with so many candidates is not an innocent text.
    if (left-- === 0) return at;
    const header = Buffer.from(String.fromCharCode(...units.subarray(at, Math.min(end, at + 64))), 'base64url');
    if (/^\{\s*"/.test(header.toString('latin1'))) return at;
  }
  return -1;
}

/** Whether a token may begin there that is written backwards. */
export function mayHoldBackwards({ units, length }: View): boolean {
  for (let at = 2; at < length; at++) {
    const last = units[at];
    if (last !== letterE && last !== letterV) continue;
    for (const three of beginnings)
      if (three[0] === last && three[1] === units[at - 1] && three[2] === units[at - 2]) return true;
  }
  return false;
}

/** The place of a token in a chain of segments with dots between them; null where there is none. */
function tokenIn(view: View, start: number, dots: number[], end: number): [start: number, end: number] | null {
  for (let index = 0; index < dots.length; index++) {
    const edge = index === 0 ? start : (dots[index - 1] ?? 0) + 1;
    const next = dots[index] ?? end;
    const rest = end - next - 1;
    const header = rest >= leastRest ? headerStart(view, edge, next) : -1;
    if (header >= 0) return [header, end];
    const second = dots[index + 1];
    if (second === undefined || next - edge < 2 || second - next > 8 || end - second <= leastPaseto) continue;
    const [letter = 0, version = 0] = [view.units[next - 2], view.units[next - 1]];
    if ((letter | 0x20) !== letterV || version < (one ?? 0) || version > (four ?? 0)) continue;
    const name = String.fromCharCode(...view.units.subarray(next - 2, second));
    if (paseto.test(name)) return [next - 2, end];
  }
  return null;
}

/** Where the segments begin whose first dot is at a place. */
function firstSegment({ units }: View, dotAt: number, least: number): number {
  let start = dotAt;
  while (start > least && isTokenPart(units[start - 1] ?? 0)) start--;
  return start;
}

/**
 * Calls back with the place of each token of such a form until it answers no; a token may span several lines.
 */
export function eachToken(view: View, take: (start: number, end: number) => boolean): void {
  const { length } = view;
  const units = view.units.subarray(0, length);
  let past = 0;
  for (let at = units.indexOf(dot); at >= 0; at = units.indexOf(dot, Math.max(past, at + 1))) {
    const start = firstSegment(view, at, past);
    if (start === at) continue;
    const dots: number[] = [];
    let end = at;
    let next = at;
    for (; next < length; next++) {
      const unit = units[next] ?? 0;
      if (unit === dot) dots.push(next);
      else if (!isTokenPart(unit)) {
        if (isBreak(unit)) continue;
        break;
      }
      end = next + 1;
    }
    past = next;
    const token = tokenIn(view, start, dots, end);
    if (token && !take(...token)) return;
  }
}
