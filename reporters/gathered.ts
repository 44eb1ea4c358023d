import type { ScenarioEvidence } from '../src/run/session.ts';
import type { TargetMeta } from '../src/target/meta.ts';

/** What the reporter collects of one target while its scenarios run. */
export interface Gathered {
  meta: TargetMeta;
  selected: Set<string>;
  outcomes: ScenarioEvidence[];
  /** Scenarios whose test ended, with or without evidence. */
  ended: Set<string>;
  /** Scenarios of which a test broke off without evidence, in any of its tries. */
  lost: Set<string>;
  /** Milliseconds since the epoch of the first start and the last end. */
  span: { from: number; to: number };
}
