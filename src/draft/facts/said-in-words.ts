/** What sources say in words of lives and of times. */

/** A value that is stated once, with its place. */
export interface Said {
  value: string;
  at: string;
  clause?: string;
  /** It names several ways, of which a person has to choose one. */
  isChoice?: true;
  /** Not each of its words is understood, so that it is no fact. */
  isUnsure?: true;
  /** A person decided it, whatever the source says. */
  isDecided?: true;
  /** A media type that a sentence gives: that of a body, where there is one; `some` where it says itself that there may be none. */
  ofBodies?: 'any' | 'some';
  /** A media type that stands among the headers of a request, as one that has to be there. */
  isMandatory?: true;
  /** The media types that the source gives a request beside this one, as it calls them. */
  beside?: string[];
}

/** What a page says of the life of a token: in its words, and in seconds where each of them is understood. */
export interface LifeSaid {
  words: string;
  /** The longest life; null where a person has to look. */
  seconds: number | null;
  /** A token ends at an hour of the day, whatever its answer declares. */
  atHour?: true;
  /** Where it is said. */
  at: string;
}

/**
 * What a source says of the time of a signed request: that one beyond a window is refused, or one in UTC, which zone or
 * form it has, or which form is refused; null where a person has to look.
 */
export interface ClockSaid {
  words: string;
  says: 'window' | 'no UTC' | 'zone' | 'form' | 'other form' | null;
  /** Not each word about the form is understood. */
  isUnsure?: true;
  /** Seconds that the time may be off. */
  seconds: number | null;
  /** The statuses with which the words refuse one that is off by more. */
  statuses?: number[];
  /** The codes in them, which the answer holds. */
  codes?: string[];
  /** Where it is said. */
  at: string;
}

/** How a value is made of others: the names that it may be of, the likeliest first, and the words that say so. */
export interface MadeSaid {
  names: string[];
  words: string;
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
