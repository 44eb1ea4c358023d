import type { Answer, Call, Reply } from '../mock/server.ts';
import type { PromiseClause } from '../src/contract/types.ts';
import type { Scenario } from '../src/scenario/plan.ts';
import type { Exchange } from '../src/wire/exchange.ts';
import type { Rig } from './rig.ts';

/** One deviation of an otherwise faithful answer. */
export interface Deviation {
  name: string;
  answer(faithful: Answer, call: Call): Reply;
  /** The promise that states what is wrong, and its check: it fails in the stead of the demand that the answer is to. */
  stated?: { clause: string; check: string };
  /** For what only the address shows: the exchange as it would be recorded elsewhere. */
  elsewhere?(exchange: Exchange): Exchange;
}

/** A provider with one deviation, in one scenario, that one clause has to catch. */
export interface Mutant extends Deviation {
  clause: string;
  /** Check that judges the clause; `refusal` for a demand. */
  check: string;
  scenario: Scenario;
  /** Status to which the faithful answer is put first; null to leave it. */
  status: number | null;
}

/** What a maker of deviations works with. */
export interface Material {
  rig: Rig;
  /** The faithful answer of the scenario. */
  faithful: Answer;
  /** Way the scenario breaks a demand in; empty for another scenario. */
  way: string;
}

/** Makes the deviations that a clause has to catch. */
export type Maker = (clause: PromiseClause, material: Material) => Deviation[];

/** A deviation of the answer alone. */
export const one = (name: string, answer: Deviation['answer']): Deviation => ({ name, answer });
