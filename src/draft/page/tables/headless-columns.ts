/** Columns without a head of their own, whose cells say what they hold. */
import { oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import { typeOf } from '../values/attributes.ts';
import { kindsOf } from '../words/head-columns.ts';
import { columnOf, isRequiredWord, saysRequired } from '../words/words.ts';
import { cell, type TableBlock } from './columns.ts';

/** Cells that tell of a field whether it is mandatory, whatever stands above them; `yes` may answer another question. */
const duty = pattern`^${oneOf(word.mandatory, word.optional)}$`;
const isDuty = (text: string): boolean => duty.test(text) && saysRequired(text) !== null;

const kinds: readonly (readonly [string, RegExp, (text: string) => boolean])[] = [
  ['Required', /^(?:required|optional)$/, isDuty],
  ['Type', /^type$/, (text) => typeOf(text) !== null],
];

/** Between the parts of a head that reaches over several columns. */
const betweenHeads = pattern`\s*[/,|&+;]\s*|\s+${oneOf(word.and, '[-–—]')}\s+|\n`;

/** What the cells below each part of such a head are. */
const fitting: Record<string, (text: string) => boolean> = {
  type: (text) => typeOf(text) !== null,
  required: isRequiredWord,
};

/** The heads of columns of which one head reaches over, each where its cells are; null where they do not tell. */
function headsApart({ head, rows }: TableBlock, at: number): string[] | null {
  let count = 1;
  while (head[at + count]?.trim() === '') count++;
  const parts = (head[at] ?? '').split(betweenHeads).filter((part) => part.trim() !== '');
  const kinds = parts.map(columnOf);
  if (count < 2 || parts.length !== count || new Set(kinds).size !== count || kinds.includes(null)) return null;
  const fits = (kind: string | null, column: number): boolean => {
    const form = fitting[kind ?? ''];
    return form === undefined || rows.every((row) => cell(row, column) === '' || form(cell(row, column)));
  };
  const orders = [parts, parts.toReversed()];
  return orders.find((order) => order.every((part, index) => fits(columnOf(part), at + index))) ?? null;
}

/** A table with a head of its own for each column below a head that names several. */
function withHeadsApart(block: TableBlock): TableBlock {
  if (!block.head.some((title, at) => at > 0 && title.trim() === '') || block.rows.length === 0) return block;
  const head = [...block.head];
  for (const at of block.head.keys())
    for (const [index, title] of (headsApart(block, at) ?? []).entries()) head[at + index] = title;
  return { ...block, head };
}

/** A table of names with the head that one column lacks, where each cell of it is a duty, or each is a type. */
export function withHeads(given: TableBlock): TableBlock {
  const block = withHeadsApart(given);
  const { head, rows } = block;
  const named = kindsOf(head);
  if (rows.length === 0 || (named[0] !== 'name' && named[0] !== 'header')) return block;
  const bare = head.flatMap((title, at) => (title.trim() === '' && at > 0 ? [at] : []));
  const found = new Map<number, string>();
  for (const [title, column, fits] of kinds) {
    if (named.some((one) => column.test(one ?? ''))) continue;
    const [only, ...others] = bare.filter((at) => rows.every((row) => fits(cell(row, at))));
    if (only !== undefined && others.length === 0) found.set(only, title);
  }
  return found.size === 0 ? block : { ...block, head: head.map((title, at) => found.get(at) ?? title) };
}
