import { isObject, type Json, type Schema } from '../../formats/json.ts';
import { type Check, inapplicable, show } from './check.ts';
import { claimsOf } from './claims.ts';

/** A text that holds a colon is a URI (RFC 7519, 2: StringOrURI), which begins with its scheme. */
const isStringOrUri = (value: Json): boolean =>
  typeof value === 'string' && (!value.includes(':') || /^[A-Za-z][A-Za-z0-9+.-]*:/.test(value));

const types: Record<string, { said: string; holds: (value: Json) => boolean }> = {
  string: { said: 'a string', holds: (value) => typeof value === 'string' },
  stringOrUri: { said: 'a string, or a URI where it holds a colon', holds: isStringOrUri },
  audience: {
    said: 'a string or a list of strings',
    holds: (value) => isStringOrUri(value) || (Array.isArray(value) && value.every(isStringOrUri)),
  },
};

/** `{ types }`: names of claims by type. */
export const claimsTypesParameters: Schema = {
  type: 'object',
  additionalProperties: false,
  required: ['types'],
  properties: {
    types: {
      type: 'object',
      propertyNames: { enum: ['string', 'stringOrUri', 'audience'] },
      additionalProperties: { type: 'array', items: { type: 'string' } },
    },
  },
};

/** `{ types }`: the names of claims by type; each claim that is given has its type. */
export const claimsTypes: Check = (evidence, parameters) => {
  const wanted = Object.entries(isObject(parameters['types']) ? parameters['types'] : {}).map(
    ([type, names]): [string, string[]] => [type, Array.isArray(names) ? names.map(String) : []],
  );
  const documented = wanted.map(([type, names]) => `${names.join(', ')}: ${types[type]?.said}`).join('; ');
  const claims = claimsOf(evidence);
  if (!claims) return inapplicable(documented, 'the token is not a JWT');
  const wrong = wanted.flatMap(([type, names]) =>
    names.filter((name) => {
      const value = claims[name];
      return value !== undefined && !types[type]?.holds(value);
    }),
  );
  return {
    verdict: wrong.length > 0 ? 'fail' : 'pass',
    documented,
    received: wrong.length > 0 ? wrong.map((name) => `${name} is ${show(claims[name])}`).join(', ') : 'so',
    pointer: evidence.contract.token.value,
  };
};
