import type { RecordedObservation } from '../formats/results.ts';

/** One clause judged on one exchange. `documented` and `received` are one line each, redacted. */
export interface Observation extends RecordedObservation {
  /** Id of the clause. */
  clause: string;
}

/** An observation before its exchange has an id. */
export type Judged = Omit<Observation, 'exchange'>;
