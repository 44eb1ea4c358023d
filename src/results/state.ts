/** States of a run that its verdicts follow from, and what it measured besides, as results.json records them. */

/**
 * Why no observation judged a clause: `untestable`, `absent` (from the target) and `unreached` are the contract's or the
 * environment's own words; `not-selected` and `only-control` (production) are the run's; `not-sent` is a scenario that says
 * nothing at this target; `interrupted` and `unshown` leave a gap.
 */
export type Unexercised =
  | 'untestable'
  | 'absent'
  | 'unreached'
  | 'not-selected'
  | 'only-control'
  | 'not-sent'
  | 'interrupted'
  | 'unshown';

/** Why nothing was sent for a scenario, or nothing came of it. */
export interface NotSent {
  /**
   * `control`: the good request it rests on is not granted. `stopped`: the target was given up, or the budget is spent.
   * `only-control`: production. `unfit`: it says nothing at this target. `life`: no token could be followed to its moment.
   * `resource`: the protected resource does not accept a fresh token.
   */
  kind: 'control' | 'stopped' | 'only-control' | 'unfit' | 'life' | 'resource';
  /** In a person's words. */
  text: string;
}

/** Whether what was not sent leaves the judgement open: the other kinds have nothing to judge. */
export function leavesOpen({ kind }: NotSent): boolean {
  return kind === 'control' || kind === 'stopped' || kind === 'resource';
}

/** What came of the good requests that the judgement of a target rests on. */
export interface ControlResult {
  /** `refused` where that of any operation was; `missing` where that of the token was not sent, or gave nothing to judge. */
  state: 'granted' | 'refused' | 'missing';
  /** Empty where it was granted. */
  reason: string;
}

/** What a run measured of a target that is no clause. */
export interface Fact {
  id: string;
  /** In a sentence without its full stop: `accepts X-TIMESTAMP up to 5 min old (±5 s)`. */
  statement: string;
  /** What was measured, by name; the id says in which unit. */
  value: Record<string, number>;
  /** Id of the exchange that showed it first. */
  exchange: string;
}

/** What a run measured of a target. */
export interface Measured {
  /** Seconds by which the provider's clock is ahead of ours, by the Date header of the control; absent without an answer. */
  clockSkew?: number;
  /** Absent where nothing was measured, and in files of earlier versions. */
  facts?: Fact[];
}
