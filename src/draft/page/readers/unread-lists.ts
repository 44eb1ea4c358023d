/** Lists that nothing was read of, and that may hold facts all the same. */

import type { Block } from '../blocks/blocks.ts';
import { type Context, contextOf } from '../blocks/heading-words.ts';
import type { Reading } from '../blocks/reading.ts';
import { isAddressed } from '../tables/addresses-beside.ts';
import { typeOf } from '../values/attributes.ts';
import { isLabel } from '../words/label-words.ts';

/** Whether an unread list may hold fields, or the codes of answers, all the same. */
export function mayHoldFields(block: Extract<Block, { kind: 'list' }>, context: Context): boolean {
  const named = block.items.filter(
    ({ text }) =>
      /^[`*]*[A-Za-z]+([_-][A-Za-z]+|[a-z][A-Z]\w*)/.test(text) || typeOf(text.split(/[\s:]/)[1] ?? '') !== null,
  );
  const coded = block.items.filter(({ text }) => /^[`*\s]*\d{4,8}\b[`*]*[\s:–—-]+\p{L}/u.test(text));
  return [named, coded].some((some) => some.length * 2 > block.items.length) && context.side !== null;
}

/** Labels that a question names. */
const mostNamed = 12;

/** The labels of items with a value, as `Rate limit: 5`, that are none of those that are read; a status has no label. */
export function unreadLabels({ items }: Extract<Block, { kind: 'list' }>, { statement }: Reading): string[] {
  if (statement.answers.length > 0) return [];
  return items
    .filter(({ text }) => statement.servers.length === 0 || !isAddressed(text))
    .flatMap(({ text }) => /^[*_`]{0,3}([\p{L}][\p{L} /-]{1,30}?)[*_`]{0,3}\s*:[*_`]{0,3}\s+\S/u.exec(text)?.[1] ?? [])
    .filter((label) => !isLabel(label) && contextOf(label).side === null)
    .slice(0, mostNamed);
}
