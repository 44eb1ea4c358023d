/** What a way does to a signature. */
import type { Ingredient, Template } from '../../../contract/template.ts';
import type { SignatureRow } from '../../../formats/auth.ts';
import type { Text } from '../../text.ts';
import type { Algorithm } from './algorithms.ts';
import type { DateStyle } from './dates.ts';

/** What a way changes; what it does not name is done as documented. */
export interface Twist {
  title: string;
  /** The ingredient that is signed with another value than is sent, by its key. */
  other?: string;
  /** The text that is signed. */
  template?: (template: Template) => Template;
  algorithm?: Partial<Algorithm>;
  /** A key that nobody knows, or a text in its stead. */
  key?: 'unknown' | 'empty' | Ingredient;
  encoding?: SignatureRow['encoding'];
  /** What becomes of the bytes of the signature, and the pipe that does the same in a shell. */
  bytes?: { make: (signature: Buffer) => Buffer; command: string };
  /** What is sent in place of the signature; null for no header. */
  instead?: Text | null;
  /** The value of the header: what stands around the signature left out, or another value of one of its ingredients. */
  value?: 'bare' | { other: string };
  /** How the timestamp is written, in what is sent and in what is signed. */
  timestamp?: DateStyle;
  /** −1 for the past, 1 for the future, by as much as the environment says. */
  shift?: -1 | 1;
  /** Seconds by which the timestamp is off, whatever the environment says. */
  off?: number;
}
