import type { Json } from '../formats/json.ts';

/**
 * The values that a lenient reader sees in a value of the wrong form: a number as text, a text trimmed or in another
 * case.
 */
export function lenient(value: Json): Json[] {
  if (typeof value === 'number' || typeof value === 'boolean') return [String(value)];
  if (typeof value !== 'string') return [];
  const text = value.trim();
  const number = /^-?\d{1,15}$/.test(text) ? [Number(text)] : [];
  const truth = text === 'true' || text === 'false' ? [text === 'true'] : [];
  return [text, text.toLowerCase(), text.toUpperCase(), ...number, ...truth];
}
