/**
 * A token granted in this run, by the SHA-256 of its value, and the scope it was granted for, in alphabetical order.
 */
export interface ScopedGrant {
  sha256: string;
  scope: string;
  /** The SHA-256 of its jti, where it is a JWT that has one. */
  jti: string | null;
  /**
   * SHA-256 of the token without its last characters, and without its first; null where the rest is too short to hide.
   */
  ends: [head: string | null, tail: string | null];
}
