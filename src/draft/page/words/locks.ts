/** Sentences that lock a client out after so many failures. */
import { oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import { numberWords } from './durations.ts';

/** Words for a lock. */
export const locks = pattern`\b${oneOf(
  ...['locks?', 'locked', 'lock-?outs?', 'blocks?', 'blocked', 'disabled?', 'suspend(?:s|ed)?', 'bans?', 'banned'],
  ...['terkunci', 'dikunci', 'mengunci', 'diblokir', 'memblokir', 'terblokir', 'dibekukan'],
)}\b`;
const failures = pattern`\b${oneOf(
  ...[word.wrong, word.fails, 'unsuccessful', 'attempts?', 'tries', 'percobaan', 'kegagalan'],
)}\b`;
const many = oneOf(
  ...['several', '(?:too )?many', 'repeated(?:ly)?', 'consecutive'],
  ...['beberapa', 'berulang\\w*', 'berturut\\w*', 'terlalu banyak'],
);
const count = pattern`\b(?!(?:an?|one|satu)\b)(?:\d{1,3}|${numberWords}|${many})\b`;

/** A status is no count of failures. */
const status = /\b[1-5]\d\d\b/g;

/** Characters of a sentence that is looked at. */
const longest = 400;

/** Whether a sentence locks a client after a number of failures. */
export const isLock = (sentence: string): boolean =>
  sentence.length <= longest &&
  locks.test(sentence) &&
  failures.test(sentence) &&
  count.test(sentence.replace(status, ' '));
