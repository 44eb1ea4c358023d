/** Values of an `either`, and what is written as a value and is none. */
import { oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import { isQualified } from '../words/doubts.ts';
import { nameFields } from './grant-values.ts';
import { clausesOf, markedChoice, namesIn } from './marked-lists.ts';

/** Names of forms that values have. */
export const isForm =
  /^(?:[UG]UI?D|ULID|JWT|JSON|XML|SAML|SHA\d*|MD5|HMAC|RSA|AES|ISO\d*|RFC\d*|UTC|URL|URI|IP(?:V\d)?|PIN|OTP|ID)$/;

const ending = pattern`^([^\`]{0,200}?)\beither\s+(${markedChoice})\s*$`;

/** Words that turn it down, or only show some of the values. */
const takesBack = pattern`\b${oneOf(word.not, word.without, word.suchAs, word.unless, word.usually, word.when, word.only)}\b`;

/** Characters of words that are looked at. */
const mostWords = 1000;

/** The values of a sentence that ends in `either` with all of them, marked, and says nothing of when it is so; null without one. */
export function eitherIn(notes: string): string[] | null {
  for (const sentence of clausesOf(notes.slice(0, mostWords))) {
    const [, before = '', listed = ''] = ending.exec(sentence) ?? [];
    const values = namesIn(listed);
    if (values.length > 1 && !nameFields(values) && !takesBack.test(before) && !isQualified(before)) return values;
  }
  return null;
}
