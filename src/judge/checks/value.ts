import { faults } from '../../contract/schema.ts';
import { tokenOperationId } from '../../contract/types.ts';
import type { Json, Schema } from '../../formats/json.ts';
import { atPointer, isObject, shownPointer } from '../../formats/json.ts';
import { type Check, type Evidence, inapplicable, show, unreadable } from './check.ts';

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

/** Whether a member is the type of the token that a grant holds: RFC 6749, section 5.1, calls its value case insensitive. */
function isTokenType({ contract, scenario }: Evidence, pointer: string): boolean {
  const beside = contract.token.value.replace(/[^/]*$/, 'token_type');
  return pointer === beside && scenario.operation === tokenOperationId;
}

/** The faults of a value against a schema whose values are meant in any letter case. */
function faultsAnyCase(schema: Schema, found: Json): string[] {
  const wrong = faults(schema, found);
  const { const: only, enum: listed, ...rest } = schema;
  const values = [only, listed].flat().flatMap((value) => (typeof value === 'string' ? [value.toLowerCase()] : []));
  const isMeant = typeof found === 'string' && values.includes(found.toLowerCase());
  return wrong.length > 0 && isMeant ? faults(rest, found) : wrong;
}

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
  const wrong = isTokenType(evidence, pointer) ? faultsAnyCase(schema, found) : faults(schema, found);
  const size = typeof found === 'string' && found.length > 40 ? ` (${found.length} characters)` : '';
  const received = `${pointer === '' ? name : show(found)}${size}${wrong.length > 0 ? `: ${wrong.join('; ')}` : ''}`;
  return { verdict: wrong.length > 0 ? 'fail' : 'pass', documented, received, pointer };
};
