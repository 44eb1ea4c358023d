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

/** Whether what was asked for is a documented path, whatever its values and what a base URL puts before it. */
function isPath(template: string, target: string): boolean {
  const parts = template.split(/\{[^}]*\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`${parts.join('[^/]+')}$`).test(target.split('?', 1)[0] ?? '');
}

/** A request that is refused gets a 4xx status. */
export const clientError: Check = ({ response, scenario, exchange, contract }) => {
  // RFC 9110 15.6.2: 501 is the right answer to a method that the server does not know at all.
  const { method, path } = operationOf(contract, scenario.operation);
  const { target } = exchange.request;
  // RFC 9110 15.4: a server may lead from another spelling of a path to the one that it documents.
  const led = redirects.includes(response.status) && !isPath(path, target.value);
  const unknownMethod = response.status === 501 && exchange.request.method !== method;
  const fine = (response.status >= 400 && response.status < 500) || unknownMethod || led;
  return { verdict: fine ? 'pass' : 'fail', documented: 'a 4xx status', received: `HTTP status ${response.status}` };
};
