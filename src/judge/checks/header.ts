import { patternOf } from '../../contract/pattern.ts';
import type { Schema } from '../../contract/types.ts';
import { headerValues } from '../../wire/exchange.ts';
import { type Check, inapplicable } from './check.ts';

// RFC 9110 5.1: a field name is a token.
const fieldName: Schema = { type: 'string', pattern: "^[A-Za-z0-9!#$%&'*+.^_`|~-]+$" };

/** `{ name, pattern, required, if }`: the response header and its pattern, whether it is mandatory, and a request header. */
export const headerParameters: Schema = {
  type: 'object',
  additionalProperties: false,
  required: ['name', 'pattern'],
  properties: {
    name: fieldName,
    pattern: { type: 'string', minLength: 1, format: 'regex' },
    required: { type: 'boolean' },
    if: fieldName,
  },
};

/**
 * `{ name, pattern, required, if }`: some line of the response header matches the pattern, in any letter case.
 * With `if`, only for requests that carried that header; an absent header fails unless `required` is false.
 */
export const header: Check = ({ response, exchange }, parameters) => {
  const name = String(parameters['name']);
  const pattern = String(parameters['pattern']);
  const matching = patternOf(pattern, true);
  const condition = parameters['if'];
  const documented = `${name} matching ${pattern}`;
  const sent = exchange.request.headers.some(
    ([sentName]) => sentName.toLowerCase() === String(condition).toLowerCase(),
  );
  if (typeof condition === 'string' && !sent) return inapplicable(documented, `the request had no ${condition}`);
  const lines = headerValues(response, name);
  if (lines.length === 0 && parameters['required'] === false) return inapplicable(documented, `no ${name}`);
  const fine = lines.some((line) => matching.test(line));
  return {
    verdict: fine ? 'pass' : 'fail',
    documented,
    received: lines.length === 0 ? `no ${name}` : lines.map((line) => `${name}: ${line}`).join(', and '),
    header: name,
  };
};
