/** A token granted in this run, by the SHA-256 of its value, and the scope it was granted for, in order of the alphabet. */
export interface ScopedGrant {
  sha256: string;
  scope: string;
  /** The SHA-256 of its jti, where it is a JWT that has one. */
  jti: string | null;
  /** SHA-256 of what is left of it without its last characters, and without its first; null where that is too short to hide. */
  ends: [head: string | null, tail: string | null];
}
