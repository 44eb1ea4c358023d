import type { Schema } from '../../formats/json.ts';
import { operationOf } from '../../scenario/plan.ts';
import type { Check } from './check.ts';

/** `{ equals }`: the HTTP status. */
export const statusParameters: Schema = {
  type: 'object',
  additionalProperties: false,
  required: ['equals'],
  properties: { equals: { type: 'integer', minimum: 200, maximum: 599 } },
};

/** `{ equals }`: the answer has this HTTP status. */
export const status: Check = ({ response }, { equals }) => ({
  verdict: response.status === equals ? 'pass' : 'fail',
  documented: `HTTP status ${equals}`,
  received: `HTTP status ${response.status}`,
});

const redirects = [301, 302, 303, 307, 308];

/** A request that is refused gets a 4xx status. */
export const clientError: Check = ({ response, scenario, exchange, contract, atPath }) => {
  // RFC 9110 15.6.2: 501 is the right answer to a method that the server does not know at all.
  const { method } = operationOf(contract, scenario.operation);
  // RFC 9110 15.4: a server may lead from another spelling of a path to the one that it documents.
  const led = redirects.includes(response.status) && !atPath;
  const unknownMethod = response.status === 501 && exchange.request.method !== method;
  const fine = (response.status >= 400 && response.status < 500) || unknownMethod || led;
  return { verdict: fine ? 'pass' : 'fail', documented: 'a 4xx status', received: `HTTP status ${response.status}` };
};
