import type { NotSent } from '../formats/results.ts';

/** Whether a scenario that was not sent leaves a judgement open; the other kinds have nothing to judge. */
export function leavesOpen({ kind }: NotSent): boolean {
  return kind === 'control' || kind === 'stopped' || kind === 'resource';
}
