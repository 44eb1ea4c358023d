/** References, compositions and choices of a description, followed to what they say. */
import type { Json, JsonObject } from '../../formats/json.ts';
import { atPointer, isObject } from '../../formats/json.ts';
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
  const shown = pointer.slice(1).replaceAll('/', '.');
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

/** A schema with the members of its allOf, and the place of each member. */
export interface Merged {
  schema: JsonObject;
  places: Record<string, Place>;
  place: Place;
}

/** The members of several schemas; the last that has one counts. */
function membersOf(schemas: JsonObject[]): JsonObject {
  const found: JsonObject = {};
  for (const { properties } of schemas) if (isObject(properties)) Object.assign(found, properties);
  return found;
}

/** The names of the members that one of several schemas requires, each once. */
function requiredOf(schemas: JsonObject[]): Json[] {
  return [...new Set(schemas.flatMap(({ required }) => (Array.isArray(required) ? required : [])))];
}

/** The schema with the members of its allOf, the form of 3.0 brought to that of 3.1. */
export function merged(api: Description, value: Json | undefined, place: Place, depth = 0): Merged | null {
  const found = follow(api, value, place);
  if (!found || depth > 20) return null;
  const { allOf, ...own } = found.value;
  const schema: JsonObject = { ...own };
  const places: Record<string, Place> = {};
  const take = (part: JsonObject, at: (name: string) => Place): void => {
    const members = isObject(part['properties']) ? part['properties'] : {};
    for (const name of Object.keys(members)) places[name] = at(name);
  };
  take(own, () => found.place);
  const all: JsonObject[] = [own];
  for (const part of Array.isArray(allOf) ? allOf : []) {
    const one = merged(api, part, found.place, depth + 1);
    if (!one) continue;
    take(one.schema, (name) => one.places[name] ?? one.place);
    const { properties: _properties, required: _required, ...rest } = one.schema;
    for (const [keyword, value] of Object.entries(rest)) schema[keyword] ??= value;
    all.push(one.schema);
  }
  // The schema itself has the last word, then its first part. There may be very many.
  const [inOrder, parts] = [all.toReversed(), all.slice(1)];
  if (parts.some(({ properties }) => isObject(properties))) schema['properties'] = membersOf(inOrder);
  if (parts.some(({ required }) => Array.isArray(required))) schema['required'] = requiredOf(inOrder);
  if (schema['nullable'] === true && typeof schema['type'] === 'string') schema['type'] = [schema['type'], 'null'];
  if (Array.isArray(schema['enum']) && schema['enum'].length === 1 && schema['enum'][0] !== undefined) {
    schema['const'] = schema['enum'][0];
    delete schema['enum'];
  }
  return { schema, places, place: found.place };
}

const flat = (name: string): string => name.replace(/[^a-z]/gi, '').toLowerCase();

/** How much one form of a body speaks for a grant by client credentials. */
function pointsOf(api: Description, branch: Json, name: string): number {
  const whole = merged(api, branch, nowhere);
  const properties = isObject(whole?.schema['properties']) ? whole.schema['properties'] : {};
  const valuesOf = (property: Json | undefined): (Json | undefined)[] => {
    const type = merged(api, property, nowhere)?.schema ?? {};
    return [type['const'], type['example'], type['default'], ...(Array.isArray(type['enum']) ? type['enum'] : [])];
  };
  const values = valuesOf(Object.entries(properties).find(([key]) => flat(key) === 'granttype')?.[1]);
  // The member that says which grant is meant may be called otherwise.
  if (Object.values(properties).some((property) => valuesOf(property).includes('client_credentials'))) return 3;
  if (values.some((value) => typeof value === 'string')) return -1;
  const names = Object.keys(properties).map(flat);
  if (names.includes('accesstoken')) return 3;
  return (flat(name).includes('clientcredential') ? 2 : 0) + (names.includes('clientsecret') ? 1 : 0);
}

/** What a choice of forms comes to. */
export interface Choice {
  /** The form that is meant; the schema itself where it is no choice, or where none is clearly the one. */
  schema: Json | undefined;
  /** Names of the forms among which a person has to choose; empty where nothing is open. */
  open: string[];
}

/** The form of a body that a grant by client credentials has, where a schema is a choice of several. */
export function choiceOf(api: Description, schema: Json | undefined): Choice {
  const found = follow(api, schema, nowhere)?.value;
  const { oneOf, anyOf, ...rest } = found ?? {};
  const branches = [oneOf, anyOf].find(Array.isArray) ?? [];
  if (branches.length === 0) return { schema, open: [] };
  const mapping = atPointer(found, '/discriminator/mapping');
  const nameOf = (branch: Json, index: number): string => {
    const reference = isObject(branch) ? branch['$ref'] : undefined;
    const key = Object.entries(isObject(mapping) ? mapping : {}).find(([, target]) => target === reference)?.[0];
    const title = isObject(branch) ? branch['title'] : undefined;
    return (
      key ??
      (typeof reference === 'string' ? (reference.split('/').at(-1) ?? '') : String(title ?? `form ${index + 1}`))
    );
  };
  const ranked = branches
    .map((branch, index) => ({
      branch,
      name: nameOf(branch, index),
      points: pointsOf(api, branch, nameOf(branch, index)),
    }))
    .sort((a, b) => b.points - a.points);
  const [first, second] = ranked;
  const own: Json[] = isObject(rest['properties']) ? [rest] : [];
  if (first && (branches.length === 1 || (first.points > 0 && first.points > (second?.points ?? -1))))
    return { schema: own.length > 0 ? { allOf: [...own, first.branch] } : first.branch, open: [] };
  return { schema: rest, open: ranked.map(({ name }) => name) };
}
