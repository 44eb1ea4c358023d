/** Tables whose names stand below a head that says nothing known, where another table has a field for each of them. */
import { oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import type { Block } from '../blocks/blocks.ts';
import type { Context } from '../blocks/heading-words.ts';
import { columnsOf } from '../words/head-columns.ts';
import { type Columns, cell, nameOf, type TableBlock } from './columns.ts';

/** What a table may say of names that it does not call so. */
const telling = ['type', 'required', 'optional', 'least', 'most', 'length', 'enum'] as const;

/** A table of fields: its names, and what stands above it. */
interface Fields {
  names: Set<string>;
  context: Context;
}

/** A table with its column of names, and what stands above the fields that it is about. */
export interface Joined {
  block: TableBlock;
  context: Context;
}

/** A head for the parts of a request, whatever they are called; another word in it may say of which request or for whom they are. */
const ofParts = pattern`^\W*(?:(?:${word.the}|${word.request}|${word.body}) )?${oneOf(
  ...[
    word.member,
    'credentials?',
    'items?',
    'inputs?',
    'elements?',
    'entry',
    'entries',
    'kredensial',
    'unsur',
    'butir',
  ],
)}(?: ${word.of} (?:${word.the} )?(?:${word.request}|${word.body}))?\W*$`;

const namesIn = (rows: string[][], at: number): string[] => rows.map((row) => nameOf(cell(row, at))?.name ?? '');

/** Whether each row has a name of its own that these fields have. */
const areOf = (names: string[], fields: Fields): boolean =>
  new Set(names).size === names.length && names.every((name) => fields.names.has(name));

const isOther = ({ name, header, status, method, url, scope }: Columns): boolean =>
  [name, header, status, method, url, scope].some((column) => column !== undefined);

/** The table as one of the fields of the nearest table before it that has them all; null for any other. */
function joined(block: TableBlock, own: Context, before: Fields[]): Joined | null {
  const { columns, unknown } = columnsOf(block.head);
  if (block.rows.length === 0 || isOther(columns) || telling.every((one) => columns[one] === undefined)) return null;
  for (const [at, title] of block.head.entries()) {
    if (!unknown.includes(title.trim()) || !ofParts.test(title)) continue;
    const fields = before.findLast((one) => areOf(namesIn(block.rows, at), one));
    if (fields === undefined || (own.side ?? fields.context.side) !== fields.context.side) continue;
    const { side, status, more, error, place } = fields.context;
    const context = { ...own, side, status, more, error, place: own.place ?? place, joined: true as const };
    return { block: { ...block, head: block.head.with(at, 'Field') }, context };
  }
  return null;
}

/** Such tables of a page. */
export function joinedTables(blocks: Block[], contexts: Context[]): Map<Block, Joined> {
  const found = new Map<Block, Joined>();
  const before: Fields[] = [];
  for (const [index, block] of blocks.entries()) {
    const context = contexts[index];
    if (block.kind !== 'table' || context === undefined) continue;
    const { name, header } = columnsOf(block.head).columns;
    const at = name ?? header;
    if (at !== undefined) {
      const names = new Set(namesIn(block.rows, at).filter((one) => one !== ''));
      const place = header === at ? 'header' : context.place;
      if (names.size > 0) before.push({ names, context: { ...context, place } });
      continue;
    }
    const own = joined(block, context, before);
    if (own !== null) found.set(block, own);
  }
  return found;
}
