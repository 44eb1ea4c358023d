import { type BuildContext, build, type Request } from './build.ts';
import { type Scenario, unplannedControl } from './plan.ts';
import { isReplay } from './replay.ts';

/** What a provider sees of a request, its connection included. */
export function seen({ method, target, headers, body, certificate }: Request): string {
  const lines = headers.map(([name, { value }]) => [name, value]);
  return JSON.stringify([method, target.value, lines, body?.value, certificate?.isOwn, certificate?.identity?.cert]);
}

/**
 * Whether a scenario is the good request of its operation byte for byte: what it does to a token may change nothing of the
 * token that was granted, as where that is not signed anyway.
 */
export function isGoodRequest(scenario: Scenario, context: BuildContext): boolean {
  if (isReplay(scenario)) return false;
  return seen(build(scenario, context)) === seen(build(unplannedControl(scenario.operation), context));
}
