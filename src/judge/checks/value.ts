import { faults } from '../../contract/schema.ts';
import type { Schema } from '../../formats/json.ts';
import { atPointer, isObject, shownPointer } from '../../formats/json.ts';
import { type Check, inapplicable, show, unreadable } from './check.ts';

/** `{ at, schema, required }`: where the value is, the schema it satisfies, and whether it is mandatory. */
export const valueParameters: Schema = {
  type: 'object',
  additionalProperties: false,
  required: ['at', 'schema'],
  properties: {
    at: { $ref: 'contract.schema.json#/$defs/pointer' },
    schema: { $ref: 'schema.schema.json' },
    required: { type: 'boolean' },
  },
};

/** `{ at, schema, required }`: the value at the pointer satisfies the schema. An absent one fails only where it is required. */
export const value: Check = (evidence, parameters, documented) => {
  const pointer = String(parameters['at']);
  const schema = isObject(parameters['schema']) ? parameters['schema'] : {};
  const required = parameters['required'] === true;
  const name = pointer === '' ? 'the body' : shownPointer(pointer);
  const blocked = unreadable(evidence, pointer, documented);
  if (blocked) return blocked;
  const found = atPointer(evidence.json, pointer);
  if (found === undefined) {
    return required
      ? { verdict: 'fail', documented, received: `${name} is absent`, pointer }
      : inapplicable(documented, `${name} is absent`);
  }
  const wrong = faults(schema, found);
  const size = typeof found === 'string' && found.length > 40 ? ` (${found.length} characters)` : '';
  const received = `${pointer === '' ? name : show(found)}${size}${wrong.length > 0 ? `: ${wrong.join('; ')}` : ''}`;
  return { verdict: wrong.length > 0 ? 'fail' : 'pass', documented, received, pointer };
};
