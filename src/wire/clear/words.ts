/** The words of a text and the names before them, and what a word looks like: a key, an id, or neither. */
import { releaseView, unescaped } from './unescape.ts';
import { viewOf } from './view.ts';

/** A word of a text; `name` is what it is the value of, empty where nothing says so. */
export interface Word {
  name: string;
  value: string;
}

/** Names of members and headers whose values are credentials. */
const credential =
  /token$|^(?:access|bearer|jwt|ticket|sid|credentials?|authori[sz]ation|signature)$|secret|password|passphrase|session|assertion|api[-_]?key|cookie|^x-auth/i;
/** What a name says of a credential that is no credential itself. */
const about = /(?:type|expir\w*|expires[-_]?(?:in|at)|ttl|lifetime|timeout|ur[il]|endpoint|count|state|status)$/i;
/** Names of the ids of one request, which a provider's support asks for. */
const idName =
  /trace|span|baggage|correlation|reference|activity|(?:request|req|transaction|event|message)[-_.]?(?:ids?|uuid|guid|no|number)?$|(?:^|[-_.])(?:b3|ray)$/i;

/** Whether values under a name are credentials. */
export const isCredentialName = (name: string): boolean => credential.test(name) && !about.test(name);
/** Whether a name is that of the id of a request, which a provider's support asks for. */
export const isId = (name: string): boolean => idName.test(name) && !isCredentialName(name);

/** Fewest letters and digits of a token that is known by its entropy alone. */
export const leastKey = 20;

const uuid = /^\{?[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}\}?$/i;
/** Hexadecimal in groups, as trace ids are written: `00-4bf92f…-00f067…-01`; no group is longer than 32 digits. */
const hexGroups = /^(?:[\da-f]{1,32}[-.:/_]){0,5}[\da-f]{1,32}(?:[-.][a-z]{1,4})?$/i;

/** Whether a value under the name of an id looks like one. */
export function looksLikeId(value: string): boolean {
  return uuid.test(value) || hexGroups.test(value.replace(/^(?:root|self|parent)=/i, ''));
}

/** Whether a word has the entropy of a key: its letters and digits change as in no word of a language. */
export function isKeyLike(word: string): boolean {
  if (word.length < leastKey || uuid.test(word)) return false;
  const all = word.replace(/[^A-Za-z0-9]/g, '');
  if (all.length < leastKey || all.length < word.length / 2) return false;
  const kinds = all.replace(/[a-z]/g, 'a').replace(/[A-Z]/g, 'A').replace(/[0-9]/g, '0');
  let changes = 0;
  for (let at = 1; at < kinds.length; at++) if (kinds[at] !== kinds[at - 1]) changes++;
  // Words that are joined by capitals are words all the same.
  const parts = word.match(/[A-Z]?[a-z]+|[A-Z]+|\d+/g)?.length ?? 1;
  const consonants = /[bcdfghjklmnpqrstvwxz]{7}/i.test(word);
  const changing = changes / (kinds.length - 1) >= 0.2 && all.length / parts < 3.5;
  return changing || (consonants && !/\d{8}/.test(word));
}

/** The parts of a word that look like keys: those of an address or a path, or else the word as a whole. */
export function keysIn(word: string): string[] {
  const isAddress = word.includes('://');
  const isPath = word.startsWith('/');
  // Where a key of Base64 holds a slash, its parts would leave a rest in clear.
  if (!isAddress && !isPath && isKeyLike(word)) return [word];
  const parts = /[/#]/.test(word) ? word.split(/[/#@]/).filter(isKeyLike) : [];
  if (parts.length > 0 || isAddress || !isPath) return parts;
  // Base64 may begin with a slash; the steps of a path are short, or words.
  const isLong = word.split(/[/._-]/).some((step) => step.length >= 10 && /\d/.test(step));
  return isLong && isKeyLike(word) ? [word] : [];
}

/** A text with its escapes undone: of JSON strings, percent-encoding and character references. */
export function decoded(text: string): string {
  const view = viewOf(text);
  const plain = unescaped(view);
  if (plain === view) return text;
  const { units, length } = plain;
  const decodedText = Buffer.from(units.buffer, units.byteOffset, length * 2).toString('utf16le');
  releaseView(plain);
  return decodedText;
}

const word = /[^\s"'`<>{}[\](),;&?|\\=:](?:[^\s"'`<>{}[\](),;&?|\\=:]|:(?=[^\s"'`<>{}[\](),;&?|\\=:]))*/g;
const scheme = /^(?:bearer|basic|token|jwt|dpop)$/i;
/** Members and attributes whose value is the name of another: `name="access_token" value="…"`. */
const labelName = /^(?:name|field|property|param|type|id)$/i;
/** Words behind a label that may be its value. */
const mostLabelled = 8;
const longestName = 64;

/** Every word of a text whose escapes are undone, with its name; in time linear in the text. */
export function wordsIn(text: string): Word[] {
  const found: Word[] = [];
  let [before, name, end, label, left, element] = ['', '', 0, '', 0, ''];
  for (const match of text.matchAll(word)) {
    const value = match[0];
    if (value === '!' || value === 'CDATA') continue;
    const gap = text.slice(end, match.index);
    end = match.index + value.length;
    const tail = /[\w.-]+$/.exec(before.slice(-longestName))?.[0] ?? '';
    if (gap.includes('>') && !gap.endsWith('<')) name = element || tail;
    else if (/[=:>]/.test(gap)) name = tail;
    else name = /^\s+$/.test(gap) && scheme.test(before) ? name || 'token' : '';
    if (gap.endsWith('<')) element = /^[\w.:-]{1,64}$/.test(value) ? value : '';
    const own = /^([\w.-]{1,64}):(?!\/\/)(.+)$/s.exec(value);
    const ownName = own && isCredentialName(own[1] ?? '');
    if (ownName) found.push({ name: own[1] ?? '', value: own[2] ?? '' });
    // The words of a sentence behind a label are not its value.
    else found.push({ name: isCredentialName(name) || left === 0 || !/[=:>\n]/.test(gap) ? name : label, value });
    left = Math.max(0, left - 1);
    if (labelName.test(name) && isCredentialName(value)) [label, left] = [value, mostLabelled];
    before = value;
  }
  return found;
}
