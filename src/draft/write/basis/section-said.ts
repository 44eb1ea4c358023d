/** What a page says in a section that the words about a field refer to by its number, as a question quotes it. */
import type { Facts } from '../../facts/facts.ts';
import { quotedWords } from '../../facts/quoted.ts';
import { oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';

/** A reference to a section: `see 3.3`, `lihat bagian 3.3`, `section 4.2`. */
const reference = pattern`(?:\b${oneOf(word.see, word.section, 'cf\\.?')}|§)[ :*_"]{1,3}(?:(?:${word.the} )?${word.section} )?[*_"[]{0,2}(\d{1,2}(?:\.\d{1,2})*)\b`;

/** The begin of any section: its number and a title, or a heading of Markdown. */
const heading = /^\s*(?:#{1,6}\s|[#*\s]*\d{1,2}(?:\.\d{1,2})*[.)]?\s+\p{L})/u;

/** Lines of a section that are looked at. */
const mostLines = 30;

/** The section that some words refer to, with its number; empty where they refer to none that the page has. */
export function sectionReferred({ written = '' }: Pick<Facts, 'written'>, words: string): string {
  const number = reference.exec(words)?.[1];
  if (number === undefined) return '';
  const lines = written.split('\n');
  const isNumber = RegExp(`^[#*\\s]*${number.replaceAll('.', '\\.')}[.)]?\\s+\\p{L}`, 'u');
  // A table of contents has the same line with a page behind it, and nothing of the section.
  const starts = lines.flatMap((line, index) => (isNumber.test(line) && !/\.{3}|\d\s*$/.test(line) ? [index] : []));
  const start = starts.at(-1);
  if (start === undefined) return '';
  const below = lines.slice(start + 1, start + mostLines);
  const end = below.findIndex((line) => heading.test(line) && !/^\s*\d[.)]\s/.test(line));
  const said = [lines[start], ...(end < 0 ? below : below.slice(0, end))].join(' ').replace(/^[#*\s]+|[`*]/g, '');
  return `, and section ${number} has "${quotedWords(said)}"`;
}
