import type { ScenarioEvidence } from '../src/run/session.ts';
import type { TargetMeta } from '../src/target/meta.ts';

/** What the reporter gathers of one target while its scenarios run. */
export interface Gathered {
  meta: TargetMeta;
  selected: Set<string>;
  outcomes: ScenarioEvidence[];
  /** Scenarios whose test came to its end, with evidence or without. */
  ended: Set<string>;
  /** Scenarios whose test broke off without evidence, in any of its tries. */
  lost: Set<string>;
  /** Milliseconds since the epoch of the first start and the last end. */
  span: { from: number; to: number };
}
