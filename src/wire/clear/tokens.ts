/** The tokens in an answer, known by what they are: where the contract puts them, their form, their name, their entropy. */

import type { Json } from '../../formats/json.ts';
import { isObject, pointerOf } from '../../formats/json.ts';
import { search } from './find.ts';
import { createKnown } from './known.ts';
import { decoded, isCredentialName, isId, isKeyLike, keysIn, leastKey, looksLikeId, wordsIn } from './words.ts';

/** A token and the JSON pointer it stands at; empty outside JSON. */
export interface Token {
  pointer: string;
  value: string;
}

/** What says where tokens stand. */
export interface TokenPlaces {
  /** JSON pointer of the token a grant holds. */
  value: string;
  /** JSON pointers of members that may be shown however they look. */
  shown?: string[];
}

const tokenName = /token$/i;
/** Headers whose hexadecimal names a version or a way, and no credential. */
const fingerprintHeader = /^(?:etag|via)$/i;
/** Attributes of a cookie (RFC 6265, section 4.1.1, and what browsers added). */
const cookieAttribute =
  /^(?:path|domain|expires|max-age|samesite|secure|httponly|priority|partitioned|version|comment)$/i;

/** Fewest characters of a value under the name of a token that an answer may be blamed for, and of one that is masked. */
const leastNamed = 4;
const leastMasked = 8;
/** Whether a text may be a credential at all: a sentence about one is none. */
function isWord(text: string): boolean {
  return !/\s/.test(text.trim().replace(/^(?:bearer|basic|token)\s+/i, ''));
}

/** Whether a value under the name of a credential is one, and no word about it such as `required`. */
function isNamed(name: string, value: string): boolean {
  if (value.length < leastMasked || !isWord(value) || /^https?:\/\//.test(value)) return false;
  // A key may be that of a translation as well.
  if (/^key$/i.test(name)) return isKeyLike(value);
  return isCredentialName(name) && (value.length >= leastKey || /\d|[a-z][A-Z]/.test(value));
}

const byForm = createKnown();

/** Whether a text holds a JWT, a JWE or a PASETO, in whatever spelling. */
export function holdsToken(text: string): boolean {
  return text.includes('.') || text.length > 40 ? search(byForm, text).found.length > 0 : false;
}

/** Every value of a JSON text or of any other that looks like a token, by its member name or its form. */
export function tokensIn(text: string, json: Json | undefined): Token[] {
  if (json === undefined)
    return [...text.matchAll(/token["']?\s*[:=]\s*["']?([A-Za-z0-9._~+/-]{8,}=*)/gi)].map(([, value = '']) => ({
      pointer: '',
      value,
    }));
  return strings(json)
    .filter(({ names, value }) =>
      names.some((name) => tokenName.test(name)) ? value.length >= leastNamed && isWord(value) : holdsToken(value),
    )
    .map(({ pointer, value }) => ({ pointer, value }));
}

interface Member {
  pointer: string;
  names: string[];
  value: string;
}

function strings(json: Json): Member[] {
  const found: Member[] = [];
  const walk = (value: Json, pointer: string, names: string[]): void => {
    if (typeof value === 'string') found.push({ pointer, names, value });
    else if (Array.isArray(value) || isObject(value))
      for (const [name, member] of Object.entries(value))
        walk(member, `${pointer}${pointerOf([name])}`, [...names, name]);
  };
  walk(json, '', []);
  return found;
}

/** Whether a member is a token as a whole; what a longer text holds is found word by word. */
function isToken({ pointer, names, value }: Member, places: TokenPlaces, grants: boolean): boolean {
  if (places.shown?.includes(pointer)) return false;
  if (pointer === places.value) return value !== '';
  if (names.some((one) => isNamed(one, value))) return true;
  const name = names.findLast((one) => !/^\d+$/.test(one)) ?? '';
  if (isOneWord(value) && holdsToken(value)) return true;
  return grants && isOneWord(value) && !(isId(name) && looksLikeId(value)) && isKeyLike(value);
}

/** Whether a text is one word, and no address, form or JSON. */
const isOneWord = (text: string): boolean => !/[\s"<>\\]|[:=]\/|^\/|[\w]=[^=]/.test(text);

/** The tokens among the words of a text under some name; `grants` where every long random word, and one named as the token is, is taken for one. */
function wordTokens(text: string, under: string, grants: boolean, tokenMember = ''): string[] {
  return wordsIn(decoded(text)).flatMap(({ name, value }) => {
    if (isNamed(name, value) || (grants && name !== '' && name === tokenMember)) return [value];
    if (!grants || ((isId(name) || isId(under)) && looksLikeId(value))) return [];
    return keysIn(value);
  });
}

/** The tokens in a body; `grants` where it is that of a grant, in which every long random word is taken for one. */
export function bodyTokens(text: string, json: Json | undefined, places: TokenPlaces, grants: boolean): Token[] {
  const members = json === undefined ? [] : strings(json);
  const whole = members.filter((member) => isToken(member, places, grants));
  // What a member holds as a whole is known by its pointer, and what the contract shows stays.
  const settled = [...whole, ...members.filter(({ pointer }) => places.shown?.includes(pointer))];
  const seen = new Set(settled.flatMap(({ value }) => [value, ...wordsIn(decoded(value)).map((one) => one.value)]));
  // The text is read as well: of two members of one name JSON.parse gives the last alone, and of a number no digits.
  const tokenMember = places.value.split('/').at(-1);
  const others = new Set(wordTokens(text, '', grants, tokenMember).filter((value) => !seen.has(value)));
  return [
    ...whole.map(({ pointer, value }) => ({ pointer, value })),
    ...[...others].map((value) => ({ pointer: '', value })),
  ];
}

/** The values of all cookies in a Set-Cookie header, several of which may have been joined by commas. */
function cookies(value: string): string[] {
  return value.split(/[;,]/).flatMap((part) => {
    const [, name = '', cookie = ''] = /^\s*([^=\s]+)\s*=\s*"?([^"]*)/.exec(part) ?? [];
    return cookieAttribute.test(name) || cookie.trim() === '' ? [] : [cookie.trim()];
  });
}

/** The tokens in a header: cookies, credentials, and in a grant every long random word that is no id, the name's as well. */
export function headerTokens(name: string, value: string, grants: boolean): string[] {
  const inName = grants ? keysIn(name) : [];
  const isCookie = /^set-cookie2?$/i.test(name);
  if (!isCookie && isCredentialName(name))
    return [...inName, ...value.split(/[\s,;"]+/).filter((word) => word.length >= leastMasked)];
  const found = wordTokens(value, name, grants).filter((one) => !(fingerprintHeader.test(name) && isHex(one)));
  return [...new Set([...inName, ...(isCookie ? cookies(value) : []), ...found])];
}

const isHex = (text: string): boolean => /^[\da-f]+(?:[.-][a-z\d.]*)?$/i.test(text);
