/** Tables of labels in which one label of an address stands for several rows, each with that of an environment. */
import { isUrl } from '../../../formats/url.ts';
import { isEnvironment } from '../words/environments.ts';
import { bare, hostIn, labelOf } from '../words/label-words.ts';
import type { TableBlock } from './columns.ts';

const isSite = (text: string): boolean => isUrl(text) || hostIn(text) !== null;

/** An environment behind its address: in parentheses, or behind a stroke. */
const behind = /^(\S+)\s+(?:\(([^()]{2,40})\)|[-–—]\s+(.{2,40}))$/;
const before = /^([^:]{2,40}):\s*(\S+)$/;

/** The cells behind a label as an environment with its address; null where they are anything else. */
function sitedIn([first = '', second = '']: string[]): string | null {
  const [one, two] = [first, second].map((cell) => cell.replace(/[`*<>]/g, '').trim());
  if (!one) return null;
  if (two) return isEnvironment(one) && isSite(two) ? `${one}: ${two}` : null;
  const [, name = '', site = ''] = before.exec(one) ?? [];
  if (isEnvironment(name) && isSite(site)) return `${name}: ${site}`;
  const [, address = '', inside, after] = behind.exec(one) ?? [];
  const environment = inside ?? after ?? '';
  return isEnvironment(environment) && isSite(address) ? `${environment}: ${address}` : null;
}

const isAddress = (label: string): boolean =>
  ['server', 'address'].includes(labelOf(bare(label).toLowerCase()) ?? '') && !isEnvironment(bare(label));

/** Whether a row goes on with the label above it, which it leaves out or has once more. */
const goesOn = (row: string[] | undefined, label: string): boolean =>
  row !== undefined && ['', label].includes(row[0]?.trim() ?? '');

/** Whether the label of a row is that of an address, and of the next row as well. */
function isAbove(rows: string[][], index: number): boolean {
  const label = rows[index]?.[0]?.trim() ?? '';
  return isAddress(label) && goesOn(rows[index + 1], label);
}

/** The rows with each label that such rows are below, in two columns; null where a row is anything else. */
function joinedRows(rows: string[][]): string[][] | null {
  const found: string[][] = [];
  let isSpanning = false;
  for (const [index, [label = '', ...cells]] of rows.entries()) {
    const last = found.at(-1);
    const isBelow = isSpanning && goesOn([label], last?.[0]?.trim() ?? '');
    if (isBelow || isAbove(rows, index)) {
      const sited = sitedIn(cells);
      if (sited === null) return null;
      if (!isBelow) found.push([label, sited]);
      else last?.splice(1, 1, `${last[1]}\n${sited}`);
      isSpanning = true;
      continue;
    }
    if (cells.slice(1).some((cell) => cell.trim() !== '')) return null;
    isSpanning = false;
    found.push([label, cells[0] ?? '']);
  }
  return found;
}

/** The table with the servers behind one label as the lines of its value; any other is as it was. */
export function withSpannedLabels(block: TableBlock): TableBlock {
  const all = [block.head, ...block.rows];
  if (block.head.length < 2 || block.head.length > 3) return block;
  if (!all.some((_, index) => isAbove(all, index))) return block;
  const [head, ...rows] = joinedRows(all) ?? [];
  return head === undefined ? block : { ...block, head, rows };
}
