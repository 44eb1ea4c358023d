/** Marks for mandatory with a star, whose note below the table says that the field is there on success alone. */
import type { Block } from '../blocks/blocks.ts';
import { columnOf } from '../words/words.ts';
import type { TableBlock } from './columns.ts';
import { isOnSuccess } from './required-words.ts';

/** A mark for mandatory or conditional, and the sign behind it that leads to a note. */
const starred = /^(?:[MYC]|[A-Za-z]{3,12})\s?(\*{1,3}|[†‡§¹²³])\)?$/;

/** A note: the sign that leads to it, and what it says. */
const note = /^[-–\s(]*(\*{1,3}|[†‡§¹²³])\)?\s*(\p{L}.{3,160})$/u;

/** The signs of the notes in lines, whose notes say that what they mark is there on success alone. */
const successSigns = (lines: string[]): string[] =>
  lines.flatMap((line) => {
    const [, sign = '', words = ''] = note.exec(line.replace(/\\(?=\*)/g, '').trim()) ?? [];
    return sign !== '' && isOnSuccess(words) ? [sign] : [];
  });

/** Puts such marks of tables into words; a block of nothing but such notes is one of `notes`. */
export function starredMarks(blocks: Block[], found: { tables: Map<Block, TableBlock>; notes: Set<Block> }): void {
  for (const [index, block] of blocks.entries()) {
    const below = blocks[index + 1];
    if (block.kind !== 'table' || below?.kind !== 'lines') continue;
    const at = block.head.findIndex((head) => columnOf(head) === 'required');
    const signs = at < 0 ? [] : successSigns(below.lines);
    if (signs.length === 0) continue;
    const table = found.tables.get(block) ?? block;
    const rows = table.rows.map((row) => {
      const [, sign = ''] = starred.exec((row[at] ?? '').replaceAll('\\', '').trim()) ?? [];
      return signs.includes(sign) ? row.with(at, 'on success') : row;
    });
    found.tables.set(block, { ...table, rows });
    if (signs.length === below.lines.filter((line) => line.trim() !== '').length) found.notes.add(below);
  }
}
