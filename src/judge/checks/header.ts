import { headerValues } from '../../wire/exchange.ts';
import { type Check, inapplicable } from './check.ts';

/**
 * `{ name, pattern, required, if }`: some line of the response header matches the pattern, in any letter case.
 * With `if`, only for requests that carried that header; an absent header fails unless `required` is false.
 */
export const header: Check = ({ response, exchange }, parameters) => {
  const name = String(parameters['name']);
  const pattern = new RegExp(String(parameters['pattern']), 'i');
  const condition = parameters['if'];
  const documented = `${name} matching ${pattern.source}`;
  const sent = exchange.request.headers.some(
    ([sentName]) => sentName.toLowerCase() === String(condition).toLowerCase(),
  );
  if (typeof condition === 'string' && !sent) return inapplicable(documented, `the request had no ${condition}`);
  const lines = headerValues(response, name);
  if (lines.length === 0 && parameters['required'] === false) return inapplicable(documented, `no ${name}`);
  const fine = lines.some((line) => pattern.test(line));
  return {
    verdict: fine ? 'pass' : 'fail',
    documented,
    received: lines.length === 0 ? `no ${name}` : lines.map((line) => `${name}: ${line}`).join(', and '),
    header: name,
  };
};
