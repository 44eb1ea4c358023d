/** The notations in which pages write a list of values of one type, as one of them. */
import { oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import { typeWord } from './values.ts';

const list = `(?:json )?${word.array}`;
const holder = oneOf(list, 'set', 'collection');
const holdsWord = pattern`[[<]|\b${holder}\b`;
const held = '(\\p{L}[\\p{L}\\d]*(?:-\\p{L}+)?)';

/** Each notation with the word for what it holds; a cell ends behind it, or goes on behind a sign. */
const notations: readonly RegExp[] = [
  `\\[\\s?${held}\\s?\\]`,
  `\\[\\s?\\]\\s?${held}`,
  `${held}\\s?\\[\\s?\\]`,
  `${holder}(?:\\s?<\\s?|\\s?\\[\\s?|\\s?\\(\\s?)${held}\\s?[>\\])]`,
  `${holder} ${oneOf(word.of, 'berisi')} (?:an? |the )?${held}(?: values?| items?)?`,
  `${list} ${held}`,
  `${held}[ -]${word.array}`,
].map((form) => pattern`^${form}(?=\s*(?:$|[,;(|/!?)]|[-–—]\s))`);

/** The type of what a list holds by its word, one or several; null for a word of anything else. */
function heldType(word: string): string | null {
  const one = [word, word.replace(/s$/i, '')].find((form) => typeWord(form) !== null);
  return one ?? null;
}

/** Where a notation may begin: with the text, in parentheses, or behind a sign between attributes. */
const begins = /(?=[\p{L}[])(?<=^\s{0,9}|[(,;]\s{0,3})/gu;

/** A text with each list of values of one type as `array of` that. */
export function withLists(text: string): string {
  if (!holdsWord.test(text)) return text;
  let done = '';
  let from = 0;
  for (const { index } of text.matchAll(begins)) {
    if (index < from) continue;
    const rest = text.slice(index, index + longest);
    for (const form of notations) {
      const [whole, word = ''] = form.exec(rest) ?? [];
      const type = whole === undefined ? null : heldType(word);
      if (whole === undefined || type === null) continue;
      done += `${text.slice(from, index)}array of ${type}`;
      from = index + whole.length;
      break;
    }
  }
  return done + text.slice(from);
}

/** Characters of the longest notation. */
const longest = 60;

/** Whether a cell is in brackets as a whole, as one of a table may be in which all types are. */
export const isBracketed = (cell: string): boolean => /^\W{0,3}\[[^[\]]{1,80}\]\W{0,3}$/.test(cell);
