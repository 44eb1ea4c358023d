/** Recognises the tokens in an answer: by the place that the contract gives, their form, their name, their entropy. */

import type { Json } from '../../formats/json.ts';
import { lastKeyOf } from '../../formats/json.ts';
import { hasName, nearestName, type Place, type PlacedString, pointerAt, stringsIn } from '../strings.ts';
import { search } from './find.ts';
import { isKeyLike, keysIn, leastKey, longestId, looksLikeDigest, looksLikeId } from './guess.ts';
import { createKnown } from './known.ts';
import {
  holdsAddresses,
  holdsNoCredential,
  isCredentialName,
  isDigestName,
  isId,
  isIdOfRequest,
  speaksOf,
} from './names.ts';
import { isPublicKey, publicMembers } from './public.ts';
import { nameAtEnd, wordsOf, wordValues } from './words.ts';

/** A token and its JSON pointer; empty outside JSON. */
export interface Token {
  pointer: string;
  value: string;
}

/** Where tokens are. */
export interface TokenPlaces {
  /** JSON pointer of the token a grant holds. */
  value: string;
  /** JSON pointers of members that may be shown whatever they look like. */
  shown?: string[];
}

const tokenName = /token$/i;
/** Attributes of a cookie (RFC 6265, section 4.1.1, and what browsers added). */
const cookieAttribute =
  /^(?:path|domain|expires|max-age|samesite|secure|httponly|priority|partitioned|version|comment)$/i;

/**
 * Fewest characters of a value under a token's name for which an answer may be at fault, and for which it is masked.
 */
const leastNamed = 4;
const leastMasked = 8;
/** Whether a text may be a credential at all: a sentence about one is not. */
function isWord(text: string): boolean {
  return !/\s/.test(text.trim().replace(/^(?:bearer|basic|token)\s+/i, ''));
}

/** Whether a value may be a credential, whatever its name. */
const mayBeNamed = (value: string): boolean =>
  value.length >= leastMasked && isWord(value) && !/^https?:\/\//.test(value);

/** Whether a value under the name of a credential is one, and not a word about it such as `required`. */
function isNamed(name: string, value: string): boolean {
  if (name === '' || !mayBeNamed(value)) return false;
  // The key may be that of a translation, and the ticket one of the support.
  if (/^(?:key|ticket)$/i.test(name)) return isKeyLike(value);
  const isCredential = isCredentialName(name) && (value.length >= leastKey || /\d|[a-z][A-Z]/.test(value));
  return isCredential && !speaksOf(name, value);
}

const byForm = createKnown();

/** Results for texts whose form was examined: several checks and the gate ask for the same ones. */
const seenForms = new Map<string, boolean>();
const mostSeen = 64;

/** Whether a text holds a JWT, a JWE or a PASETO, in any spelling. */
export function holdsToken(text: string): boolean {
  if (!text.includes('.') && text.length <= 40) return false;
  const before = seenForms.get(text);
  if (before !== undefined) return before;
  const holds = search(byForm, text).found.length > 0;
  if (seenForms.size >= mostSeen) seenForms.clear();
  seenForms.set(text, holds);
  return holds;
}

/** Names of the tokens that clients are granted; the name of a token against forged requests is not among them. */
const grantedName = /^(?:(?:access|refresh|auth|bearer|id|session)[-_.]?)?token$/i;

/** Every value of a JSON text or of any other text that looks like a token, by its member name or its form. */
export function tokensIn(text: string, json: Json | undefined): Token[] {
  const found: Token[] = [];
  for (const { value, place } of stringsIn(json)) {
    const isToken = hasName(place, (name) => tokenName.test(name))
      ? value.length >= leastNamed && isWord(value)
      : holdsToken(value);
    if (isToken) found.push({ pointer: pointerAt(place), value });
  }
  if (found.length > 0) return found;
  // A text inside JSON, XML or a form is read in the same way as for masks.
  const words = wordsOf(text).filter(({ name, value }) => grantedName.test(name) && isNamed(name, value));
  return words.map(({ value }) => ({ pointer: '', value }));
}

/** Whether a member is a token as a whole; tokens inside a longer text are found word by word. */
function isToken(value: string, place: Place | null, isAtToken: boolean, grants: boolean): boolean {
  if (isAtToken) return value !== '';
  if (mayBeNamed(value) && hasName(place, (one) => isNamed(one, value))) return true;
  if (!isOneWord(value)) return false;
  if (holdsToken(value)) return true;
  if (!grants || value.length < leastKey) return false;
  return isKeyLike(value) && !isKnownAs(nearestName(place), value);
}

/** Whether a long random value is an id or a hash by its name and its size. */
const isKnownAs = (name: string, value: string): boolean =>
  (isId(name) && looksLikeId(value)) ||
  (isIdOfRequest(name) && value.length <= longestId) ||
  (isDigestName(name) && looksLikeDigest(value));

