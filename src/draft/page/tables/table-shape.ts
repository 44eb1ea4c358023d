/** Tables as their readers see them: with the head that one lacks, and with each cell that says where fields are sent. */

import { type Context, contextOf } from '../blocks/heading-words.ts';
import { isHeaderName } from '../blocks/sides.ts';
import { isMethod } from '../sentences/labels.ts';
import { attributesAlone } from '../values/attribute-lines.ts';
import { typeOf } from '../values/attributes.ts';
import { columnsOf } from '../words/head-columns.ts';
import { isPlace, placeIn } from '../words/places.ts';
import { columnOf, isRequiredWord } from '../words/words.ts';
import { type Columns, cell, isProse, nameOf, type TableBlock } from './columns.ts';
import { withHeads } from './headless-columns.ts';
import { ofFields } from './records.ts';

/** A name as programs write it, as `grant_type`: few heads are written so. */
const isProgrammed = (name: string): boolean => /^[a-z]+(?:_[a-z]+|[A-Z][a-z]+)+$/.test(name.trim());

/** Whether the row where the heads would be is a field: its name, and words about it. Beside a head stands another, or a single word. */
export const isRowOfField = ([first = '', second = '']: string[]): boolean =>
  isProgrammed(first) &&
  columnOf(first) === null &&
  (second.includes('`') || (columnOf(second) === null && /\S\s+\S/.test(second)));

/** The heads of rows with a cell for the type of each, the first included, or null: no head is called `string`. */
function attributeHeads(rows: string[][]): string[] | null {
  const [first = []] = rows;
  if (first.length < 3 || rows.length < 2) return null;
  const kinds = first.map((_, at) => {
    const texts = rows.map((row) => cell(row, at));
    if (at > 0 && texts.every((text) => text !== '' && isRequiredWord(text))) return 'Required';
    return at > 0 && texts.every((text) => columnOf(text) === null && typeOf(text) !== null) ? 'Type' : null;
  });
  const others = kinds.slice(1).filter((kind) => kind === null);
  const isTyped = kinds.filter((kind) => kind === 'Type').length === 1;
  return isTyped && others.length < 2 ? ['Name', ...kinds.slice(1).map((kind) => kind ?? 'Description')] : null;
}

/** The head that rows lack where each of them, the first included, is one of the same: an address, a field, a refusal. */
function headOf(rows: string[][], { side, place, error }: Context): string[] | null {
  const all = (at: number, fits: (text: string) => boolean): boolean => rows.every((row) => fits(cell(row, at)));
  if (all(0, isMethod) && all(1, (text) => /^(?:https?:\/)?\/\S+$/.test(text))) return ['Method', 'Path'];
  if (error && all(0, (text) => /^[45]\d\d$/.test(text))) return ['HTTP status'];
  const [[first = '', second = ''] = []] = rows;
  const attributes = attributeHeads(rows);
  if (attributes !== null && all(0, (text) => nameOf(text) !== null)) return attributes;
  if (
    (side === null && place === null) ||
    (columnOf(first) !== null && !isHeaderName(first) && !isProgrammed(first)) ||
    !all(0, (text) => nameOf(text) !== null)
  )
    return null;
  if (all(1, (text) => text !== '' && isRequiredWord(text))) return ['Name', 'Required'];
  return (typeOf(second) !== null || isRowOfField([first, second])) && rows[0]?.length === 2
    ? ['Name', 'Description']
    : null;
}

/** The column of rows of two cells each that holds the status of an error in every row, the first one with them; -1 without one. */
const statusOf = (rows: string[][]): number =>
  rows.every((row) => row.length === 2)
    ? [0, 1].findIndex((at) => rows.every((row) => /^[45]\d\d$/.test(cell(row, at)) && isProse(cell(row, 1 - at))))
    : -1;

/**
 * A table with the head it lacks: one whose first row is a field as all the others are, or one that says of the name in
 * the heading above it where it is sent.
 */
export function withHead(block: TableBlock, context: Context): TableBlock {
  const above = context.place;
  const { head, rows, title } = block;
  const { columns } = columnsOf(head);
  const isField = ([name = '', said = '']: string[]): boolean => {
    const named = nameOf(name.replace(/\s+/g, ' '));
    return named !== null && (named.schema !== null || said.split('\n').some((line) => attributesAlone(line) !== null));
  };
  const all = [head, ...rows];
  if (head.length === 2 && (Object.keys(columns).length === 0 || head[0]?.includes('\n')) && all.every(isField))
    return {
      ...block,
      head: ['Name', 'Description'],
      // A line that is alone says what the field is as well.
      rows: all.map(([name = '', said = '']) => [name.replace(/\s+/g, ' '), `${said}\n`]),
    };
  const status = context.error ? statusOf(all) : -1;
  if (status >= 0)
    return { ...block, head: head.map((_, at) => (at === status ? 'Status' : 'Description')), rows: all };
  const guessed = headOf(all, context);
  if (guessed !== null) return { ...block, head: head.map((_, at) => guessed[at] ?? 'Description'), rows: all };
  // Headers and their values, with the first of them where the heads would be.
  if (above === 'header' && head.length === 2 && isHeaderName(head[0] ?? ''))
    return { ...block, head: ['Header', 'Value'], rows: all };
  const [only, ...others] = rows;
  const { place, name, header } = columns;
  if (
    only &&
    others.length === 0 &&
    place !== undefined &&
    name === undefined &&
    header === undefined &&
    isPlace(cell(only, place)) &&
    /^[A-Za-z][\w.-]*$/.test(title)
  )
    return { ...block, head: ['Name', ...head], rows: [[title, ...only]] };
  return block;
}

