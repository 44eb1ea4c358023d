/** Notes of a page that a mark behind the words about a field leads to: they are words about it as well. */
import type { HeaderFact, Member } from '../facts/facts.ts';

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** A text with the digits that are set above its line as they are otherwise, and without tags and signs that mark nothing. */
const plain = (text: string): string =>
  text
    .replace(/<[^<>]{0,200}>/g, '')
    .replace(/[⁰¹²³⁴⁵⁶⁷⁸⁹]/g, (one) => String(superscripts.indexOf(one)))
    .replace(/\\(?=[*[\])])/g, '')
    .replace(/\s+/g, ' ')
    .trim();

/** The mark at the end of words: `¹`, `¹)`, `[1]`, `*)`, `†`. */
const behind = /([⁰¹²³⁴⁵⁶⁷⁸⁹]{1,2}|(?<=\p{L} ?)\*{1,3}(?=\))|[†‡§])\)?\s*$|(?<=\p{L} ?)\[(\d{1,2})\]\s*$/u;

/** A note: its mark, and what it says. */
const note = /^(?:[-–]\s*)?(?:\[(\d{1,2})\]:?|(\d{1,2})(?:\)|(?= \p{Lu}))|(\*{1,3})\)?|([†‡§])\)?)\s*(\p{L}.{3,400})$/u;

/** The notes of a page by their marks; a mark that leads to two is left, as steps with numbers have them. */
function notesOf(written: string): Map<string, string | null> {
  const found = new Map<string, string | null>();
  for (const line of written.split(/\n(?!\s*[\p{L}(])|<br\s*\/?>|<\/(?:p|li|td|div)>/u)) {
    const [, bracketed, digits, stars, other, words] = note.exec(plain(line)) ?? [];
    const mark = bracketed ?? digits ?? stars ?? other;
    if (mark !== undefined && words !== undefined) found.set(mark, found.has(mark) ? null : words);
  }
  return found;
}

/** Fields with the notes that the marks behind their words lead to. */
export function withFootnotes<One extends Pick<Member | HeaderFact, 'notes'>>(fields: One[], written: string): One[] {
  if (!fields.some(({ notes = '' }) => behind.test(notes))) return fields;
  const all = notesOf(written);
  return fields.map((field) => {
    const [, sign, bracketed] = behind.exec(field.notes ?? '') ?? [];
    const mark = bracketed ?? sign;
    const words = mark === undefined ? null : (all.get(plain(mark)) ?? null);
    return words === null ? field : { ...field, notes: `${field.notes?.replace(behind, '').trim()}. ${words}` };
  });
}
