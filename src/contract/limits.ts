/** What the keywords of a schema allow of a value, and what lies just beyond: one way to break a request for each end. */
import { type Schema, typesNamed } from '../formats/json.ts';
import { patternFault, patternOf } from './pattern.ts';

const isOf = (schema: Schema, type: 'string' | 'number'): boolean => {
  const types = typesNamed(schema);
  return types.length === 0 || types.includes(type);
};

const isNumber = (value: unknown): value is number => typeof value === 'number';

/** The two ends of what is allowed of a number. */
export type End = 'least' | 'most';

const bounds: Record<End, { closed: string; open: string; sign: 1 | -1 }> = {
  least: { closed: 'minimum', open: 'exclusiveMinimum', sign: -1 },
  most: { closed: 'maximum', open: 'exclusiveMaximum', sign: 1 },
};

/** The smallest step from a bound that its own decimals can write, and that a floating-point number can take. */
function stepFrom(bound: number, isWhole: boolean): number {
  const decimals = isWhole ? 0 : (/^-?\d+\.(\d+)$/.exec(String(bound))?.[1]?.length ?? 0);
  const spacing = 2 ** (Math.floor(Math.log2(Math.max(1, Math.abs(bound)))) - 52);
  return Math.max(10 ** -decimals, spacing);
}

/** The number next above a bound, rounded to the decimals of the bound. */
function nextAbove(bound: number, isWhole: boolean): number {
  const from = isWhole ? Math.floor(bound) : bound;
  const step = stepFrom(from, isWhole);
  return step < 1 ? Number((from + step).toFixed(Math.round(-Math.log10(step)))) : from + step;
}

/** The number just beyond one end of what a schema allows, a whole one where it wants those; null where that end is open. */
export function numberBeyond(schema: Schema, end: End): number | null {
  const { closed, open, sign } = bounds[end];
  const isWhole = schema['type'] === 'integer';
  const [inclusive, exclusive] = [schema[closed], schema[open]];
  const beyond = [
    ...(isNumber(inclusive) ? [nextAbove(sign * inclusive, isWhole)] : []),
    ...(isNumber(exclusive) ? [isWhole ? Math.ceil(sign * exclusive) : sign * exclusive] : []),
  ];
  const nearest = Math.min(...beyond);
  // Zero has no sign in JSON.
  return isOf(schema, 'number') && Number.isFinite(nearest) ? sign * nearest || 0 : null;
}

/** Texts of several kinds of characters: a pattern that takes all of them is broken by no text that could be found. */
export const plainTexts = ['!', 'x', '0', '!x0', 'conformance'];

/** Whether a text breaks the pattern of a schema; never where it has none. */
export function breaksPattern({ pattern }: Schema, text: string): boolean {
  return typeof pattern === 'string' && patternFault(pattern) === null && !patternOf(pattern).test(text);
}

/** The characters that a text must have; null where one that is not empty has enough. */
export function leastLength(schema: Schema): number | null {
  const { minLength } = schema;
  return isOf(schema, 'string') && isNumber(minLength) && minLength >= 2 ? minLength : null;
}

/** What a way to go beyond a limit rests on: a keyword, as a message calls it, and whether a schema has it. */
interface Limit {
  keyword: string;
  isIn(schema: Schema): boolean;
}

/** The limits of a value, by what a way rests on. */
export const limits = {
  'max-length': { keyword: 'maxLength', isIn: ({ maxLength }) => isNumber(maxLength) },
  'min-length': { keyword: 'minLength of 2 or more', isIn: (schema) => leastLength(schema) !== null },
  'least-number': {
    keyword: 'minimum or exclusiveMinimum of a number',
    isIn: (schema) => numberBeyond(schema, 'least') !== null,
  },
  'most-number': {
    keyword: 'maximum or exclusiveMaximum of a number',
    isIn: (schema) => numberBeyond(schema, 'most') !== null,
  },
  pattern: {
    keyword: 'pattern that a text breaks',
    isIn: (schema) => isOf(schema, 'string') && plainTexts.some((text) => breaksPattern(schema, text)),
  },
  'no-text': {
    keyword: 'type that leaves out texts',
    isIn: (schema) => !isOf(schema, 'string'),
  },
} satisfies Record<string, Limit>;

/** The name of a limit, as a way rests on it. */
export type LimitName = keyof typeof limits;

/** The ways that go beyond a limit, each with the limit. */
export const limitWays = {
  'too-long': 'max-length',
  'too-short': 'min-length',
  'too-small': 'least-number',
  'too-large': 'most-number',
  'other-form': 'pattern',
  word: 'no-text',
} satisfies Record<string, LimitName>;

/** Those of some ways that a schema gives something to go beyond. */
export const waysBeyond = (schema: Schema, ways: (keyof typeof limitWays)[]): string[] =>
  ways.filter((way) => limits[limitWays[way]].isIn(schema));
