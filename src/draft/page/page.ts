/** A documentation page as blocks in reading order, whether it is written in Markdown or in HTML. */
import { fromHtml } from 'hast-util-from-html';
import { toMdast } from 'hast-util-to-mdast';
import type { ListItem, Nodes, Table, TableRow } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { toString as textOf } from 'mdast-util-to-string';
import { gfmTable } from 'micromark-extension-gfm-table';
import { type Block, boldDepth, type Item } from './blocks.ts';
import { plainBlocks } from './plain.ts';

/** What a page is written in. */
export type PageFormat = 'markdown' | 'html';

const isRule = (cells: string[]): boolean =>
  cells.length > 0 && cells.every((cell) => cell !== '' && [...cell].every((character) => '-:'.includes(character)));

/** HTML elements that hold facts where Markdown lets HTML through. */
const holding = /<(table|dl|ul|ol|pre|h[1-6])\b/i;

/** The end of the HTML that begins at an offset: Markdown ends it at the first empty line, which may lie inside a table. */
function endOfHtml(source: string, start: number, end: number): number {
  const [, name = ''] = holding.exec(source.slice(start, end)) ?? [];
  if (name === '') return end;
  const close = source.toLowerCase().indexOf(`</${name.toLowerCase()}>`, start);
  return close < 0 ? end : Math.max(end, close + name.length + 3);
}

/** The blocks of a page. */
export function blocksOf(text: string, format: PageFormat): Block[] {
  const blocks: Block[] = [];
  let title = '';
  let loose: { lines: string[]; line: number } | null = null;
  let skipTo = 0;

  const flush = (): void => {
    if (!loose) return;
    for (const block of plainBlocks(loose.lines, loose.line, title)) {
      if (block.kind === 'heading') title = block.title;
      blocks.push(block);
    }
    loose = null;
  };
  const heading = (words: string, depth: number, line: number): void => {
    flush();
    title = words.trim();
    blocks.push({ kind: 'heading', title, depth, line });
  };
  const lines = (list: string[], line: number): void => {
    loose ??= { lines: [], line };
    // Each line keeps its place, so that a passage is found on the page again.
    const gap = Math.max(loose.lines.length > 0 ? 1 : 0, line - loose.line - loose.lines.length);
    for (let index = 0; index < gap; index++) loose.lines.push('');
    loose.lines.push(...list);
  };

  function walk(tree: Nodes, source: string | null, offset: number): void {
    const lineOf = (node: Nodes): number => (node.position ? node.position.start.line + offset : 0);
    // The raw text of a paragraph keeps the underscores and asterisks of a sample that Markdown would read as emphasis.
    const raw = (node: Nodes): string => {
      const { start, end } = node.position ?? {};
      return source !== null && start?.offset !== undefined && end?.offset !== undefined
        ? source.slice(start.offset, end.offset)
        : textOf(node);
    };
    const visit = (node: Nodes): void => {
      const from = node.position?.start.offset;
      if (source !== null && from !== undefined && from < skipTo && node.type !== 'root') return;
      switch (node.type) {
        case 'heading':
          heading(textOf(node, { includeHtml: false }), node.depth, lineOf(node));
          return;
        case 'code': {
          flush();
          const { lang, meta, value } = node;
          blocks.push({ kind: 'code', title, line: lineOf(node), language: lang ?? '', info: meta ?? '', text: value });
          return;
        }
        case 'table': {
          flush();
          const line = lineOf(node);
          table(node, raw, {
            add: (head, rows) => {
              flush();
              blocks.push({ kind: 'table', title, line, head, rows });
            },
            lines: (list) => lines(list, line),
          });
          flush();
          return;
        }
        case 'list':
          flush();
          blocks.push({ kind: 'list', title, line: lineOf(node), items: itemsOf(node.children, 0) });
          for (const code of codesIn(node)) visit(code);
          return;
        case 'paragraph': {
          const [only, ...others] = node.children;
          if (only?.type === 'strong' && others.length === 0)
            heading(textOf(only).replace(/:\s*$/, ''), boldDepth, lineOf(node));
          else lines(raw(node).split('\n'), lineOf(node));
          return;
        }
        case 'html': {
          if (source === null || from === undefined || !holding.test(node.value)) return;
          flush();
          skipTo = endOfHtml(source, from, node.position?.end.offset ?? from);
          const html = source.slice(from, skipTo);
          walk(toMdast(fromHtml(html, { fragment: true }), { newlines: true }), null, lineOf(node) - 1);
          return;
        }
        default:
          if ('children' in node) for (const child of node.children) visit(child);
      }
    };
    visit(tree);
    flush();
  }

  if (format === 'html') walk(toMdast(fromHtml(text), { newlines: true }), null, 0);
  else walk(fromMarkdown(text, { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] }), text, 0);
  return blocks;
}

function codesIn(node: Nodes): Nodes[] {
  if (node.type === 'code' || node.type === 'table') return [node];
  return 'children' in node ? node.children.flatMap(codesIn) : [];
}

function itemsOf(items: ListItem[], depth: number): Item[] {
  return items.flatMap((item) => {
    const own = item.children.filter(({ type }) => type === 'paragraph' || type === 'heading');
    const below = item.children.flatMap((child) => (child.type === 'list' ? itemsOf(child.children, depth + 1) : []));
    const text = own.map((node) => textOf(node)).join('\n');
    return [...(text === '' ? [] : [{ text, depth }]), ...below];
  });
}

interface Sink {
  add(head: string[], rows: string[][]): void;
  lines(list: string[]): void;
}

/**
 * One Markdown table may hold several, and the text between them: every line up to the next empty one is a row of it.
 * A row before a rule of dashes is a head, a row without a bar is text, and cells that stand one to a line are joined.
 */
function table(node: Table, raw: (node: Nodes) => string, sink: Sink): void {
  const cellsOf = (row: TableRow): string[] => row.children.map((cell) => textOf(cell, { includeHtml: false }).trim());
  const all = node.children.map((row) => ({ cells: cellsOf(row), raw: raw(row) }));
  // A table of HTML whose first row is no head has an empty one.
  if (all[0]?.cells.every((cell) => cell === '') && all.length > 1) all.shift();
  const isText = (row: (typeof all)[number]): boolean => row.cells.length === 1 && !row.raw.includes('|');
  let head: string[] | null = null;
  let rows: string[][] = [];
  let loose: string[] = [];
  let text: string[] = [];
  const flushText = (): void => {
    if (text.length > 0) sink.lines(text);
    text = [];
  };
  const flushTable = (): void => {
    if (head) sink.add(head, rows);
    head = null;
    rows = [];
    loose = [];
  };
  const bare =
    node.position === undefined || all.every((row) => !isText(row) || node.children[0]?.children.length === 1);
  for (const [index, row] of all.entries()) {
    if (isRule(row.cells)) continue;
    const next = all[index + 1];
    if (index === 0 || (next && isRule(next.cells))) {
      flushTable();
      flushText();
      head = row.cells;
    } else if (!bare && isText(row)) {
      flushTable();
      text.push(row.raw);
    } else if (head && row.cells.length === 1 && head.length > 1) {
      loose.push(...row.cells);
      if (loose.length === head.length) rows.push(loose.splice(0));
    } else rows.push(row.cells);
  }
  flushTable();
  flushText();
}
