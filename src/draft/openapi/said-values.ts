/** The values that the words of a description give to a member whose schema lists none. */
import type { Json, Schema } from '../../formats/json.ts';
import { constantOf } from '../page/blocks/field-constants.ts';
import { choiceIn, enumIn } from '../page/values/said.ts';
import { isQualified } from '../page/words/doubts.ts';

/** Keywords by which a schema says itself what its value may be. */
const telling = ['const', 'enum', 'pattern', 'format'];

/** The only value of a text, or all that it may have, by its description; empty where that leaves it open. */
export function valuesSaid(schema: Schema, name: string, description: Json | undefined, example?: Json): Schema {
  if (typeof description !== 'string' || schema['type'] !== 'string' || telling.some((key) => key in schema)) return {};
  // A choice that nothing announces may be some of the values: beside a schema that lists none a person looks at it.
  if (enumIn(description) === null && choiceIn(description, String(example ?? '')) !== null) return {};
  const value = typeof example === 'string' ? example : '';
  const found = constantOf({ name, value, notes: description, example: true });
  const values = [found['const'] ?? found['enum'] ?? []].flat();
  const isForSome = description
    .split(/(?<=[.;!?])\s+|\n+/)
    .some((one) => values.some((given) => one.includes(String(given))) && isQualified(one));
  // An example that is none of them says that there are others.
  return isForSome || (value !== '' && values.length > 0 && !values.includes(value)) ? {} : found;
}
