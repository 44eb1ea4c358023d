import { createHash } from 'node:crypto';
import { visible } from '../../output/visible.ts';
import type { SignedText } from './mechanism.ts';

/**
 * What was signed, on one line: secrets by their names, and the SHA-256 of the text as it was signed, so that a provider can
 * say whether it made the same.
 */
export function signedLine({ text }: SignedText): string {
  const hash = createHash('sha256').update(text.value).digest('hex');
  return `${visible(text.shown)} (${Buffer.byteLength(text.value)} bytes, SHA-256 ${hash})`;
}
