/** Samples behind that of a grant which show nothing that the grant has: they are of another answer, which nothing names. */
import type { Block } from '../blocks/blocks.ts';
import { type Context, contextOf } from '../blocks/heading-words.ts';
import { tokens } from '../blocks/sides.ts';
import { lettersOf } from '../words/spellings.ts';

/** The names of the members that a sample in JSON shows; none of any other block. */
const shownIn = (block: Block | undefined): string[] =>
  block?.kind === 'code' && /^\s*\{/.test(block.text)
    ? [...block.text.matchAll(/"([\w.$-]+)"\s*:/g)].map(([, name = '']) => lettersOf(name))
    : [];

/** Samples in a row that are looked at. */
const mostSamples = 12;

/** The context of a sample of an answer without a status, where one before it in the same row grants and shares no member with it; null for all others. */
export function behindGrants(blocks: Block[], index: number, own: Context): Context | null {
  const block = blocks[index];
  if (block?.kind !== 'code' || own.side !== 'response' || own.status !== null || own.error) return null;
  const named = contextOf(block.info);
  const names = shownIn(block);
  if (names.length === 0 || named.side !== null || named.status !== null) return null;
  for (let at = index - 1; blocks[at]?.kind === 'code' && index - at <= mostSamples; at--) {
    const before = shownIn(blocks[at]);
    const grants = before.some((name) => tokens.includes(name)) && !names.some((name) => tokens.includes(name));
    if (grants && !names.some((name) => before.includes(name))) return { ...own, error: true };
  }
  return null;
}
