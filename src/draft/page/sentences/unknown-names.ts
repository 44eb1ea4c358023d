/** Sentences that describe a field which no reader found: its name as code, and whether it is there, or how long it is. */
import { oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import { mayBeLeftOut } from '../words/left-out.ts';

/** A name as programs write it, marked as code; a value of capitals alone is none. */
const marked = /`([a-z_]\w*|[A-Z]\w*[a-z]\w*)`/g;

const added = `${word.may} (?:${word.also} )?${oneOf('add', 'give', 'set', 'send', 'include', 'menambahkan', 'mengirim', 'menyertakan', 'diisi', 'dikirim')}`;
const presence = oneOf(word.mandatory, word.optional, mayBeLeftOut, added);
const size = `\\d{1,5}\\)?\\s+(?:\\p{L}+ ){0,3}?${oneOf(word.character, word.letter, word.digit)}|${oneOf(word.character, word.letter, word.digit)} (?:\\p{L}+ ){0,3}\\d`;
const countWords = oneOf(
  ...'two three four five six seven eight nine ten twelve dua tiga empat lima enam tujuh delapan'.split(' '),
);
const sized = `${countWords} (?:\\p{L}+ ){0,3}?${oneOf(word.character, word.letter, word.digit)}`;
const describes = pattern`(?<![\p{L}-])(?:${oneOf(presence, size, sized)})(?![\p{L}-])`;

/** Whether a sentence says of a name that the draft has nowhere that it is there, or may be, or how long it is. */
export function describesUnknown(
  sentence: string,
  isField: (name: string) => boolean,
  isValue: (value: string) => boolean,
): boolean {
  if (!sentence.includes('`') || /\?\s*$/.test(sentence)) return false;
  const unknown = [...sentence.matchAll(marked)].some(([, name = '']) => !isField(name) && !isValue(name));
  return unknown && describes.test(sentence.replace(marked, ' '));
}
