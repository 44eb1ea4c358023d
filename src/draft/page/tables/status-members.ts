/** Columns of a table of statuses that hold the values of a member: one or several for each status. */
import { pointerOf } from '../../../formats/json.ts';
import type { Member } from '../../facts/facts.ts';
import { pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import { isPlaceholder, wholeNumber } from '../values/values.ts';
import { type Columns, cell, type TableBlock, words } from './columns.ts';

/** A head that may be the name of a member, as programs or as people write it; one of a member within it has a dot. */
const named = /^`?([A-Za-z]\w*(?:(?:\.\w+){1,3}|(?: \w+){1,2})?)`?$/;

/** A head that is written as programs write a name, and as people write no word. */
const isProgram = (head: string): boolean => /^`[^`]+`$|[a-z][A-Z]|_|\w\.\w/.test(head);

/** A small word among heads that people write with capitals: it is written as programs write it. */
const isSmall = (head: string, heads: string[]): boolean =>
  /^[a-z]{2,}$/.test(head) && heads.every((one) => one.trim() === head || /^\W*\p{Lu}/u.test(one));

/** A code, as answers hold it; words and what stands for something else are none. */
const isCode = (text: string): boolean => /^[\w.:/-]+$/.test(text) && /\w/.test(text) && !isPlaceholder(text);

/** Codes with commas or words for a choice between them, each between backticks. */
const listed = pattern`^\`[\w.:/-]+\`(?:(?:\s*[,/]\s*(?:${word.or}\s+)?|\s+${word.or}\s+)\`[\w.:/-]+\`)*$`;

/** One code between backticks, and words in parentheses that say what it is for. */
const explained = /^(`[\w.:/-]+`) \(([^`()]*)\)$/;

const isEmpty = (text: string): boolean => /^[\s–—-]*$/.test(text);

const isDash = (text: string): boolean => /^[–—-]+$/.test(text);

/** The values of a cell; null where it holds words. */
export function codesIn(written: string): string[] | null {
  const [, only = written] = explained.exec(written) ?? [];
  const codes = listed.test(only) ? only.split('`').filter((_, at) => at % 2 === 1) : [only.replaceAll('`', '')];
  return codes.every(isCode) ? codes : null;
}

/** A text that an answer holds word for word; null where a part of it stands for something else. */
function textIn(written: string): string | null {
  const text = written.replaceAll('`', '');
  // Brackets mark what is filled in, as braces do.
  const isOpen = isPlaceholder(text) || /"|%\w|\$\w/.test(text) || /\[/.test(text);
  return isOpen ? null : text;
}

/** The status of a row; null where its cell says anything else, or more. */
const statusOf = (text: string): number | null =>
  wholeNumber(/^(\d{3})(?:\s+[A-Z][A-Za-z' -]*)?$/.exec(text)?.[1] ?? '');

/** The values that cells give, cell by cell: none where one is empty; null where they are of no member. */
function valuesIn(head: string, heads: string[], cells: string[]): (string[] | null)[] | null {
  const filled = cells.filter((one) => !isEmpty(one));
  if (filled.length === 0) return null;
  const codes = cells.map((one) => (isEmpty(one) ? null : codesIn(one)));
  if (filled.every((one) => codesIn(one) !== null)) return codes;
  if (
    !isProgram(head) &&
    !(isSmall(head, heads) && filled.every((one) => /^\p{Lu}/u.test(one))) &&
    !/^messages?$/i.test(head)
  )
    return null;
  return cells.map((one) => (isEmpty(one) ? null : [textIn(one) ?? []].flat()));
}

/** A code alone, as programs write it and people write no word; a cell of nothing else may have lost its marks. */
const isCodeAlone = (text: string): boolean => isCode(text) && /_|[a-z][A-Z]/.test(text);

/** The codes of the cells that hold nothing else, where other cells hold words; null without any. */
function codesAmongWords(cells: string[]): (string[] | null)[] | null {
  const found = cells.map((one) => (listed.test(one) || isCodeAlone(one) ? codesIn(one) : null));
  return found.some((one) => one !== null) ? found : null;
}

/**
 * The members whose values a table gives for each status. All of its rows count, whatever they are about: a status may be
 * answered with any of them. A member without a value is one that holds more than the table says word for word.
 */
export function membersByStatus(block: TableBlock, columns: Columns): Map<number, Member[]> {
  const found = new Map<number, Member[]>();
  const statuses = statusesIn(block, columns).map(statusOf);
  // Several statuses in one row may have any of its values.
  if (statuses.includes(null)) return found;
  for (const [at, head] of block.head.entries()) {
    if (at === columns.status) continue;
    const [, name = ''] = named.exec(head.trim()) ?? [];
    const cells = block.rows.map((row) => words(row, at));
    const whole = name === '' ? null : valuesIn(head.trim(), block.head, cells);
    // Codes alone say which member they are of, whatever stands above them.
    const values = whole ?? codesAmongWords(cells);
    if (values === null) continue;
    for (const status of new Set(statuses)) {
      const own = values.filter((_, row) => statuses[row] === status);
      if (status === null) continue;
      const pointer = pointerOf(name === '' ? [head.trim()] : name.split('.'));
      const none = { pointer, at: `${block.title}, ${status}`, origin: 'table', required: null, schema: {} } as const;
      const isNone = block.rows.every((row, index) => statuses[index] !== status || isDash(words(row, at)));
      if (isNone && status >= 400 && whole !== null)
        found.set(status, [...(found.get(status) ?? []), { ...none, byStatus: true, absent: true }]);
      // An answer that may do without the member holds no value that is known.
      if (own.includes(null)) continue;
      const isWhole = own.every((one) => one !== null && one.length > 0);
      const [first = '', ...others] = new Set(own.flatMap((one) => one ?? []));
      const member: Member = {
        ...none,
        schema: !isWhole ? {} : others.length === 0 ? { const: first } : { enum: [first, ...others] },
        byStatus: whole === null ? 'among words' : true,
      };
      found.set(status, [...(found.get(status) ?? []), member]);
    }
  }
  return found;
}

/** The status of each row as it is written: an empty cell is that of the row above it. */
export function statusesIn({ rows }: TableBlock, { status }: Columns): string[] {
  let last = '';
  return rows.map((row) => {
    last = cell(row, status) || last;
    return last;
  });
}
