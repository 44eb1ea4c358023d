/** Sections of a page about another topic than its operations. */
import { type Block, captionDepth } from '../blocks/blocks.ts';
import type { Section, Sections } from '../blocks/sections.ts';
import { otherProductsOn } from '../sentences/other-products.ts';
import { isGrant, obtainsToken } from '../words/obtaining.ts';
import { isOtherTopic } from '../words/other-topics.ts';
import { type PageOperation, titleOf, topicOf } from './operation.ts';

/** The sections about another topic, by the blocks in them. */
export interface Topics {
  at(index: number): PageOperation | null;
  add(topic: PageOperation): void;
  all(): PageOperation[];
}

/** A title that is the name of an interface. */
const namesApi = /\b(?:apis?|platform|gateway)\W*$/i;

/**
 * Sections about another topic, without an address below them: each is an operation of its own.
 * @param marked the sections with an address in them
 */
export function topicsOf(blocks: Block[], { of }: Sections, marked: Set<Section>): Topics {
  const known = new Map<Section, PageOperation | null>();
  const more: PageOperation[] = [];
  // The title of a page may name what its tokens are for.
  const first = blocks.findIndex(({ kind }) => kind === 'heading');
  const isOwn = ({ start, parent }: Section, title: string): boolean =>
    start > first && parent?.start === first && obtainsToken(title);
  const isOfOther = otherProductsOn(blocks);
  // A line right below the title of a page may name what the whole page is of.
  const isSubtitle = ({ start }: Section, title: string): boolean => {
    const line = blocks[start];
    return start === first + 1 && line?.kind === 'heading' && line.depth === captionDepth && namesApi.test(title);
  };
  const topicAt = (section: Section | null): PageOperation | null => {
    if (section === null || section.start < 0) return null;
    const found = known.get(section);
    if (found !== undefined) return found;
    const title = titleOf(blocks, section);
    const mayBeTopic = !isGrant(title) && !marked.has(section) && !isSubtitle(section, title);
    const isTopic = mayBeTopic && (isOtherTopic(title) || (section.start > first && isOfOther(section.start)));
    const above = isOwn(section, title) ? null : topicAt(section.parent);
    const topic = above ?? (isTopic ? topicOf(title) : null);
    known.set(section, topic);
    return topic;
  };
  return {
    at: (index: number): PageOperation | null => topicAt(of[index] ?? null),
    add: (topic: PageOperation): void => void more.push(topic),
    all: (): PageOperation[] => [...new Set([...known.values()].filter((one) => one !== null)), ...more],
  };
}
