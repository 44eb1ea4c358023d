import { patternOf } from '../../contract/pattern.ts';
import type { Schema } from '../../formats/json.ts';
import { headerValues } from '../../wire/exchange.ts';
import { type Check, inapplicable } from './check.ts';
import { headerToken } from './names.ts';

/** `{ name, pattern, required, if }`: the response header and its pattern, whether it is mandatory, and for which requests. */
export const headerParameters: Schema = {
  type: 'object',
  additionalProperties: false,
  required: ['name', 'pattern'],
  properties: {
    name: headerToken,
    pattern: { type: 'string', minLength: 1, format: 'regex' },
    required: { type: 'boolean' },
    if: headerToken,
  },
};

/**
 * `{ name, pattern, required, if }`: some line of the response header matches the pattern, in any letter case; an absent
 * header fails unless `required` is false. With `if`, only requests that sent that header are judged. For a header with
 * a structure there are checks of its own.
 */
export const header: Check = ({ response, exchange }, { name: called, pattern: written, required, if: condition }) => {
  const name = String(called);
  const pattern = String(written);
  const documented = `${name} matching ${pattern}`;
  const isSent = exchange.request.headers.some(([sent]) => sent.toLowerCase() === String(condition).toLowerCase());
  if (condition !== undefined && !isSent) return inapplicable(documented, `the request had no ${condition}`);
  const matching = patternOf(pattern, true);
  const lines = headerValues(response, name);
  if (lines.length === 0 && required === false) return inapplicable(documented, `no ${name}`);
  const fine = lines.some((line) => matching.test(line));
  return {
    verdict: fine ? 'pass' : 'fail',
    documented,
    received: lines.length === 0 ? `no ${name}` : lines.map((line) => `${name}: ${line}`).join(', and '),
    header: name,
  };
};
