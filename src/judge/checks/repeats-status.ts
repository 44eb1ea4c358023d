import type { Schema } from '../../formats/json.ts';
import { atPointer, shownPointer } from '../../formats/json.ts';
import { type Check, inapplicable, show, unreadable } from './check.ts';

/**
 * `{ at, digits, optional }`: where the status is, whether only the first three digits count, and whether it may be
 * absent.
 */
export const repeatsStatusParameters: Schema = {
  type: 'object',
  additionalProperties: false,
  required: ['at'],
  properties: {
    at: { $ref: 'contract.schema.json#/$defs/pointer' },
    // A status has three digits.
    digits: { const: 3 },
    optional: { type: 'boolean' },
  },
};

/** `{ at, digits, optional }`: the value at the pointer, or its first digits, is the HTTP status of the answer. */
export const repeatsStatus: Check = (evidence, { at, digits, optional }) => {
  const pointer = String(at);
  const status = String(evidence.response.status);
  const name = shownPointer(pointer);
  const documented = digits
    ? `${name} begins with ${status}, the HTTP status`
    : `${name} is ${status}, the HTTP status`;
  const blocked = unreadable(evidence, pointer, documented);
  if (blocked) return optional ? inapplicable(documented, blocked.received) : blocked;
  const found = atPointer(evidence.json, pointer);
  if (found === undefined && optional) return inapplicable(documented, `${name} is absent`);
  if (found === undefined) return { verdict: 'fail', documented, received: `${name} is absent`, pointer };
  const text = typeof found === 'string' || typeof found === 'number' ? String(found) : '';
  const repeats = digits ? text.slice(0, Number(digits)) === status : text === status;
  return { verdict: repeats ? 'pass' : 'fail', documented, received: `${name} is ${show(found)}`, pointer };
};
