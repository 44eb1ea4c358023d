/** Tables that stand on end: labels and values with one thing below the other, each begun by its name or its status. */

import { isPart } from '../blocks/heading-words.ts';
import { isLabel } from '../words/label-words.ts';
import { type Column, columnOf } from '../words/words.ts';
import { nameOf, type TableBlock } from './columns.ts';

/** Columns of fields, whose heads may stand before their values. */
export const ofFields: ReadonlySet<string | null> = new Set<Column | null>([
  ...(['type', 'required', 'optional', 'length', 'least', 'most'] as const),
  ...(['value', 'example', 'enum', 'notes', 'place', 'ignored'] as const),
]);

/** What says something of a field, where a default or a value alone may be a label of anything. */
const telling: ReadonlySet<string | null> = new Set<Column | null>(['type', 'required', 'optional']);

/** A row of such a table. */
interface Row {
  title: string;
  value: string;
  column: Column | null;
}

/** A kind of records: what begins one, and what else it holds. */
interface Kind {
  head: (row: Row) => string | null;
  begins: (row: Row) => string | null;
  holds: (row: Row) => boolean;
}

const bare = (text: string): string => text.replaceAll('`', '').replaceAll('*', '').trim();

const ofField = ({ column }: Row): boolean => ofFields.has(column);

/** Fields whose names stand behind a word for a name. */
const labelled: Kind = {
  head: ({ title }) => title,
  begins: ({ column, value }) =>
    (column === 'name' || column === 'header') && nameOf(bare(value)) !== null ? value : null,
  holds: ofField,
};

/** Whether a row is a name with nothing behind it; a part of a page may be called by one word too. */
const isBegun = ({ column, title, value }: Row): boolean =>
  column === null && bare(value) === '' && nameOf(title) !== null && !(/^\p{Lu}/u.test(title) && isPart(title));

/** Fields whose names stand alone, with nothing behind them. */
const named: Kind = {
  head: () => 'Name',
  begins: (row) => (isBegun(row) ? row.title : null),
  holds: ofField,
};

/** Answers, each with its status and the words or the codes of it. */
const answered: Kind = {
  head: ({ title }) => title,
  begins: ({ column, value }) => (column === 'status' && /^[2-5]\d\d\b/.test(bare(value)) ? value : null),
  holds: ({ column, title }) =>
    column === 'notes' || (column === null && !isLabel(title) && /^[A-Za-z]+(?:[_-]?[A-Za-z\d]+)*$/.test(title)),
};

/** The records of rows as a table with a row for each; null where they are none of that kind. */
function table(rows: Row[], { head, begins, holds }: Kind): Pick<TableBlock, 'head' | 'rows'> | null {
  const [first] = rows;
  const title = first === undefined || begins(first) === null ? null : head(first);
  if (first === undefined || title === null) return null;
  const titles = [title];
  const records: Map<string, string>[] = [];
  for (const row of rows) {
    const name = begins(row);
    if (name !== null) records.push(new Map([[title, name]]));
    else if (!holds(row) || row.title === title || records.at(-1)?.has(row.title)) return null;
    else {
      records.at(-1)?.set(row.title, row.value);
      if (!titles.includes(row.title)) titles.push(row.title);
    }
  }
  return { head: titles, rows: records.map((record) => titles.map((one) => record.get(one) ?? '')) };
}

/** A table of labels and values that holds records as one with a row for each. */
export function withRecords(block: TableBlock): TableBlock {
  const [label = '', said = ''] = block.head;
  // Most tables have more columns, and most begin no field with a name.
  if (block.head.length !== 2) return block;
  const isHeaded =
    ['name', 'header'].includes(columnOf(label) ?? '') && ['value', 'notes'].includes(columnOf(said) ?? '');
  const rows = (isHeaded ? block.rows : [block.head, ...block.rows]).map(([own = '', value = '']): Row => {
    const title = bare(own);
    // A label has no line below it: `grant_type` is a name, whatever its words are.
    return { title, value, column: title.includes('_') ? null : columnOf(title) };
  });
  const isTold = rows.some(({ column }) => telling.has(column));
  const found =
    (rows.some(ofField) ? table(rows, labelled) : null) ??
    (isTold ? table(rows, named) : null) ??
    (rows.length > 1 && block.rows.length > 1 ? table(rows, answered) : null);
  return found ? { ...block, ...found } : block;
}
