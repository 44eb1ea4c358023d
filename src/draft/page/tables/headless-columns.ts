/** Columns without a head of their own, whose cells say what they hold. */
import { oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import { typeOf } from '../values/attributes.ts';
import { kindsOf } from '../words/head-columns.ts';
import { saysRequired } from '../words/words.ts';
import { cell, type TableBlock } from './columns.ts';

/** Cells that tell of a field whether it is mandatory, whatever stands above them; `yes` may answer another question. */
const duty = pattern`^${oneOf(word.mandatory, word.optional)}$`;
const isDuty = (text: string): boolean => duty.test(text) && saysRequired(text) !== null;

const kinds: readonly (readonly [string, RegExp, (text: string) => boolean])[] = [
  ['Required', /^(?:required|optional)$/, isDuty],
  ['Type', /^type$/, (text) => typeOf(text) !== null],
];

/** A table of names with the head that one column lacks, where each cell of it is a duty, or each is a type. */
export function withHeads(block: TableBlock): TableBlock {
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
