/** Members that a sentence or a flat table names without their place, where another part of the page shows that below an object. */
import { keysOf, lastKeyOf, shownPointer } from '../../formats/json.ts';
import type { Member, Todo } from '../facts/facts.ts';
import { isInItems } from '../facts/list-items.ts';

const isTop = ({ pointer }: Member): boolean => keysOf(pointer).length === 1;

/** Whether a part says more of a member than a sentence about its value does. */
const isDeclared = ({ schema, required }: Member): boolean => required !== null || schema['type'] !== undefined;

/** The places that the members of some lists give to each name. */
function placesIn(lists: Member[][]): Map<string, Map<string, Member>> {
  const found = new Map<string, Map<string, Member>>();
  for (const member of lists.flat()) {
    const name = lastKeyOf(member.pointer);
    const places = found.get(name) ?? new Map<string, Member>();
    if (!places.has(member.pointer)) places.set(member.pointer, member);
    found.set(name, places);
  }
  return found;
}

/** The lists of members of one body, each member that is named alone in the one place that the others have it; a declared one is asked. */
export function placed(label: string, lists: Member[][]): { lists: Member[][]; todos: Todo[] } {
  const places = placesIn(lists);
  const open: { to: Member; from: Member }[] = [];
  const moved = lists.map((list) => {
    const target = new Map<string, string>();
    const own = new Set(list.map(({ pointer }) => pointer));
    for (const from of list.filter((one) => isTop(one) && one.origin !== 'sample')) {
      const others = [...(places.get(lastKeyOf(from.pointer)) ?? [])].filter(([pointer]) => pointer !== from.pointer);
      const [[pointer, to] = ['', from], ...more] = others;
      const isShown = lists.some((one) => one !== list && one.some((member) => member.pointer === from.pointer));
      if (to === from || more.length > 0 || isShown || own.has(pointer) || isInItems(pointer)) continue;
      target.set(from.pointer, pointer);
      if (isDeclared(from)) open.push({ from, to });
    }
    return target.size === 0 ? list : list.map((member) => ({ ...member, pointer: movedTo(member.pointer, target) }));
  });
  return { lists: moved, todos: open.length === 0 ? [] : [placeTodo(label, open)] };
}

/** The pointer of a member, or of what lies below it, where that is moved. */
function movedTo(pointer: string, places: Map<string, string>): string {
  const top = pointer.split('/', 2).join('/');
  return `${places.get(top) ?? top}${pointer.slice(top.length)}`;
}

function placeTodo(label: string, open: { to: Member; from: Member }[]): Todo {
  const shown = open.map(
    ({ to, from }) => `${shownPointer(to.pointer)} (${to.at}) or ${shownPointer(from.pointer)} (${from.at})`,
  );
  const names = open.map(({ from }) => shownPointer(from.pointer)).join(', ');
  return { name: `place ${names}`, what: `where ${names} of ${label} stands: ${shown.join(', ')}` };
}
