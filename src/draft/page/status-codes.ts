/** Columns of a table of statuses that are called as a member of the answer, and hold its values. */
import { keysOf, pointerOf } from '../../formats/json.ts';
import { type Columns, cell, isProse, type TableBlock } from './columns.ts';
import { isForSome } from './doubts.ts';
import { type Code, type Reading, shownBlock } from './reading.ts';
import { wholeNumber } from './values.ts';

/** A name as programs write it, or a word in small letters beside heads that begin with a capital. */
const isMember = (name: string, others: string[]): boolean =>
  /^[a-z]+(?:_[a-z\d]+|[A-Z][a-z\d]+)+$/.test(name) ||
  (/^[a-z]{2,}$/.test(name) && others.every((one) => /^\W*\p{Lu}/u.test(one)));

/** Words of a table that does not list every answer. */
const some = /\b(?:common|frequent|typical|examples?|some|selected|umum|sering|contoh|beberapa|sebagian|misal\w*)\b/i;

const isNone = (text: string): boolean => /^\W*$/.test(text);

/** A code is one word that is no number: of which type a number is, the table does not say. */
const isCode = (text: string): boolean => /^[A-Za-z][\w.:/#-]*$/.test(text) && text.length > 1 && !isProse(text);

/**
 * What the columns that are called as a member say of it in the answers of each status that refuses.
 * @returns the codes, and the columns they are of
 */
export function codesIn({ head, rows, title }: TableBlock, columns: Columns): { codes: Code[]; names: number[] } {
  if (some.test(title)) return { codes: [], names: [] };
  const names = head.flatMap((one, at) => {
    const cells = rows.map((row) => cell(row, at));
    const isNamed = at !== columns.status && isMember(one.trim(), head.toSpliced(at, 1));
    return isNamed && cells.some(isCode) && cells.every((text) => isNone(text) || isCode(text)) ? [at] : [];
  });
  const codes = names.flatMap((at) => {
    const values = new Map<number, Set<string>>();
    const open = new Set<number>();
    for (const row of rows) {
      const status = wholeNumber(cell(row, columns.status).split(' ')[0] ?? '') ?? 0;
      const value = cell(row, at);
      // A row without a code, or one for some requests, leaves the others of its status open.
      if (isNone(value) || row.some(isForSome)) open.add(status);
      else values.set(status, (values.get(status) ?? new Set()).add(value));
    }
    const name = (head[at] ?? '').trim();
    return [...values].flatMap(([status, [only = '', ...others]]): Code[] =>
      status < 400 || open.has(status)
        ? []
        : [
            {
              name,
              status,
              at: `${title}, ${status}`,
              schema: others.length > 0 ? { enum: [only, ...others] } : { const: only },
            },
          ],
    );
  });
  return { codes, names };
}

/** Puts the codes of tables where the page has a member of that name; another body, or several places, make it a question. */
export function placeCodes(readings: Reading[]): void {
  const pointers = new Set(
    readings.flatMap(({ statement: { answers } }) =>
      answers.flatMap(({ status, members }) => (status < 400 ? [] : members.map(({ pointer }) => pointer))),
    ),
  );
  for (const reading of readings) {
    const lost = new Set<string>();
    for (const { name, status, at, schema } of reading.codes ?? []) {
      const [pointer = pointers.size === 0 ? pointerOf([name]) : null, ...others] = [...pointers].filter(
        (one) => keysOf(one).at(-1) === name,
      );
      const member = { at, origin: 'table' as const, required: null, schema };
      const answer = reading.statement.answers.find((one) => one.status === status);
      if (pointer === null || others.length > 0) lost.add(name);
      else answer?.members.push({ pointer, ...member });
    }
    if (lost.size > 0)
      reading.todos.push({
        name: `codes ${reading.block.title} ${reading.block.line}`,
        what: `where the answers that refuse hold ${[...lost].join(', ')}: ${shownBlock(reading.block)} gives values of it, and no body beside it has one member of that name`,
      });
  }
}
