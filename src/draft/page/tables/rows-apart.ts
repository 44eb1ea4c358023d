/** Tables that hold the rows of several parts of a page, as one table for each part. */
import { type Block, captionDepth, rowDepth } from '../blocks/blocks.ts';
import { isPart, unknownIn } from '../blocks/heading-words.ts';
import { columnsOf } from '../words/head-columns.ts';
import { saysRequired } from '../words/words.ts';
import { cell, nameOf, type TableBlock } from './columns.ts';
import { byNestedHeads } from './nested-heads.ts';
import { byPartColumn } from './parts-column.ts';

const asked = /^(?:in )?req(?:uest)?\.?$/i;
const answered = /^(?:in )?res(?:p(?:onse)?)?\.?$/i;

/** A table with a column for each side of the exchange, as one of requests and one of answers. */
function bySide(block: TableBlock): Block[] | null {
  const request = block.head.findIndex((head) => asked.test(head.trim()));
  if (request < 0) return null;
  const response = block.head.findIndex((head) => answered.test(head.trim()));
  if (response < 0) return null;
  const says = (row: string[], column: number): boolean | null => saysRequired(cell(row, column));
  const isRead = (row: string[]): boolean =>
    [request, response].every((column) => cell(row, column) === '' || says(row, column) !== null);
  if (!block.rows.every(isRead)) return null;
  const side = (title: string, own: number, other: number): Block[] => {
    const rows = block.rows.filter((row) => says(row, own) === true);
    const kept = (row: string[]): string[] => row.filter((_, column) => column !== other);
    const head = kept(block.head.map((one, column) => (column === own ? 'Mandatory' : one)));
    return rows.length === 0
      ? []
      : [
          { kind: 'heading', title, depth: captionDepth, line: block.line },
          { ...block, title, head, rows: rows.map(kept) },
        ];
  };
  return [...side('Request', request, response), ...side('Response', response, request)];
}

/** Addresses of one table at most. */
const mostAddresses = 100;

/** A table of the fields of several operations, with the address of each row in a column, as one table for each operation. */
function byAddress(block: TableBlock): Block[] | null {
  const { columns } = columnsOf(block.head);
  const { url, name, header } = columns;
  if (url === undefined || (name === undefined && header === undefined)) return null;
  const addressOf = (row: string[]): string => cell(row, url);
  const all = [...new Set(block.rows.map(addressOf))];
  const isAddress = (text: string): boolean => /^(?:(?:GET|POST|PUT|PATCH|DELETE)\s+)?(?:https?:\/)?\/\S*$/.test(text);
  if (all.length > mostAddresses || !all.every(isAddress)) return null;
  const kept = (row: string[]): string[] => row.filter((_, column) => column !== url);
  return all.flatMap((address): Block[] => [
    { kind: 'lines', title: block.title, line: block.line, lines: [`Endpoint: ${address}`] },
    { ...block, head: kept(block.head), rows: block.rows.filter((row) => addressOf(row) === address).map(kept) },
  ]);
}

/** Whether a row is a caption of the rows below it: one cell of words, where other rows fill several. */
function captionOf(row: string[]): string | null {
  // Most rows fill their first two cells.
  if (row[0] !== '' && row[1] !== undefined && row[1] !== '') return null;
  const [only, ...others] = row.map((text) => text.trim()).filter((text) => text !== '');
  if (only === undefined || others.length > 0 || only.length > longestCaption) return null;
  const words = only
    .replace(/^\[\w+=\d+\]\s*/, '')
    .replace(/[*_`]{1,2}(?=\S)|(?<=\S)[*_`]{1,2}/g, '')
    .replace(/:$/, '');
  const isName = nameOf(words) !== null && !(/^\p{Lu}/u.test(words) && isPart(words));
  return isName || !/\p{L}{2}/u.test(words) ? null : words;
}

/** Characters of a row that may be a caption. */
const longestCaption = 80;

/** A table with captions between its rows, or with its head again, as one table below each caption. */
function byCaption(block: TableBlock): Block[] | null {
  const isHead = (row: string[]): boolean => row.every((text, at) => text.trim() === block.head[at]?.trim());
  if (block.head.length < 3 || !block.rows.some((row) => isHead(row) || captionOf(row) !== null)) return null;
  if (!block.rows.some((row) => row.filter((text) => text.trim() !== '').length > 1)) return null;
  const parts: Block[] = [];
  let current: TableBlock = { ...block, rows: [] };
  const flush = (): void => {
    if (current.rows.length > 0) parts.push(current);
  };
  for (const row of block.rows) {
    const title = captionOf(row);
    if (title !== null) {
      flush();
      parts.push({ kind: 'heading', title, depth: rowDepth, line: block.line });
      current = { ...block, title, rows: [] };
    } else if (!isHead(row)) current.rows.push(row);
  }
  flush();
  return parts;
}

/** A list whose outer items are captions of the inner ones, as `Headers` and `Body` are, as one list below each caption. */
function byItem(block: Extract<Block, { kind: 'list' }>): Block[] | null {
  const { items } = block;
  const isCaption = (at: number): boolean => {
    const { text = '', depth = 0 } = items[at] ?? {};
    const words = text.replace(/[*_`:]/g, '').trim();
    return (
      (items[at + 1]?.depth ?? 0) > depth &&
      isPart(words) &&
      unknownIn(words).length === 0 &&
      words.split(/\s+/).length < 4
    );
  };
  if (!items.some((_, at) => isCaption(at))) return null;
  const parts: Block[] = [];
  let list: typeof items = [];
  let base = -1;
  const flush = (): void => {
    if (list.length > 0) parts.push({ ...block, title: parts.at(-1)?.title ?? block.title, items: list });
    list = [];
  };
  for (const [at, item] of items.entries()) {
    if (isCaption(at)) {
      flush();
      const title = item.text.replace(/[*_`:]/g, '').trim();
      parts.push({ kind: 'heading', title, depth: rowDepth + item.depth, line: block.line });
      base = item.depth;
    } else list.push({ ...item, depth: Math.max(0, item.depth - (item.depth > base ? base + 1 : 0)) });
  }
  flush();
  return parts;
}

/** A block that holds several parts as one for each of them. */
function apart(block: Block): Block[] {
  if (block.kind === 'list') return byItem(block) ?? [block];
  return block.kind === 'table' ? (bySide(block) ?? byPartColumn(block) ?? byAddress(block) ?? [block]) : [block];
}

/** The blocks with each such table and list taken apart. */
export function rowsApart(blocks: Block[]): Block[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'list') return apart(block);
    return block.kind === 'table' ? (byNestedHeads(block) ?? byCaption(block) ?? [block]).flatMap(apart) : block;
  });
}
