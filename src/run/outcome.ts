import type { ExchangeRecord, Incident, Observation } from '../results/format.ts';
import type { NotSent } from '../results/state.ts';
import type { Limited } from './memory.ts';

/** What came of one scenario, redacted: everything the reports need. */
export interface Outcome {
  target: string;
  scenario: string;
  /** Null when no request was sent for it. */
  exchange: ExchangeRecord | null;
  observations: Observation[];
  readings: { id: string; follows: string; exchange: string }[];
  /** Facts about the target that are no clause. */
  notes: string[];
  /** Seconds by which the provider's clock is ahead, by its Date header; only of the control. */
  clockSkew?: number;
  incident: Incident | null;
  /** Why nothing was sent; null when something was. */
  notSent: NotSent | null;
  /** What came of a control that was answered; absent for any other scenario. */
  control?: ControlState;
  /** What came of each control that was sent because this scenario rests on it; absent where none was. */
  before?: Outcome[];
  /** Requests since the last outcome, every attempt included. */
  requests: number;
  /** Rate limits met since the last outcome, and the seconds waited for them; absent where none was. */
  limited?: Limited;
}

/** Whether a control was granted; why it was not, with the operation it is of. */
export type ControlState = { granted: true } | { granted: false; reason: string };
