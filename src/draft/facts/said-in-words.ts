/** What sources say in words of lives and of times. */

/** What a page says of the life of a token: in its words, and in seconds where each of them is understood. */
export interface LifeSaid {
  words: string;
  /** The longest life; null where a person has to look. */
  seconds: number | null;
  /** Where it is said. */
  at: string;
}

/**
 * What a source says of the time of a signed request: that one beyond a window is refused, or one in UTC, which form it has, or
 * which form is refused; null where a person has to look.
 */
export interface ClockSaid {
  words: string;
  says: 'window' | 'no UTC' | 'form' | 'other form' | null;
  /** Not each word about the form is understood. */
  isUnsure?: true;
  /** Seconds that the time may be off. */
  seconds: number | null;
  /** Where it is said. */
  at: string;
}

/** What a sentence says of some refusals: that these have no body, or that these alone have what every refusal would. */
export interface BodiesSaid {
  /** Whether they have none, or they alone have one; null where a word of it is not understood. */
  says: 'none' | 'only' | null;
  statuses: number[];
  value: string;
  at: string;
}
