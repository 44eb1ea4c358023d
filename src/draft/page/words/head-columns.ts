/** The columns of a table by their heads, which very many tables of a page may have alike. */
import { remembered } from './remembered.ts';
import { type Column, columnOf } from './words.ts';

/** Between the heads of a table; a cell that holds it is looked up by itself. */
const between = '\u0000';

const known = remembered((joined): readonly (Column | null)[] => joined.split(between).map(columnOf));

/** What each head of a table says that its column holds; null for a head we do not know. */
export function kindsOf(head: string[]): readonly (Column | null)[] {
  const kinds = known(head.join(between));
  return kinds.length === head.length ? kinds : head.map(columnOf);
}

/** What the columns of a table hold, by their heads, the heads we do not know, and the columns whose heads say what another does. */
export function columnsOf(head: string[]): {
  columns: Partial<Record<Column, number>>;
  unknown: string[];
  again: number[];
} {
  const columns: Partial<Record<Column, number>> = {};
  const unknown: string[] = [];
  const again: number[] = [];
  for (const [index, column] of kindsOf(head).entries()) {
    const cell = (head[index] ?? '').trim();
    if (column === null) {
      if (cell !== '') unknown.push(cell);
    } else if (columns[column] === undefined) columns[column] = index;
    else again.push(index);
  }
  return { columns, unknown, again };
}
