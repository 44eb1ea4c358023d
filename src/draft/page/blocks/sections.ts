/** The sections of a page by its headings, and what stands in which of them. */
import type { Block } from './blocks.ts';

/** A heading with the blocks below it; the whole page is the section that begins before its first block. */
export interface Section {
  start: number;
  depth: number;
  parent: Section | null;
}

/** The section of the whole page, and the innermost section of each block. */
export interface Sections {
  root: Section;
  of: Section[];
}

/** Reads the sections of a page off the depths of its headings. */
export function sectionsOf(blocks: Block[]): Sections {
  const root: Section = { start: -1, depth: 0, parent: null };
  const open = [root];
  const of = blocks.map((block, index): Section => {
    let last = open.at(-1) ?? root;
    if (block.kind !== 'heading') return last;
    while (open.length > 1 && last.depth >= block.depth) {
      open.pop();
      last = open.at(-1) ?? root;
    }
    const section: Section = { start: index, depth: block.depth, parent: last };
    open.push(section);
    return section;
  });
  return { root, of };
}

/** The sections that hold one of those blocks, at whatever depth. A page may have very many of both. */
export function sectionsWith({ of }: Sections, indexes: Iterable<number>): Set<Section> {
  const found = new Set<Section>();
  for (const index of indexes)
    for (let section = of[index] ?? null; section !== null && !found.has(section); section = section.parent)
      found.add(section);
  return found;
}

/** For each section the one number that all blocks in it have, or null where they have several; blocks without a number do not count. */
export function singleIn(
  { of }: Sections,
  numbers: Iterable<[index: number, number: number]>,
): Map<Section, number | null> {
  const found = new Map<Section, number | null>();
  for (const [index, number] of numbers)
    for (let section = of[index] ?? null; section !== null; section = section.parent) {
      const known = found.get(section);
      // The sections around one that has it already have it as well.
      if (known === number || known === null) break;
      found.set(section, known === undefined ? number : null);
    }
  return found;
}

/** Finds the first of the sections of each number that holds a block. */
export function finderOf(lists: Section[][]): (section: Section) => Map<number, Section> {
  const orders = new Map<Section, Map<number, number>>();
  for (const [number, list] of lists.entries())
    for (const [order, section] of list.entries()) {
      const own = orders.get(section) ?? new Map<number, number>();
      if (!own.has(number)) own.set(number, order);
      orders.set(section, own);
    }
  const known = new Map<Section, Map<number, Section>>();
  const none = new Map<number, Section>();
  const find = (section: Section): Map<number, Section> => {
    const own = orders.get(section);
    const before = own && known.get(section);
    if (before) return before;
    const wider = section.parent === null ? none : find(section.parent);
    // Sections lie no deeper than headings have depths, and most begin nothing.
    if (!own) return wider;
    const found = new Map(wider);
    for (const [number, order] of own) {
      const other = wider.get(number);
      if (other === undefined || order < (orders.get(other)?.get(number) ?? 0)) found.set(number, section);
    }
    known.set(section, found);
    return found;
  };
  return find;
}