/** A table whose cells say where a field is sent once for several rows, with each of them filled. */
export function withPlaces(block: TableBlock): TableBlock {
  const { head, rows } = block;
  const spanning = head.map((_, at) => {
    const all = rows.map((row) => cell(row, at));
    return all.includes('') && isPlace(all[0] ?? '') && all.every((one) => one === '' || isPlace(one));
  });
  if (!spanning.includes(true)) return block;
  const above: string[] = [];
  const filled = rows.map((row) =>
    row.map((text, at) => {
      if (!spanning[at]) return text;
      above[at] = text.trim() === '' ? (above[at] ?? '') : text;
      return above[at];
    }),
  );
  return { ...block, rows: filled };
}

/** Where in the request the fields are sent: the head of their names may say it, as `Query parameter` does. */
export function placeOf({ head }: TableBlock, { name }: Columns, { place }: Context): Context['place'] {
  return contextOf(head[name ?? -1] ?? '').place ?? place;
}

/**
 * A table with one row of heads, where a head reaches over several columns that have heads of their own below it, or where
 * the cells of a column say what its head would be.
 */
export const withOneHead = (block: TableBlock): TableBlock => withHeads(joined(block));

function joined(block: TableBlock): TableBlock {
  const [below = [], ...rows] = block.rows;
  const { head } = block;
  const isBelow = head.map((title, at) => title === '' || (at + 1 < head.length && head[at + 1] === ''));
  if (!head.slice(1).includes('') || rows.length === 0 || isBelow[0]) return block;
  if (!isBelow.every((own, at) => (cell(below, at) !== '') === own)) return block;
  let over = '';
  const one = head.map((title, at) => {
    if (title !== '') over = title;
    return isBelow[at] ? `${cell(below, at)} ${over}` : title;
  });
  return { ...block, head: one, rows };
}

/** A table with a column for each field as one with a row for each: its head holds their names, and its first column the heads. */
export function withFieldRows(block: TableBlock): TableBlock {
  const [first, ...below] = block.rows;
  const isHeaded = columnOf(block.head[0] ?? '') === 'name' && columnOf(block.head[1] ?? '') === 'value';
  // `Attribute` and `Value` may stand above all of it.
  const inner = isHeaded && first ? withFieldRows({ ...block, head: first, rows: below }) : null;
  if (inner && inner.head !== first) return inner;
  const { head, rows } = block;
  const [corner = '', ...names] = head;
  if (corner !== '' && columnOf(corner) !== 'name' && columnOf(corner) !== 'header') return block;
  const titles = rows.map(([title = '']) => title);
  // Most tables have no such cell in their first row.
  if (!titles.every((title) => ofFields.has(columnOf(title)))) return block;
  if (!titles.some((title) => ['type', 'required'].includes(columnOf(title) ?? ''))) return block;
  // A field may be called as a column is; heads begin alike.
  const isName = (name: string): boolean =>
    nameOf(name) !== null && (columnOf(name) === null || (/^\p{Lu}/u.test(corner) && /^\p{Ll}/u.test(name)));
  if (names.length === 0 || !names.every(isName)) return block;
  return {
    ...block,
    head: [corner || 'Name', ...titles],
    rows: names.map((name, at) => [name, ...rows.map((row) => row[at + 1] ?? '')]),
  };
}

/** The attributes before the first semicolon of words about a field, as `body, required; one of A, B` has them; null without any. */
function leadingOf(said: string): Record<'place' | 'type' | 'required' | 'notes', string> | null {
  const [lead = '', ...rest] = said.replace(/\s+/g, ' ').split(/;\s+/);
  const found = { place: '', type: '', required: '', notes: rest.join('; ') };
  const others: string[] = [];
  for (const piece of lead.split(/,\s+/).map((one) => one.trim())) {
    if (found.place === '' && isPlace(piece)) found.place = piece;
    else if (found.type === '' && typeOf(piece) !== null) found.type = piece;
    else if (found.required === '' && isRequiredWord(piece)) found.required = piece;
    else others.push(piece);
  }
  if (found.place === '' && found.type === '') return null;
  // What stands in the place of a word for mandatory may say when a field is there.
  if (found.required === '') return { ...found, required: others.join(', ') };
  return { ...found, notes: [...others, found.notes].filter((one) => one !== '').join('; ') };
}

/** Rows of names, each with attributes in one cell, with a column for each of these; null where one of them is none. */
export function attributeRows(all: string[][]): Pick<TableBlock, 'head' | 'rows'> | null {
  const rows = all.map(([name = '', said = '']) => ({ name, said: leadingOf(said) }));
  const found = rows.flatMap(({ name, said }) =>
    said !== null && nameOf(name) !== null ? [[name, said.place, said.type, said.required, said.notes]] : [],
  );
  if (found.length === 0 || found.length < all.length) return null;
  const isTyped = found.some(([, , type]) => type !== '');
  // A header is text, and needs no type beside those of members.
  for (const row of found) if (isTyped && placeIn(row[1] ?? '') === 'header') row[2] ||= 'string';
  const isFilled = (at: number): boolean => found.some((row) => row[at] !== '');
  const kept = ['Name', 'In', 'Type', 'Required', 'Description']
    .map((head, at) => ({ head, at }))
    .filter(({ at }) => isFilled(at));
  return {
    head: kept.map(({ head }) => head),
    rows: found.map((row) => kept.map(({ at }) => row[at] ?? '')),
  };
}

/** A table without a head whose rows are names, each with attributes in one cell, as one with a column for each of these. */
export function withAttributes(block: TableBlock, { side }: Context): TableBlock {
  if (side === null || block.head.length !== 2) return block;
  const all = [block.head, ...block.rows].filter((row) => row.some((text) => text.trim() !== ''));
  const found = all.length < 2 ? null : attributeRows(all);
  return found === null ? block : { ...block, ...found };
}
