/** Values of a list that a page shows, where it declares those of one item. */
import { isDeepStrictEqual } from 'node:util';
import type { Json, Schema } from '../../formats/json.ts';
import { listPattern } from '../page/values/text-lists.ts';

/** Signs between the values of a list that is written as a text. */
const between = [' ', ',', ', '];

/**
 * The schema of a list whose items have the values of an enum, where an example is such a list: an array, or a text with one
 * sign between its values, as scopes are sent; null for any other.
 */
export function listShown({ enum: values, ...rest }: Schema, example: Json): Schema | null {
  if (!Array.isArray(values)) return null;
  const isOne = (item: Json): boolean => values.some((one) => isDeepStrictEqual(one, item));
  if (Array.isArray(example))
    return example.length > 0 && example.every(isOne) ? { ...rest, type: 'array', items: { enum: values } } : null;
  if (typeof example !== 'string' || isOne(example)) return null;
  const sign = between.find((one) => example.split(one).length > 1 && example.split(one).every(isOne));
  if (sign === undefined) return null;
  return { ...rest, pattern: listPattern(values, sign) };
}
