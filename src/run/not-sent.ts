import type { NotSent } from '../formats/results.ts';

/** Whether what was not sent leaves the judgement open: the other kinds have nothing to judge. */
export function leavesOpen({ kind }: NotSent): boolean {
  return kind === 'control' || kind === 'stopped' || kind === 'resource';
}
