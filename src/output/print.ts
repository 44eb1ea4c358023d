/** The one way to standard output and standard error: a test forbids every other. */
import { randomUUID } from 'node:crypto';
import { styleText } from 'node:util';
import { harmless, unseen } from './visible.ts';

type Colour = Parameters<typeof styleText>[0] & string;

/** Paints a text where colours are wanted; only `terminalText` turns the paint into the codes of a terminal. */
export type Paint = (colour: Colour, text: string) => string;

/** Code points beyond the first plane that `harmless` makes visible. */
const hiddenPairs = new RegExp(`(?=[\\u{10000}-\\u{10FFFF}])[${unseen}]`, 'gv');

// The mark is random: no text from elsewhere can hold it and be mistaken for a painted one.
const mark = randomUUID();
const painted = new RegExp(`${mark}(\\w+):([\\s\\S]*?)${mark};`, 'g');

/** Colours only for a terminal, and never against NO_COLOR. */
export function painter(stream: { isTTY?: boolean }, variables: NodeJS.ProcessEnv): Paint {
  const wanted = stream.isTTY === true && !variables['NO_COLOR'];
  return (colour, text) => (wanted ? `${mark}${colour}:${text}${mark};` : text);
}

/**
 * A text for a terminal or a log: painted parts get their colours, and anything else that could act becomes visible.
 */
export function terminalText(text: string): string {
  let end = 0;
  let made = '';
  for (const { 0: whole, 1: colour = '', 2: inside = '', index } of text.matchAll(painted)) {
    made += harmless(text.slice(end, index));
    made += styleText(colour as Colour, harmless(inside), { validateStream: false });
    end = index + whole.length;
  }
  return made + harmless(text.slice(end));
}

/** Prints a text and a line end to standard output. */
export function print(text: string): void {
  process.stdout.write(`${terminalText(text)}\n`);
}

/**
 * Prints a value as JSON to standard output. What a log would act upon is written as escapes of JSON, so that the value stays
 * what it is.
 */
export function printJson(value: unknown): void {
  // `print` escapes one code unit as JSON does, and no pair of them.
  const text = JSON.stringify(value, null, 2).replace(hiddenPairs, (point) =>
    [...point.split('')].map((unit) => `\\u${unit.charCodeAt(0).toString(16)}`).join(''),
  );
  print(text);
}

/** Prints a text and a line end to standard error. */
export function printError(text: string): void {
  process.stderr.write(`${terminalText(text)}\n`);
}

/** An error whose message and stack may be printed by others, Playwright's reporters among them. */
export function harmlessError(error: unknown): Error {
  if (!(error instanceof Error)) return new Error(harmless(String(error)));
  const { message, stack } = error;
  error.message = harmless(message);
  if (stack !== undefined) error.stack = harmless(stack);
  return error;
}
