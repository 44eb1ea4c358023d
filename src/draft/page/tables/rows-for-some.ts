/** Rows of a table of statuses that a sign or the marks of its columns give to some calls alone. */
import type { Block } from '../blocks/blocks.ts';
import { columnsOf } from '../words/head-columns.ts';
import { statusesIn } from '../words/status-words.ts';
import { cell, type TableBlock } from './columns.ts';
import { isIssuing } from './rows-of-calls.ts';

/** A sign at the end of a cell that leads to a note. */
const signed = /\s?(\*{1,3}|[†‡§])\)?$/;

/** A sign in a sentence or before a note. */
const signsIn = (line: string): string[] =>
  [...line.replaceAll('\\', '').matchAll(/(?<![\p{L}\d*])(\*{1,3}|[†‡§])(?![\p{L}\d*])/gu)].map(
    ([, sign = '']) => sign,
  );

/** The sentences of lines that speak of signs, by the sign. */
function notesIn(blocks: (Block | undefined)[]): Map<string, string> {
  const found = new Map<string, string>();
  for (const block of blocks)
    for (const line of block?.kind === 'lines' ? block.lines : [])
      for (const sentence of line.split(/(?<=[.!?])\s+/))
        for (const sign of signsIn(sentence)) if (!found.has(sign)) found.set(sign, sentence.trim());
  return found;
}

const isSet = (text: string): boolean => /^(?:[●•xX×✓✔☑✅]|yes|ya|y|ada)$/i.test(text);
const isUnset = (text: string): boolean => /^(?:[○◯✗✘✖❌–—-]|no|tidak|n)?$/i.test(text);

/** Columns of a table that hold marks alone, as one for each call does; none where each row has the same. */
function markColumns({ head, rows }: TableBlock, status: number): number[] {
  const columns = head.flatMap((title, at) => {
    const cells = rows.map((row) => cell(row, at));
    const isMarks = cells.every((one) => isSet(one) || isUnset(one)) && cells.some(isSet);
    return at !== status && title.trim() !== '' && isMarks ? [at] : [];
  });
  const differ = rows.some((row) => columns.some((at) => isUnset(cell(row, at))));
  return columns.length > 1 && differ ? columns : [];
}

/** What lines say that the head of a column stands for: `T = token service`, `P: payments`. */
function meaningOf(head: string, near: (Block | undefined)[]): string {
  const name = head.replace(/[`*]/g, '').trim();
  const lines = near.flatMap((block) =>
    block?.kind === 'lines' ? block.lines : block?.kind === 'list' ? block.items.map(({ text }) => text) : [],
  );
  const pairs = lines.flatMap((line) => [
    ...line.replace(/[`*]/g, '').matchAll(/(?:^|[\s,;(])([\p{L}\d]{1,8})\s?(?:=|:|–|->|→)\s?([^,;.=]{2,60})/gu),
  ]);
  const meaning = pairs.find(([, code]) => code === name)?.[2] ?? name;
  return meaning
    .replace(/\(.*?\)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The table with the calls that such columns mark in one column, or with the rows that are not of all of them as rows for some. */
function withCallsOf(block: TableBlock, status: number, near: (Block | undefined)[]): TableBlock {
  const columns = markColumns(block, status);
  if (columns.length === 0) return block;
  const names = new Map(columns.map((at) => [at, meaningOf(block.head[at] ?? '', near)]));
  const without = (cells: string[]): string[] => cells.filter((_, at) => !names.has(at));
  const marked = block.rows.map((row) => columns.filter((at) => isSet(cell(row, at))));
  const plain = { ...block, head: without(block.head), rows: block.rows.map(without) };
  if ([...names.values()].some(isIssuing)) {
    const called = marked.map((own) => own.map((at) => names.get(at) ?? '').join(', ') || 'none');
    return {
      ...plain,
      head: [...plain.head, 'Operation'],
      rows: plain.rows.map((row, index) => [...row, called[index] ?? '']),
    };
  }
  const forSome = marked.map((own) =>
    own.length === columns.length
      ? ''
      : `marked for ${own.map((at) => (block.head[at] ?? '').trim()).join(', ')} alone`,
  );
  return { ...plain, forSome };
}

/** Marks the rows of tables of statuses that are of some calls alone. */
export function rowsForSome(blocks: Block[], tables: Map<Block, TableBlock>): void {
  for (const [index, block] of blocks.entries()) {
    if (block.kind !== 'table') continue;
    const { status } = columnsOf(block.head).columns;
    if (status === undefined || !block.rows.some((row) => statusesIn(cell(row, status)).length > 0)) continue;
    const near = [blocks[index - 1], blocks[index + 1]];
    const table = withCallsOf(tables.get(block) ?? block, status, near);
    const notes = notesIn(near);
    const said = table.rows.map((row, at) => {
      const [sign] = row.flatMap((text) => signed.exec(text.replaceAll('\\', '').trim())?.[1] ?? []);
      return table.forSome?.[at] || (sign === undefined ? '' : (notes.get(sign) ?? ''));
    });
    if (said.some((words) => words !== '')) tables.set(block, { ...table, forSome: said });
    else if (table !== block && table !== tables.get(block)) tables.set(block, table);
  }
}
