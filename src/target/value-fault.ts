/** What the value of a credential cannot be meant to be; no text here quotes one. */

import type { Contract } from '../contract/types.ts';
import { credentialsIn } from '../scenario/draft.ts';
import type { ProviderSettings } from './environment.ts';
import { isPem } from './pem.ts';

const placeholder = /^<.*>$|^(changeme|todo|xxx+|\.\.\.|…)$/i;

const malformed: [pattern: RegExp, fault: string][] = [
  [/[\r\n]\s*$/, 'ends with a line break, as a file or an echo does'],
  [/^\s|\s$/, 'begins or ends with white space'],
  [/[\r\n]/, 'holds a line break'],
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for.
  [/[\u0000-\u001f\u007f]/, 'holds a control character'],
  // Copied with a value from a page, these are part of it: zero-width characters, marks of direction, soft hyphens.
  [/[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/, 'holds a character that nobody sees'],
  [/^(["']).*\1$/s, 'is in quotes, which become part of it'],
];

/** What is known of the place of a value. */
export interface ValueUse {
  /** Whether it is for a mock, whose credentials are made up: what looks like a placeholder may be one of them. */
  mock: boolean;
  /** Whether the lines of a PEM text may stand where it is sent; in a header they may not. */
  lines: boolean;
}

/** Names of the credentials that a header holds as they are: of each good request, and of the protected resource. */
export function sentInHeaders(
  { operations }: Contract,
  { probe }: Pick<ProviderSettings, 'probe'>,
): ReadonlySet<string> {
  return new Set(
    credentialsIn([...operations.map(({ control }) => control.headers), probe && 'headers' in probe && probe.headers]),
  );
}

/** Why a value cannot be meant as it is, with the remedy; null where it can. */
export function valueFault(value: string, { mock, lines }: ValueUse): string | null {
  const read = lines && isPem(value) ? value.trim().replace(/\r?\n/g, ' ') : value;
  const found = malformed.find(([pattern]) => pattern.test(read))?.[1];
  if (found !== undefined) return `${found}; write only the value itself`;
  return placeholder.test(read) && !mock ? 'is a placeholder; put in the value that the provider issued' : null;
}
