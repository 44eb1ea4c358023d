import { patternOf } from '../../contract/pattern.ts';
import type { Schema } from '../../formats/json.ts';
import { headerValues } from '../../wire/exchange.ts';
import { type Check, inapplicable } from './check.ts';
import { headerToken } from './names.ts';

/** `{ name, pattern, required }`: the response header and its pattern, and whether it is mandatory. */
export const headerParameters: Schema = {
  type: 'object',
  additionalProperties: false,
  required: ['name', 'pattern'],
  properties: {
    name: headerToken,
    pattern: { type: 'string', minLength: 1, format: 'regex' },
    required: { type: 'boolean' },
  },
};

/**
 * `{ name, pattern, required }`: some line of the response header matches the pattern, in any letter case; an absent
 * header fails unless `required` is false. For a header with a structure there are checks of its own.
 */
export const header: Check = ({ response }, parameters) => {
  const name = String(parameters['name']);
  const pattern = String(parameters['pattern']);
  const matching = patternOf(pattern, true);
  const documented = `${name} matching ${pattern}`;
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
