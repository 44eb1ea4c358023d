/** Values that break a schema, made from its keywords; the reading of the keywords shares no code with src/. */
import type { Json, JsonObject, Schema } from '../src/formats/json.ts';

/** A value by the name its mutant goes by. */
export interface Named {
  name: string;
  value: Json;
}

function typeOf(value: Json): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return typeof value;
}

function hasType(value: Json, type: Json): boolean {
  const types = Array.isArray(type) ? type : [type];
  return types.some((one) => (one === 'integer' ? Number.isInteger(value) : one === typeOf(value)));
}

function breaksText(schema: Schema, value: string): boolean {
  const length = [...value].length;
  return (
    (schema['pattern'] !== undefined && !new RegExp(String(schema['pattern']), 'u').test(value)) ||
    length < Number(schema['minLength'] ?? 0) ||
    length > Number(schema['maxLength'] ?? Number.POSITIVE_INFINITY) ||
    (schema['format'] === 'uri-reference' && /[\s"<>\\^`{|}]/.test(value))
  );
}

function breaksObject(schema: Schema, value: JsonObject): boolean {
  const required = (schema['required'] ?? []) as string[];
  const barred = ((schema['not'] as JsonObject | undefined)?.['required'] ?? []) as string[];
  return required.some((name) => !(name in value)) || (barred.length > 0 && barred.every((name) => name in value));
}

/** Whether a value breaks one of the schema's own keywords. */
export function breaks(schema: Schema, value: Json): boolean {
  if (schema['type'] !== undefined && !hasType(value, schema['type'])) return true;
  if (schema['const'] !== undefined && schema['const'] !== value) return true;
  if (Array.isArray(schema['enum']) && !schema['enum'].includes(value)) return true;
  if (typeof value === 'string') return breaksText(schema, value);
  if (typeof value === 'number') {
    return (
      value < Number(schema['minimum'] ?? Number.NEGATIVE_INFINITY) ||
      value > Number(schema['maximum'] ?? Number.POSITIVE_INFINITY)
    );
  }
  return value !== null && !Array.isArray(value) && typeof value === 'object' && breaksObject(schema, value);
}

const ofEachType: Named[] = [
  { name: 'null', value: null },
  { name: 'a word', value: 'word' },
  { name: 'an empty string', value: '' },
  { name: 'a blank', value: ' ' },
  { name: 'the word null', value: 'null' },
  { name: 'zero', value: 0 },
  { name: 'a negative number', value: -1 },
  { name: 'a whole number', value: 7 },
  { name: 'a fraction', value: 7.5 },
  { name: 'true', value: true },
  { name: 'false', value: false },
  { name: 'an empty array', value: [] },
  { name: 'an empty object', value: {} },
];

function changedText(good: string, schema: Schema): Named[] {
  const last = good.at(-1) ?? 'x';
  const most = Number(schema['maxLength'] ?? Number.NaN);
  const least = Number(schema['minLength'] ?? Number.NaN);
  return [
    { name: 'one character too long', value: good + last.repeat(Math.max(1, most + 1 - good.length || 1)) },
    { name: 'one character too short', value: good.slice(0, Math.max(0, least - 1 || 0)) },
    { name: 'cut by its last character', value: good.slice(0, -1) },
    { name: 'one more character', value: `${good}x` },
    { name: 'a space before', value: ` ${good}` },
    { name: 'a space behind', value: `${good} ` },
    { name: 'a line break behind', value: `${good}\n` },
    { name: 'a carriage return inside', value: `${good.slice(0, 1)}\r\n${good.slice(1)}` },
    { name: 'in quotes', value: `"${good}"` },
    { name: 'a backslash behind', value: `${good}\\` },
    { name: 'a non-ASCII letter behind', value: `${good}é` },
    { name: 'a control character behind', value: `${good}\u0007` },
    { name: 'in capitals', value: good.toUpperCase() },
    { name: 'in small letters', value: good.toLowerCase() },
    { name: 'as a fraction', value: `${good}.5` },
    { name: 'with an exponent', value: `${good}e2` },
    { name: 'with a sign', value: `-${good}` },
    { name: 'with a unit', value: `${good}s` },
    { name: 'two spaces inside', value: good.replace(' ', '  ') },
    { name: 'commas for spaces', value: good.replaceAll(' ', ', ') },
    { name: 'number for string', value: /^\d+$/.test(good) ? Number(good) : null },
  ];
}

function changedNumber(good: number, schema: Schema): Named[] {
  return [
    { name: 'string for number', value: String(good) },
    { name: 'half a unit more', value: good + 0.5 },
    { name: 'below the least', value: Number(schema['minimum'] ?? 0) - 1 },
    { name: 'above the most', value: Number(schema['maximum'] ?? good) + 1 },
  ];
}

/** Every value that breaks the schema: of each wrong type, and the good value changed. */
export function wrongValues(schema: Schema, good: Json | undefined): Named[] {
  const changed =
    typeof good === 'string'
      ? changedText(good, schema)
      : typeof good === 'number'
        ? changedNumber(good, schema)
        : typeof good === 'boolean'
          ? [
              { name: 'the word for it', value: String(good) },
              { name: 'the other', value: !good },
            ]
          : changedText('word', schema);
  const wrapped =
    good === undefined
      ? []
      : [
          { name: 'in an array', value: [good] },
          { name: 'in an object', value: { value: good } },
        ];
  const ends = [schema['minimum'], schema['maximum']].filter((end) => typeof end === 'number');
  const beyond = ends.flatMap((end): Named[] => [
    { name: `${end - 1}`, value: end - 1 },
    { name: `${end + 1}`, value: end + 1 },
    { name: `"${end + 1}"`, value: String(end + 1) },
  ]);
  const members = typeof good === 'object' && good !== null && !Array.isArray(good) ? changedObject(schema, good) : [];
  const found = new Map<string, Named>();
  for (const one of [...ofEachType, ...changed, ...wrapped, ...beyond, ...members]) {
    const key = JSON.stringify(one.value);
    if (breaks(schema, one.value) && !found.has(key)) found.set(key, one);
  }
  return [...found.values()];
}

function changedObject(schema: Schema, good: JsonObject): Named[] {
  const barred = ((schema['not'] as JsonObject | undefined)?.['required'] ?? []) as string[];
  return [
    ...((schema['required'] ?? []) as string[]).map((name) => ({
      name: `without ${name}`,
      value: Object.fromEntries(Object.entries(good).filter(([key]) => key !== name)),
    })),
    ...(barred.length > 0
      ? [
          {
            name: `with ${barred.join(' and ')}`,
            value: { ...good, ...Object.fromEntries(barred.map((name) => [name, 'word'])) },
          },
        ]
      : []),
  ];
}

/** A name in the other case style; a name of one word gets a capital. */
export function otherCase(name: string): string {
  if (name.includes('_')) return name.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase());
  const snake = name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  return snake === name ? name.replace(/^./, (letter) => letter.toUpperCase()) : snake;
}
