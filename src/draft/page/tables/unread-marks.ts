/** Cells that say whether a field is mandatory and that no reader took, as those of one column for each operation are. */
import { oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import type { Block } from '../blocks/blocks.ts';
import { isEnvironmentWord } from '../words/environments.ts';
import { lowerWords } from '../words/lower-words.ts';
import { unmarked } from '../words/marks.ts';
import { columnOf, isRequiredWord } from '../words/words.ts';

/** A cell without the marks of notes, stars and those of emphasis among them. */
const plain = (cell: string): string => unmarked(cell.replace(/[`_]/g, '').replace(/\*+\)?/g, '')).trim();

/** Cells that are about presence whatever stands above them, and heads below which a plain yes is. */
const isOwn = pattern`^(?:[MOC]|${word.mandatory}|${word.optional}|${word.conditional})$`;
const ofPresence = pattern`\b${oneOf(word.mandatory, word.optional, 'm/o', 'o/m')}\b`;

/** Whether a cell below a head says whether something is there, and not whether it may be null or whatever else. */
function isMark(cell: string, head: string): boolean {
  if (cell === '' || cell === '-' || !isRequiredWord(cell)) return false;
  const isHeaded = ['required', 'optional'].includes(columnOf(head) ?? '') || ofPresence.test(head);
  return isOwn.test(cell) || isHeaded || lowerWords(head).some(isEnvironmentWord);
}

/** Rows that are shown. */
const mostShown = 6;

/** What the row of a field says of it, each cell with its head; empty where no cell has a word for presence alone. */
function marksOf(head: string[], row: string[], name: string): string {
  const isName = (cell: string): boolean => plain(cell).toLowerCase() === name.toLowerCase();
  if (!row.some(isName)) return '';
  return row
    .flatMap((cell, at) => {
      return !isName(cell) && isMark(plain(cell), head[at] ?? '')
        ? [`${(head[at] ?? '').trim()} "${cell.replaceAll('**', '').trim()}"`.trim()]
        : [];
    })
    .join(' and ');
}

/** What a question tells of a part that gives marks which were not read; null where it gives none. */
export function unreadMarks(block: Block, open: { name: string }[]): string | null {
  if (block.kind !== 'table') return null;
  const told = open.flatMap(({ name }) => {
    const marks = block.rows.map((row) => marksOf(block.head, row, name)).find((one) => one !== '');
    return marks === undefined ? [] : [`${name} ${marks}`];
  });
  if (told.length === 0) return null;
  const more = told.length > mostShown ? ' and more' : '';
  return ` has ${told.slice(0, mostShown).join(', ')}${more}, which were not read`;
}
