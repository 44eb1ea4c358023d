/** Items of a list that were not read, as a question quotes them. */
import type { Block } from './blocks.ts';
import type { Field } from './reading.ts';

/** Items that a question shows, and characters of each. */
const [mostShown, mostOfItem] = [4, 80];

/** The items of a list that begin with the name of no field, as a question quotes them. */
export function shownItems({ items }: Extract<Block, { kind: 'list' }>, fields: Field[]): string {
  const names = new Set(fields.map(({ name }) => name));
  const others = items
    .map(({ text }) => text.replace(/\s+/g, ' ').trim())
    .filter((text) => !names.has(/^[*_`]*([\w$.-]+)/.exec(text)?.[1] ?? ''));
  const quoted = others.slice(0, mostShown).map((text) => `"${text.slice(0, mostOfItem)}"`);
  return quoted.length > 0 ? `, as ${quoted.join(', ')}` : '';
}
