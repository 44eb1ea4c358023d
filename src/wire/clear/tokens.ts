/** The tokens in an answer, known by what they are: where the contract puts them, their form, their name, their entropy. */
import { isObject, pointerOf } from '../../contract/json.ts';
import type { Json } from '../../contract/types.ts';
import { search } from './find.ts';
import { createKnown } from './known.ts';

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
/** Names of members and headers whose values are credentials. */
const credentialName =
  /token$|^(?:access|bearer|jwt|ticket|sid|credentials?|authori[sz]ation|signature)$|secret|password|passphrase|session|assertion|api[-_]?key|cookie|^x-auth/i;
/** Names whose values a provider's support asks for. */
const idName = /(?:^|[-_.a-z])(?:ids?|uuid|guid|ray)$|trace|request|correlation/i;
/** Whether a name is that of an id, which a provider's support asks for. */
export const isId = (name: string): boolean => idName.test(name);

/** Headers whose values are long and random, and no credential. */
const harmlessHeader =
  /^(?:etag|date|expires|last-modified|server|via|age|vary|link|nel|report-to|reporting-endpoints|alt-svc|content-.*|cross-origin-.*|permissions-policy|strict-transport-security|server-timing|www-authenticate|proxy-authenticate|access-control-.*|cache-control|x-(?:cache|served-by|powered-by).*)$/i;

/** Fewest characters of a value under the name of a token that an answer may be blamed for, and of one that is masked. */
const leastNamed = 4;
const leastMasked = 8;
/** Fewest characters of a token that is known by its entropy alone. */
const leastKey = 20;

/** Whether a text has the entropy of a key: one word, whose letters and digits change as in no word of a language. */
export function isKeyLike(text: string): boolean {
  if (text.length < leastKey || !/^[\w.~+/=:-]+$/.test(text)) return false;
  const kinds = text
    .replace(/[^A-Za-z0-9]/g, '')
    .replace(/[a-z]/g, 'a')
    .replace(/[A-Z]/g, 'A')
    .replace(/[0-9]/g, '0');
  if (kinds.length < leastKey) return false;
  let changes = 0;
  for (let at = 1; at < kinds.length; at++) if (kinds[at] !== kinds[at - 1]) changes++;
  const consonants = /[bcdfghjklmnpqrstvwxz]{7}/i.test(text);
  return changes / (kinds.length - 1) >= 0.2 || (consonants && !/\d{8}/.test(text));
}

/** Whether a text may be a credential at all: a sentence about one is none. */
function isWord(text: string): boolean {
  return !/\s/.test(text.trim().replace(/^(?:bearer|basic|token)\s+/i, ''));
}

/** Whether a value under the name of a credential is one, and no word about it such as `required`. */
function isNamed(name: string, value: string): boolean {
  if (value.length < leastMasked || !isWord(value) || !credentialName.test(name)) return false;
  return value.length >= leastKey || /\d|[a-z][A-Z]/.test(value);
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

function isToken({ pointer, names, value }: Member, places: TokenPlaces, grants: boolean): boolean {
  if (places.shown?.includes(pointer)) return false;
  if (pointer === places.value) return value !== '';
  if (names.some((one) => isNamed(one, value))) return true;
  const name = names.findLast((one) => !/^\d+$/.test(one)) ?? '';
  return holdsToken(value) || (grants && !isId(name) && isKeyLike(value));
}

/** The tokens in a body; `grants` where it is that of a grant, in which every long random text is taken for one. */
export function bodyTokens(text: string, json: Json | undefined, places: TokenPlaces, grants: boolean): Token[] {
  if (json !== undefined)
    return strings(json)
      .filter((member) => isToken(member, places, grants))
      .map(({ pointer, value }) => ({ pointer, value }));
  const pairs = text.matchAll(/(?:([\w.-]{1,60})["']?\s{0,4}[=:>]\s{0,4}["']?)?([\w.~+/-]{8,}=*)/g);
  return [...pairs].flatMap(([, name = '', value = '']) =>
    isToken({ pointer: '/', names: [name], value }, places, grants) ? [{ pointer: '', value }] : [],
  );
}

/** The tokens in a header: cookies, credentials, and in a grant every long random text that is no id. */
export function headerTokens(name: string, value: string, grants: boolean): string[] {
  if (/^set-cookie2?$/i.test(name)) {
    const [, cookie = ''] = /^[^=;]*=\s*"?([^;"]*)/.exec(value) ?? [];
    return cookie.trim() === '' ? [] : [cookie.trim()];
  }
  if (harmlessHeader.test(name)) return [];
  if (credentialName.test(name)) return value.split(/[\s,;"]+/).filter((word) => word.length >= leastMasked);
  return grants && !isId(name) ? value.split(/[\s,;"]+/).filter(isKeyLike) : [];
}
