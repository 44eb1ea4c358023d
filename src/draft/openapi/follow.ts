/** References, compositions and choices of a description, followed to what they say. */
import { isDeepStrictEqual } from 'node:util';
import type { Json, JsonObject } from '../../formats/json.ts';
import { atPointer, isObject, own, recordOf } from '../../formats/json.ts';
import { lettersOf } from '../page/words/spellings.ts';
import { isNull, joined, modern, withoutChoice } from './compose.ts';
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

/** How much one form of a body speaks for a grant by client credentials. */
function pointsOf(api: Description, branch: Json, name: string): number {
  const whole = merged(api, branch, nowhere);
  const properties = isObject(whole?.schema['properties']) ? whole.schema['properties'] : {};
  const valuesOf = (property: Json | undefined): (Json | undefined)[] => {
    const type = merged(api, property, nowhere)?.schema ?? {};
    return [type['const'], type['example'], type['default'], ...(Array.isArray(type['enum']) ? type['enum'] : [])];
  };
  const values = valuesOf(Object.entries(properties).find(([key]) => lettersOf(key) === 'granttype')?.[1]);
  // The member that says which grant is meant may be called otherwise.
  if (Object.values(properties).some((property) => valuesOf(property).includes('client_credentials'))) return 3;
  if (values.some((value) => typeof value === 'string')) return -1;
  const names = Object.keys(properties).map(lettersOf);
  if (names.includes('accesstoken')) return 3;
  return (
    (lettersOf(name).includes('clientcredential') ? 2 : 0) +
    (names.some((one) => /^client(?:secret|assertion)$/.test(one)) ? 1 : 0)
  );
}

/** What a choice of forms comes to. */
export interface Choice {
  /** The form that is meant; the schema itself where it is no choice, or where none is clearly the one. */
  schema: Json | undefined;
  /** Names of the forms among which a person has to choose; empty where nothing is open. */
  open: string[];
  /** Names of the forms beside the one that was chosen. */
  left: string[];
}

interface Form {
  form: Json;
  /** How the description calls it. */
  name: string;
  /** The member that tells the forms apart, with the value that it has in this one, where the description gives it. */
  told: JsonObject | null;
}

/** The schemas that extend one which names the member that tells them apart, as generators write a choice. */
function extensionsOf(api: Description, base: JsonObject): Json[] {
  const schemas = atPointer(api, '/components/schemas');
  const extends_ = (schema: Json): boolean => {
    const parts = isObject(schema) && Array.isArray(schema['allOf']) ? schema['allOf'] : [];
    return parts.some((part) => isObject(part) && '$ref' in part && follow(api, part, nowhere)?.value === base);
  };
  return Object.entries(isObject(schemas) ? schemas : {}).flatMap(([name, schema]) =>
    extends_(schema) ? [{ $ref: `#/components/schemas/${name}` }] : [],
  );
}

/** The forms that a schema is a choice of; none where it is no choice. */
function formsOf(api: Description, schema: JsonObject): Form[] {
  const given = [schema['oneOf'], schema['anyOf']]
    .find(Array.isArray)
    ?.filter((form) => !isNull(follow(api, form, nowhere)?.value ?? {}));
  const member = atPointer(schema, '/discriminator/propertyName');
  const forms = given ?? (typeof member === 'string' ? extensionsOf(api, schema) : []);
  const mapping = atPointer(schema, '/discriminator/mapping');
  return forms.map((form, index) => {
    const reference = isObject(form) ? form['$ref'] : undefined;
    const called = typeof reference === 'string' ? (reference.split('/').at(-1) ?? '') : undefined;
    const key = Object.entries(isObject(mapping) ? mapping : {}).find(
      ([, target]) => target === reference || target === called,
    )?.[0];
    const title = isObject(form) ? form['title'] : undefined;
    return {
      form,
      name: key ?? called ?? String(title ?? `form ${index + 1}`),
      told: key !== undefined && typeof member === 'string' ? { properties: { [member]: { const: key } } } : null,
    };
  });
}

/** What several schemas of one type say in the same words; null where they share no type. */
function commonOf([first = {}, ...others]: JsonObject[]): JsonObject | null {
  const same = Object.entries(first).filter(([keyword, value]) =>
    others.every((other) => isDeepStrictEqual(own(other, keyword), value)),
  );
  return same.some(([keyword]) => keyword === 'type') ? Object.fromEntries(same) : null;
}

/** What each of several schemas says: whichever of them is meant, it is so. */
function sharedBy(api: Description, [first = {}, ...others]: JsonObject[]): JsonObject {
  const membersOf = ({ properties }: JsonObject): JsonObject => (isObject(properties) ? properties : {});
  const demands = ({ required }: JsonObject, name: string): boolean =>
    Array.isArray(required) && required.includes(name);
  const same = Object.entries(membersOf(first)).flatMap(([name, schema]): [string, Json][] => {
    const all = [schema, ...others.map((other) => own(membersOf(other), name))];
    if (all.every((one) => isDeepStrictEqual(one, schema))) return [[name, schema]];
    const whole = all
      .map((one) => (one === undefined ? undefined : merged(api, one, nowhere)?.schema))
      .filter((one) => one !== undefined);
    const common = whole.length === all.length ? commonOf(whole) : null;
    return common === null ? [] : [[name, common]];
  });
  const names = same.map(([name]) => name);
  if (names.length === 0) return {};
  return {
    type: 'object',
    properties: Object.fromEntries(same),
    required: names.filter((name) => [first, ...others].every((one) => demands(one, name))),
  };
}

/** The form of a body that a grant by client credentials has, where a schema is a choice of several, or a part of it is. */
export function choiceOf(api: Description, schema: Json | undefined, depth = 0): Choice {
  const found = follow(api, schema, nowhere)?.value;
  if (!found || depth > 20) return { schema, open: [], left: [] };
  const { oneOf: _oneOf, anyOf: _anyOf, ...rest } = found;
  const forms = formsOf(api, found);
  if (forms.length === 0) {
    const parts = Array.isArray(found['allOf']) ? found['allOf'] : [];
    const chosen = parts.map((part) => choiceOf(api, part, depth + 1));
    const isChoice = chosen.some((one, index) => one.schema !== parts[index]);
    if (!isChoice) return { schema, open: [], left: [] };
    return {
      schema: { ...found, allOf: chosen.map((one) => one.schema ?? {}) },
      open: chosen.flatMap(({ open }) => open),
      left: chosen.flatMap(({ left }) => left),
    };
  }
  const ranked = forms
    .map((one) => ({ ...one, points: pointsOf(api, one.form, one.name) }))
    .sort((a, b) => b.points - a.points);
  const [first, second] = ranked;
  if (first && (!second || (first.points > 0 && first.points > second.points))) {
    const own = isObject(rest['properties']) ? [rest] : [];
    const parts = [...(first.told ? [first.told] : []), ...own, first.form];
    const left = ranked.slice(1).map(({ name }) => name);
    return { schema: parts.length > 1 ? { allOf: parts } : first.form, open: [], left };
  }
  const shared = sharedBy(
    api,
    forms.map(({ form }) => merged(api, form, nowhere)?.schema ?? {}),
  );
  return { schema: { allOf: [rest, shared] }, open: ranked.map(({ name }) => name), left: [] };
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
