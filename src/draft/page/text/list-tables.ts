/** Tables that reStructuredText writes as lists of lists, as tables of Markdown. */
import { columnOf } from '../words/words.ts';

/** A cell: its lines, and what directives within it say by their names and by those of their options. */
interface Cell {
  lines: string[];
  said: Map<string, string>;
}

const isBlank = (line: string): boolean => line.trim() === '';

/** What a directive says whose name is the head of a column, as `.. type:: string` does; null for any other line. */
function attributeOf(line: string): [name: string, value: string] | null {
  const [, name = '', value = ''] = /^[ \t]*\.\. ([a-z][a-z-]{0,30})::[ \t]*(\S.{0,100})$/i.exec(line) ?? [];
  return isAttribute(name) ? [name.toLowerCase(), value.trim()] : null;
}

const isAttribute = (name: string): boolean => ['type', 'required', 'length'].includes(columnOf(name) ?? '');

/** A line of verse, whose bar would end the cell. */
const withoutBar = (line: string): string => line.trim().replace(/^\|[ \t]+/, '');

/** Adds a line to a cell: one of a directive, an option below one, or words. */
function addLine(cell: Cell, line: string, isBelow: boolean): boolean {
  const attribute = attributeOf(line);
  const [, option = '', value = ''] = (isBelow && /^[ \t]*:([\w-]+):[ \t]*(.*)$/.exec(line)) || [];
  if (attribute) cell.said.set(...attribute);
  else if (option === '') cell.lines.push(withoutBar(line));
  else if (isAttribute(option)) cell.said.set(option.toLowerCase(), value.trim());
  else if (value !== '') cell.lines.push(`${option}: ${value}`);
  return attribute !== null || (isBelow && (option !== '' || isBlank(line)));
}

/** The rows of such a table, and how many of them are heads; null where the lines are none. */
function rowsOf(lines: string[]): { rows: Cell[][]; heads: number | null } | null {
  const rows: Cell[][] = [];
  let heads: number | null = null;
  let margin = -1;
  let isBelow = false;
  for (const line of lines) {
    const [, before = '', star, rest = ''] = /^([ \t]*(?:(\*)[ \t]+)?)-(?:[ \t]+(.*))?$/.exec(line) ?? [];
    const isDash = /^[ \t]*(?:\*[ \t]+)?-(?:[ \t]|$)/.test(line);
    // Another mark is that of a list within a cell.
    if (isDash && margin < 0) margin = before.length;
    const isCell = isDash && before.length === margin;
    const cell = rows.at(-1)?.at(-1);
    if (isCell) {
      const made: Cell = { lines: [], said: new Map() };
      if (star) rows.push([made]);
      else rows.at(-1)?.push(made);
      isBelow = addLine(made, rest, false);
    } else if (cell) isBelow = addLine(cell, line, isBelow);
    else if (!isBlank(line)) {
      const [, option = '', value = ''] = /^[ \t]*:([\w-]+):[ \t]*(\d*)/.exec(line) ?? [];
      if (option === '') return null;
      if (option === 'header-rows') heads = Number(value);
    }
  }
  return { rows, heads };
}

/** The words of a cell in one line; what an empty line keeps apart stays so. */
const wordsOf = ({ lines }: Cell, plain: (line: string) => string): string =>
  lines
    .join('\n')
    .split(/\n[ \t]*\n/)
    .map((part) => plain(part.replace(/\s+/g, ' ').trim()).replaceAll('|', '\\|'))
    .filter((part) => part !== '')
    .join('<br>');

const titled = (name: string): string => `${name.charAt(0).toUpperCase()}${name.slice(1)}`;

/** The lines of a list of lists as a table of Markdown with as many lines; null where it is none. */
export function listTable(lines: string[], caption: string, plain: (line: string) => string): string[] | null {
  const found = rowsOf(lines);
  if (found === null) return null;
  const { rows, heads } = found;
  const names = [...new Set(rows.flatMap((cells) => cells.flatMap(({ said }) => [...said.keys()])))];
  const width = rows[0]?.length ?? 0;
  const columns = names.map(titled);
  const withSaid = (cells: Cell[], own: string[]): string[] => {
    const [first = '', ...others] = cells.map((cell) => wordsOf(cell, plain));
    return [first, ...own, ...others];
  };
  const saidIn = (cells: Cell[]): string[] =>
    names.map((name) => cells.flatMap(({ said }) => said.get(name) ?? []).join(', '));
  // Without words for it the first row is a row as any other; a page may have its heads there all the same.
  const isHeadless = !heads && names.length > 0;
  const [top = [], ...below] = rows;
  const head = isHeadless
    ? ['Name', ...columns, ...Array.from({ length: width - 1 }, (_, at) => (at === width - 2 ? 'Description' : ''))]
    : withSaid(top, columns);
  const body = (isHeadless ? rows : below).map((cells) => withSaid(cells, saidIn(cells)));
  if (width === 0 || body.length === 0) return null;
  const rowOf = (cells: string[]): string => `| ${cells.join(' | ')} |`;
  const table = [caption, '', rowOf(head), `|${' --- |'.repeat(head.length)}`, ...body.map(rowOf)];
  while (table.length < lines.length + 1) table.push('');
  return table;
}
