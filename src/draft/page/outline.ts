/** The operations that a page describes, each with the blocks that are about it: facts of one never flow into another. */
import { type Address, sameAddress } from './address.ts';
import { type Block, captionDepth } from './blocks.ts';
import { isPart } from './heading-words.ts';
import type { Reading } from './reading.ts';

/** An operation of a page. */
export interface PageOperation {
  /** `POST /path`, or the heading of one whose address the page does not give. */
  name: string;
  title: string;
  method: string | null;
  path: string | null;
  /** Indexes of its blocks. */
  blocks: Set<number>;
}

/** What a page describes: its operations, and the blocks that are about all of them. */
export interface Outline {
  operations: PageOperation[];
  shared: Set<number>;
  /** Indexes of blocks beside an operation, which are about it by their place alone. */
  beside: Set<number>;
}

interface Section {
  start: number;
  end: number;
  depth: number;
  parent: Section | null;
}

/** Headings that begin something that is no grant of a token, as long as no address of the token's lies below them. */
const otherTopics =
  /\b(revok\w*|refresh\w*|introspect\w*|logout|callback|webhook|notif\w*|inquiry|payments?|transfers?|refunds?|cancel\w*|withdraw\w*|payouts?|disburse\w*|balance|validate token|verify token|token validation|delete|update|keep[- ]?alive|heartbeat|close|sign[- ]?o(?:ut|ff)|log[- ]?off|terminate|(us(e|ing)|memakai|menggunakan|penggunaan) (the |your |an? )?(access )?token|authenticated requests?)\b/i;

/** Whether the title of an operation or a heading speaks of something else than a grant. */
export function isOtherTopic(title: string): boolean {
  return otherTopics.test(title);
}

function sectionsOf(blocks: Block[]): { root: Section; of: Section[] } {
  const root: Section = { start: -1, end: blocks.length, depth: 0, parent: null };
  const open = [root];
  const of = blocks.map((block, index): Section => {
    const last = (): Section => open.at(-1) ?? root;
    if (block.kind !== 'heading') return last();
    while (open.length > 1 && last().depth >= block.depth) {
      last().end = index;
      open.pop();
    }
    const section: Section = { start: index, end: blocks.length, depth: block.depth, parent: last() };
    open.push(section);
    return section;
  });
  return { root, of };
}

interface Marker extends Address {
  index: number;
  /** Whether a sample alone shows it: it may only use what another operation gave. */
  sample: boolean;
}

/** An operation by its address, with the blocks that give it and the widest sections that are about it alone. */
interface Group extends Address {
  markers: Marker[];
  roots: Section[];
}

function markersOf(readings: Reading[], indexes: Map<Block, number>): Marker[] {
  const found = readings.flatMap(({ block, statement: { origin, method, path, servers } }): Marker[] => {
    const index = indexes.get(block) ?? -1;
    const address = servers.find((server) => server.path !== undefined && server.path !== '/')?.path;
    const place = path?.value ?? address ?? null;
    if (index < 0 || (!method && place === null)) return [];
    return [{ index, method: method?.value ?? null, path: place, sample: origin === 'sample' }];
  });
  return found.sort((a, b) => a.index - b.index);
}

/** Most operations of a page of text: one with more is an index, and its sections are not separated. */
const mostGroups = 500;

function groupsOf(markers: Marker[]): Group[] {
  const groups: Group[] = [];
  // What the text says of an operation identifies it; a sample joins it, or shows another one.
  for (const marker of [...markers.filter(({ sample }) => !sample), ...markers.filter(({ sample }) => sample)]) {
    const known = groups.find(
      (group) => sameAddress(group, marker) && (marker.path !== null || group === groups.at(-1)),
    );
    if (known) {
      known.markers.push(marker);
      known.method ??= marker.method;
      known.path ??= marker.path;
    } else if (groups.length < mostGroups)
      groups.push({ method: marker.method, path: marker.path, markers: [marker], roots: [] });
  }
  return groups;
}

const holds = (section: Section, index: number): boolean => index >= section.start && index < section.end;

function findRoots(groups: Group[], of: Section[], root: Section): void {
  for (const group of groups) {
    const others = groups.filter((one) => one !== group).flatMap(({ markers }) => markers);
    const stated = group.markers.filter(({ sample }) => !sample);
    const roots = (stated.length > 0 ? stated : group.markers).map(({ index }) => {
      let section = of[index] ?? root;
      const isFree = (wider: Section): boolean => !others.some((other) => holds(wider, other.index));
      while (section.parent !== null && isFree(section.parent)) section = section.parent;
      return section;
    });
    group.roots = [...new Set(roots)];
  }
}

/** The group that a block is of; where one section holds several, the one whose address stands last before the block. */
function groupAt(groups: Group[], index: number): number {
  const holding = groups.flatMap(({ roots }, number) =>
    roots.some((section) => holds(section, index)) ? [number] : [],
  );
  const [first = -1, ...others] = holding;
  const above = (number: number): number =>
    Math.max(
      -1,
      ...(groups[number]?.markers ?? []).filter((one) => !one.sample && one.index <= index).map((one) => one.index),
    );
  if (others.length === 0) {
    const root = groups[first]?.roots.find((section) => holds(section, index));
    // Captions have lost their levels: what stands between one and an address is of the operation before it.
    const isBefore = root !== undefined && root.depth >= captionDepth && above(first) < 0;
    return isBefore && groups.some((_, number) => number !== first && above(number) >= 0) ? -1 : first;
  }
  return holding.reduce((best, number) => (above(number) > above(best) ? number : best), first);
}

