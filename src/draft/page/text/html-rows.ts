/** The rows of a table in HTML, with those of the tables in its cells. */
import { typeOf } from '../values/attributes.ts';
import { columnsOf } from '../words/head-columns.ts';
import { columnOf } from '../words/words.ts';
import { indented, isHidden, shownText, textOf } from './html-text.ts';
import { attribute, type Element, isElement, type Node, ownText } from './html-tree.ts';
import type { Row } from './sink.ts';
import { withStruckName } from './struck-names.ts';

/** The elements in one that are shown. */
export const elementsIn = ({ childNodes }: Element): Element[] =>
  childNodes.filter((child): child is Element => isElement(child) && !isHidden(child));

/** Elements of some names below a node; those below one of them are its own. */
export function below(node: Element, names: readonly string[]): Element[] {
  return elementsIn(node).flatMap((child) => (names.includes(child.tagName) ? [child] : below(child, names)));
}

/** The words of a node as they are written, with those that are struck through. */
const wholeText = (node: Node | undefined): string =>
  node === undefined ? '' : isElement(node) ? node.childNodes.map(wholeText).join('').trim() : (ownText(node) ?? '');

/** Columns of a row that are read, and of a cell that its neighbours leave to it: more than a table of fields has. */
const mostColumns = 50;

export const span = (cell: Element, name: 'colspan' | 'rowspan'): number =>
  Math.min(Math.max(Number(attribute(cell, name) ?? 1) || 1, 1), mostColumns);

/** Spaces that do not break, or an indent in pixels, as marks of the levels that a name lies below the one above it. */
function indentOf(cell: Element): string {
  const holder = [cell, ...elementsIn(cell).slice(0, 1)];
  const [, pixels = '0'] = holder.flatMap(
    (one) => /(?:padding-left|text-indent|margin-left):\s*(\d{2,3})px/i.exec(attribute(one, 'style') ?? '') ?? [],
  );
  const level = Math.round(Number(pixels) / pixelsOfLevel);
  return level > 0 && level < 6 ? '>'.repeat(level) : indented(cell.childNodes.map(textOf).join(''));
}

/** Pixels of one level, as most pages have it. */
const pixelsOfLevel = 20;

/** Whether a cell that reaches over rows says the same of each: a name is that of the first alone, with what lies within it. */
function isRepeated(head = '', column: number): boolean {
  const known = columnOf(head);
  const isName = known === 'name' || known === 'header' || known === 'number';
  return head.trim() !== '' && !isName && (column > 0 || known !== null);
}

/** Nodes without the tables in them. */
function withoutTables(nodes: Node[]): Node[] {
  return nodes.flatMap((node): Node[] => {
    if (!isElement(node)) return [node];
    if (node.tagName === 'table') return [];
    return below(node, ['table']).length > 0 ? [{ ...node, childNodes: withoutTables(node.childNodes) }] : [node];
  });
}

/** A row with its element; null for one of a table within a cell. */
export type OwnRow = Row & { of: Element | null };

/** A table in a cell whose rows are none of the table around it, with the words that begin its row. */
interface Apart {
  title: string;
  table: Element;
}

/** The heads that a table in a cell lacks: names, their types, and words about them. */
function headsOf(rows: string[][]): string[] | null {
  const isTyped = rows.every((row) => row.length > 1 && typeOf(row[1] ?? '') !== null);
  return isTyped ? ['Name', 'Type', ...(rows[0] ?? []).slice(2).map(() => 'Description')] : null;
}

