/** What a request sent that was made from secrets, such as a signature: it must be found again in an answer that repeats it. */
import type { Text } from '../../scenario/text.ts';
import type { Exchange } from '../exchange.ts';
import { type Found, search } from './find.ts';
import { createKnown, type Known } from './known.ts';

/** Whether a value contains a secret, as Basic credentials do: its rest is then not secret. */
export function holdsSecret(known: Known, value: string): boolean {
  return search(known, value).found.some(({ known: { kind } }) => kind === 'secret');
}

const noted = new WeakMap<Known, WeakMap<Exchange['request'], Map<string, string>>>();

/** Remembers the sent values that were made from secrets, such as a signature; returns them with their names. */
export function noteSent(known: Known, { request }: Exchange): ReadonlyMap<string, string> {
  const ofKnown = noted.get(known) ?? new WeakMap<Exchange['request'], Map<string, string>>();
  noted.set(known, ofKnown);
  const before = ofKnown.get(request);
  if (before) return before;
  const parts: [name: string, text: Text][] = [
    ['address', request.target],
    ...request.headers,
    ...(request.body ? [['body', request.body] as [string, Text]] : []),
  ];
  const sent = new Map<string, string>();
  for (const [name, { secrets }] of parts) {
    for (const value of secrets) {
      if (!known.get(value) && !holdsSecret(known, value)) known.add(value, 'sent', name);
      const kind = known.get(value)?.kind;
      if (kind === 'sent' || kind === 'token') sent.set(value, name);
    }
  }
  ofKnown.set(request, sent);
  return sent;
}

const sentAlone = new WeakMap<ReadonlyMap<string, string>, Known>();

/** Only the values that one request sent. */
function knownOf(sent: ReadonlyMap<string, string>): Known {
  const before = sentAlone.get(sent);
  if (before) return before;
  const known = createKnown();
  for (const [value, name] of sent) known.add(value, 'sent', name);
  sentAlone.set(sent, known);
  return known;
}

/** Characters of a found value within which a sent value is searched for. */
const mostCompared = 4096;

/** Every one of some sent values, or a part of one, in a text; `found` is what the gate found in it. */
export function findAmong(sent: ReadonlyMap<string, string>, text: string, found: Found[]): Found[] {
  // To index what was sent takes longer than to search for it, and most answers repeat nothing.
  const sentIn = (one: string): Found[] =>
    search(knownOf(sent), one).found.filter(({ known: { kind } }) => kind === 'sent');
  // The found value may hide a sent one: another signature that begins alike, or the token that the sent one is cut
  // from.
  const others = new Set(found.filter(({ known: { kind } }) => kind !== 'secret').map((one) => one.known));
  const isLike = ({ value, kind }: Found['known']): boolean =>
    kind === 'sent' || sent.has(value) || sentIn(value.slice(0, mostCompared)).length > 0;
  return [...others].some(isLike) ? sentIn(text) : [];
}
