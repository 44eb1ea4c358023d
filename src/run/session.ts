import { evidenceOf, judge, unjudged, whyNotGranted } from '../judge/judge.ts';
import { decideReadings } from '../judge/readings.ts';
import type { ExchangeRecord, Incident, Observation } from '../results/format.ts';
import { build, unavailable } from '../scenario/build.ts';
import { controlId, plan, type Scenario } from '../scenario/plan.ts';
import type { Target } from '../target/target.ts';
import type { Exchange } from '../wire/exchange.ts';
import { recordOf, redactorOf } from '../wire/record.ts';
import { createTransport, mostAttempts } from '../wire/transport.ts';
import { afterExchange, freshMemory, type Memory, whyNotSent } from './memory.ts';

export type { Memory } from './memory.ts';

/** Keeps a memory; in a file where several processes share it. */
export interface MemoryStore {
  read(): Memory;
  write(memory: Memory): void;
}

/** What came of one scenario, redacted: everything the reports need. */
export interface Outcome {
  target: string;
  scenario: string;
  /** Null when no request was sent for it. */
  exchange: ExchangeRecord | null;
  observations: Observation[];
  readings: { id: string; follows: string; exchange: string }[];
  incident: Incident | null;
  /** Why nothing was sent; null when something was. */
  notSent: string | null;
  /** Requests this scenario cost, every attempt and a control sent for its sake included. */
  requests: number;
}

/** Runs the scenarios of one target, one at a time, the control before all others. */
export interface Session {
  run(scenario: Scenario): Promise<Outcome>;
  close(): Promise<void>;
}

/** Most characters of one line of a finding. */
const mostCharacters = 400;

/** A memory that lives as long as the process. */
export function memoryStore(): MemoryStore {
  let memory = freshMemory();
  return {
    read: () => memory,
    write: (next) => {
      memory = next;
    },
  };
}

/** Opens a session on a target. `baseUrl` is given where the target is the embedded mock. */
export function openSession(
  target: Target,
  baseUrl: string,
  store: MemoryStore,
  clock: () => Date = () => new Date(),
): Session {
  const { contract } = target;
  const scenarios = plan(contract);
  const { pace, tls, proxy, maxRequests } = target;
  const { quietUntil } = store.read();
  const transport = createTransport({ baseUrl, ...pace, tls, proxy, quietUntil });

  function context() {
    return { contract, credentials: target.credentials, now: clock(), timestampOffset: target.timestampOffset };
  }

  async function send(scenario: Scenario): Promise<Exchange> {
    const most = Math.min(mostAttempts, maxRequests - store.read().requests);
    const exchange = await transport.exchange(scenario.id, build(scenario, context()), most);
    const next = afterExchange(store.read(), exchange, scenario.id === controlId, transport.quietUntil);
    // A control that met trouble of the network is sent again for the next scenario: a blip costs one scenario.
    if (scenario.id === controlId && !exchange.trouble) {
      const reason = whyNotGranted(contract, scenario, exchange);
      const redacted = reason === null ? '' : redactorOf(exchange, target.secrets)(reason);
      next.control = reason === null ? { granted: true } : { granted: false, reason: clip(redacted) };
    }
    store.write(next);
    return exchange;
  }

  function nothingSent(
    scenario: Scenario,
    notSent: string,
    verdict: 'inconclusive' | 'inapplicable' = 'inconclusive',
    requests = 0,
    incident: Incident | null = null,
  ): Outcome {
    const observations = unjudged(contract, scenario, notSent).map((one) => ({ ...one, verdict, exchange: '' }));
    return {
      target: target.name,
      scenario: scenario.id,
      exchange: null,
      observations,
      readings: [],
      incident,
      notSent,
      requests,
    };
  }

  function incidentOf({ scenario, trouble, attempts }: Exchange): Incident | null {
    const { givenUp } = store.read();
    const cause = givenUp ? `${trouble?.cause}; the target is ${givenUp}` : trouble?.cause;
    return cause === undefined ? null : { scenario, cause, attempts: attempts.length };
  }

  function outcome(scenario: Scenario, exchange: Exchange, before: number): Outcome {
    const id = `ex-${scenarios.findIndex((one) => one.id === scenario.id)}`;
    const redact = redactorOf(exchange, target.secrets);
    const { control } = store.read();
    const judged =
      scenario.id === controlId && control?.granted === false
        ? unjudged(contract, scenario, `the control is not granted: ${control.reason}`)
        : judge(contract, scenario, exchange, target.secrets);
    const evidence = exchange.trouble ? null : evidenceOf(contract, scenario, exchange, target.secrets);
    return {
      target: target.name,
      scenario: scenario.id,
      exchange: recordOf(exchange, id, scenario.title, redact),
      observations: judged.map((one) => ({
        ...one,
        documented: clip(redact(one.documented)),
        received: clip(redact(one.received)),
        exchange: id,
      })),
      readings: evidence
        ? decideReadings(contract.readings, evidence).map((reading) => ({ ...reading, exchange: id }))
        : [],
      incident: incidentOf(exchange),
      notSent: null,
      requests: before + exchange.attempts.length,
    };
  }

  return {
    async run(scenario) {
      if (scenario.id !== controlId && target.onlyControl !== null)
        return nothingSent(scenario, target.onlyControl, 'inapplicable');
      const stop = whyNotSent(store.read(), maxRequests);
      if (stop !== null) return nothingSent(scenario, stop);
      const [control] = scenarios;
      let before = 0;
      if (scenario.id !== controlId && control && store.read().control === null) {
        const sent = await send(control);
        before = sent.attempts.length;
        const reason = sent.trouble && `the control is not granted: ${sent.trouble.cause}`;
        if (reason !== null) return nothingSent(scenario, reason, 'inconclusive', before, incidentOf(sent));
      }
      if (scenario.id !== controlId) {
        const { control: state } = store.read();
        const reason =
          state?.granted === false
            ? `the control is not granted: ${state.reason}`
            : whyNotSent(store.read(), maxRequests);
        if (reason !== null) return nothingSent(scenario, reason, 'inconclusive', before);
        const missing = unavailable(scenario, context());
        if (missing !== null) return nothingSent(scenario, missing, 'inapplicable', before);
      }
      return outcome(scenario, await send(scenario), before);
    },
    close: () => transport.close(),
  };
}

function clip(text: string): string {
  return text.length > mostCharacters ? `${text.slice(0, mostCharacters)}…` : text;
}
