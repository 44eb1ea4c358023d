/** Lists of operations, an item to each, as `Token: POST https://a.test/token`: they are read as a table of the same. */
import type { Block } from '../blocks/blocks.ts';
import type { TableBlock } from '../tables/columns.ts';

const call =
  /^\W*([\p{L}\d][\p{L}\d /()-]{1,60}?)[*_`]*\s*(?::|[-–—]\s)[\s*_`]*(GET|POST|PUT|PATCH|DELETE)\s+[<`]?([^\s`*<>]+?)[`*_\s>.;,]*$/u;

/** The table that a list of two or more operations is; null where an item is anything else, or all have one address. */
export function callsIn({ items, title, line }: Extract<Block, { kind: 'list' }>): TableBlock | null {
  const rows = items.flatMap(({ text }) => {
    const [, ...row] = call.exec(text) ?? [];
    return row.length === 0 ? [] : [row];
  });
  const addresses = new Set(rows.map(([, ...address]) => address.join(' ')));
  const isWhole = rows.length === items.length && addresses.size > 1;
  return isWhole ? { kind: 'table', title, line, head: ['Operation', 'Method', 'URL'], rows } : null;
}
