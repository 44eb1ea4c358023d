/** Tables that hold the rows of several parts of a page, as one table for each part. */
import { type Block, captionDepth } from './blocks.ts';
import { cell, type TableBlock } from './columns.ts';
import { columnsOf, saysRequired } from './words.ts';

const asked = /^(?:in )?req(?:uest)?\.?$/i;
const answered = /^(?:in )?res(?:p(?:onse)?)?\.?$/i;

/** A table with a column for each side of the exchange, as one of requests and one of answers. */
function bySide(block: TableBlock): Block[] | null {
  const request = block.head.findIndex((head) => asked.test(head.trim()));
  const response = block.head.findIndex((head) => answered.test(head.trim()));
  if (request < 0 || response < 0) return null;
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

/** The blocks with each such table taken apart. */
export function rowsApart(blocks: Block[]): Block[] {
  return blocks.flatMap((block) => (block.kind === 'table' ? (bySide(block) ?? byAddress(block) ?? [block]) : [block]));
}
