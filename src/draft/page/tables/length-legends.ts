/** A legend that says how lengths are written: where a number alone is exact, the cells that have one have that length alone. */
import { oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import type { Block } from '../blocks/blocks.ts';
import { attributesOf } from '../values/attributes.ts';
import { columnOf } from '../words/words.ts';
import type { TableBlock } from './columns.ts';

/** A number between parentheses, and that it is exact, as "`(6)` means exactly 6" and "`(6)` berarti panjang tetap". */
const means = oneOf('[=:–-]', word.means, word.is);
const length = `(?:${oneOf(word.the, word.of, word.always, word.is, word.length, word.character, word.digit)}\\s){0,4}`;
const isFixed = oneOf(word.exactly, 'exact', 'fixed', 'tetap', 'pasti');
const exact = pattern`\((?:\d{1,5}|[nxN])\)[\`"'”]?\s{0,3}${means}\s{0,3}${length}${isFixed}(?![\p{L}-])`;

/** Words that leave it open, or say the opposite. */
const open = pattern`\b${oneOf(word.not, word.unless, word.usually, word.or)}\b`;

const textsOf = (block: Block): string[] => {
  if (block.kind === 'lines')
    return block.lines
      .join(' ')
      .slice(0, 5000)
      .split(/(?<=[.;])\s+/);
  return block.kind === 'list' ? block.items.slice(0, 50).map(({ text }) => text.slice(0, 400)) : [];
};

/** Characters around the words of a legend in which nothing may leave it open. */
const isExact = (text: string): boolean => {
  const found = exact.exec(text);
  return found !== null && !open.test(found[0]) && !/^[^,;.]*/.exec(text.slice(found.index))?.[0].match(open);
};

const sized = /^(`?)([A-Za-z]{1,14})\s?\((\d{1,5})\)(`?)$/;

function exactly(cell: string): string {
  const text = cell.trim();
  if (!sized.test(text)) return cell;
  const both = text.replace(sized, '$1$2($3..$3)$4');
  const { schema, rest } = attributesOf(both.replaceAll('`', ''));
  return rest.length === 0 && schema?.['minLength'] !== undefined ? both : cell;
}

/** The tables of a page with exact lengths in their columns of types, where its legend says that a number alone is exact. */
export function exactTables(blocks: Block[]): Map<Block, TableBlock> {
  const found = new Map<Block, TableBlock>();
  if (!blocks.some((block) => textsOf(block).some(isExact))) return found;
  for (const block of blocks) {
    if (block.kind !== 'table') continue;
    const types = block.head.flatMap((title, at) => (columnOf(title) === 'type' ? [at] : []));
    const rows = block.rows.map((row) => row.map((cell, at) => (types.includes(at) ? exactly(cell) : cell)));
    if (types.length > 0) found.set(block, { ...block, rows });
  }
  return found;
}
