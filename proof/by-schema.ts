/** Deviations derived from the schema of a clause that the check `value` judges. */

import type { PromiseClause } from '../src/contract/types.ts';
import type { Json, JsonObject, Schema } from '../src/formats/json.ts';
import { at, jsonOf, keysOf, put, withBody, withMember } from './answers.ts';
import type { Deviation } from './mutant.ts';
import { otherCase, wrongValues } from './values.ts';

const lower = (value: Json | undefined): string | null => (typeof value === 'string' ? value.toLowerCase() : null);

/**
 * Every way to break what the clause says of the member: its value, its presence, its name and its place. `anyCase` is the
 * pointer to the one whose value has no letter case.
 */
export function bySchema(clause: PromiseClause, good: Json | undefined, anyCase: string): Deviation[] {
  const pointer = String(clause.parameters['at']);
  const schema = clause.parameters['schema'] as Schema;
  const isSame = (value: Json | undefined): boolean =>
    pointer === anyCase && schema['pattern'] === undefined && lower(value) !== null && lower(value) === lower(good);
  const values = wrongValues(schema, good).filter(({ value }) => !isSame(value));
  const wrong = values.map(
    ({ name, value }): Deviation => ({
      name: `${pointer || 'the body'} is ${name}`,
      answer: (faithful) => withMember(faithful, pointer, value),
    }),
  );
  return clause.parameters['required'] === true ? [...wrong, ...misplaced(pointer)] : wrong;
}

function misplaced(pointer: string): Deviation[] {
  const keys = keysOf(pointer);
  const name = keys.at(-1) ?? '';
  const parent = keys
    .slice(0, -1)
    .map((key) => `/${key}`)
    .join('');
  const edit = (title: string, how: (json: JsonObject, value: Json) => JsonObject): Deviation => ({
    name: `${pointer} ${title}`,
    answer: (faithful) => {
      const json = jsonOf(faithful);
      return withBody(faithful, how(put(json, pointer, undefined), at(json, pointer) ?? null));
    },
  });
  const members = (value: Json): JsonObject => {
    // A list is flattened to its only item, as a server does that knows no list of one.
    if (Array.isArray(value)) return members(value[0] ?? {});
    return typeof value === 'object' && value !== null ? value : { [name]: value };
  };
  return [
    edit('is missing', (json) => json),
    edit(`is called ${otherCase(name)}`, (json, value) => put(json, `${parent}/${otherCase(name)}`, value)),
    edit('has a space in its name', (json, value) => put(json, `${parent}/${name} `, value)),
    edit('is one level deeper', (json, value) => put(json, `${parent}/payload/${name}`, value)),
    edit('is flattened', (json, value) =>
      keys.length > 1
        ? { ...json, ...members(value) }
        : { ...json, ...(typeof value === 'object' ? members(value) : {}) },
    ),
  ];
}
