/** Members that words name without their place, where another part of the page shows that below an object. */
import { keysOf, lastKeyOf } from '../../formats/json.ts';
import type { Member } from '../facts/facts.ts';
import { isInItems } from '../facts/list-items.ts';

/** Whether words name a member alone: what says whether it has to be there is a table, whose rows may have their own place. */
const isNamedAlone = ({ pointer, origin, required }: Member): boolean =>
  origin !== 'sample' && required === null && keysOf(pointer).length === 1;

/** The places that the members of some lists give to each name. */
function placesIn(lists: Member[][]): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const { pointer } of lists.flat()) {
    const name = lastKeyOf(pointer);
    found.set(name, (found.get(name) ?? new Set()).add(pointer));
  }
  return found;
}

/** The lists of members of one body, each member that is named alone in the one place that the others have it. */
export function placed(lists: Member[][]): Member[][] {
  const places = placesIn(lists);
  const atTop = new Set(
    lists.flatMap((list) => list.filter((one) => !isNamedAlone(one)).map(({ pointer }) => pointer)),
  );
  return lists.map((list) => {
    const own = new Set(list.map(({ pointer }) => pointer));
    const targets = new Map<string, string>();
    for (const { pointer } of list.filter(isNamedAlone)) {
      const [place, ...more] = [...(places.get(lastKeyOf(pointer)) ?? [])].filter((one) => one !== pointer);
      if (place === undefined || more.length > 0 || atTop.has(pointer) || own.has(place) || isInItems(place)) continue;
      targets.set(pointer, place);
    }
    return targets.size === 0 ? list : list.map((one) => ({ ...one, pointer: movedTo(one.pointer, targets) }));
  });
}

/** The pointer of a member, or of what lies below it, where that is moved. */
function movedTo(pointer: string, targets: Map<string, string>): string {
  const top = pointer.split('/', 2).join('/');
  return `${targets.get(top) ?? top}${pointer.slice(top.length)}`;
}
