/** Sentences that give media types to requests and answers, clause by clause, each word of them known. */
import { glue } from '../../vocabulary/glue.ts';
import { oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';

/** What a clause gives a media type to: the request, the answers, or the refusals among them. */
export interface TypedSide {
  side: 'request' | 'response' | 'refusal';
  /** As it is written, in lower case. */
  type: string;
}

/** Characters of the longest sentence that is looked at. */
const longest = 300;

const mediaType = /\b(?:application|text)\/[a-z0-9][a-z0-9.+-]*[a-z0-9]/g;

const whole = (words: string): RegExp => pattern`^${words}$`;
const request = whole(word.request);
const answer = whole(word.answer);
const messages = whole(oneOf('messages?', 'pesan', 'directions', 'sides'));
const refusals = whole(oneOf(word.refusal, word.fault));
const all = whole(word.all);

/** Words that say nothing but that a body has the type. */
const said = whole(
  oneOf(
    ...[word.and, word.is, word.body, word.uses, word.both, word.the, word.always, word.sent, word.type, word.in],
    ...[
      'api',
      'http',
      'json',
      'xml',
      'form',
      'media',
      'content(?:-type)?',
      'encoded',
      'included',
      'also',
      'as',
      'well',
      'has',
    ],
    // How its characters are written.
    ...['utf-?8', 'charset', 'di(?:en)?kodekan'],
    ...['format(?:ted)?', 'berformat', 'berbentuk', 'berupa', 'bertipe', 'bentuk', 'termasuk', 'juga', 'have'],
  ),
);
const small: ReadonlySet<string> = new Set(glue);

/** The sides that a clause names; null where a word of it may say anything else. */
function sidesNamed(clause: string): Set<TypedSide['side']> | null {
  const sides = new Set<TypedSide['side']>();
  for (const one of clause.split(/[^\p{L}\d_-]+/u).filter(Boolean)) {
    if (request.test(one)) sides.add('request');
    else if (answer.test(one)) sides.add('response');
    else if (messages.test(one)) sides.add('request').add('response');
    else if (refusals.test(one)) sides.add('refusal');
    else if (!small.has(one) && !said.test(one) && !all.test(one)) return null;
  }
  return sides;
}

/** The media types that a sentence gives to the sides; none where a word or a clause of it is not understood. */
export function typedSides(sentence: string): TypedSide[] {
  if (sentence.length > longest) return [];
  const found: TypedSide[] = [];
  // Sides whose type stands in a later clause, as in `answers, errors included, are`.
  let waiting = new Set<TypedSide['side']>();
  for (const clause of sentence
    .toLowerCase()
    .replace(/[`*:]/g, ' ')
    .split(/[,;]\s/)) {
    const [type, ...others] = new Set(clause.match(mediaType));
    const named = sidesNamed(clause.replace(mediaType, ' '));
    if (named === null || others.length > 0) return [];
    waiting = new Set([...waiting, ...named]);
    if (type === undefined) continue;
    if (waiting.size === 0) return [];
    for (const side of waiting) found.push({ side, type });
    waiting = new Set();
  }
  return [...waiting].every((side) => found.some((one) => one.side === side)) ? found : [];
}
