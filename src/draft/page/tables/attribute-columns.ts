/** Columns whose cells say all of a value at once, as `string, required, 32 chars`, whatever their heads are. */
import { type Attributes, attributesOf } from '../values/attributes.ts';
import { columnOf } from '../words/words.ts';
import { type Columns, cell, type TableBlock } from './columns.ts';

const isWhole = ({ schema, rest }: Attributes): boolean => schema !== null && rest.length === 0;

/** Takes a column of descriptions whose cells are attributes for that of types. */
function ofDescriptions({ head, rows }: TableBlock, columns: Columns, again: number[]): void {
  const described = [columns.notes, ...again].filter((at) => columnOf(head[at ?? -1] ?? '') === 'notes');
  const at = described.find((index) => {
    const said = rows.map((row) => attributesOf(cell(row, index)));
    return (
      rows.length > 0 && said.filter(isWhole).length * 2 > rows.length && said.every(({ schema }) => schema !== null)
    );
  });
  if (at === undefined || described.length < 2) return;
  columns.type = at;
  if (columns.notes !== at) again.splice(again.indexOf(at), 1);
  else {
    const next = again.find((index) => described.includes(index));
    if (next === undefined) delete columns.notes;
    else columns.notes = again.splice(again.indexOf(next), 1)[0] ?? next;
  }
}

/** Takes a column of attributes for that of types where a table has none: a cell of it that was not understood is asked then. */
export function attributeColumn(block: TableBlock, columns: Columns, unknown: string[], again: number[]): void {
  const { head, rows } = block;
  if (columns.type !== undefined) return;
  const at = head.findIndex((title, index) => {
    if (!again.includes(index) && !unknown.includes(title.trim())) return false;
    // `Attributes` and `Properties` are names of a second kind, beside those of the fields.
    const isAgain = index > 0 && columnOf(title.replace(/(?:ie)?s$/i, (end) => (end.length > 1 ? 'y' : ''))) === 'name';
    const said = rows.flatMap((row) => (cell(row, index) === '' ? [] : [attributesOf(cell(row, index))]));
    const telling = said.filter(({ schema, required }) => schema !== null || required !== null);
    return (
      said.some(isWhole) && (isAgain ? telling.length * 2 >= said.length : said.every(({ schema }) => schema !== null))
    );
  });
  if (at < 0) {
    ofDescriptions(block, columns, again);
    return;
  }
  columns.type = at;
  if (again.includes(at)) again.splice(again.indexOf(at), 1);
  else unknown.splice(unknown.indexOf((head[at] ?? '').trim()), 1);
}
