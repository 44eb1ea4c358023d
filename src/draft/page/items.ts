/** Fields that lie in the items of a list: no draft can state them, and each of them is left to a person. */

import { shownPointer } from '../../formats/json.ts';
import type { Member } from '../facts/facts.ts';
import { type Reading, shownBlock } from './reading.ts';

/** Takes the members away that lie below a list, and asks what its items hold. */
export function leaveItems(reading: Reading): void {
  const { statement } = reading;
  const left: string[] = [];
  const kept = (members: Member[]): Member[] => {
    const lists = members.filter(({ schema }) => schema['type'] === 'array').map(({ pointer }) => `${pointer}/`);
    if (lists.length === 0) return members;
    const isItem = ({ pointer }: Member): boolean => lists.some((list) => pointer.startsWith(list));
    left.push(...members.filter(isItem).map(({ pointer }) => shownPointer(pointer)));
    return members.filter((member) => !isItem(member));
  };
  statement.request = kept(statement.request);
  statement.answers = statement.answers.map((answer) => ({ ...answer, members: kept(answer.members) }));
  if (left.length > 0)
    reading.todos.push({
      name: `items ${reading.block.title} ${reading.block.line}`,
      what: `what ${left.join(', ')} of ${shownBlock(reading.block)} are: they lie in the items of a list, of which a draft states nothing`,
    });
}
