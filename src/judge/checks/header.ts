import { headerValues } from '../../wire/exchange.ts';
import { type Check, inapplicable } from './check.ts';

/**
 * `{ name, pattern, required }`: some line of the response header matches the pattern, in any letter case; an absent
 * header fails unless `required` is false. For a header that has a structure there are checks of its own.
 */
export const header: Check = ({ response }, parameters) => {
  const name = String(parameters['name']);
  const pattern = new RegExp(String(parameters['pattern']), 'i');
  const documented = `${name} matching ${pattern.source}`;
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
