/** What keeps a report from being whole, or a run from being judged, beside its targets. */
import { stripVTControlCharacters } from 'node:util';
import { InputError } from '../src/contract/problems.ts';

/** What an error of Playwright says only of itself; anything else is a fault of the suite or of what it was given. */
const meanings: [meaning: 'stopped' | 'empty', form: RegExp][] = [
  // It stopped where it was asked to; the rest is then not judged.
  ['stopped', /^(?:Timed out waiting|Testing stopped early)/],
  ['empty', /^(?:Error: )?No tests found/i],
];

/** What an error of Playwright says by its message: that it was stopped, that the selection is empty, or something else. */
export function meaningOf(message: string): 'stopped' | 'empty' | 'other' {
  const text = stripVTControlCharacters(message);
  return meanings.find(([, form]) => form.test(text))?.[0] ?? 'other';
}

/** Why a report is not whole, by what was thrown when it was written. */
export function faultOf(error: unknown): string {
  if (error instanceof InputError) return error.message;
  return `The report could not be made: ${error instanceof Error ? error.stack : String(error)}`;
}

/** Why the results of a run are no longer those that it wrote. */
export function notKept(folder: string): string {
  return `${folder}: the results that this run wrote are gone; another reporter or process writes to this folder: name one of its own in CONFORMANCE_REPORT`;
}
