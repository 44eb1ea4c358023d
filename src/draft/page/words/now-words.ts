/** Words for the time at which a request is made. */
import { oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';

const ofRequest = `(?:of|when|at which) (?:${oneOf(word.the, word.all)} )?${word.request}`;

/** Words that say of a value that it is the time of the request. */
export const isNow = pattern`\b${oneOf(
  '(?:current|present) (?:\\p{L}+ )?(?:time|date)',
  `(?:date|time|instant|moment)\\b.{0,12}\\b${ofRequest}`,
  `waktu ${oneOf(word.now, word.request, 'pengiriman')}`,
  ...['epoch', 'unix time'],
)}\b`;
