/** Fields of refusals whose status nothing beside them says. */
import { shownPointer } from '../../../formats/json.ts';
import type { Member } from '../../facts/facts.ts';
import { isPartial } from '../words/doubts.ts';
import { reworded } from '../words/rewordings.ts';
import type { Context } from './heading-words.ts';
import { leave, type Reading, shownBlock } from './reading.ts';

/** Takes them for every refusal where the page says that; else which refusals hold them is a question. */
export function readRefused(
  members: Member[],
  { every, partial }: Pick<Context, 'every' | 'partial'>,
  reading: Reading,
): void {
  if (every) {
    reading.used += members.length;
    reading.statement.refusals = { members };
    return;
  }
  const names = members.map(({ pointer }) => shownPointer(pointer)).join(', ');
  const what = `which status the answers of ${shownBlock(reading.block)} have, and that their body holds ${names}`;
  leave(reading, 'table', what);
  // What some refusals hold is not what each of them does.
  if (partial === null || !isPartial(reworded(partial)))
    reading.refused = { members, asked: reading.todos.at(-1)?.name ?? '' };
  reading.why = 'nothing says which status such an answer has';
}
