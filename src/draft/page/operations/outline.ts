/** The operations that a page describes, each with the blocks that are about it: facts of one never flow into another. */
import type { Block } from '../blocks/blocks.ts';
import type { Reading } from '../blocks/reading.ts';
import { type Section, type Sections, sectionsOf, sectionsWith } from '../blocks/sections.ts';
import { closed } from '../values/address.ts';
import { isGrant, obtainsToken } from '../words/obtaining.ts';
import { isOtherTopic } from '../words/other-topics.ts';
import { findRoots, groupsOf, type Marker, markersOf } from './groups.ts';
import { providedOn } from './of-clients.ts';
import { type PageOperation, titleOf, topicOf } from './operation.ts';
import { Places } from './places.ts';
import { topicsOf } from './topics.ts';

/** What a page describes: its operations, and the blocks that are about all of them. */
export interface Outline {
  operations: PageOperation[];
  shared: Set<number>;
  /** Indexes of blocks beside an operation, which are about it by their place alone. */
  beside: Set<number>;
  /** Those of the shared blocks that stand behind the operations, in a section about the refusals of all. */
  ofAll: Set<number>;
}

/** Whether a method stands in a section about something else, whose address the page does not give. */
function isMethodElsewhere(
  blocks: Block[],
  { of }: Sections,
  addressed: Set<Section>,
  { path, index }: Marker,
): boolean {
  if (path !== null) return false;
  for (let section = of[index] ?? null; section !== null && section.start >= 0; section = section.parent) {
    if (addressed.has(section)) return false;
    const title = titleOf(blocks, section);
    if (obtainsToken(title)) return false;
    if (isOtherTopic(title) && !isGrant(title)) return true;
  }
  return false;
}

/** The addresses of a page, those marked that its reader has to provide: not where all of them seem to be. */
function withOwners(markers: Marker[], blocks: Block[], sections: Sections): Marker[] {
  const isProvided = providedOn(blocks, sections);
  const marked = markers.map((marker): Marker => {
    const isOfClient = isProvided(sections.of[marker.index] ?? sections.root);
    return isOfClient ? { ...marker, isOfClient } : marker;
  });
  return marked.every(({ isOfClient }) => isOfClient) ? markers : marked;
}

/**
 * Splits a page into its operations, by their addresses and by the headings above those.
 * @param base the file or address of the page
 * @throws InputError where there are more than are told apart
 */
export function outlineOf(blocks: Block[], indexes: Map<Block, number>, readings: Reading[], base: string): Outline {
  const sections = sectionsOf(blocks);
  const all = withOwners(markersOf(readings, indexes), blocks, sections);
  const placed = all.filter(({ path }) => path !== null).map(({ index }) => index);
  const addressed = sectionsWith(sections, placed);
  const groups = groupsOf(
    all.filter((marker) => !isMethodElsewhere(blocks, sections, addressed, marker)),
    base,
  );
  findRoots(groups, sections, (section) => titleOf(blocks, section));
  const operations = groups.map(({ method, path, roots, markers, isOfClient }): PageOperation => {
    const title = titleOf(blocks, roots[0] ?? sections.root);
    const name = [method, path === null ? null : closed(path)].filter((part) => part !== null).join(' ');
    const sampled = markers.every(({ sample }) => sample) ? { sampled: true as const } : {};
    const owner = isOfClient ? { name: `${name || title} of the client`, isOfClient } : {};
    return { name: name || title, title, method, path, blocks: new Set(), ...sampled, ...owner };
  });
  const marked = groups.flatMap(({ markers }) => markers.map(({ index }) => index));
  const topics = topicsOf(blocks, sections, sectionsWith(sections, marked));
  // A page without an address is about one thing, beside its other topics.
  const whole = operations.length === 0 ? [topicOf(titleOf(blocks, sections.root))] : [];
  const places = new Places(blocks, sections, groups, operations, topics);
  for (const [index, block] of blocks.entries())
    if (whole[0]) (topics.at(index) ?? whole[0]).blocks.add(index);
    else places.take(block, index);
  const { shared, beside, ofAll } = places;
  return { operations: [...whole, ...operations, ...topics.all()], shared, beside, ofAll };
}
