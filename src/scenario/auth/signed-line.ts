import { sha256Of } from '../../formats/sha256.ts';
import { visible } from '../../output/visible.ts';
import type { SignedText } from './mechanism.ts';

/**
 * What was signed, on one line: secrets by their names, and the SHA-256 of the text as it was signed, so that a provider can
 * say whether it made the same.
 */
export function signedLine({ text }: SignedText): string {
  const hash = sha256Of(text.value);
  return `${visible(text.shown)} (${Buffer.byteLength(text.value)} bytes, SHA-256 ${hash})`;
}
