import { isSuccess } from '../../contract/status.ts';
import type { Schema } from '../../formats/json.ts';
import { atPointer } from '../../formats/json.ts';
import { grantedScopes } from '../granted-scopes.ts';
import { type Check, inapplicable } from './check.ts';

/** `{ field }`: the member of the request that asks for a scope. */
export const defaultScopeParameters: Schema = {
  type: 'object',
  additionalProperties: false,
  required: ['field'],
  properties: { field: { $ref: 'contract.schema.json#/$defs/requestField' } },
};

/**
 * `{ field }`: where the request left out the field of the scope, or sent it empty, the grant names the default scope,
 * and only documented scopes (RFC 6749, 3.3).
 */
export const defaultScope: Check = (evidence, { field }) => {
  const { contract, scenario, response, json, requestedScopes } = evidence;
  const documented = `the scope that is granted by default, of ${contract.operation.scopes.join(' ')}`;
  const about = scenario.change?.part === 'field' && scenario.change.name === field;
  if (!about || requestedScopes.length > 0) return inapplicable(documented, 'the request asked for a scope');
  const token = atPointer(json, contract.token.value);
  if (!isSuccess(response.status) || typeof token !== 'string') return inapplicable(documented, 'no token is granted');
  const scopes = grantedScopes(evidence);
  const beyond = (scopes ?? []).filter((scope) => !contract.operation.scopes.includes(scope));
  const received =
    scopes === null
      ? 'a token, and no scope'
      : scopes.length === 0
        ? 'a token, and an empty scope'
        : beyond.length > 0
          ? `besides: ${beyond.join(' ')}`
          : scopes.join(' ');
  const fine = scopes !== null && scopes.length > 0 && beyond.length === 0;
  return { verdict: fine ? 'pass' : 'fail', documented, received, pointer: contract.token.scope ?? '' };
};
