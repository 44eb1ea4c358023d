/** What words about Basic authentication say is encoded: an id and a secret, or one value with nothing beside it. */
import type { Statement } from '../facts/facts.ts';

/** Words that leave one of the two out. */
const leftOut = [
  /\b(?:password|secret|username|sandi)\b[^.;]{0,40}\b(?:empty|blank|kosong|dikosongkan)\b/i,
  /\b(?:empty|blank|no|without|leave|tanpa|kosongkan)\b[^.;]{0,20}\b(?:password|secret|username|sandi)\b/i,
  /\b(?:followed by|diikuti)(?: an?| the| tanda)? (?:colon|titik dua|[`"':]+)(?!,? (?:and|then|dan|lalu)\b)/i,
];

const leavesOut = (words: string): boolean => leftOut.some((form) => form.test(words));

/** Words for two values, or for both as one. */
const two = /\b(?:and|dan|credentials?|kredensial|pair)\b|[+&]/i;

/** Words for the secret of the two, and those for the id. */
const secret = /\b(?:key|secret|password|kunci|rahasia|sandi|apikey)\b/i;
const id = /\b(?:ids?|user|username|nama)\b/i;

const apart = (name: string): string => name.replace(/([a-z])([A-Z])|_/g, '$1 $2');

/** Whether words about Basic leave it with an id and a secret, which the mechanism sends; `base64(key:)` does not. */
export function encodesPair(words: string): boolean {
  if (leavesOut(words)) return false;
  const [, encoded = ''] = /base_?64(?:[ -]?encoded?)?(.*)$/is.exec(words) ?? [];
  const parts = encoded.split(':');
  if (parts.length > 1) return parts.every((part) => /[\p{L}\d]/u.test(part));
  const named = [id, secret].filter((form) => form.test(apart(encoded))).length;
  return two.test(encoded) || named !== 1;
}

/** Whether a value of Authorization is that of Basic with an id and a secret; a token that is given may be any. */
export function isBasic(value: string): boolean {
  const said = apart(value.replace(/^.*?\bbasic\b/i, ''));
  return encodesPair(value) && (/base_?64/i.test(value) || two.test(said) || !/\btoken\b/i.test(said));
}

/** The value of Authorization that the argument `-u` of curl stands for. */
export const basicOf = (user: string): string =>
  user.endsWith(':') ? 'Basic with an empty password' : 'Basic of user and password';

/** What a client gets that is turned away. */
const turnedAway =
  /\b(?:[45]\d\d|invalid_\w+|unauthori[sz]ed|errors?|fail(?:s|ed)?|reject(?:s|ed)?|refus(?:es|ed|al)|declined|denied|ditolak|gagal|kesalahan|galat)\b/i;

/** Credentials that are not right: that they are turned away says how right ones are sent. */
const atFault = /\b(?:wrong|missing|invalid|bad|incorrect|unknown|absent|expired|salah|keliru|tanpa|kosong)\b(?!_)/i;

/** Whether a sentence says that whoever uses Basic is turned away, as `clients that use HTTP Basic get invalid_client`. */
const turnsAway = (sentence: string): boolean =>
  sentence.split(/[;,]\s+/).some((part) => /\bbasic\b/i.test(part) && turnedAway.test(part) && !atFault.test(part));

/**
 * Reads a sentence about Basic.
 * @param next the sentence behind it, which may say more of the same
 * @param isPart whether it is so for some requests alone
 */
export function readBasic(
  sentence: string,
  next: string,
  isPart: () => boolean,
  at: string,
  statement: Statement,
): void {
  if (!/\bhttp basic\b|\bbasic auth(?:entication|orization)?\b/i.test(sentence)) return;
  if (isPart() || /\b(?:or|either|alternatively|atau)\b/i.test(sentence))
    statement.unclear.push({ value: 'HTTP Basic for some requests', at });
  else if (turnsAway(sentence))
    statement.unclear.push({ value: 'HTTP Basic, and what whoever uses it is turned away with', at });
  else if (encodesPair(sentence) && !leavesOut(next)) statement.security ??= { value: 'basic', at };
  else statement.unclear.push({ value: 'HTTP Basic of one value alone', at });
}
