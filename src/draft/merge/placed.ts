/** Members that words name without their place, where another part of the page shows that below an object. */
import { keysOf, lastKeyOf, pointerOf, shownPointer } from '../../formats/json.ts';
import type { Member, Todo } from '../facts/facts.ts';
import { isInItems } from '../facts/list-items.ts';

/** Whether words name a member alone: what says whether it has to be there is a table, whose rows may have their own place. */
const isNamedAlone = ({ pointer, origin, required }: Member): boolean =>
  origin !== 'sample' && required === null && keysOf(pointer).length === 1;

/** Whether words or a table have a member at the top of its body. */
const isAtTop = ({ pointer, origin }: Member): boolean =>
  (origin === 'table' || origin === 'text') && keysOf(pointer).length === 1;

const parentOf = (pointer: string): string => pointerOf(keysOf(pointer).slice(0, -1));

/**
 * The places of samples for the members that a list has at the top: where samples show none of the list there and all that they show of
 * it in one object, or in an object that the list names before them.
 */
function shownWithin(list: Member[], samples: Set<string>, byName: Map<string, Set<string>>): Map<string, string> {
  const tops = list.filter(isAtTop);
  const within = tops.flatMap(({ pointer }, index) => {
    const [place, ...more] = samples.has(pointer) ? [] : [...(byName.get(lastKeyOf(pointer)) ?? [])];
    if (place === undefined || more.length > 0 || isInItems(place)) return [];
    const isNamedBefore = tops.slice(0, index).some((one) => one.pointer === parentOf(place));
    return [{ pointer, place, isNamedBefore }];
  });
  const isOfTop = tops.some(({ pointer }) => samples.has(pointer));
  const isOfOne = !isOfTop && new Set(within.map(({ place }) => parentOf(place))).size === 1;
  return new Map(
    within.flatMap(({ pointer, place, isNamedBefore }) => (isOfOne || isNamedBefore ? [[pointer, place]] : [])),
  );
}

/** The places that the members of some lists give to each name. */
function placesIn(lists: Member[][]): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const { pointer } of lists.flat()) {
    const name = lastKeyOf(pointer);
    found.set(name, (found.get(name) ?? new Set()).add(pointer));
  }
  return found;
}

/** The lists of members of one body, each member that has no place of its own in the one place that the others have it. */
export function placed(lists: Member[][]): Member[][] {
  const places = placesIn(lists);
  const atTop = new Set(
    lists.flatMap((list) => list.filter((one) => !isNamedAlone(one)).map(({ pointer }) => pointer)),
  );
  const sampled = lists.flat().filter(({ origin }) => origin === 'sample');
  const samples = new Set(sampled.map(({ pointer }) => pointer));
  const shown = placesIn([sampled]);
  return lists.map((list) => {
    const own = new Set(list.map(({ pointer }) => pointer));
    const targets = new Map([...shownWithin(list, samples, shown)].filter(([, place]) => !own.has(place)));
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

/** The question where a mandatory member lies that samples show in other places alone; null where they do not show it. */
export function shownElsewhere(label: string, key: string, member: Member, samples: string[]): Todo | null {
  const { pointer, at } = member;
  const places = samples.filter((place) => place !== pointer && lastKeyOf(place) === lastKeyOf(pointer));
  if (places.length === 0 || !isAtTop(member)) return null;
  const name = shownPointer(pointer);
  return {
    name: `${key} ${name} place`,
    what: `whether ${name} of ${label} lies at the top (${at}), or where the sample shows it: ${places.map(shownPointer).join(', ')}`,
  };
}
