/** The lengths of a field; where its value has a form of one length, what a page gives as the most characters is all of them. */
import type { Schema } from '../../../formats/json.ts';
import { pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import { isQualified } from '../words/doubts.ts';
import { isUuid } from './value-forms.ts';

/** A time in letters, each of which stands for a digit, with the offset that it ends with; `TZD` and `XXX` may be a `Z` as well. */
const time =
  /(?<![A-Za-z])(?:yyyy-MM-dd(?:'T'|T| )HH:mm:ss|yyyyMMddHHmmss|yyyyMMdd|yyyy-MM-dd)(?:Z|[+-]\d\d:\d\d)?(?![\w.+-])/gi;

/** A digest, and the number of characters that each has in hexadecimal. */
const digest = /\b(?:(?:hmac[- ]?)?(sha[- ]?(?:1|224|256|384|512)|md5))(?![\d/])/gi;
const inHex: Record<string, number> = { md5: 32, sha1: 40, sha224: 56, sha256: 64, sha384: 96, sha512: 128 };

/** What is written in place of the hexadecimal, or made of it. */
const otherwise = pattern`\bbase64|\brsa|\becdsa|\b(?:${word.or}|${word.not}|first|pertama|without|tanpa)\b`;

/** The characters of a digest in hexadecimal that words call a value; null where they call it none. */
function digestIn(words: string): { length: number; characters: string } | null {
  const said = words.slice(0, mostWords);
  if (!/\bhex/i.test(said) || otherwise.test(said) || isQualified(said)) return null;
  const lengths = new Set(
    [...said.matchAll(digest)].map(([, name = '']) => inHex[name.toLowerCase().replace(/\W/g, '')]),
  );
  const [length, ...others] = lengths;
  if (length === undefined || others.length > 0) return null;
  const isLower = /\blower[- ]?case|\bhuruf kecil/i.test(said);
  const isUpper = /\bupper[- ]?case|\bhuruf (?:besar|kapital)/i.test(said);
  const letters = isLower === isUpper ? 'a-fA-F' : isLower ? 'a-f' : 'A-F';
  return { length, characters: `[0-9${letters}]` };
}

/** The number of characters that each value in the form of some words has; null where they give no such form, or several. */
function lengthOf(words: string): number | null {
  const forms = [...words.slice(0, mostWords).matchAll(time)].map(([form]) => form.replace(/'/g, ''));
  const lengths = new Set(forms.map((form) => form.length));
  // Words that bound it themselves may be of a shorter form.
  if (isUuid(words) && !bounded.test(words)) lengths.add(36);
  const [only, ...others] = lengths;
  return only === undefined || others.length > 0 ? null : only;
}

/** A bound, or a part that is left out. */
const bounded = /\b(?:max|maks|most|up to|banyak|panjang|hingga|without|no|tanpa)\w*\b|<=|≤/i;

/** Characters of words that are looked at. */
const mostWords = 1000;

/** A schema whose longest length is that of the form that words give, with it as the shortest one as well. */
export function withExact(schema: Schema, words: string): Schema {
  const most = schema['maxLength'];
  if (typeof most !== 'number' || schema['minLength'] !== undefined) return schema;
  const hashed = digestIn(words);
  if (hashed?.length === most) return { pattern: `^${hashed.characters}{${most}}$`, ...schema, minLength: most };
  return lengthOf(words) === most ? { ...schema, minLength: most } : schema;
}
