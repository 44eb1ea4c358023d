import type { AuthDraft } from '../draft.ts';
import type { Text } from '../text.ts';

/** What an auth mechanism adds to a request. */
export interface Sealed {
  headers: [name: string, value: Text][];
  /** Shell lines that set the variables the header texts use. */
  prelude: string[];
}

/** What a mechanism works with beside the draft. */
export interface SealContext {
  /** Instant of sending. */
  now: Date;
  /** Seconds by which a timestamp is off when it is to be out of the window. */
  timestampOffset: number;
  /** A token that the provider granted; only for requests that send one. */
  token?: string;
  /** A token that another provider granted; null or absent where none may be shown to this one. */
  foreignToken?: string | null;
}

/** An auth mechanism: the inputs it takes, the ways to break or vary it, and how it authenticates a request. */
export interface Mechanism {
  inputs: readonly string[];
  /** Those of the inputs that a contract may leave out. */
  optional?: readonly string[];
  /** Names of the headers it adds to a good request. */
  headers: readonly string[];
  /** Title of each way, as it stands in a scenario: `Basic credentials with an empty secret`. */
  ways: Record<string, string>;
  /** Why a way says nothing with these credentials; null when it does. */
  unavailable?(way: string, auth: AuthDraft): string | null;
  /**
   * The seconds since the epoch that a request shows as its time, the one it sends first; only where two requests of one
   * second would carry the same signature.
   */
  signedSeconds?(auth: AuthDraft, context: SealContext): number[];
  /** The header that shows that time; only beside `signedSeconds`. */
  timeHeader?: string;
  /** The ways that show a time well out of every usual window, each with the seconds by which it is off; the past is negative. */
  outOfWindow?: Readonly<Record<string, number>>;
  seal(auth: AuthDraft, context: SealContext): Sealed;
}
