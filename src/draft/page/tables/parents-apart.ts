/** Rows that name a field and, beside it, the first of those within it, as a cell that reaches over rows does. */
import { typeOf } from '../values/attributes.ts';
import { isRequiredWord, saysRequired } from '../words/words.ts';
import { type Columns, cell, nameOf, type TableBlock } from './columns.ts';

/** The column of names and those behind it without a head of their own, each a level below the one before it. */
function levelsOf({ head }: TableBlock, name: number): number[] {
  const levels = [name];
  for (let at = name + 1; at < head.length && (head[at] ?? '').trim() === ''; at++) levels.push(at);
  return levels;
}

const isName = (text: string): boolean => nameOf(text) !== null && typeOf(text) === null && !isRequiredWord(text);

/** What the rows within a field say of whether these are mandatory: one of them that is makes the field so. */
function requiredBelow(rows: string[][], required: number): string {
  const cells = rows.map((row) => cell(row, required)).filter((text) => text !== '');
  return cells.find((text) => saysRequired(text) === true) ?? cells[0] ?? '';
}

/** The table with a row of its own for each such field, an object of which its other cells say nothing; any other is as it was. */
export function withParentsApart(block: TableBlock, columns: Columns): TableBlock {
  const name = columns.name ?? columns.header;
  const levels = name === undefined ? [] : levelsOf(block, name);
  const [first, ...below] = levels;
  if (first === undefined || below.length === 0) return block;
  const named = (row: string[]): number[] => levels.filter((at) => cell(row, at) !== '');
  const isNested = block.rows.some((row) => named(row).length === 1);
  if (!isNested || !block.rows.some((row) => named(row).length > 1)) return block;
  if (!block.rows.every((row) => named(row).every((at) => isName(cell(row, at))))) return block;
  const rows = block.rows.flatMap((row, index) => {
    const own = named(row);
    const parents = own.slice(0, -1).map((at) => {
      const length = block.rows
        .slice(index + 1)
        .findIndex((one) => levels.some((up) => up <= at && cell(one, up) !== ''));
      const within = block.rows.slice(index, length < 0 ? undefined : index + 1 + length);
      return row.map((text, column) => {
        if (column === at || column === columns.number) return text;
        if (column === columns.type) return 'object';
        return column === columns.required ? requiredBelow(within, column) : '';
      });
    });
    return [...parents, row.map((text, column) => (own.slice(0, -1).includes(column) ? '' : text))];
  });
  return { ...block, rows };
}
