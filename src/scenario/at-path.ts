import { type Contract, probeOperationId } from '../contract/types.ts';
import { escapedPattern } from '../formats/pattern.ts';
import type { Request } from './build.ts';
import { operationOf, type Scenario } from './plan.ts';

/** A regular expression, without anchors, for the path of an operation with whatever values in it. */
export function pathPattern(path: string): string {
  return path
    .split(/\{[^}]*\}/)
    .map(escapedPattern)
    .join('[^/]+');
}

/**
 * Whether the request of a scenario is for the path that its operation documents behind the base URL, whatever the values in
 * it. Another spelling may be served by somebody else, such as a router that knows no such path. The path of the protected
 * resource is the environment's, and counts as it is.
 */
export function isAtPath(contract: Contract, { operation }: Scenario, { target }: Request): boolean {
  if (operation === probeOperationId) return true;
  const pattern = pathPattern(operationOf(contract, operation).path);
  return new RegExp(`^${pattern}$`).test(target.value.split('?', 1)[0] ?? '');
}
