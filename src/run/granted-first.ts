/** What is sent again was granted before: the good request that a scenario needs for it, where the run has sent none yet. */
import { tokenOperationId } from '../contract/types.ts';
import { type Scenario, unplannedControl } from '../scenario/plan.ts';
import type { LifeOutcome } from './life.ts';
import type { MemoryStore } from './memory.ts';
import type { ClearedEvidence } from './outcome.ts';

/** What this needs from the session. */
export interface GrantingTools {
  store: MemoryStore;
  /** Sends the control of an operation unless it was answered; evidence for a scenario that a refusal stops. */
  ensureControl(operation: string, scenario: Scenario): Promise<ClearedEvidence | null>;
  sendControl(): Promise<LifeOutcome>;
  /** Sends a good request with a token. */
  sendOther(scenario: Scenario): Promise<LifeOutcome>;
  unfit(reason: string): ClearedEvidence;
}

/** Sends the good request of a scenario's operation; evidence for the scenario where it is not granted. */
export async function grantFirst(tools: GrantingTools, scenario: Scenario): Promise<ClearedEvidence | null> {
  const { store, ensureControl, sendControl, sendOther } = tools;
  const { operation } = scenario;
  const isThere = (): boolean => store.read().sentUnique[operation] !== undefined;
  const stopped = (await ensureControl(tokenOperationId, scenario)) ?? (await ensureControl(operation, scenario));
  if (stopped || isThere()) return stopped;
  // The control was answered before, by a mock that has ended with its worker.
  const sent = operation === tokenOperationId ? await sendControl() : await sendOther(unplannedControl(operation));
  if (isThere()) return null;
  return tools.unfit('notSent' in sent ? sent.notSent : 'the good request before it was not granted');
}
