/** An operation of a page: an address with what is said of it, or a section about another topic. */
import type { Block } from '../blocks/blocks.ts';
import type { Section } from '../blocks/sections.ts';

/** An operation of a page. */
export interface PageOperation {
  /** `POST /path`, or the heading of one whose address the page does not give. */
  name: string;
  title: string;
  method: string | null;
  path: string | null;
  /** The reader of the page has to provide it. */
  isOfClient?: boolean;
  /** Indexes of its blocks. */
  blocks: Set<number>;
  /** Whether samples alone show it. */
  sampled?: true;
  /** The operation that an appendix stands behind. */
  behind?: PageOperation;
}

/** A section about another topic, as an operation without an address. */
export const topicOf = (title: string): PageOperation => ({
  ...{ name: title, title, method: null, path: null, blocks: new Set<number>() },
});

/** The heading of a section; that of the page for what stands above every heading. */
export const titleOf = (blocks: Block[], section: Section): string => {
  const heading = section.start >= 0 ? blocks[section.start] : blocks.find(({ kind }) => kind === 'heading');
  return heading?.title ?? '';
};
