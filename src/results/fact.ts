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
