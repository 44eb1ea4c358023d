import { createHmac } from 'node:crypto';
import { tokenHash } from './describe.ts';
import type { Found } from './find.ts';
import type { Kind } from './known.ts';

/** Distance up to which two places of one value get one mask. */
const closest = 3;

const weight: Record<Kind, number> = { secret: 2, sent: 1, token: 0 };

/** A place that is masked, and the find that gives the mask its name. */
interface Group {
  start: number;
  end: number;
  named: Found;
}

function isMoreSpecific(one: Found, other: Found): boolean {
  const [a, b] = [one, other].map(({ known, whole, length }) => [Number(whole), weight[known.kind], length] as const);
  const index = a && b ? a.findIndex((value, at) => value !== b[at]) : -1;
  return a !== undefined && b !== undefined && index >= 0 && (a[index] ?? 0) > (b[index] ?? 0);
}

function groups(found: Found[]): Group[] {
  const sorted = [...found].sort((a, b) => a.place.start - b.place.start);
  const all: Group[] = [];
  for (const one of sorted) {
    const last = all.at(-1);
    const gap = last ? one.place.start - last.end : 0;
    if (
      !last ||
      gap > (last.named.known === one.known ? closest : 0) ||
      (gap === 0 && last.named.known !== one.known)
    ) {
      all.push({ start: one.place.start, end: one.place.end, named: one });
      continue;
    }
    last.end = Math.max(last.end, one.place.end);
    if (isMoreSpecific(one, last.named)) last.named = one;
  }
  return all;
}

/** A short hash that separates values without revealing them; only who has the salt can test a guess. */
function saltedHash(value: string, salt: string): string {
  return createHmac('sha256', salt).update(value).digest('hex').slice(0, 8);
}

/** A mask: what is said of the value in its place, and a short hash of it. Every mask is made here. */
const maskSaying = (said: string, hash: string, name: 'hash' | 'sha256' = 'hash'): string =>
  `‹${said}, ${name} ${hash}›`;

const hashes = /, (?:hash|sha256) [\da-f]{8}(?=›)/g;
const masks =
  /‹(?:not shown|token|(?:part of )?(?:a token|secret [^‹›]*|[^‹›]* as sent)): \d+ (?:characters|bytes)(?:›|,| of )/;

/** A text whose masks are the same whatever the salt is: without their hashes. */
export const withoutHashes = (text: string): string => (text.includes('›') ? text.replace(hashes, '') : text);

/** Whether a text has a mask, with its hash or without, in the place of a secret, a token or a whole text. */
export const holdsMask = (text: string): boolean => masks.test(text);

/** The mask of a text that is left out as a whole: its size with the unit, why, and a hash of this value. */
export const notShown = (size: string, why: string, value: string, salt: string): string =>
  maskSaying(`not shown: ${size}, ${why}`, saltedHash(value, salt));

/** The text that replaces a value: its kind, its length and a short hash. */
function maskOf({ named: { known, whole, length } }: Group, piece: string, salt: string): string {
  const { kind, name, value, sha256 } = known;
  if (whole && kind === 'token')
    return maskSaying(`token: ${value.length} characters`, sha256 ?? tokenHash(value), 'sha256');
  const what = { secret: `secret ${name}`, sent: `${name} as sent`, token: 'a token' }[kind];
  const hash = saltedHash(whole ? value : piece, salt);
  return maskSaying(whole ? `${what}: ${value.length} characters` : `part of ${what}: ${length} characters`, hash);
}

/** A text with a mask in each place where something was found. */
export function masked(text: string, found: Found[], salt: string): string {
  let from = 0;
  let shown = '';
  for (const group of groups(found)) {
    shown += text.slice(from, group.start) + maskOf(group, text.slice(group.start, group.end), salt);
    from = group.end;
  }
  return shown + text.slice(from);
}

/** A text cut to so many characters, with an ellipsis; no mask and no character is cut in two. */
export function cutAt(text: string, most: number): string {
  if (text.length <= most) return text;
  let end = most;
  const open = text.lastIndexOf('‹', end - 1);
  if (open >= 0 && text.slice(open, end).indexOf('›') < 0 && end - open < 200) end = open;
  if (/[\ud800-\udbff]/.test(text[end - 1] ?? '')) end--;
  return `${text.slice(0, end)}…`;
}