/** The rows of a table in a cell as those of the table around it, each within the field of that row; null where its heads do not tell. */
function withinRow(inner: Row[], outer: string[], above: string[]): OwnRow[] | null {
  const all = inner.map(({ cells }) => cells);
  const [first = [], ...rest] = all;
  const isHeaded = columnsOf(first).columns.name !== undefined;
  const head = isHeaded ? first : headsOf(all);
  const { columns } = columnsOf(outer);
  const own = columnsOf(head ?? []).columns;
  const name = columns.name ?? columns.header;
  if (head === null || name === undefined || own.name === undefined || !above[name]) return null;
  const level = `${/^>*/.exec(above[name])?.[0] ?? ''}>`;
  const kindOf = (title: string): string => columnOf(title) ?? title.trim().toLowerCase();
  const at = outer.map((title, column) =>
    column === name ? (own.name ?? -1) : head.findIndex((one) => kindOf(one) === kindOf(title)),
  );
  const left = [...head.keys()].filter((column) => !at.includes(column));
  const notes = columns.notes ?? -1;
  if (left.length > 0 && notes < 0) return null;
  return (isHeaded ? rest : all).map((row) => {
    const cells = at.map((column) => row[column] ?? '');
    const beside = left.filter((column) => row[column]).map((column) => `${head[column]}: ${row[column]}`);
    if (beside.length > 0) cells[notes] = [cells[notes] ?? '', ...beside].filter((one) => one !== '').join('. ');
    // A name in it that has marks of its own lies deeper.
    cells[name] = cells[name] === '' ? '' : `${level}${cells[name]}`;
    return { cells, raw: '', of: null };
  });
}

/** Whether a table is one of fields with tables in cells of its rows, and none that only places what it holds. */
export function holdsFields(table: Element): boolean {
  const [first, ...rows] = below(table, ['tr']);
  if (first === undefined || below(first, ['table']).length > 0) return false;
  const { columns } = columnsOf(elementsIn(first).map((cell) => shownText(cell.childNodes, true)));
  if (columns.name === undefined && columns.header === undefined) return false;
  return (
    Object.keys(columns).length > 1 &&
    rows.some((row) => below(row, ['table']).length === 0 || elementsIn(row).length > 1)
  );
}

/**
 * The rows of a table: a cell that reaches over columns leaves those beside it empty, and one that reaches over rows holds for each.
 * The rows of a table within a cell are those of fields within the field of its row.
 */
export function rowsOf(table: Element): { rows: OwnRow[]; apart: Apart[] } {
  const reaching: number[] = [];
  const above: string[] = [];
  let head: string[] | null = null;
  const rows: OwnRow[] = [];
  const apart: Apart[] = [];
  for (const row of below(table, ['tr'])) {
    const cells: string[] = [];
    const shown: Element[] = [];
    const skip = (): void => {
      for (
        let left = reaching[cells.length] ?? 0;
        left > 0 && cells.length < mostColumns;
        left = reaching[cells.length] ?? 0
      ) {
        reaching[cells.length] = left - 1;
        cells.push(above[cells.length] ?? '');
      }
    };
    for (const cell of elementsIn(row).filter(({ tagName }) => tagName === 'td' || tagName === 'th')) {
      skip();
      if (cells.length >= mostColumns) break;
      const text = `${indentOf(cell)}${shownText(withoutTables(cell.childNodes), true)}`;
      for (let column = 0; column < span(cell, 'colspan'); column++) {
        reaching[cells.length] = span(cell, 'rowspan') - 1;
        above[cells.length] = column === 0 && isRepeated(head?.[cells.length], cells.length) ? text : '';
        shown[cells.length] = cell;
        cells.push(column === 0 ? text : '');
      }
    }
    skip();
    head ??= cells;
    // A row that holds nothing but a table goes on with the one above it.
    const inner = below(row, ['table']);
    if (inner.length === 0 || cells.some((cell) => cell !== ''))
      rows.push({ cells: withStruckName(cells, (at) => wholeText(shown[at])), raw: '', of: row });
    const field = rows.at(-1)?.cells ?? [];
    for (const one of inner) {
      const within = withinRow(rowsOf(one).rows, head, field);
      if (within === null) apart.push({ title: field[0] ?? '', table: one });
      else rows.push(...within);
    }
  }
  return { rows, apart };
}
