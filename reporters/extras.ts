import type { Changes } from '../src/results/compare.ts';
import type { HistoryLine } from '../src/results/history.ts';

/** What a report tells besides one run: the change since another run, and the runs before. */
export interface Extras {
  changes?: Changes;
  history?: readonly HistoryLine[];
}
