/** What is sent again was granted before: the good request that a scenario needs for it, where the run has sent none yet. */
import { tokenOperationId } from '../contract/types.ts';
import { type Scenario, unplannedControl } from '../scenario/plan.ts';
import type { Evidence } from './evidence.ts';
import type { Life } from './life.ts';
import type { MemoryStore } from './memory.ts';
import type { ClearedEvidence } from './outcome.ts';
import type { Controls } from './send-controls.ts';

/** What this needs from the session. */
export interface GrantingTools {
  store: MemoryStore;
  controls: Controls;
  life: Life;
  evidence: Evidence;
}

/** Sends the good request of a scenario's operation; evidence for the scenario where it is not granted. */
export async function grantFirst(tools: GrantingTools, scenario: Scenario): Promise<ClearedEvidence | null> {
  const { store, controls, life, evidence } = tools;
  const { operation } = scenario;
  const isThere = (): boolean => store.read().sentUnique[operation] !== undefined;
  const stopped = (await controls.ensure(tokenOperationId, scenario)) ?? (await controls.ensure(operation, scenario));
  if (stopped || isThere()) return stopped;
  // The control was answered before, by a mock that has ended with its worker.
  const isOfTokens = operation === tokenOperationId;
  const sent = await (isOfTokens ? controls.sendGood() : life.run(unplannedControl(operation)));
  if (isThere()) return null;
  const reason = 'notSent' in sent ? sent.notSent : 'the good request before it was not granted';
  return evidence.notSent(scenario, 'unfit', reason);
}
