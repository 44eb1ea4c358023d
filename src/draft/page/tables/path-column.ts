/** A column called `Path` that holds no addresses: paths into a body, with the type of what lies there beside each. */
import { typeOf } from '../values/attributes.ts';
import { columnsOf } from '../words/head-columns.ts';
import { cell, type TableBlock } from './columns.ts';

const called = /^\W*(?:path|jalur)\W*$/i;

/** A path into a body; one that begins with a stroke may be an address. */
const intoBody = /^[A-Za-z_@][\w@-]*(?:\[[\d*]?\]|\.[\w@*-]+)*$/;

/** A table with such a column as one with a column of names. */
export function withPathNames(block: TableBlock): TableBlock {
  const { head, rows } = block;
  const at = head.findIndex((title) => called.test(title));
  if (at < 0 || rows.length === 0) return block;
  const { type, name, header, method } = columnsOf(head).columns;
  if (type === undefined || [name, header, method].some((one) => one !== undefined)) return block;
  if (!rows.every((row) => intoBody.test(cell(row, at)) && typeOf(cell(row, type)) !== null)) return block;
  return { ...block, head: head.map((title, index) => (index === at ? 'Name' : title)) };
}
