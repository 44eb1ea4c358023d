/** Collects the blocks of a page from whatever it is written in. */
import type { Block, Item } from '../blocks/blocks.ts';
import { isPart } from '../blocks/heading-words.ts';
import { readable, readableTitle } from '../words/readable.ts';
import { plainBlocks } from './plain.ts';

/** A row of a table as it is written; `raw` is its line where the page has one. */
export interface Row {
  cells: string[];
  raw: string;
}

/** What a reader of Markdown or HTML hands over, in reading order. */
export interface BlockSink {
  heading(words: string, depth: number, line: number): void;
  /** The title of a part that ends below it with a caption without words: then the headings above it hold again. */
  caption(words: string, line: number): void;
  lines(list: string[], line: number): void;
  code(text: string, language: string, info: string, line: number): void;
  list(items: Item[], line: number): void;
  /** `isBare` where the rows have no lines of their own, and a row of one cell is no text. */
  table(rows: Row[], isBare: boolean, line: number): void;
  finish(): Block[];
}

/** Whether the only cell of a row is the caption of the rows below it, as `Body parameters` is. */
const isCaptionRow = ({ cells: [cell = ''], raw }: Row): boolean =>
  /^\s*\|.*\|\s*$/.test(raw) && /\p{L}\s+\p{L}/u.test(cell) && isPart(cell) && cell.length < 60;

const isRule = (cells: string[]): boolean => cells.length > 0 && cells.every((cell) => /^[-:]+$/.test(cell));

const readableRow = ({ cells, raw }: Row): Row => ({ cells: cells.map(readable), raw: readable(raw) });

type Heading = Extract<Block, { kind: 'heading' }>;

/** The depth of the title of a part: that of the least heading, above captions. */
const partDepth = 6;

/** The headings that hold at the end of blocks, the highest first. */
function openHeadings(blocks: Block[]): Heading[] {
  const open: Heading[] = [];
  for (const block of blocks) {
    if (block.kind !== 'heading') continue;
    while ((open.at(-1)?.depth ?? 0) >= block.depth) open.pop();
    if (block.title !== '') open.push(block);
  }
  return open;
}

/** When a page was changed, as sites write it below its text: nothing of what it documents. */
const ofPage =
  /^(?:last )?(?:updated|modified|edited) (?:(?:about|over|almost) )?(?:an?|\d{1,3}) (?:second|minute|hour|day|week|month|year)s? ago$/i;

/** A sink without any block. */
export function createSink(): BlockSink {
  const blocks: Block[] = [];
  let title = '';
  let loose: { lines: string[]; line: number } | null = null;
  /** Headings that hold below the titles of parts. */
  let above: Heading[] | null = null;

  const flush = (): void => {
    if (!loose) return;
    for (const block of plainBlocks(loose.lines, loose.line, title)) {
      if (block.kind === 'heading') title = block.title;
      blocks.push(block);
    }
    loose = null;
  };
  const lines = (list: string[], line: number): void => {
    loose ??= { lines: [], line };
    // Each line keeps its place, so that a passage is found on the page again.
    const gap = Math.max(loose.lines.length > 0 ? 1 : 0, line - loose.line - loose.lines.length);
    for (let index = 0; index < gap; index++) loose.lines.push('');
    for (const one of list) loose.lines.push(ofPage.test(one.trim()) ? '' : readable(one));
  };
  const heading = (words: string, depth: number, line: number): void => {
    flush();
    title = readableTitle(readable(words.trim()));
    blocks.push({ kind: 'heading', title, depth, line });
  };
  return {
    lines,
    heading(words, depth, line) {
      above = null;
      heading(words, depth, line);
    },
    caption(words, line) {
      flush();
      above ??= openHeadings(blocks);
      const held = above;
      heading(words, partDepth, line);
      if (words !== '') return;
      above = null;
      title = held.at(-1)?.title ?? '';
      for (const one of held) if (one.depth >= partDepth) heading(one.title, one.depth, line);
    },
    code(text, language, info, line) {
      flush();
      blocks.push({ kind: 'code', title, line, language, info, text });
    },
    list(items, line) {
      flush();
      if (items.length === 0) return;
      blocks.push({ kind: 'list', title, line, items: items.map((item) => ({ ...item, text: readable(item.text) })) });
    },
    table(rows, isBare, line) {
      flush();
      const add = (head: string[], own: string[][], at: number): void => {
        flush();
        blocks.push({ kind: 'table', title, line: at, head, rows: own });
      };
      splitTable(rows.map(readableRow), isBare, {
        add: (head, own, index) => add(head, own, line === 0 ? 0 : line + index),
        lines: (list, index) => lines(list, line + index),
      });
      flush();
    },
    finish() {
      flush();
      return blocks;
    },
  };
}

interface Parts {
  add(head: string[], rows: string[][], index: number): void;
  lines(list: string[], index: number): void;
}

/**
 * One Markdown table may hold several, and the text between them: every line up to the next empty one is a row of it.
 * A row before a rule of dashes is a head, a row without a bar is text, and cells that are one to a line are joined.
 */
function splitTable(all: Row[], isBare: boolean, parts: Parts): void {
  const isText = (row: Row): boolean => row.cells.length === 1 && !row.raw.includes('|');
  let head: string[] | null = null;
  let begin = 0;
  let rows: string[][] = [];
  let loose: string[] = [];
  let text: string[] = [];
  const flushText = (): void => {
    if (text.length > 0) parts.lines(text, begin);
    text = [];
  };
  const flushTable = (): void => {
    // What fills no row is a row all the same, and none of it is lost.
    if (loose.length > 0) rows.push(loose);
    if (head) parts.add(head, rows, begin);
    head = null;
    rows = [];
    loose = [];
  };
  for (const [index, row] of all.entries()) {
    if (isRule(row.cells)) continue;
    const next = all[index + 1];
    if (index === 0 || (next && isRule(next.cells))) {
      flushTable();
      flushText();
      begin = index;
      head = row.cells;
    } else if (!isBare && isText(row)) {
      flushTable();
      if (text.length === 0) begin = index;
      text.push(row.raw);
    } else if (head && row.cells.length === 1 && head.length > 1 && !isCaptionRow(row)) {
      loose.push(...row.cells);
      if (loose.length === head.length) rows.push(loose.splice(0));
    } else rows.push(row.cells);
  }
  flushTable();
  flushText();
}
