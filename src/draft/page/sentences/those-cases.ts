/** What a sentence says of the cases that those before it give statuses to, as `In both cases the answer is …`. */
import { numbers } from '../../vocabulary/numbers.ts';
import { oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import { statusesIn } from '../words/status-words.ts';
import { statusesSaid } from './statuses-said.ts';

const cases = oneOf('cases?', 'situations?', 'events?', 'kasus', 'hal', 'keadaan');
const namesCases = pattern`\b${cases}\b`;
const which = oneOf(word.all, word.both, word.these, 'this', 'that', 'the', 'either', '(?:ke)?semua(?:nya)?');
const counted = oneOf(word.number, word.allOfSoMany);
const atThese = oneOf(word.these, 'above', 'di atas');
const opening = pattern`^\W*${oneOf(word.in, word.for)} ((?:(?:${which}|${counted}|of) ){1,4}${cases}(?: ${atThese})?)[,:]?\s+(?=\S)`;

const isOfTwo = pattern`\b${oneOf(word.both, 'either')}\b`;
const isOfAll = pattern`\b${oneOf(word.all, '(?:ke)?semua(?:nya)?', 'these', 'those')}\b`;

/** Of which of the cases before it such a sentence speaks: of how many, of all of them, or of the last one. */
function countOf(words: string): number | 'all' | 'last' {
  const all = words.toLowerCase().split(/\s+/);
  const found = all.map((one) => numbers.get(one)).find((one) => one !== undefined);
  if (found !== undefined) return found;
  if (isOfTwo.test(words)) return 2;
  return isOfAll.test(words) ? 'all' : 'last';
}

/** A sentence about the cases before it: their statuses with the words that give them, none where it is not sure which they are; and what it says of them. */
export interface OfCases {
  statuses: Map<number, string>;
  said: string;
}

/** What one of some sentences says of the cases of those before it; null for any other. */
export function casesIn(sentences: readonly string[], index: number): OfCases | null {
  const sentence = sentences[index] ?? '';
  const [whole = '', words = ''] = namesCases.test(sentence) ? (opening.exec(sentence) ?? []) : [];
  // With a status of its own it is read like any other.
  if (whole === '' || statusesIn(sentence).length > 0) return null;
  const count = countOf(words);
  const statuses = new Map<number, string>();
  for (const one of sentences.slice(count === 'last' ? Math.max(0, index - 1) : 0, index))
    for (const status of statusesSaid(one))
      statuses.set(status, [statuses.get(status), one].filter((words) => words !== undefined).join('\n'));
  const isSure = count === 'all' || statuses.size === (count === 'last' ? 1 : count);
  return { statuses: isSure ? statuses : new Map(), said: sentence.slice(whole.length) };
}
