/** Cells that say whether a field is mandatory and that no reader took, as those of one column for each operation are. */
import type { Block } from '../blocks/blocks.ts';
import { unmarked } from '../words/marks.ts';
import { isRequiredWord } from '../words/words.ts';

/** A cell without the marks of notes, stars and those of emphasis among them. */
const plain = (cell: string): string => unmarked(cell.replace(/[`_]/g, '').replace(/\*+\)?/g, '')).trim();

/** Rows that are shown. */
const mostShown = 6;

/** What the row of a field says of it, each cell with its head; empty where no cell has a word for presence alone. */
function marksOf(head: string[], row: string[], name: string): string {
  const isName = (cell: string): boolean => plain(cell).toLowerCase() === name.toLowerCase();
  if (!row.some(isName)) return '';
  return row
    .flatMap((cell, at) => {
      const isMark = plain(cell) !== '' && plain(cell) !== '-' && !isName(cell) && isRequiredWord(plain(cell));
      return isMark ? [`${(head[at] ?? '').trim()} "${cell.replaceAll('**', '').trim()}"`.trim()] : [];
    })
    .join(' and ');
}

/** What a question tells of a part that gives marks which were not read; null where it gives none. */
export function unreadMarks(block: Block, names: string[]): string | null {
  if (block.kind !== 'table') return null;
  const told = names.flatMap((name) => {
    const marks = block.rows.map((row) => marksOf(block.head, row, name)).find((one) => one !== '');
    return marks === undefined ? [] : [`${name} ${marks}`];
  });
  if (told.length === 0) return null;
  const more = told.length > mostShown ? ' and more' : '';
  return ` has ${told.slice(0, mostShown).join(', ')}${more}, which were not read`;
}
