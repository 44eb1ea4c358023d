/** The figures of a target, in the words of every report. */
import type { TargetResult } from '../formats/results.ts';

type Figure = readonly [head: string, of: (target: Pick<TargetResult, 'counts'>) => number];

/** Its clauses by what became of them. */
export const CLAUSE_FIGURES: readonly Figure[] = [
  ['passed', ({ counts }) => counts.pass],
  ['failed', ({ counts }) => counts.fail],
  ['warned', ({ counts }) => counts.warning],
  ['waived', ({ counts }) => counts.waived],
  ['not judged', ({ counts }) => counts.inconclusive + counts.error],
  ['not exercised', ({ counts }) => counts.notExercised],
];
