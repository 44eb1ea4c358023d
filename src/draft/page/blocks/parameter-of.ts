/** A field of a page as a fact about a header or a parameter. */
import type { HeaderFact } from '../../facts/facts.ts';
import { isPlaceholder, isWords } from '../values/values.ts';
import { constantOf } from './field-constants.ts';
import type { Field } from './reading.ts';
import { sizedSchema } from './said-schema.ts';

/** A parameter of the query or the path, or a header of an answer: its value is text. */
export function parameterOf({ name, at, required, schema, value, notes, left }: Field): HeaderFact {
  const known = isPlaceholder(value) || isWords(value) ? {} : { example: value };
  const only = constantOf({ name, value, notes, example: false });
  return {
    name,
    at,
    origin: 'table',
    required,
    schema: { ...only, ...sizedSchema({ schema, notes, value }, true) },
    ...(notes ? { notes } : {}),
    ...(left ? { left } : {}),
    ...known,
  };
}
