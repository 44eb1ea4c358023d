/** Sends the controls: the good request of each operation, before anything that depends on its being granted. */
import { type Contract, probeOperationId } from '../contract/types.ts';
import { isControl, isResourceControl, type Scenario, unplannedControl } from '../scenario/plan.ts';
import type { Gate } from '../wire/clear/gate.ts';
import type { Exchange } from '../wire/exchange.ts';
import { afterControl, afterResourceControl, outcomeOfControl, whyNotJudged, whyRefused } from './controls.ts';
import type { Evidence } from './evidence.ts';
import type { Life, LifeOutcome } from './life.ts';
import type { MemoryStore } from './memory.ts';
import type { Neighbours } from './neighbours.ts';
import type { ClearedEvidence } from './outcome.ts';

/** What the controls need from the session. */
export interface ControlTools {
  contract: Contract;
  scenarios: readonly Scenario[];
  /** The good request for a token. */
  good: Scenario;
  store: MemoryStore;
  gate: Gate;
  life: Life;
  evidence: Evidence;
  send(scenario: Scenario): Promise<Exchange>;
  neighbours: Neighbours | null;
}

/** Sends the controls of a session. */
export interface Controls {
  /** Sends the good request for a token, whether it was answered or not. */
  sendGood(): Promise<LifeOutcome>;
  /** Sends a control, and keeps whether it was granted. */
  run(scenario: Scenario): Promise<LifeOutcome>;
  /** Sends the control of an operation unless it was answered; evidence for a scenario that a refusal stops. */
  ensure(operation: string, scenario: Scenario): Promise<ClearedEvidence | null>;
  /** Takes the good request for a token, sent once more, as evidence. */
  sent(exchange: Exchange): void;
  /** The evidence of the controls that were sent for other scenarios since the last call, each judged as in its own test. */
  taken(): ClearedEvidence[];
}

/** Opens the controls of a session. */
export function createControls(tools: ControlTools): Controls {
  const { contract, scenarios, good, store, gate, life, evidence } = tools;
  let before: ClearedEvidence[] = [];

  async function sendGood(): Promise<LifeOutcome> {
    const exchange = await tools.send(good);
    await tools.neighbours?.share(exchange);
    return { exchange };
  }

  /** Sends a token to the protected resource; one accepted token is enough for the whole run. */
  async function runAtResource(scenario: Scenario, send: (scenario: Scenario) => Promise<LifeOutcome>) {
    const outcome = await send(scenario);
    if ('exchange' in outcome) store.write(afterResourceControl(store.read(), outcome, gate));
    return outcome;
  }

  async function runAtOperation(scenario: Scenario): Promise<LifeOutcome> {
    const outcome = await (scenario === good ? sendGood() : life.run(scenario));
    if ('exchange' in outcome) store.write(afterControl(store.read(), contract, scenario, outcome.exchange, gate));
    return outcome;
  }

  return {
    sendGood,
    run: (scenario) => (isResourceControl(scenario) ? runAtResource(scenario, life.run) : runAtOperation(scenario)),
    async ensure(operation, scenario) {
      const planned = scenarios.find(
        (one) => one.operation === operation && (isControl(one) || isResourceControl(one)),
      );
      const own = planned ?? unplannedControl(operation);
      const isNew = outcomeOfControl(store.read(), operation) === null;
      // What only waits for the resource needs no look at the life of earlier tokens.
      const send = (): Promise<LifeOutcome> =>
        operation === probeOperationId ? runAtResource(own, life.tryFresh) : runAtOperation(own);
      const sent = isNew ? await send() : null;
      if (sent && planned) before.push(evidence.of(own, sent));
      const cause = sent && ('notSent' in sent ? sent.notSent : sent.exchange.trouble?.cause);
      const refused = cause
        ? whyNotJudged(operation, gate.clear(cause), gate)
        : whyRefused(store.read(), operation, gate);
      const kind = operation === probeOperationId ? 'resource' : 'control';
      return refused === null ? null : evidence.notSent(scenario, kind, refused);
    },
    sent: (exchange) => void before.push(evidence.of(good, { exchange })),
    taken() {
      const sent = before;
      before = [];
      return sent;
    },
  };
}
