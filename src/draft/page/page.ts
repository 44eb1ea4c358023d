/** A documentation page as blocks in reading order, whether it is written in Markdown or in HTML. */
import { fromHtml } from 'hast-util-from-html';
import { toMdast } from 'hast-util-to-mdast';
import type { Nodes, Table, TableRow } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { toString as textOf } from 'mdast-util-to-string';
import { gfmTable } from 'micromark-extension-gfm-table';

/** A part of a page; `title` is the heading, or the caption line, that it stands under. */
export type Block =
  | { kind: 'heading'; title: string }
  | { kind: 'table'; title: string; head: string[]; rows: string[][] }
  | { kind: 'code'; title: string; language: string; info: string; text: string }
  | { kind: 'lines'; title: string; lines: string[] };

/** What a page is written in. */
export type PageFormat = 'markdown' | 'html';

const mostTitleWords = 5;

/** Whether a line alone is a caption: a page copied out of a browser has lost its heading marks. */
function isCaption(line: string): boolean {
  const words = line.trim().split(' ');
  const letters = (word: string): boolean => /^\p{L}[\p{L}\d]*$/u.test(word);
  return words.length <= mostTitleWords && words.every(letters) && /^\p{Lu}/u.test(line.trim());
}

const isRule = (cells: string[]): boolean =>
  cells.length > 0 && cells.every((cell) => cell !== '' && [...cell].every((character) => '-:'.includes(character)));

/** The blocks of a page. */
export function blocksOf(text: string, format: PageFormat): Block[] {
  const source = format === 'markdown' ? text : null;
  const tree =
    source === null
      ? toMdast(fromHtml(text), { newlines: true })
      : fromMarkdown(source, { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] });
  const blocks: Block[] = [];
  let title = '';

  const heading = (line: string): void => {
    title = line.trim();
    blocks.push({ kind: 'heading', title });
  };
  const lines = (list: string[]): void => {
    let run: string[] = [];
    const flush = (): void => {
      if (run.length > 0) blocks.push({ kind: 'lines', title, lines: run });
      run = [];
    };
    for (const line of list) {
      if (isCaption(line)) {
        flush();
        heading(line);
      } else run.push(line);
    }
    flush();
  };
  // The raw text of a paragraph keeps the underscores and asterisks of a sample that Markdown would read as emphasis.
  const raw = (node: Nodes): string => {
    const { start, end } = node.position ?? {};
    return source !== null && start?.offset !== undefined && end?.offset !== undefined
      ? source.slice(start.offset, end.offset)
      : textOf(node);
  };
  const visit = (node: Nodes): void => {
    switch (node.type) {
      case 'heading':
        heading(textOf(node, { includeHtml: false }));
        return;
      case 'code':
        blocks.push({ kind: 'code', title, language: node.lang ?? '', info: node.meta ?? '', text: node.value });
        return;
      case 'table':
        table(node, raw, {
          add: (head, rows) => void blocks.push({ kind: 'table', title, head, rows }),
          lines,
        });
        return;
      case 'paragraph':
        lines(raw(node).split('\n'));
        return;
      default:
        if ('children' in node) for (const child of node.children) visit(child);
    }
  };
  visit(tree);
  return blocks;
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
