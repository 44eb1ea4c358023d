/** How long tokens live by tables that hold neither fields nor refusals. */
import type { LifeSaid } from '../../facts/said-in-words.ts';
import type { Block } from '../blocks/blocks.ts';
import { columnsOf } from '../words/head-columns.ts';
import { livesInRows } from './lives.ts';

/** What a table says of it that has neither fields nor refusals, as a history of the page does: it may be so no more. */
export function livesNoted({ head, rows, title }: Extract<Block, { kind: 'table' }>): LifeSaid[] {
  const { columns } = columnsOf(head);
  const isRead = (columns.name ?? columns.header ?? columns.status) !== undefined;
  return isRead ? [] : livesInRows(rows, `${title}, table`);
}
