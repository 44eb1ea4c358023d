/** What a cell says behind the word that its column is for: a value behind a type, a unit behind a word for mandatory. */

import { typeOf } from '../values/attributes.ts';
import { onlyValue } from '../values/only-value.ts';
import { isPlaceholder } from '../values/values.ts';
import { isOnlyHead } from '../words/plain-heads.ts';
import { withdrawnBy } from '../words/withdrawn.ts';
import { saysRequired } from '../words/words.ts';
import { type Columns, cell, words } from './columns.ts';

/** A word and what stands behind it; what stands behind a type in parentheses belongs to it. */
const parted = /^([^,;]+?)\s*[,;]\s+(.+)$/;

/** The words behind a type that give the only value, as `String, always "a"` does; empty where they say anything else. */
export function behindType(row: string[], { type }: Columns): string {
  const [, first = '', rest = ''] = parted.exec(words(row, type)) ?? [];
  return rest !== '' && typeOf(first.replaceAll('`', '')) !== null && onlyValue(rest, []) !== null ? rest : '';
}

/** The words behind one that says that a field is mandatory, as `Yes, in seconds` has them; behind `No` they may say when it is. */
export function behindRequired(row: string[], { required }: Columns): string {
  const [, first = '', rest = ''] = parted.exec(cell(row, required)) ?? [];
  return first !== '' && saysRequired(first) === true ? rest : '';
}

const footnote = /^([\p{L}/]{1,12}) ?([⁰¹²³⁴-⁹]{1,2}|\*{1,3}|[†‡§])$/u;

/** The words in the cell of presence that take the field out of the request, where they reach over the description as well. */
export function withdrawnBeside(row: string[], { required, notes }: Columns): string {
  const own = words(row, required);
  return words(row, notes) === '' && withdrawnBy(own) !== null ? own : '';
}

/** A description with the mark of a footnote that stands beside the word for presence: the note says when the field is there. */
export function withMark(notes: string, row: string[], { required, optional }: Columns, name: string): string {
  const own = words(row, required ?? optional);
  const [, said = '', mark] = saysRequired(own) === null ? (footnote.exec(own) ?? []) : [];
  // What has to be there needs no condition.
  return mark === undefined || saysRequired(said) === true
    ? notes
    : `${(notes || name).replace(/[.\s]+$/, '')} ${mark})`;
}

/** The only value that the words in a column of values announce, as `always "payment"` does; null for a value itself. */
export const announcedIn = (row: string[], { value }: Columns): string | null =>
  value === undefined ? null : onlyValue(words(row, value), []);

/** Words that say so of the value in such a column: those of its cell, or what its head says of each. */
export function announcedWords(row: string[], columns: Columns, head: string[]): string[] {
  if (announcedIn(row, columns) !== null) return [words(row, columns.value)];
  const value = cell(row, columns.value);
  const isOnly = isOnlyHead(head[columns.value ?? -1] ?? '') && /^[\w.:/-]*[a-z][\w.:/-]*$/i.test(value);
  return isOnly && !isPlaceholder(value) ? [`always \`${value}\``] : [];
}

/** Whether a cell gives the form of a time in letters, as `yyyy-MM-dd HH:mm:ss`: its value is a text, whatever it is called. */
export const isTimeForm = (word: string): boolean => /\byyyy-?mm-?dd/i.test(word);
