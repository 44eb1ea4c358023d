/** Lists of contents: their entries are the titles of the page, and say nothing by themselves. */
import type { Block } from './blocks.ts';

/** A title, or an entry that stands for one, without its number, its marks and the number of a page behind it. */
const titleOf = (words: string): string =>
  words
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[*_`]/g, '')
    .replace(/^[\s\d.)]+/, '')
    .replace(/(?:\s*\.{2,}|\s{2,}|\t)\s*\d*\s*$/, '')
    .trim()
    .toLowerCase();

/** Entries that a list of contents has at least, and how many of them are titles. */
const leastEntries = 3;
const leastTitles = 0.75;

/** The lists of a page that hold little but titles of it. */
export function contentsOf(blocks: readonly Block[]): Set<Block> {
  const titles = new Set(blocks.flatMap((block) => (block.kind === 'heading' ? [titleOf(block.title)] : [])));
  const isContents = (block: Block): boolean => {
    if (block.kind !== 'list') return false;
    const entries = block.items.flatMap(({ text }) => text.split('\n').map(titleOf)).filter((one) => one !== '');
    const known = entries.filter((one) => titles.has(one));
    return entries.length >= leastEntries && known.length >= entries.length * leastTitles;
  };
  return new Set(blocks.filter(isContents));
}
