import { type Contract, probeOperationId } from '../contract/types.ts';
import { escapedPattern } from '../formats/pattern.ts';
import type { Request } from './build.ts';
import { operationOf, type Scenario } from './plan.ts';

/**
 * Whether the request of a scenario is for the path that its operation documents behind the base URL, whatever the values in
 * it. Another spelling may be served by somebody else, such as a router that knows no such path. The path of the protected
 * resource is the environment's, and counts as it is.
 */
export function isAtPath(contract: Contract, { operation }: Scenario, { target }: Request): boolean {
  if (operation === probeOperationId) return true;
  const { path } = operationOf(contract, operation);
  const parts = path.split(/\{[^}]*\}/).map(escapedPattern);
  return new RegExp(`^${parts.join('[^/]+')}$`).test(target.value.split('?', 1)[0] ?? '');
}
