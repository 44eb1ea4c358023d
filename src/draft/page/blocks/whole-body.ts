/** A row that stands for the body itself, as the lists of tools for descriptions have it. */
import { placeIn } from '../words/places.ts';
import type { Field } from './reading.ts';

/** Whether a row stands for the body itself, as the lists of tools for descriptions have it. */
export const isWholeBody = ({ name, place, schema }: Field): boolean =>
  /^(?:request)?(?:body|payload)$/i.test(name) &&
  placeIn(place) === 'body' &&
  [undefined, 'object'].some((type) => schema['type'] === type);

/** The fields of a body without a row that stands for the body itself, as the first of a list may. */
export function unwrapped(fields: Field[]): Field[] {
  const [first, ...others] = fields;
  if (!first || !isWholeBody(first)) return fields;
  const isWrapped = (others[0]?.depth ?? 0) > first.depth;
  return others.map((field) => (isWrapped ? { ...field, depth: Math.max(0, field.depth - 1) } : field));
}
