/** Limits that a second request at once is beyond. */
import { oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';

const unit = oneOf(word.unit, 'secs?', 'mins?', 'hrs?');
const one = oneOf('1', 'one', 'a single', 'satu');
const call = oneOf(word.request, 'tokens?', 'logins?', 'attempts?', 'kali');
const per = oneOf('per', 'an?', 'every', 'each', 'in', 'within', 'dalam', 'setiap', 'tiap');
const span = `(?:an? |one |satu )?(?:\\d{1,4}\\s*)?${unit}`;
const few = '(?:\\p{L}+\\s+){0,2}?';

/** So many as one in so much time. */
const rate = pattern`(?<![\d.,]|\d )\b${oneOf(`${one}\\s+${few}${call}`, 'once', 'sekali')}(?:\s+${few}${per}\s+|\s*/\s*)${span}\b`;
/** That a client has to wait between two of them. */
const pause = pattern`\b(?:wait|tunggu|interval|gap|pause|jeda)\b[^.;]{0,40}\b\d+ ?${unit}\b[^.;]{0,20}\b(?:before|between|sebelum|antar\w*)\b[^.;]{0,30}\b${call}\b`;

const namesTime = pattern`${unit}\b`;

/** That it is a limit, and no advice. */
const limits = pattern`\b${oneOf(
  ...[word.atMost, word.only, word.must, word.may, word.not, word.refused, 'cannot', 'more (?:often )?than', 'over'],
  ...['limit\\w*', 'throttl\\w*', 'allowed', 'lebih dari', '(?:di)?batas\\w*'],
)}\b`;

/** What lives so long, and what is done again after a fault. */
const other = pattern`\b${oneOf('valid', 'lives?', 'lasts?', 'expires?', 'lifetime', 'berlaku', 'retry', 'again', 'fails?', 'coba lagi', 'refresh(?:es|ed)?')}\b`;

/** Characters of a sentence that is looked at. */
const longest = 400;

/**
 * Whether words say that no more than one request may be made in some time.
 * @param isRefusal they stand beside a status that refuses, so that they need not say that it is a limit
 */
export const isOneInTime = (words: string, isRefusal: boolean): boolean =>
  words.length <= longest &&
  namesTime.test(words) &&
  (pause.test(words) || (rate.test(words) && (isRefusal || limits.test(words)))) &&
  !other.test(words);
