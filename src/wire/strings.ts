/** The strings in a JSON value, each with its place. */
import { isObject, type Json, pointerOf } from '../formats/json.ts';

/** The place of a value: the name of its member or the index of its item, and the place of its holder. */
export interface Place {
  holder: Place | null;
  key: string | number;
}

/** A string in a JSON value; its place is null where it is the whole value. */
export interface PlacedString {
  value: string;
  place: Place | null;
}

const read = new WeakMap<object, readonly PlacedString[]>();

/** Every string in a JSON value, in time linear in the value; an answer is walked once for all who ask. */
export function stringsIn(json: Json | undefined): readonly PlacedString[] {
  if (typeof json === 'string') return [{ value: json, place: null }];
  if (typeof json !== 'object' || json === null) return [];
  const before = read.get(json);
  if (before) return before;
  const found: PlacedString[] = [];
  const visit = (member: Json | undefined, holder: Place | null, key: string | number): void => {
    if (typeof member === 'string') found.push({ value: member, place: { holder, key } });
    else if (typeof member === 'object' && member !== null) walk(member, { holder, key });
  };
  const walk = (value: Json, here: Place | null): void => {
    if (Array.isArray(value)) for (let index = 0; index < value.length; index++) visit(value[index], here, index);
    else if (isObject(value)) for (const key in value) visit(value[key], here, key);
  };
  walk(json, null);
  read.set(json, found);
  return found;
}

/** The JSON pointer of a place; empty for the whole value. */
export function pointerAt(place: Place | null): string {
  const keys: (string | number)[] = [];
  for (let here = place; here; here = here.holder) keys.unshift(here.key);
  return pointerOf(keys);
}

/** Whether a member that contains a value, at any depth, has a name of some kind. */
export function hasName(place: Place | null, is: (name: string) => boolean): boolean {
  for (let here = place; here; here = here.holder) if (typeof here.key === 'string' && is(here.key)) return true;
  return false;
}

/** The name of the member that holds a value, which is not an index written as a name; empty where there is none. */
export function nearestName(place: Place | null): string {
  for (let here = place; here; here = here.holder)
    if (typeof here.key === 'string' && !/^\d+$/.test(here.key)) return here.key;
  return '';
}
