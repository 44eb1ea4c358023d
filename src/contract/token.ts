/** What a contract says of the members of a grant. */
import type { TokenPointers } from '../formats/contract.ts';
import { isObject, keysOf, own, type Schema } from '../formats/json.ts';
import type { Documented } from './documented.ts';
import { isSuccess } from './status.ts';
import type { TokenMembers } from './types.ts';

/** What stands for the pointer to the lifetime where the sources promise no life of a token. */
export const noLifetime = 'none';

/** Whether a schema names a member without requiring it and all that holds it; false where it leaves open what there is. */
function isOptional(schema: Schema, [name, ...rest]: string[]): boolean {
  const { properties, required, allOf, anyOf, oneOf } = schema;
  if (name === undefined || [allOf, anyOf, oneOf].some((one) => one !== undefined) || !isObject(properties))
    return false;
  const member = own(properties, name);
  if (!isObject(member)) return false;
  return !(Array.isArray(required) && required.includes(name)) || isOptional(member, rest);
}

/** The members of a grant, as the engine knows them; `answers` are those of the operation that grants tokens. */
export function tokenMembers(token: TokenPointers, answers: Documented['answers']): TokenMembers {
  if (token.lifetime === noLifetime) return { ...token, lifetime: null };
  const keys = keysOf(token.lifetime);
  const granted = answers.filter(({ status }) => isSuccess(status));
  const isOpen = granted.length > 0 && granted.every(({ schema }) => isOptional(schema, keys));
  return { ...token, lifetime: token.lifetime, ...(isOpen ? { optionalLifetime: true } : {}) };
}
