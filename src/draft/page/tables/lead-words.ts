/** How a description begins: with what its field is, or with what becomes of it. */
import { oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import { isKnown, isTelling, partsOf } from './note-words.ts';

/** Words that may stand before a count and say nothing of what is counted. */
const fewWords = 6;

/** Characters of a description that are looked at. */
const mostWords = 1000;

/** What was done with something, or what it does: no name of it. */
const done = /^(?:\p{L}{3,}ed|\p{L}{2,}ing|(?:di|ter)\p{L}{4,})$/u;

/**
 * Whether a description begins with nothing but what becomes of its field, in a word that is not known, as `Shelved` does; or
 * with words none of which says what it is, and counts its characters behind them, as `On hold, 6 digits` does.
 */
export function leadsStrangely(description: string, name: string): boolean {
  const [lead = '', ...rest] = description.slice(0, mostWords).split(/[.,;:()\n]\s*/);
  const words = lead.trim().toLowerCase().split(/\s+/);
  const [first = '', ...others] = words;
  const named = partsOf(name);
  if (
    others.length < 2 &&
    done.test(first) &&
    ![first, ...others].some((word) => isKnown(word) || named.includes(word))
  )
    return true;
  const counts = rest.filter((piece) => piece.trim() !== '');
  const isNamed = (word: string): boolean =>
    named.some((part) => word.startsWith(part) || (word.length > 3 && part.startsWith(word)));
  return (
    counts.length > 0 &&
    counts.every((piece) => ofCount.test(piece)) &&
    words.length <= fewWords &&
    !/[a-z][A-Z]/.test(lead) &&
    words.some((word) => !isKnown(word)) &&
    /^[\p{L}\d\s'-]+$/u.test(lead) &&
    !words.some((word) => isTelling(word) || (word.length > 1 && isNamed(word)))
  );
}

/** A piece that counts characters, or bounds them. */
const bound = oneOf(word.atMost, word.atLeast, word.exactly, word.always);
const unit = oneOf(word.character, word.letter, word.digit);
const ofCount = pattern`^(?:${bound}\.? ?:?\s*)?\d+(?: ?- ?\d+)?(?: ${unit})?\W*$`;
