/**
 * How hard a word is to guess. Nobody guesses a token (RFC 6749, section 10.10: one chance in 2^128 at the most). Ids,
 * versions and names of machines hold words, numbers and dates, or few random characters.
 */
import { isIP } from 'node:net';
import { expectedIn, wordsIn } from './letters.ts';

/** Fewest characters of a token that is recognised by its entropy alone. */
export const leastKey = 20;

/** Fewest bits of a key for each of its letters and digits: words and numbers have fewer. */
const leastEach = 3.4;
/** Fewest bits in all of a key, and of one in groups none of which is mixed: machines are named `auth-7d9f8b-x2x9k`. */
const [leastBits, leastOfGroups] = [64, 96];
/** Most bits of a value that is named as an id: 22 characters of Base64 hold the 128 of a UUID. */
const mostOfId = 132;
/** Longest word that may be an id, and longest one that may be anything but a key. */
export const longestId = 256;
const longestName = 1 << 16;

const uuid = /^\{?[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}\}?$/i;
const uuids = /(?<![\da-z])[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}(?![\da-z])/gi;
/** Hexadecimal in groups, as trace ids are written: `00-4bf92f…-00f067…-01`; no group is longer than 32 digits. */
const hexGroups = /^(?:[\da-f]{1,32}[-.:/_;=]){0,5}[\da-f]{1,32}(?:[-.][a-z]{1,4})?$/i;
/** A trace and a span (W3C Trace Context, section 3.2.2; B3), under whatever name. */
const traceAndSpan = /^(?:[\da-f]{2}-)?[\da-f]{32}-[\da-f]{16}(?:-[\da-f]{1,2})?(?:-[\da-f]{16})?$/;
/** A hash that names its algorithm (Subresource Integrity, section 3.1; the digests of OCI images, behind their names). */
const digest =
  /^(?:[\w./:-]{1,255}@)?sha(?:256[-:](?:[\da-f]{64}|[\w+/-]{43}=?)|384[-:](?:[\da-f]{96}|[\w+/-]{64})|512[-:](?:[\da-f]{128}|[\w+/-]{86}={0,2}))$/i;
const ulid = /^[0-7][\dA-HJKMNP-TV-Z]{25}$/;
const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** The first year and the last one in which a ULID that is recognised was made; one random text in 300 is in them. */
const [firstYear, lastYear] = [2010, 2040];

/** Whether a text is a ULID: its first ten characters are the milliseconds since the epoch. */
function isUlid(text: string): boolean {
  if (!ulid.test(text)) return false;
  const made = [...text.slice(0, 10)].reduce((value, digit) => value * 32 + crockford.indexOf(digit), 0);
  const year = new Date(made).getUTCFullYear();
  return year >= firstYear && year <= lastYear;
}

/** Whether a text is of a form that standards define for what is no secret: an id, a trace, a hash, an address. */
const isPublic = (text: string): boolean =>
  uuid.test(text) || isUlid(text) || traceAndSpan.test(text) || digest.test(text) || isIP(text) !== 0;

/** A date of this or the last century with its time, or seconds or milliseconds since the epoch. */
const instant =
  /(?<!\d)(?:(?:19|20)\d\d-?[01]\d-?[0-3]\d(?:T?\d{2}:?\d{2}:?\d{2}(?:\d{3})?Z?)?|1\d{9}(?:\d{3})?)(?!\d)/g;
const hexadecimal = /^([a-z]{0,4}?)0*((?=[\da-f]*\d)[\da-f]{6,}|(?=[\dA-F]*\d)[\dA-F]{6,})$/;

/** Bits of a letter that follows the one before it as in a language; digits of a number of which each counts. */
const [bitsOfExpected, mostDigits] = [2, 4];
const [bitsOfDigit, bitsOfHex] = [Math.log2(10), 4];

/** Bits of the letters and digits of a group; `letter` is for one that any other may follow. */
function bitsOf(group: string, letter: number): number {
  if (/^\d+$/.test(group)) return 0;
  // The pattern takes time in the square of the length.
  const short = group.length <= longestId ? group.replace(/^0x/, '') : '';
  const [, before = '', hex = ''] = hexadecimal.exec(short) ?? [];
  if (hex !== '') return before.length * letter + hex.length * bitsOfHex;
  const digits = (group.match(/\d+/g) ?? []).reduce((sum, { length }) => sum + Math.min(length, mostDigits), 0);
  const letters = wordsIn(group).reduce((sum, word) => {
    const expected = expectedIn(word);
    return sum + expected * bitsOfExpected + (word.length - expected) * letter;
  }, 0);
  return letters + digits * bitsOfDigit;
}

