/** JSON values: objects by name, and places in a document by JSON pointer (RFC 6901). */
/** Any value that JSON writes. */
export type Json = null | boolean | number | string | Json[] | { [name: string]: Json };
export type JsonObject = { [name: string]: Json };
/** A JSON Schema 2020-12 object with every `$ref` resolved. */
export type Schema = JsonObject;

/** The value that a JSON text holds. @throws SyntaxError where the text is not JSON. */
export function parseJson(text: string): Json {
  const value: Json = JSON.parse(text);
  return value;
}

/** Whether a value is nested deeper than so many levels. Not each Node.js runs out of stack for what is nested without end. */
export function isDeeper(value: unknown, most: number): boolean {
  if (value === null || typeof value !== 'object') return false;
  return most === 0 || Object.values(value).some((member) => isDeeper(member, most - 1));
}

/** Whether a value from a parser is one that JSON can write: any but an undefined one. */
export function isJson(value: unknown): value is Json {
  return value !== undefined;
}

/** Whether a value is a JSON object. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The type of a value, as JSON Schema calls it; a whole number is a `number`. */
export function typeOfJson(value: Json): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

/** The types that a schema names, by the names that `typeOfJson` gives; none where it names none. */
export function typesNamed({ type = [] }: Schema): string[] {
  return [type].flat().map((name) => (name === 'integer' ? 'number' : String(name)));
}

/** The value that a record itself holds under a name from a file; never an inherited one, such as `constructor`. */
export function own<T>(record: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}

/** A record of entries whose names come from a file. It inherits nothing, so an unknown name finds nothing. */
export function recordOf<T>(entries: Iterable<readonly [string, T]>): Record<string, T> {
  const record: Record<string, T> = Object.create(null);
  return Object.assign(record, Object.fromEntries(entries));
}

/** The JSON pointer of keys: `pointerOf(['oauth/token', 0])` is `/oauth~1token/0`. */
export function pointerOf(keys: readonly (string | number)[]): string {
  return keys.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

/** A key of a JSON pointer, its escapes undone. */
const unescaped = (key: string): string => (key.includes('~') ? key.replaceAll('~1', '/').replaceAll('~0', '~') : key);

/** The keys of a JSON pointer, their escapes undone; none for the whole document. */
export function keysOf(pointer: string): string[] {
  return pointer.split('/').slice(1).map(unescaped);
}

/** The last key of a JSON pointer, the name of what is there; empty for the whole document. */
export function lastKeyOf(pointer: string): string {
  const at = pointer.lastIndexOf('/');
  return at < 0 ? '' : unescaped(pointer.slice(at + 1));
}

/** The value at a JSON pointer; undefined where there is none. */
export function atPointer(value: Json | undefined, pointer: string): Json | undefined {
  let here = value;
  for (const key of keysOf(pointer)) {
    if (here === null || typeof here !== 'object') return undefined;
    here = Array.isArray(here) ? (/^(0|[1-9]\d*)$/.test(key) ? here[Number(key)] : undefined) : own(here, key);
  }
  return here;
}

/** The place at a pointer, as a text calls it: `data.access_token`; `data[].id` where it goes through any item of a list. */
export function shownPointer(pointer: string): string {
  return keysOf(pointer).join('.').replaceAll('.*', '[]');
}

/** The names of an object whose type lists them all. */
export function keysIn<T extends object>(object: T): (keyof T & string)[] {
  const names: string[] = Object.keys(object);
  return names.filter((name): name is keyof T & string => name in object);
}
