/** Words that give the ends of what a value may be, whether or not a keyword can say them. */
import { oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';

/** Two numbers, and none of hours of a day or of dates. */
const number = '(?<![\\d.:/-])(\\d{1,9})';
const behind = '(?![\\d.:/-]*\\d)';
const unit = `(?:\\s*${word.unit})?`;
const until = oneOf(word.to, 's\\.\\s?d\\.?', 'up to', 'through', 'until', '\\.{2,3}', '…', '–', '-');
const range = pattern`${number}${unit}\s*${until}\s*(\d{1,9})${behind}`;
const both = pattern`\b${oneOf('between', 'antara')}\s*${number}${unit}\s*${word.and}\s*(\d{1,9})${behind}`;

/** One end of a time. */
const end = pattern`\b${oneOf(word.atMost, word.atLeast)}\s*:?\s*\d{1,9}\s*(?:milli)?${oneOf(word.unit, 'secs?', 'mins?')}`;

const counted = pattern`\b${oneOf(word.character, word.digit, word.letter, 'chars?', 'bytes?', 'length', 'panjang', 'items?', 'entries', 'elements?', 'buah')}\b`;

/** Whether a sentence of words gives two ends of a value, or one of a time, and counts no characters. */
export const givesEnds = (words: string): boolean =>
  words
    .split(/(?<!\b(?:s\.d|max|min|maks))[.;]\s|\n/i)
    .filter((sentence) => !counted.test(sentence))
    .some((sentence) => {
      const [, from, to] = range.exec(sentence) ?? both.exec(sentence) ?? [];
      return Number(from) < Number(to) || end.test(sentence);
    });