/** The bits of a word that a reader cannot guess, and of how many letters and digits: dates and UUIDs do not count. */
function unguessed(word: string): { bits: number; count: number } {
  if (word.length > longestName) return { bits: Number.POSITIVE_INFINITY, count: 1 };
  const rest = word.replace(uuids, '').replace(instant, '');
  const letter = Math.log2(/[a-z]/.test(rest) && /[A-Z]/.test(rest) ? 52 : 26);
  const groups = rest.match(/[a-z\d]+/gi) ?? [];
  return {
    bits: groups.reduce((sum, group) => sum + bitsOf(group, letter), 0),
    count: groups.reduce((sum, { length }) => sum + length, 0),
  };
}

const classes: [one: RegExp, size: number][] = [
  [/[a-z]/, 26],
  [/[A-Z]/, 26],
  [/\d/, 10],
];

/** The bits of as many random characters, without a prefix that says of what kind an id is, such as `req_`. */
function mostBits(value: string): number {
  const rest = value
    .replace(/^[a-z]{2,8}[_-]/i, '')
    .replace(uuids, '')
    .replace(instant, '');
  const sizes = classes.map(([one, size]) => (one.test(rest) ? size : 0));
  return rest.length * Math.log2(sizes.reduce((sum, size) => sum + size, 1));
}

/** Whether a value under the name of an id looks like one. */
export function looksLikeId(value: string): boolean {
  const bare = value.replace(/^(?:root|self|parent)=/i, '');
  return isPublic(value) || hexGroups.test(bare) || (value.length <= longestId && mostBits(value) <= mostOfId);
}

/**
 * The 128, 160, 224, 256, 384 or 512 bits of a hash, in hexadecimal behind a version or a kind, or in Base64 behind a size, as
 * in an ETag.
 */
const hexDigest =
  /^(?:[\w.]{1,19}[-+:@])?(?:[\da-f]{32}|[\da-f]{40}|[\da-f]{56}|[\da-f]{64}|[\da-f]{96}|[\da-f]{128})$/i;
const base64Digest = /^(?:[\da-f]{1,8}-)?(?:[\w+/-]{22}|[\w+/-]{27}|[\w+/-]{38}|[\w+/-]{43}|[\w+/-]{64}|[\w+/-]{86})$/;

/** Whether a value under the name of a hash has the size of one. */
export function looksLikeDigest(value: string): boolean {
  const bare = value.replace(/^(?:W\/)?"|"$/g, '');
  return hexDigest.test(bare) || base64Digest.test(bare.replace(/={1,2}$/, ''));
}

/** Whether letters of both cases and digits are in one group, as in no name. */
const isMixed = (group: string): boolean => /[a-z]/.test(group) && /[A-Z]/.test(group) && /\d/.test(group);

/** Whether a word has the entropy of a key, and is not an id of a form that standards define. */
export function isKeyLike(word: string): boolean {
  if (word.length < leastKey || isPublic(word)) return false;
  const { bits, count } = unguessed(word);
  const isName = count < word.length && !(word.match(/[a-z\d]+/gi) ?? []).some(isMixed);
  return bits >= (isName ? leastOfGroups : leastBits) && bits >= count * leastEach;
}

/** The parts of a word that look like keys: those of an address or a path, or else the whole word. */
export function keysIn(word: string): string[] {
  if (isPublic(word)) return [];
  const isAddress = word.includes('://');
  const isPath = word.startsWith('/');
  // A key in Base64 may hold a slash; its parts alone would leave a rest visible.
  if (!isAddress && !isPath && isKeyLike(word)) return [word];
  const parts = /[/#]/.test(word) ? word.split(/[/#@]/).filter(isKeyLike) : [];
  if (parts.length > 0 || isAddress || !isPath) return parts;
  // Base64 may begin with a slash; the steps of a path are short, or words.
  const isLong = word.split(/[/._-]/).some((step) => step.length >= 10 && /\d/.test(step));
  return isLong && isKeyLike(word) ? [word] : [];
}
