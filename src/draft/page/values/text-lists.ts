/** Texts that hold several values with a sign between them, as scopes are sent. */

import type { Json, Schema } from '../../../formats/json.ts';
import { escapedPattern } from '../../../formats/pattern.ts';
import { oneOf, pattern } from '../../vocabulary/pattern.ts';

/** The pattern of a text of such values, one or more of them. */
export function listPattern(values: Json[], sign: string): string {
  const one = `(?:${values.map((value) => escapedPattern(String(value))).join('|')})`;
  return `^${one}(?:${sign}${one})*$`;
}

const apart = oneOf('separated', 'delimited', 'joined', 'dipisah(?:kan)?', 'pemisah');
const signs: readonly (readonly [RegExp, string])[] = [
  ...(
    [
      [oneOf('spaces?', 'blanks?', 'white ?space', 'spasi'), ' '],
      [oneOf('commas?', 'koma'), ', ?'],
    ] as const
  ).map(([name, sign]): readonly [RegExp, string] => [
    pattern`\b${name}[- ]${apart}|\b${apart}\b(?: (?:by|with|dengan|oleh))?(?: (?:an?|one|single|satu))* ${name}`,
    sign,
  ]),
];

/** The schema of a text of which words say that several of its values may stand in it, apart by a sign. */
export function asListOf(schema: Schema, words: string): Schema {
  const { enum: values, ...rest } = schema;
  const found = signs.filter(([form]) => form.test(words));
  const [sign] = found.map(([, one]) => one);
  if (!Array.isArray(values) || values.length < 2 || sign === undefined || found.length > 1) return schema;
  return { ...rest, pattern: listPattern(values, sign) };
}