/** Whether a method stands in a section about something else, whose address the page does not give. */
function isMethodElsewhere(blocks: Block[], of: Section[], all: Marker[], { path, index }: Marker): boolean {
  if (path !== null) return false;
  for (let section = of[index] ?? null; section !== null && section.start >= 0; section = section.parent) {
    const here = section;
    if (all.some((one) => one.path !== null && holds(here, one.index))) return false;
    const title = titleOf(blocks, section);
    if (isOtherTopic(title) && !isGrant(title)) return true;
  }
  return false;
}

/** Splits a page into its operations, by their addresses and by the headings above those. */
export function outlineOf(blocks: Block[], readings: Reading[]): Outline {
  const { root, of } = sectionsOf(blocks);
  const all = markersOf(readings, new Map(blocks.map((block, index) => [block, index])));
  const groups = groupsOf(all.filter((marker) => !isMethodElsewhere(blocks, of, all, marker)));
  findRoots(groups, of, root);
  const marked = new Set(groups.flatMap(({ markers }) => markers.map(({ index }) => index)));
  const operations = groups.map(({ method, path, roots }): PageOperation => {
    const title = titleOf(blocks, roots[0] ?? root);
    const name = [method, path].filter((part) => part !== null).join(' ');
    return { name: name || title, title, method, path, blocks: new Set() };
  });
  const topics = topicsOf(blocks, of, marked);
  const rest = topicOf(titleOf(blocks, root));
  const shared = new Set<number>();
  const beside = new Set<number>();
  const at = new Map(groups.flatMap(({ markers }, number) => markers.map(({ index }) => [index, operations[number]])));
  const isStated = groups.map(({ markers }) => markers.some(({ sample }) => !sample));
  const allSampled = !isStated.includes(true);
  let current: PageOperation | null = null;
  let level = 0;
  let apart: PageOperation | null = null;
  let carried: PageOperation | null = null;
  for (const [index, block] of blocks.entries()) {
    if (block.kind === 'heading') carried = null;
    const topic = topics.at(index);
    const number = groupAt(groups, index);
    const found = operations[number];
    const own = at.get(index);
    if (topic) topic.blocks.add(index);
    else if (operations.length === 0) rest.blocks.add(index);
    else if (own && own !== found) {
      // A sample of another operation takes what follows it along, as its answer.
      carried = own;
      own.blocks.add(index);
    } else if (carried && block.kind === 'code') carried.blocks.add(index);
    else if (found) {
      carried = null;
      const depth = groups[number]?.roots.find((section) => holds(section, index))?.depth ?? 0;
      if (found !== current && (allSampled || isStated[number] || current === null)) level = depth;
      if (allSampled || isStated[number] || current === null) current = found;
      apart = null;
      found.blocks.add(index);
    } else if (current === null) shared.add(index);
    else {
      // A section beside the operation goes with it where its heading names a part, as `Response` does.
      if (block.kind === 'heading' && block.depth <= level) {
        apart = isPart(block.title) ? ofVersion(operations, block.title) : topicOf(block.title);
        if (apart && !operations.includes(apart)) topics.add(apart);
      }
      (apart ?? current).blocks.add(index);
      beside.add(index);
    }
  }
  return { operations: [...(operations.length === 0 ? [rest] : operations), ...topics.all()], shared, beside };
}

/** The operation of the version that a heading names, where one operation alone is of it. */
function ofVersion(operations: PageOperation[], title: string): PageOperation | null {
  const [version] = /\bv\d+(?:\.\d+)?\b/i.exec(title.toLowerCase()) ?? [];
  if (version === undefined) return null;
  const [only, ...others] = operations.filter((one) => `${one.path} ${one.title}`.toLowerCase().includes(version));
  return only && others.length === 0 ? only : null;
}

/** Sections about another topic, without an address below them: each is an operation of its own. */
function topicsOf(blocks: Block[], of: Section[], marked: Set<number>) {
  const known = new Map<Section, PageOperation | null>();
  const more: PageOperation[] = [];
  const topicAt = (section: Section | null): PageOperation | null => {
    if (section === null || section.start < 0) return null;
    const found = known.get(section);
    if (found !== undefined) return found;
    const title = titleOf(blocks, section);
    const isTopic = isOtherTopic(title) && !isGrant(title) && ![...marked].some((index) => holds(section, index));
    const topic = topicAt(section.parent) ?? (isTopic ? topicOf(title) : null);
    known.set(section, topic);
    return topic;
  };
  return {
    at: (index: number): PageOperation | null => topicAt(of[index] ?? null),
    add: (topic: PageOperation): void => void more.push(topic),
    all: (): PageOperation[] => [...new Set([...known.values()].filter((one) => one !== null)), ...more],
  };
}

const isGrant = (title: string): boolean =>
  /\b(get|create|obtain|request|generate|issue|fetch)\b.*\btoken\b|\baccess[- ]token\b|\boauth\b/i.test(title) &&
  !/\b(revok|refresh|introspect|delete|valid|us(e|ing)\b|memakai|menggunakan|penggunaan)/i.test(title);

const topicOf = (title: string): PageOperation => ({ name: title, title, method: null, path: null, blocks: new Set() });

const titleOf = (blocks: Block[], section: Section): string => {
  const heading = section.start >= 0 ? blocks[section.start] : blocks.find(({ kind }) => kind === 'heading');
  return heading?.title ?? '';
};
