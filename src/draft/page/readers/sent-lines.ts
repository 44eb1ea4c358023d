/** Lines of a page that stand as they are sent: headers, and the form of a body. */
import type { Block } from '../blocks/blocks.ts';
import type { Context } from '../blocks/heading-words.ts';
import { isHeaderName } from '../blocks/sides.ts';
import type { TableBlock } from '../tables/columns.ts';

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

/** The form that the only line of a text is, as a sample; null for any other text. */
export function formIn({
  lines,
  title,
  line,
}: Extract<Block, { kind: 'lines' }>): Extract<Block, { kind: 'code' }> | null {
  const [text = '', ...others] = lines.filter((one) => one.trim() !== '').map((one) => one.trim());
  const isForm = /^[A-Za-z_][\w.-]*=[^\s&=]*(?:&[A-Za-z_][\w.-]*=[^\s&=]*)+$/.test(text);
  return isForm && others.length === 0 ? { kind: 'code', title, line, text, language: '', info: '' } : null;
}
