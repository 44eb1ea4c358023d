import { evidenceOf, type Judged, judge, unjudged, whyNotGranted } from '../judge/judge.ts';
import { decideReadings } from '../judge/readings.ts';
import type { ExchangeRecord, Incident, Observation } from '../results/format.ts';
import { build, unavailable } from '../scenario/build.ts';
import { controlId, plan, type Scenario } from '../scenario/plan.ts';
import type { Target } from '../target/target.ts';
import type { Exchange } from '../wire/exchange.ts';
import { recordOf, redactorOf } from '../wire/record.ts';
import { createTransport } from '../wire/transport.ts';

/** What a run remembers of a target between two scenarios, also when the process that sent them is gone. */
export interface Memory {
  /** Null until the control was sent; then why it was not granted, or `granted`. */
  control: null | { granted: true } | { granted: false; reason: string };
}

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
  let memory: Memory = { control: null };
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
  const transport = createTransport({ baseUrl, ...target.pace, tls: target.tls });

  function context() {
    return { contract, credentials: target.credentials, now: clock(), timestampOffset: target.timestampOffset };
  }

  async function send(scenario: Scenario): Promise<Exchange> {
    const exchange = await transport.exchange(scenario.id, build(scenario, context()));
    if (scenario.id === controlId) {
      const reason = whyNotGranted(contract, scenario, exchange);
      const redacted = reason === null ? '' : redactorOf(exchange, target.secrets)(reason);
      store.write({ control: reason === null ? { granted: true } : { granted: false, reason: clip(redacted) } });
    }
    return exchange;
  }

  function nothingSent(scenario: Scenario, notSent: string, requests: number, judged: Judged[]): Outcome {
    const observations = judged.map((one) => ({ ...one, exchange: '' }));
    return {
      target: target.name,
      scenario: scenario.id,
      exchange: null,
      observations,
      readings: [],
      incident: null,
      notSent,
      requests,
    };
  }

  function outcome(scenario: Scenario, exchange: Exchange, before: number): Outcome {
    const id = `ex-${scenarios.findIndex((one) => one.id === scenario.id)}`;
    const redact = redactorOf(exchange, target.secrets);
    const control = scenario.id === controlId ? store.read().control : null;
    const judged =
      control?.granted === false
        ? unjudged(contract, scenario, `the control is not granted: ${control.reason}`)
        : judge(contract, scenario, exchange, target.secrets);
    const evidence = exchange.trouble ? null : evidenceOf(contract, scenario, exchange, target.secrets);
    const { trouble, attempts } = exchange;
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
      incident: trouble ? { scenario: scenario.id, cause: trouble.cause, attempts: attempts.length } : null,
      notSent: null,
      requests: before + attempts.length,
    };
  }

  return {
    async run(scenario) {
      let before = 0;
      if (scenario.id !== controlId) {
        const [control] = scenarios;
        if (store.read().control === null && control) before = (await send(control)).attempts.length;
        const state = store.read().control;
        if (state?.granted === false) {
          const reason = `the control is not granted: ${state.reason}`;
          return nothingSent(scenario, reason, before, unjudged(contract, scenario, reason));
        }
        const missing = unavailable(scenario, context());
        if (missing !== null) {
          const judged = unjudged(contract, scenario, missing).map((one) => ({
            ...one,
            verdict: 'inapplicable' as const,
          }));
          return nothingSent(scenario, missing, before, judged);
        }
      }
      return outcome(scenario, await send(scenario), before);
    },
    close: () => transport.close(),
  };
}

function clip(text: string): string {
  return text.length > mostCharacters ? `${text.slice(0, mostCharacters)}…` : text;
}
