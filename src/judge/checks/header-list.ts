import type { Schema } from '../../formats/json.ts';
import { headerValues } from '../../wire/exchange.ts';
import { cacheDirectives, list } from '../../wire/headers.ts';
import { type Check, type CheckResult, type Evidence, inapplicable } from './check.ts';
import { directive, headerToken, method } from './names.ts';

function found({ response }: Evidence, header: string, documented: string, fine: boolean): CheckResult {
  const lines = headerValues(response, header);
  const received = lines.length === 0 ? `no ${header}` : lines.map((line) => `${header}: ${line}`).join(', and ');
  return { verdict: fine ? 'pass' : 'fail', documented, received, header };
}

/** `{ directive, header, required }`: a directive, its header, and whether that header is mandatory. */
export const cacheDirectiveParameters: Schema = {
  type: 'object',
  additionalProperties: false,
  required: ['directive'],
  properties: { directive, header: headerToken, required: { type: 'boolean' } },
};

/**
 * `{ directive, header, required }`: the list of directives holds it, its argument free (RFC 9111, 5.2); `header` is
 * Cache-Control where it is not given. An absent header fails unless `required` is false.
 */
export const cacheDirective: Check = (evidence, { directive, header = 'Cache-Control', required }) => {
  const name = String(header);
  const documented = `${name} with ${directive}`;
  const values = headerValues(evidence.response, name);
  if (values.length === 0 && required === false) return inapplicable(documented, `no ${name}`);
  return found(evidence, name, documented, cacheDirectives(values)?.has(String(directive).toLowerCase()) === true);
};

/** `{ method }`: a method of HTTP. */
export const allowParameters: Schema = {
  type: 'object',
  additionalProperties: false,
  required: ['method'],
  properties: { method },
};

/** `{ method }`: Allow lists the method (RFC 9110, 10.2.1); letter case counts. */
export const allow: Check = (evidence, { method }) =>
  found(
    evidence,
    'Allow',
    `Allow with ${method}`,
    list(headerValues(evidence.response, 'Allow'))?.includes(String(method)) === true,
  );
