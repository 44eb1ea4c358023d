/** How long a part must be that something splits. */

/**
 * Fewest characters of a part that is split by other characters: two words of a sentence, such as "the proxy", may
 * occur in a secret. A part without a split is found from eight characters on.
 */
export const leastSplit = 12;
/** The same for a part without a digit: "throw away, secret" may be words of a secret or of a sentence. */
const leastWords = 20;

/**
 * Fewest units of a part that is split by other characters: more where it has only letters, as words of a sentence
 * have.
 */
export function leastBetween(units: Uint16Array, start: number, end: number): number {
  for (let at = start; at < end; at++) {
    const unit = units[at] ?? 0;
    if (unit >= 0x30 && unit <= 0x39) return leastSplit;
  }
  return leastWords;
}
