import type { Results, TargetResult } from '../src/formats/results.ts';
import { isPartial, shareOf } from '../src/results/identity.ts';

/** What a run left out of a target. */
export interface Partial {
  target: string;
  /** Such as `16 of 70 scenarios`. */
  share: string;
  /** Ids of the clauses that were left out. */
  clauses: readonly string[];
}

/** What the selection of a run left out of a target; null where nothing was. */
export function partOf(result: TargetResult): Partial | null {
  if (!isPartial(result)) return null;
  return { target: result.target, share: shareOf(result), clauses: result.leftOut ?? [] };
}

/** What the selection of a run left out, target by target. */
export function partsOf({ targets }: Results): Partial[] {
  return targets.flatMap((target) => partOf(target) ?? []);
}

/** The heading of a partial run; empty for a whole one. */
export function partialHeading(results: Results): string {
  if (partsOf(results).length === 0) return '';
  return `Partial run: ${results.run?.selection?.name ?? 'a part was selected'}`;
}

/** The clauses that were left out, by id. */
export function leftOutText({ clauses }: Partial): string {
  return clauses.length === 0 ? 'no clause was left out' : `clauses left out: ${clauses.join(', ')}`;
}
