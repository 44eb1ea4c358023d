import { type Contract, tokenOperationId } from '../contract/types.ts';
import type { Scenario } from './plan.ts';
import { waysOf } from './ways/index.ts';

/** Whether a scenario asks for a token by one that was granted before. */
export function sendsToken({ operation }: Contract, scenario: Pick<Scenario, 'operation' | 'change'>): boolean {
  const { change } = scenario;
  if (!change || scenario.operation !== tokenOperationId) return false;
  return waysOf(change.part, change.name, operation.control)[change.way]?.sendsToken === true;
}
