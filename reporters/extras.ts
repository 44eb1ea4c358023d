import type { Changes } from '../src/results/compare.ts';
import type { HistoryLine } from '../src/results/history.ts';

/** What a report shows beside one run: the changes since another run, and the earlier runs. */
export interface Extras {
  changes?: Changes;
  history?: readonly HistoryLine[];
}
