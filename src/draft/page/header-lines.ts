/** Headers that stand below a heading as they are sent, one to a line. */
import type { Block } from './blocks.ts';
import type { TableBlock } from './columns.ts';
import type { Context } from './heading-words.ts';
import { isHeaderName } from './sides.ts';

/** The table of headers and values that lines below a heading for headers are; null for any other lines. */
export function headersIn(
  block: Extract<Block, { kind: 'lines' }>,
  { place }: Pick<Context, 'place'>,
): TableBlock | null {
  if (place !== 'header') return null;
  const lines = block.lines.filter((line) => line.trim() !== '');
  const rows = lines.flatMap((line) => {
    const [, name = '', value = ''] = /^\s*`?([A-Za-z][\w-]*):\s+([^`\s][^`]*)`?\s*$/.exec(line) ?? [];
    return name === '' ? [] : [[name, value.trim()]];
  });
  const isSent = rows.some(([name = '']) => name.includes('-') || isHeaderName(name));
  if (!isSent || rows.length < lines.length) return null;
  return { kind: 'table', title: block.title, line: block.line, head: ['Header', 'Value'], rows };
}
