/** The characters and tables of the escapes that are undone. */
import { decodeNamedCharacterReference } from 'decode-named-character-reference';
import { windows1252 } from './decoder.ts';
import { encodings } from './view.ts';

const digits = new Int8Array(0x80).fill(-1);
for (const [value, digit] of [...'0123456789abcdef'].entries())
  for (const character of [digit, digit.toUpperCase()]) digits[character.charCodeAt(0)] = value;

/** The value of a hexadecimal digit; -1 for any other unit. */
export function hexValue(unit: number): number {
  return digits[unit] ?? -1;
}

/** The number that some hexadecimal digits mean; -1 where one is none. */
export function hexIn(units: Uint16Array, start: number, end: number): number {
  let value = 0;
  for (let at = start; at < end; at++) {
    const digit = hexValue(units[at] ?? 0);
    if (digit < 0) return -1;
    value = value * 16 + digit;
  }
  return value;
}

/**
 * The characters that a backslash and another character mean: before a sign, that sign, as in a shell, in Markdown, in a
 * pattern and in the name of a certificate (RFC 4514).
 */
export const short = new Map([
  ...[...'!#$%&()*+,-.:;<=>?@[]^_`{|}~ '].map((sign): [number, number] => [sign.charCodeAt(0), sign.charCodeAt(0)]),
  ...[...'"\'/\\bfnrt'].map((letter, index): [number, number] => [
    letter.charCodeAt(0),
    '"\'/\\\b\f\n\r\t'.charCodeAt(index),
  ]),
]);

const byteOfCharacter = new Map([...windows1252].map((character, index) => [character.charCodeAt(0), 0x80 + index]));
/** The units beyond ASCII that may be bytes. */
export const byteUnits: number[] = [
  ...Array.from({ length: 0x80 }, (_, index) => 0x80 + index),
  ...byteOfCharacter.keys(),
];
/** The byte that a unit means where bytes were read one by one; -1 for none. */
export const byteOf = (unit: number): number => (unit <= 0xff ? unit : (byteOfCharacter.get(unit) ?? -1));
/** Whether a byte continues a character of UTF-8. */
export const isContinuation = (byte: number): boolean => byte >= 0x80 && byte <= 0xbf;

/** Longest name of a character reference. */
const longestReference = 33;
/** Longest name of a reference that may lack its semicolon. */
export const longestOpen = 8;

/** Code units of the characters and letters of escapes. */
export const [backslash, ampersand, semicolon] = [...'\\&;'].map((one) => one.charCodeAt(0));
export const [letterU, letterX, braceOpen, braceClose] = [...'ux{}'].map((one) => one.charCodeAt(0));
export const [capitalU, capitalN, plus, hash, zero] = [...'UN+#0'].map((one) => one.charCodeAt(0));
export const [letterE, bracket, percent] = [...'e[%'].map((one) => one.charCodeAt(0));
export const equals = '='.charCodeAt(0);

const unitsOf = (text: string): number[] => [...text].map((one) => one.charCodeAt(0));

/** An escape that holds the number of a character. */
export interface NumberEscape {
  /** What begins it. */
  introducer: number[];
  /** The last unit of it. */
  last: number;
  /** Of its digits. */
  base: number;
  /** How many digits it has; the most of them where it has a terminator, without the zeros before them. */
  digits: number;
  /** What ends it; null where the number of digits does. */
  terminator: number | null;
  /** The least and the greatest number that is undone. */
  least: number;
  most: number;
  bit: number;
}

const numberEscape = (introducer: string, base: number, digits: number, bit: number, end?: string): NumberEscape => ({
  introducer: unitsOf(introducer),
  last: introducer.charCodeAt(introducer.length - 1),
  base,
  digits,
  terminator: end?.charCodeAt(0) ?? null,
  least: 0,
  most: 0x10ffff,
  bit,
});

const ofStrings = encodings.string.bit;
/** Escapes with so many digits: percent-encoding and that of old browsers, those of JSON, JavaScript, C and Python. */
const fixedEscapes: NumberEscape[] = [
  numberEscape('%', 16, 2, encodings.percent.bit),
  numberEscape('%u', 16, 4, encodings.percent.bit),
  numberEscape('\\u', 16, 4, ofStrings),
  numberEscape('\\x', 16, 2, ofStrings),
  // With two zeros it is a control character, or the beginning of an escape of CSS.
  { ...numberEscape('\\', 8, 3, ofStrings), least: 8, most: 0xff },
  numberEscape('\\U', 16, 8, ofStrings),
];
/** The same, and those of a mail (quoted-printable). */
const quotedEscapes: NumberEscape[] = [...fixedEscapes, numberEscape('=', 16, 2, encodings.quoted.bit)];
/** Escapes with a terminator: of JavaScript, Rust and PowerShell, and of Perl. */
export const closedEscapes: NumberEscape[] = [
  numberEscape('\\u{', 16, 8, ofStrings, '}'),
  numberEscape('`u{', 16, 8, ofStrings, '}'),
  numberEscape('\\x{', 16, 8, ofStrings, '}'),
  numberEscape('\\o{', 8, 8, ofStrings, '}'),
];

/** The characters that begin an escape in any text, a character reference among them. */
export const escapeSigns: string = [
  ...new Set([...fixedEscapes, ...closedEscapes].map(({ introducer }) => String.fromCharCode(introducer[0] ?? 0))),
  '&',
].join('');
/** 1 for each unit that is a terminator. */
export const endsEscape = new Uint8Array(0x10000);
for (const { terminator } of closedEscapes) endsEscape[terminator ?? 0] = 1;

