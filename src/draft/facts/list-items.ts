/** Members of the items of a list: their pointers go through any item, as that of `accounts[].id` does. */
import { keysOf, pointerOf, shownPointer } from '../../formats/json.ts';
import type { Member, Todo } from './facts.ts';

/** The key that stands for any item of a list. */
export const anyItem = '*';

/** Whether a pointer leads to an item of a list, or into one: no good request and no token is found there. */
export const isInItems = (pointer: string): boolean =>
  pointer.includes(`/${anyItem}`) && keysOf(pointer).includes(anyItem);

/** The pointer of the outermost list that a pointer goes through. */
export const listOf = (pointer: string): string => pointer.split(`/${anyItem}`)[0] ?? '';

/** Whether a member is a list, or may be one. */
const isList = ({ schema }: Member): boolean => [schema['type']].flat().includes('array');

/** The lists that a pointer goes through. */
const holders = (pointer: string): string[] => {
  const keys = keysOf(pointer);
  return keys.flatMap((key, at) => (key === anyItem ? [pointerOf(keys.slice(0, at))] : []));
};

/** Members with the lists that only their items name, as `accounts[].id` does; what is called something else than a list is a question. */
export function withLists(members: Member[], { todos }: { todos: Todo[] }): Member[] {
  const known = new Map(members.map((member) => [member.pointer, member]));
  const others: Member[] = [];
  for (const { at, origin, pointer } of members.filter((member) => isInItems(member.pointer)))
    for (const list of holders(pointer)) {
      const own = known.get(list);
      if (own && isList(own)) continue;
      if (own?.schema['type'] !== undefined) others.push(own);
      known.set(list, {
        ...(own ?? { pointer: list, at, origin, required: null }),
        schema: { ...own?.schema, type: 'array' },
      });
    }
  const [first] = others;
  if (first) {
    const names = others.map(({ pointer }) => shownPointer(pointer)).join(', ');
    todos.push({
      name: `${names} type`,
      what: `the type of ${names} (${first.at}): declared as ${String(first.schema['type'])}, and its members are named as those of the items of a list`,
    });
  }
  return [...known.values()];
}

/** Whether a sample with those members shows nothing of what holds a member of an item: its list is empty there. */
export const isLeftEmpty = (pointer: string, sampled: string[]): boolean =>
  isInItems(pointer) && !sampled.some((one) => one.startsWith(pointer.slice(0, pointer.lastIndexOf('/') + 1)));

/** Whether a fact, as a comparison calls it, is of an item of a list. */
export const isOfItems = (fact: string): boolean => /(?:^| )(?:request|\d{3}) \/\S*\/\*(?=[/ ])/.test(fact);

/** The members with those that lie below a list in its items, wherever their names go past these. */
export function inItems(members: Member[]): Member[] {
  const lists = new Set(members.filter(isList).map(({ pointer }) => pointer));
  if (lists.size === 0) return members;
  return members.map((member) => {
    const keys = keysOf(member.pointer);
    const whole = keys.flatMap((key, depth) =>
      key !== anyItem && lists.has(pointerOf(keys.slice(0, depth))) ? [anyItem, key] : [key],
    );
    return whole.length === keys.length ? member : { ...member, pointer: pointerOf(whole) };
  });
}
