/** Tables of the statuses that are answered, each with its reason. */
import type { Todo } from '../facts/facts.ts';
import { type Columns, cell, type TableBlock } from './columns.ts';
import { isPartial } from './doubts.ts';
import { isOtherTopic } from './outline.ts';
import { type Reading, shownBlock } from './reading.ts';
import { wholeNumber } from './values.ts';

/** Reads the statuses of a table, and what else its rows say as the words about them. */
export function statuses(block: TableBlock, columns: Columns, reading: Reading): void {
  for (const row of block.rows) {
    const status = wholeNumber(cell(row, columns.status).split(' ')[0] ?? '');
    if (status === null || status < 200 || status > 599 || row.some(isPartial)) continue;
    const isElsewhere = row.some((one) => isOtherTopic(one.replace(/\b(?:is|are|was|or|been) revoked\b/gi, ' ')));
    if (isElsewhere) reading.elsewhere ??= [];
    else reading.used++;
    const answers = (isElsewhere ? reading.elsewhere : undefined) ?? reading.statement.answers;
    const words = row.filter((_, at) => at !== columns.status).join(' ');
    const known = answers.find((answer) => answer.status === status);
    if (known) known.words = `${known.words ?? ''}\n${words}`;
    else answers.push({ ...{ status, at: `${block.title}, ${status}`, origin: 'table', members: [] }, words });
  }
}

/** The question whether numbers below a head that is not known are statuses. */
export function guessedTodo(block: TableBlock, at: number): Todo {
  const what = `whether the column "${(block.head[at] ?? '').trim().slice(0, 40)}" of ${shownBlock(block)} holds statuses of HTTP`;
  return { name: `statuses ${block.title} ${block.line}`, what };
}