/** Whether a text is one word, and not an address, a form or JSON. */
const isOneWord = (text: string): boolean => !/[\s"<>\\]|[:=]\/|^\/|[\w]=[^=]/.test(text);

/** The tokens among the words of a text: those under the name of one, and those that nobody can guess. */
interface WordTokens {
  named: string[];
  guessed: string[];
}

/**
 * The tokens among the words of a text, `under` the name of its header: in one that is named as an id, and under the name of an id
 * in any, is no token, since RFC 6750 and cookies have names of their own. With `grants`, every long random word and every word named as
 * the token is taken for one.
 */
function wordTokens(text: string, under: string, grants: boolean, tokenMember = ''): WordTokens {
  const [named, guessed]: [string[], string[]] = [[], []];
  for (const { name, value } of wordsOf(text)) {
    if (isNamed(name, value) || (grants && name !== '' && name === tokenMember)) named.push(value);
    else if (!grants || value.length < leastKey || isId(under) || (under !== '' && isId(name))) continue;
    else if (holdsAddresses(under)) guessed.push(...keysIn(value).filter((key) => !isStep(value, key)));
    else if (![name, under].some((one) => isKnownAs(one, value))) guessed.push(...keysIn(value));
  }
  return { named, guessed };
}

/** Whether a key is a step of the path of an address that names a resource: one below `tokens` or `sessions` is a credential. */
function isStep(address: string, key: string): boolean {
  const path = address.replace(/#.*$/s, '');
  const at = path.indexOf(`/${key}`);
  const [, before = ''] = /([^/]*)$/.exec(path.slice(0, Math.max(at, 0))) ?? [];
  return at >= 0 && !isCredentialName(before.replace(/s$/i, ''));
}

/**
 * The tokens in a body; with `grants`, it belongs to a grant, and every long random word in it is taken for a token.
 */
export function bodyTokens(text: string, json: Json | undefined, places: TokenPlaces, grants: boolean): Token[] {
  const whole: Token[] = [];
  const shown: string[] = [];
  const members: string[] = [];
  const ofKeys = grants ? publicMembers(json) : new Set<PlacedString>();
  const named = new Set([places.value, ...(places.shown ?? [])].map(lastKeyOf));
  for (const one of stringsIn(json)) {
    const { value, place } = one;
    const pointer = named.has(String(place?.key ?? '')) ? pointerAt(place) : null;
    const isAtToken = pointer === places.value;
    if (pointer !== null && places.shown?.includes(pointer)) shown.push(value);
    else if (!isAtToken && ofKeys.has(one)) members.push(value);
    else if (!isAtToken && grants && isPublicKey(value)) {
      shown.push(value);
      // A line of it may begin with a slash, and reads as the step of a path.
      members.push(...wordValues(value).flatMap(keysIn));
    } else if (isToken(value, place, isAtToken, grants)) whole.push({ pointer: pointer ?? pointerAt(place), value });
  }
  // A member that is a token as a whole is known by its pointer, and members that the contract shows stay.
  const settled = new Set([...whole.map(({ value }) => value), ...shown].flatMap((one) => [one, ...wordValues(one)]));
  // What is public as a member of a key is a token all the same where it stands under the name of one.
  const known = new Set([...settled, ...members]);
  // The text is read as well: JSON.parse keeps only the last of two members of one name, and not the digits of a
  // number.
  const words = wordTokens(text, '', grants, nameAtEnd(lastKeyOf(places.value)));
  const others = new Set([
    ...words.named.filter((value) => !settled.has(value)),
    ...words.guessed.filter((value) => !known.has(value)),
  ]);
  return [...whole, ...[...others].map((value) => ({ pointer: '', value }))];
}

/** The values of all cookies in a Set-Cookie header, which may join several of them by commas. */
function cookies(value: string): string[] {
  return value.split(/[;,]/).flatMap((part) => {
    const [, name = '', cookie = ''] = /^\s*([^=\s]+)\s*=\s*"?([^"]*)/.exec(part) ?? [];
    return cookieAttribute.test(name) || cookie.trim() === '' ? [] : [cookie.trim()];
  });
}

/**
 * The tokens in a header: cookies, credentials, and in a grant every long random word that is not an id; also in the
 * name.
 */
export function headerTokens(name: string, value: string, grants: boolean): string[] {
  if (holdsNoCredential(name)) return [];
  const inName = grants ? keysIn(name) : [];
  const isCookie = /^set-cookie2?$/i.test(name);
  if (!isCookie && isCredentialName(name))
    return [...inName, ...value.split(/[\s,;"]+/).filter((word) => word.length >= leastMasked)];
  const { named, guessed } = wordTokens(value, name, grants);
  return [...new Set([...inName, ...(isCookie ? cookies(value) : []), ...named, ...guessed])];
}
