/** Columns that two things share, as `HTTP status / Code` above `400 / 4001` has a status and a code in each cell. */
import { statusesIn } from '../words/status-words.ts';
import { columnOf } from '../words/words.ts';
import { type TableBlock, words } from './columns.ts';

/** Signs between the two. */
const signs: readonly RegExp[] = [/\s*\/\s*/, /\s*\|\s*/, /\s+[-–—]\s+/];

/** The two parts of a text with one such sign between them; null for any other text. */
function halves(text: string, sign: RegExp): [string, string] | null {
  const [first = '', second = '', ...more] = text.trim().split(sign);
  return first === '' || second === '' || more.length > 0 ? null : [first, second];
}

/** Whether a text is a status and nothing else. */
const isStatus = (text: string): boolean => {
  const bare = text.replace(/[`*]/g, '').trim();
  return /^[2-5]\d\d$/.test(bare) && statusesIn(bare).length === 1;
};

/** Which of two heads is that of a status; of two that may be, the one that speaks of HTTP. Null where they do not tell. */
function statusAt(heads: [string, string]): 0 | 1 | null {
  const bare = heads.map((head) => head.replace(/[`*]/g, '').trim());
  for (const isOne of [(head: string) => columnOf(head) === 'status', (head: string) => /\bhttp\b/i.test(head)]) {
    const [first, second] = bare.map(isOne);
    if (first !== second) return first ? 0 : 1;
  }
  return null;
}

/** A code as it is written: one word, or a text that is marked as code. */
const isCode = (text: string): boolean => /^`[^`]+`$|^[\w.-]+$/.test(text);

/** The two columns that such a column is; null where its head or a cell of it says anything else. */
function apart(title: string, cells: () => string[]): { head: [string, string]; rows: [string, string][] } | null {
  for (const sign of signs) {
    const head = halves(title, sign);
    const at = head === null ? null : statusAt(head);
    if (head === null || at === null) continue;
    const rows = cells().map((one) => halves(one, sign));
    const found = rows.filter((one) => one !== null);
    if (found.length === rows.length && found.every((one) => isStatus(one[at]) && isCode(one[1 - at] ?? '')))
      return { head, rows: found };
  }
  return null;
}

/** A table with such a column as two, the order of which its head gives. */
export function withSharedApart(block: TableBlock): TableBlock {
  const { head, rows } = block;
  if (rows.length === 0) return block;
  for (const [index, title] of head.entries()) {
    // Most heads are of one thing, and the cells below them are not looked at.
    const found = apart(title, () => rows.map((row) => words(row, index)));
    if (found === null) continue;
    const put = (row: string[], [first, second]: [string, string]): string[] => [
      ...row.slice(0, index),
      ...[first, second],
      ...row.slice(index + 1),
    ];
    return { ...block, head: put(head, found.head), rows: rows.map((row, at) => put(row, found.rows[at] ?? ['', ''])) };
  }
  return block;
}
