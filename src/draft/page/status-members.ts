/** Columns of a table of statuses that hold the values of a member: one or several for each status. */
import { pointerOf } from '../../formats/json.ts';
import type { Member } from '../facts/facts.ts';
import { type Columns, cell, type TableBlock } from './columns.ts';
import { isPlaceholder, wholeNumber } from './values.ts';

/** A head that may be the name of a member, as programs or as people write it. */
const named = /^`?([A-Za-z]\w*(?: \w+){0,2})`?$/;

/** A code, as answers hold it; words and what stands for something else are none. */
const isCode = (text: string): boolean => /^[\w.:/-]+$/.test(text) && /\w/.test(text) && !isPlaceholder(text);

/** The status of a row; null where its cell says anything else, or more. */
const statusOf = (text: string): number | null =>
  wholeNumber(/^(\d{3})(?:\s+[A-Z][A-Za-z' -]*)?$/.exec(text)?.[1] ?? '');

/**
 * The members whose values a table gives for each status. All of its rows count, whatever they are about: a status may be
 * answered with any of them.
 */
export function membersByStatus(block: TableBlock, columns: Columns): Map<number, Member[]> {
  const found = new Map<number, Member[]>();
  const statuses = block.rows.map((row) => statusOf(cell(row, columns.status)));
  // Several statuses in one row may have any of its values.
  if (statuses.includes(null)) return found;
  for (const [at, head] of block.head.entries()) {
    const [, name = ''] = named.exec(head.trim()) ?? [];
    if (at === columns.status || name === '') continue;
    const values = block.rows.map((row) => cell(row, at));
    if (values.length === 0 || !values.every(isCode)) continue;
    for (const status of new Set(statuses)) {
      if (status === null) continue;
      const [first = '', ...others] = new Set(values.filter((_, row) => statuses[row] === status));
      const member: Member = {
        ...{ pointer: pointerOf([name]), at: `${block.title}, ${status}`, origin: 'table', required: null },
        schema: others.length === 0 ? { const: first } : { enum: [first, ...others] },
        byStatus: true,
      };
      found.set(status, [...(found.get(status) ?? []), member]);
    }
  }
  return found;
}
