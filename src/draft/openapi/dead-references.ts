/** References of a description to other files: which of them lead nowhere, and the description without these. */
import { isObject, type Json, type JsonObject, pointerOf } from '../../formats/json.ts';
import { isUrl } from '../../formats/url.ts';

/** What stands for a reference that leads nowhere: a pointer to what no description has, with the reference as its last key. */
const nowhereAt = '#/x-leads-nowhere/';

/** The key of a reference that leads nowhere while the others are followed. */
const setApart = 'x-leads-nowhere';

/** References that a message names, and those that are tried one by one. */
const [mostNamed, mostTried] = [5, 50];

/** A reference, and the keys to where it stands. */
export interface Outward {
  reference: string;
  at: string[];
}

/** The references of a value for which a test holds, each with the keys to where it stands. Goes as deep as one is. */
export function referencesIn(whole: Json, isOne: (reference: string) => boolean): Outward[] {
  const found: Outward[] = [];
  const seen = new Set<Json>();
  const open: { value: Json; at: string[] }[] = [{ value: whole, at: [] }];
  for (let one = open.pop(); one !== undefined; one = open.pop()) {
    const { value, at } = one;
    // What an alias repeats is looked at once.
    if (value === null || typeof value !== 'object' || seen.has(value)) continue;
    seen.add(value);
    const reference = Array.isArray(value) ? undefined : value['$ref'];
    if (typeof reference === 'string' && isOne(reference)) found.push({ reference, at: [...at, '$ref'] });
    for (const [key, inner] of Object.entries(value)) open.push({ value: inner, at: [...at, key] });
  }
  return found;
}

/** The references of a description that lead out of it. */
const outward = (description: Json): Outward[] => referencesIn(description, (reference) => !reference.startsWith('#'));

/** What is wrong with references that lead nowhere: where they stand, what was expected there, and what to do. */
export function linesOf(all: Outward[], base: string, reason: string): string[] {
  return all
    .slice(0, mostNamed)
    .map(
      ({ reference, at }) =>
        `${base}#${pointerOf(at)}: "${reference}" was expected to lead to ${isUrl(base) ? 'an address' : 'a file, since no address is followed from one,'} that can be read; correct it, save what it names beside the description, or bundle the description into one file (${reason})`,
    );
}

/** The same of all references that lead out of a description, by the reason that a reader of it gives. */
export function deadReferences(description: Json, base: string, reason: string): string[] {
  const all = outward(description);
  // The reason names what was looked for; a reference in a file that it reads itself is none of these.
  const named = all.filter(({ reference }) => {
    const [file = ''] = reference.split('#');
    return reason.includes(file.replace(/^(?:\.\.?\/)+/, ''));
  });
  return linesOf(named.length > 0 ? named : all, base, reason.slice(0, 200));
}

/** A value in which some references are set apart. */
function replaced(value: Json, isDead: (reference: string) => boolean): Json {
  const known = new Map<Json, Json>();
  const copy = (one: Json): Json => {
    if (one === null || typeof one !== 'object') return one;
    const before = known.get(one);
    if (before !== undefined) return before;
    if (Array.isArray(one)) {
      const list: Json[] = [];
      known.set(one, list);
      for (const inner of one) list.push(copy(inner));
      return list;
    }
    const made: JsonObject = {};
    known.set(one, made);
    for (const [key, inner] of Object.entries(one))
      if (key === '$ref' && typeof inner === 'string' && isDead(inner)) made[setApart] = inner;
      else made[key] = copy(inner);
    return made;
  };
  return copy(value);
}

/** A bundled description with references in place of what was set apart: nothing that they lead to is there. */
export function asReferences<Whole extends JsonObject>(api: Whole): Whole {
  for (const value of nodesWith(api, setApart)) {
    const { [setApart]: reference } = value;
    delete value[setApart];
    value['$ref'] = `${nowhereAt}${encodeURIComponent(String(reference))}`;
  }
  return api;
}

/** The objects of a value that have a key. */
function nodesWith(whole: Json, key: string): JsonObject[] {
  const seen = new Set<Json>();
  const open: Json[] = [whole];
  for (let one = open.pop(); one !== undefined; one = open.pop()) {
    if (one === null || typeof one !== 'object' || seen.has(one)) continue;
    seen.add(one);
    open.push(...Object.values(one));
  }
  return [...seen].filter((one): one is JsonObject => isObject(one) && key in one);
}

/**
 * A description in which each reference that leads nowhere is set apart, so that the others can be followed; null where none
 * of them alone is the reason.
 * @param follows whether the references of a description can be followed
 */
export async function withoutDead(
  description: Json,
  follows: (description: Json) => Promise<boolean>,
): Promise<Json | null> {
  const all = [...new Set(outward(description).map(({ reference }) => reference))];
  if (all.length > mostTried) return null;
  const dead = new Set<string>();
  for (const one of all)
    if (!(await follows(replaced(description, (other) => other !== one && all.includes(other))))) dead.add(one);
  return dead.size === 0 ? null : replaced(description, (one) => dead.has(one));
}

/** The reference that stands behind one that leads nowhere; null for any other. */
export const leadsNowhere = (reference: string): string | null =>
  reference.startsWith(nowhereAt) ? decodeURIComponent(reference.slice(nowhereAt.length)) : null;

/** Whether some reference leads out of the description. The bundler goes as deep as references do; most need none of it. */
export const refersElsewhere = (description: Json): boolean => outward(description).length > 0;
