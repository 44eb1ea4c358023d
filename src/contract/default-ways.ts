/** The ways to break a demand that a node of an OpenAPI file states, where its clause mark names no others. */
import type { Json, JsonObject } from '../formats/json.ts';

/** What the keywords of a field demand, one clause for each group. */
export const groups = ['required', 'type', 'length', 'value'] as const;
export type Group = (typeof groups)[number];

/** Ways to break a demand, and those that only a longer profile tries. */
export interface Ways {
  break: string[];
  deep: string[];
}

/** Ways that every profile tries. */
export const all = (...ways: string[]): Ways => ({ break: ways, deep: [] });

/** Ways to break a body as a whole, by its format. */
export const bodyWays: Record<'json' | 'form', Ways> = {
  json: { break: ['malformed', 'trailing-garbage', 'no-content', 'array'], deep: ['string', 'null'] },
  form: { break: ['no-content', 'bad-escape'], deep: ['bad-utf8'] },
};

/** Texts of which a field that is always sent is to be one: another text is none of them, and a number is another type. */
const isListOfTexts = (listed: Json | undefined): boolean =>
  Array.isArray(listed) && listed.every((one) => typeof one === 'string');

/** Ways to break what the keywords of a field demand; none for a keyword that it does not have. */
export function fieldWays(format: 'json' | 'form', schema: JsonObject, required: boolean): Record<Group, Ways> {
  const json = format === 'json';
  return {
    required: required ? all('absent', ...(json ? ['null'] : []), ...(schema['minLength'] ? ['empty'] : [])) : all(),
    // A server that compares loosely takes true for any word, and a list for its only item. A number or an object
    // passes only where a server ignores the value.
    type: json && schema['type'] === 'string' ? { break: ['boolean', 'array'], deep: ['number', 'object'] } : all(),
    length: schema['maxLength'] === undefined ? all() : all('too-long'),
    value:
      schema['const'] !== undefined
        ? all('other-value', 'other-case', 'padded')
        : required && isListOfTexts(schema['enum'])
          ? all('other-value')
          : all(),
  };
}
