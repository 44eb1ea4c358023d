import { inspect } from 'node:util';
import type { ExchangeRecord } from '../formats/exchange-record.ts';
import type { Fact, Incident, NotSent } from '../formats/results.ts';
import type { Judged, Observation } from '../judge/observation.ts';
import type { Cleared, ClearedIn } from '../wire/clear/cleared.ts';
import type { Gate } from '../wire/clear/gate.ts';
import type { ClearedRecord } from '../wire/record.ts';
import type { ClearedIncident, Limited } from './memory.ts';

/** Most characters of one line of a finding. */
export const mostCharacters = 400;

/** The outcome of one scenario: everything that the reports need. */
export interface ScenarioEvidence {
  target: string;
  scenario: string;
  /** Null when no request was sent for it. */
  exchange: ExchangeRecord | null;
  observations: Observation[];
  readings: { id: string; follows: string; exchange: string }[];
  /** What was measured with it; absent where nothing was. */
  facts?: Omit<Fact, 'exchange'>[];
  /** Notes about the target, none of which is a clause. */
  notes: string[];
  /** Seconds by which the provider's clock is ahead, by its Date header; only for the control. */
  clockSkew?: number;
  incident: Incident | null;
  /** Why no request was sent; null when one was. */
  notSent: NotSent | null;
  /** The outcome of a control that was answered; absent for any other scenario. */
  control?: ControlState;
  /** The outcome of each control that was sent because this scenario depends on it; absent where none was. */
  before?: ScenarioEvidence[];
  /** Requests since the last outcome, every attempt included. */
  requests: number;
  /** Rate limits since the last outcome, and the seconds of waiting for them; absent where there were none. */
  limited?: Limited;
}

/** Whether a control was granted; otherwise why not, and its operation. */
export type ControlState = { granted: true } | { granted: false; reason: string };

/** A clause judged on an exchange, every text of the finding cleared. */
export type ClearedObservation = ClearedIn<
  Observation,
  'documented' | 'received' | 'header' | 'pointer' | 'note' | 'fault'
>;

/** An outcome of which every text passed the gate. */
export interface ClearedEvidence extends ScenarioEvidence {
  exchange: ClearedRecord | null;
  observations: ClearedObservation[];
  notes: Cleared[];
  incident: ClearedIncident | null;
  notSent: ClearedIn<NotSent, 'text'> | null;
  control?: { granted: true } | { granted: false; reason: Cleared };
  before?: ClearedEvidence[];
}

/** The result of a check as a report may show it. */
export function clearedResult(result: Judged, gate: Gate): Omit<ClearedObservation, 'exchange'> {
  const { documented, received, header, pointer, note, fault, impliedBy, ...rest } = result;
  return {
    ...rest,
    documented: gate.clear(documented, mostCharacters),
    received: gate.clear(received, mostCharacters),
    ...(header === undefined ? {} : { header: gate.clear(header, mostCharacters) }),
    ...(pointer === undefined ? {} : { pointer: gate.clear(pointer, mostCharacters) }),
    ...(fault === undefined ? {} : { fault: gate.clear(fault, mostCharacters) }),
    ...(impliedBy === undefined ? {} : { impliedBy: impliedBy.map((one) => gate.clear(one, mostCharacters)) }),
    ...(note === undefined ? {} : { note: gate.clear(note) }),
  };
}

const asText = (value: unknown): string => (typeof value === 'string' ? value : inspect(value));

/** What was thrown, as the texts of an error: anything may be thrown, and the members of an error may be of any type. */
function readError(thrown: unknown): Record<'name' | 'message' | 'stack', string> {
  try {
    const { name, message, stack } = thrown instanceof Error ? thrown : new Error(asText(thrown));
    return { name: asText(name), message: asText(message), stack: asText(stack ?? message) };
  } catch {
    const message = 'what was thrown cannot be read, since to read it throws as well';
    return { name: 'Error', message, stack: message };
  }
}

/** An error of a library or of our own, safe for a terminal; its cause is dropped, since it may hold what was sent. */
export function clearedError(error: unknown, gate: Gate): Error {
  const { name, message, stack } = readError(error);
  const cleared = new Error(gate.clear(message));
  cleared.name = gate.clear(name);
  cleared.stack = gate.clear(stack);
  return cleared;
}
