/** Objects that samples of a page show, for tables that are called by one of them: `Response data` above the members of `data`. */
import { isSuccess } from '../../contract/status.ts';
import { keysOf, pointerOf } from '../../formats/json.ts';
import type { Member } from '../facts/facts.ts';
import { isInItems } from '../facts/list-items.ts';
import type { Reading } from '../page/blocks/reading.ts';
import { flat } from '../page/words/spellings.ts';

export type Side = 'request' | 'response';

/** Finds the object of a side that a caption names and that holds each of some members; undefined where there is none. */
export type FindShown = (side: Side, caption: string, members: Member[]) => string | undefined;

/** The members of each object of a body, by the pointer of the object. */
function objectsOf(bodies: Member[][]): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const { pointer } of bodies.flat()) {
    const keys = keysOf(pointer);
    const holder = pointerOf(keys.slice(0, -1));
    if (!isInItems(pointer)) found.set(holder, (found.get(holder) ?? new Set()).add(keys.at(-1) ?? ''));
  }
  return found;
}

/** What the samples of a page show of objects. */
export function shownObjects(readings: Reading[]): FindShown {
  const samples = readings.flatMap(({ statement }) => (statement.origin === 'sample' ? [statement] : []));
  const granted = samples.flatMap(({ answers }) => answers.filter(({ status }) => isSuccess(status)));
  const shown = {
    request: objectsOf(samples.map(({ request }) => request)),
    response: objectsOf(granted.map(({ members }) => members)),
  };
  return (side, caption, members) => {
    const names = members.map(({ pointer }) => keysOf(pointer)[0] ?? '');
    const top = shown[side].get('');
    // What stands at the top as well may be meant there.
    if (names.length === 0 || names.some((name) => top?.has(name))) return undefined;
    const words = new Set(caption.split(/[^\w$-]+/).map(flat));
    const holders = [...shown[side]].filter(([pointer, held]) => {
      const name = keysOf(pointer).at(-1);
      return name !== undefined && words.has(flat(name)) && names.every((one) => held.has(one));
    });
    return holders.length === 1 ? holders[0]?.[0] : undefined;
  };
}
