/** How long a token lives, in the words of a source. */

/** What a page says of the life of a token: in its words, and in seconds where each of them is understood. */
export interface LifeSaid {
  words: string;
  /** The longest life; null where a person has to look. */
  seconds: number | null;
  /** Where it is said. */
  at: string;
}