/** Whether an escape begins with its introducer right before a place. */
export function isIntroduced(units: Uint16Array, { introducer }: NumberEscape, at: number): boolean {
  const start = at - introducer.length;
  for (let index = introducer.length - 1; index >= 0; index--)
    if (units[start + index] !== introducer[index]) return false;
  return true;
}

/** The character of a terminal that begins a control sequence. */
export const sequence = 0x9b;
/** Whether a unit is a decimal digit. */
const isDecimal = (unit: number): boolean => unit >= 0x30 && unit <= 0x39;

/** 1 for each unit that may be part of a character reference. */
const inReference = new Uint8Array(0x80);
for (const character of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789#;')
  inReference[character.charCodeAt(0)] = 1;

/** Whether a unit may continue the escape of variable length that begins at `start` and has `count` units. */
export function belongs(units: Uint16Array, start: number, count: number, unit: number): boolean {
  if (units[start] !== ampersand) return hexValue(unit) >= 0 && count < (units[start] === backslash ? 7 : 8);
  if (count > longestReference) return false;
  if (units[start + 1] !== hash || unit === semicolon) return inReference[unit] === 1;
  if (count === 2) return isDecimal(unit) || (unit | 0x20) === letterX;
  return ((units[start + 2] ?? 0) | 0x20) === letterX ? hexValue(unit) >= 0 : isDecimal(unit);
}

/** 1 for each unit behind which the number of a character may begin. */
const beginsNumber = new Uint8Array(0x10000);
for (const unit of [...closedEscapes.map(({ last }) => last), ...unitsOf('#xX')]) beginsNumber[unit] = 1;

/** Whether the number of a character begins at `at`, after `&#`, `&#x` or a brace; leading zeros do not count. */
export function isLeadingZero(units: Uint16Array, at: number): boolean {
  if (beginsNumber[units[at - 1] ?? 0] === 0) return false;
  if (closedEscapes.some((one) => units[at - 1] === one.last && isIntroduced(units, one, at))) return true;
  const sign = ((units[at - 1] ?? 0) | 0x20) === letterX ? at - 2 : at - 1;
  return units[sign] === hash && units[sign - 1] === ampersand;
}

/** 1 for each unit that a word of Base64 may hold, and for an underscore. */
const inBase64 = new Uint8Array(0x10000);
for (const sign of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_+/')
  inBase64[sign.charCodeAt(0)] = 1;

/** Whether `U+` at a place may begin a code point: inside a word of Base64 it does not. */
export function beginsCodePoint(units: Uint16Array, bits: Uint16Array | null, at: number): boolean {
  if (at < 0 || units[at] !== capitalU) return false;
  return at === 0 || (bits !== null && bits[at - 1] !== 0) || inBase64[units[at - 1] ?? 0] === 0;
}

/** Whether some units may hold a code point, such as `U+002B`: most plus signs are those of Base64. */
export function holdsCodePoint(units: Uint16Array, length: number): boolean {
  for (let at = 1; at < length; at++) if (units[at] === plus && beginsCodePoint(units, null, at - 1)) return true;
  return false;
}

/** Most units of an escape; a longer one begins with zeros, which are removed at once. */
export const longestEscape = 16;
/** 1 for each unit that begins an escape, is inside one after a letter, or may be a byte of UTF-8. */
export const beginsEscape = new Uint8Array(0x10000);
for (const sign of `${escapeSigns}+`) beginsEscape[sign.charCodeAt(0)] = 1;
for (const unit of byteUnits) beginsEscape[unit] = 1;
/** The same in a mail. */
const beginsQuoted = beginsEscape.slice();
beginsQuoted['='.charCodeAt(0)] = 1;

/** What is undone in any text, and in a mail. */
export const plainRules = { begins: beginsEscape, fixed: fixedEscapes };
export const quotedRules: typeof plainRules = { begins: beginsQuoted, fixed: quotedEscapes };

/** Of each unit, as bits, how many digits may follow it in an escape with a fixed number of them. */
const digitsAfter = new Uint16Array(0x10000);
for (const { last, digits: count } of quotedEscapes) digitsAfter[last] = (digitsAfter[last] ?? 0) | (1 << count);

/** Whether so many digits may end an escape before a place. */
const mayHave = (units: Uint16Array, end: number, count: number): boolean =>
  ((digitsAfter[units[end - count - 1] ?? 0] ?? 0) & (1 << count)) !== 0;

/** Whether an escape with a fixed number of digits may end before a place. */
export const mayEndDigits = (units: Uint16Array, end: number): boolean =>
  mayHave(units, end, 2) || mayHave(units, end, 4) || mayHave(units, end, 3) || mayHave(units, end, 8);

/** The code point of a numeric character reference with these digits, an `x` before hexadecimal ones; -1 for none. */
export function numberIn(units: Uint16Array, start: number, end: number): number {
  const isHex = ((units[start] ?? 0) | 0x20) === letterX;
  const [first, base, most] = isHex ? [start + 1, 16, 6] : [start, 10, 7];
  if (first >= end || end - first > most) return -1;
  let value = 0;
  for (let at = first; at < end; at++) {
    const digit = hexValue(units[at] ?? 0);
    if (digit < 0 || digit >= base) return -1;
    value = value * base + digit;
  }
  return value;
}

const named = new Map<string, number>();
/** Most names that are cached: the standard has fewer, and unknown names are cached as well. */
const mostNames = 4096;

/** The code point of a character reference with this name; -1 for none. */
export function namedIn(units: Uint16Array, start: number, end: number): number {
  const name = String.fromCharCode(...units.subarray(start, end));
  const known = named.get(name);
  if (known !== undefined) return known;
  const found = decodeNamedCharacterReference(name);
  const code = found === false ? -1 : (found.codePointAt(0) ?? -1);
  if (named.size < mostNames) named.set(name, code);
  return code;
}
