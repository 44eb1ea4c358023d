/** Lists that nothing was read of, and that may hold facts all the same. */

import type { Block } from '../blocks/blocks.ts';
import type { Context } from '../blocks/heading-words.ts';
import { typeOf } from '../values/attributes.ts';

/** Whether an unread list may hold fields, or the codes of answers, all the same. */
export function mayHoldFields(block: Extract<Block, { kind: 'list' }>, context: Context): boolean {
  const named = block.items.filter(
    ({ text }) =>
      /^[`*]*[A-Za-z]+([_-][A-Za-z]+|[a-z][A-Z]\w*)/.test(text) || typeOf(text.split(/[\s:]/)[1] ?? '') !== null,
  );
  const coded = block.items.filter(({ text }) => /^[`*\s]*\d{4,8}\b[`*]*[\s:–—-]+\p{L}/u.test(text));
  return [named, coded].some((some) => some.length * 2 > block.items.length) && context.side !== null;
}
