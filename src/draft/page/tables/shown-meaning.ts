/** What the value that is shown of a field means, as a piece beside its description says: nothing of whether the field is there. */
import type { Json } from '../../../formats/json.ts';
import { oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';

const meansBehind = pattern`^\s*(?:=|${oneOf(word.for, word.means, word.is)}\b)`;

/** Who or what has a value, right before it. */
const hasIt = oneOf(word.is, 'has', 'have', '(?:starts?|begins?) (?:on|as|at|with)');
const whoseAhead = pattern`^\s*(\p{L}+(?: \p{L}+){0,3}) ${hasIt}\s+[\`"']?$`;

/** Words by which something is so for some alone. */
const bounds = oneOf(word.only, word.for, word.with, word.in, word.of, word.when, word.unless, word.not, word.without);
const isBound = pattern`\b${oneOf(bounds, word.or, word.and, 'this', 'it')}\b`;

/** Whether a piece names what has the value that is shown, as `the capital is 014` does. */
function namesWhose(piece: string, example: string): boolean {
  const words = piece.slice(0, mostWords).replace(/[`"'.\s]+$/, '');
  if (!words.endsWith(example)) return false;
  const [, whose] = whoseAhead.exec(words.slice(0, -example.length)) ?? [];
  return whose !== undefined && !isBound.test(whose);
}

/** Characters of a piece that are looked at. */
const mostWords = 200;

/** Whether a piece says what the value that is shown means, as `ID for Indonesia` does, or gives a usual one, as `usually IDR`. */
export const saysMeaning = (piece: string, example: Json | undefined): boolean =>
  /^\s*(?:[Uu]sually|[Nn]ormally|[Tt]ypically|[Bb]iasanya|[Uu]mumnya)\s+[A-Z\d]{2,}[\s.]*$/.test(piece) ||
  (typeof example === 'string' &&
    (namesWhose(piece, example) ||
      (piece.trimStart().startsWith(example) && meansBehind.test(piece.trimStart().slice(example.length)))));

const only = pattern`\b${oneOf(word.only, 'saja', 'just', word.not, word.when, word.unless)}\b`;

/** Words without the pieces beside the first that say what the value that is shown means: for whom that value is, and not the field. */
export const withoutMeaning = (words: string, example: Json | undefined): string =>
  words.replace(/([,;(]\s*)([^,;().\n]{1,120})/g, (whole, sign: string, piece: string) =>
    saysMeaning(piece, example) && !only.test(piece) ? sign : whole,
  );
