/** References and compositions of a description, followed to what they say. */
import type { Json, JsonObject } from '../../formats/json.ts';
import { atPointer, isObject, recordOf } from '../../formats/json.ts';
import { joined, modern, withoutChoice } from './compose.ts';
import type { Description } from './description.ts';

/** Where a schema is, for the place of a fact. */
export interface Place {
  /** Name of the component that holds the schema, once a reference led there. */
  component: string | null;
  fallback: string;
}

/** A place that no component names. */
export const nowhere: Place = { component: null, fallback: '' };

/** A pointer below a place, as a fact calls it. */
export function where(place: Place, pointer: string): string {
  const shown = pointer.slice(1).replaceAll('/', '.').replaceAll('.*', '[]');
  return shown === '' ? (place.component ?? place.fallback) : `${place.component ?? place.fallback}, ${shown}`;
}

/** Follows references, at most fifty in a row, and names the component that the last one led to. */
export function follow(
  api: Description,
  value: Json | undefined,
  place: Place,
): { value: JsonObject; place: Place } | null {
  let here = value;
  let at = place;
  for (let steps = 0; steps < 50 && isObject(here); steps++) {
    const reference = here['$ref'];
    if (typeof reference !== 'string') return { value: here, place: at };
    const pointer = decodeURIComponent(reference.slice(reference.indexOf('#') + 1));
    if (pointer.startsWith('/components/schemas/')) at = { ...at, component: pointer.split('/').at(-1) ?? null };
    here = atPointer(api, pointer);
  }
  return null;
}

/** The parameters in some lists of an operation and its path, with their references followed. */
export function parametersOf(api: Description, lists: (Json | undefined)[]): JsonObject[] {
  return lists
    .flatMap((list) => (Array.isArray(list) ? list : []))
    .map((one) => follow(api, one, nowhere)?.value)
    .filter((one) => one !== undefined);
}

/** A schema with the members of its allOf, and the place of each member. */
export interface Merged {
  schema: JsonObject;
  places: Record<string, Place>;
  place: Place;
}

/** What stands beside a reference: of 3.1 on it says more of what the reference leads to, and writers of 3.0 mean it so. */
function besideReference(value: Json | undefined): JsonObject | null {
  const { $ref: _reference, ...beside } = isObject(value) && typeof value['$ref'] === 'string' ? value : {};
  return Object.keys(beside).length > 0 ? beside : null;
}

/** The description beside a reference to an answer, which stands for that of the answer (OpenAPI 3.1, Reference Object). */
export function describedBeside(value: Json | undefined): { description?: string } {
  const { description } = besideReference(value) ?? {};
  return typeof description === 'string' ? { description } : {};
}

/** The schema with the members of its allOf, and of the only form of a choice; the form of 3.0 brought to that of 3.1. */
export function merged(api: Description, value: Json | undefined, place: Place, depth = 0): Merged | null {
  const found = follow(api, value, place);
  if (!found || depth > 20) return null;
  const { allOf, ...own } = found.value;
  const places = recordOf<Place>([]);
  const take = (part: JsonObject, at: (name: string) => Place): JsonObject => {
    const members = isObject(part['properties']) ? part['properties'] : {};
    // What is nearest to the value gives the place.
    for (const name of Object.keys(members)) places[name] ??= at(name);
    return part;
  };
  const whole = (part: Json, levels = 1): JsonObject | null => {
    const one = merged(api, part, found.place, depth + levels);
    return one && take(one.schema, (name) => one.places[name] ?? one.place);
  };
  const beside = besideReference(value);
  const parts = [
    ...(beside ? [take(beside, () => place)] : []),
    take(own, () => found.place),
    ...(Array.isArray(allOf) ? allOf : []).map((part) => whole(part) ?? {}),
  ];
  // Choices within choices double at each level.
  const formOf = (form: Json): JsonObject | null => whole(form, 4);
  return { schema: modern(withoutChoice(joined(parts), formOf)), places, place: found.place };
}

/** What is referred to from a node, however far, and is not there. */
export function missingFrom(api: Description, node: Json): string[] {
  const missing = new Set<string>();
  const seen = new Set<string>();
  const open: Json[] = [node];
  for (let value = open.pop(); value !== undefined; value = open.pop()) {
    if (value === null || typeof value !== 'object') continue;
    const reference = Array.isArray(value) ? undefined : value['$ref'];
    if (typeof reference === 'string' && !seen.has(reference)) {
      seen.add(reference);
      const target = follow(api, value, nowhere)?.value;
      if (target) open.push(target);
      else missing.add(reference);
    }
    open.push(...Object.values(value));
  }
  return [...missing];
}
