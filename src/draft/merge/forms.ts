/** Several lists of one body that share members and have others of their own: forms of it, of which a request has one. */
import { shownPointer } from '../../formats/json.ts';
import type { Member, Todo } from '../facts/facts.ts';

const isTop = ({ pointer }: Member): boolean => pointer.lastIndexOf('/') === 0;

/** Mandatory members of a list that others of the page leave out; null where no other is a form beside it. */
function ownOf(list: Member[], lists: Member[][]): Set<string> {
  const own = new Set<string>();
  const here = list.filter(isTop);
  const names = new Set(here.map(({ pointer }) => pointer));
  for (const other of lists) {
    if (other === list) continue;
    const there = new Set(other.filter(isTop).map(({ pointer }) => pointer));
    const mine = here.filter(({ pointer, required }) => required === true && !there.has(pointer));
    const theirs = other.filter((one) => isTop(one) && one.required === true && !names.has(one.pointer));
    const isShared = here.some(({ pointer }) => there.has(pointer));
    if (isShared && mine.length > 0 && theirs.length > 0) for (const { pointer } of mine) own.add(pointer);
  }
  return own;
}

/** The lists with what only one form demands left open, and the question which form is meant. */
export function asForms(part: string, lists: Member[][]): { lists: Member[][]; todos: Todo[] } {
  const tables = lists.filter((list) => list.some(({ origin }) => origin === 'table'));
  const open = new Map(tables.map((list) => [list, ownOf(list, tables)]));
  const names = [...new Set([...open.values()].flatMap((own) => [...own]))];
  if (names.length === 0) return { lists, todos: [] };
  const places = [...open].filter(([, own]) => own.size > 0).map(([list]) => list[0]?.at ?? '');
  return {
    lists: lists.map((list) =>
      list.map((member) => (open.get(list)?.has(member.pointer) ? { ...member, required: null } : member)),
    ),
    todos: [
      {
        name: `${part} forms`,
        what: `whether ${names.map(shownPointer).join(', ')} are mandatory: the page gives several lists of members that share some (${places.join('; ')}), and each of them has others`,
        ask: { about: 'mandatory', facts: names.map((pointer) => `${part} ${pointer}`) },
      },
    ],
  };
}
