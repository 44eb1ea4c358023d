/** Items of a list that give fields their values, as `grant_type=password` does. */
import type { Block } from '../blocks/blocks.ts';
import type { Field } from '../blocks/reading.ts';
import { credentialKind, isPlaceholder } from '../values/values.ts';

/** A name with its value, and what is said of it behind a sign. */
const assignment = /^`([A-Za-z_$][\w$.-]*)=([^`\s&=]{1,200})`\s*(?:$|[:–—-]+\s+)([\s\S]*)$/;

/** An item that gives a field a value, as the field; null for any other. */
export function assigned(text: string): Field | null {
  const [, name, value = '', notes = ''] = assignment.exec(text.trim()) ?? [];
  if (name === undefined) return null;
  const shown = isPlaceholder(value) ? '' : value;
  return { name, at: '', depth: 0, place: '', required: null, schema: {}, value: shown, example: true, notes };
}

/**
 * The names of the fields that items give values to, each with its only value: beside values that the reader is to replace
 * one that is none stands for itself. What may be anybody's own is an example all the same.
 */
export function assignmentsIn({ items }: Extract<Block, { kind: 'list' }>): Map<string, string | null> {
  const all = items.flatMap(({ text }) => assigned(text) ?? []);
  const isContrast = all.some(({ value }) => value === '');
  return new Map(
    all.map(({ name, value }) => [
      name,
      isContrast && value !== '' && credentialKind(name) === null && !/\d/.test(value) ? value : null,
    ]),
  );
}
