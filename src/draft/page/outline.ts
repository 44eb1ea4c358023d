/** The operations that a page describes, each with the blocks that are about it: facts of one never flow into another. */
import type { Block } from './blocks.ts';
import { isPart } from './context.ts';
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
}

interface Section {
  start: number;
  end: number;
  depth: number;
  parent: Section | null;
}

/** Headings that begin something that is no grant of a token, as long as no address of the token's lies below them. */
const otherTopics =
  /\b(revok\w*|refresh\w*|introspect\w*|logout|callback|webhook|notif\w*|inquiry|payments?|transfers?|refunds?|cancel\w*|withdraw\w*|payouts?|disburse\w*|balance|validate token|verify token|token validation|delete|update)\b/i;

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

interface Marker {
  index: number;
  method: string | null;
  path: string | null;
}

const segments = (path: string): string[] => path.split('/').filter((part) => part !== '');

/** Whether two addresses are those of one operation: pages write a path with and without what stands before it. */
function sameAddress(one: Omit<Marker, 'index'>, other: Omit<Marker, 'index'>): boolean {
  if (one.method !== null && other.method !== null && one.method !== other.method) return false;
  if (one.path === null || other.path === null) return true;
  const [a, b] = [segments(one.path), segments(other.path)];
  const count = Math.min(a.length, b.length);
  const tail = Math.min(count, 2);
  return (
    a.slice(-count).join('/') === b.slice(-count).join('/') ||
    (tail === 2 && a.slice(-2).join('/') === b.slice(-2).join('/'))
  );
}

function markersOf(readings: Reading[], indexes: Map<Block, number>): Marker[] {
  return readings.flatMap(({ block, statement: { origin, method, path, servers } }): Marker[] => {
    const index = indexes.get(block) ?? -1;
    const place =
      path?.value ?? servers.find((server) => server.path !== undefined && server.path !== '/')?.path ?? null;
    if (origin === 'sample' || origin === 'openapi' || index < 0 || (!method && place === null)) return [];
    return [{ index, method: method?.value ?? null, path: place }];
  });
}

/** Splits a page into its operations, by their addresses and by the headings above those. */
export function outlineOf(blocks: Block[], readings: Reading[]): Outline {
  const indexes = new Map(blocks.map((block, index) => [block, index]));
  const { root, of } = sectionsOf(blocks);
  const groups: (Omit<Marker, 'index'> & { markers: Marker[] })[] = [];
  for (const marker of markersOf(readings, indexes)) {
    const known = groups.find(
      (group) => sameAddress(group, marker) && (marker.path !== null || group === groups.at(-1)),
    );
    if (known) {
      known.markers.push(marker);
      known.method ??= marker.method;
      known.path ??= marker.path;
    } else groups.push({ method: marker.method, path: marker.path, markers: [marker] });
  }
  const holds = (section: Section, index: number): boolean => index >= section.start && index < section.end;
  const topic = (index: number): Section | null => {
    let found: Section | null = null;
    for (
      let section: Section | null = of[index] ?? root;
      section !== null && section !== root;
      section = section.parent
    )
      if (isOtherTopic(titleOf(blocks, section)) && !isGrant(titleOf(blocks, section))) found = section;
    return found;
  };
  const roots = groups.map((group, number) => {
    const others = groups.filter((_, index) => index !== number).flatMap(({ markers }) => markers);
    return group.markers.map(({ index }) => {
      let section = of[index] ?? root;
      const fits = (wider: Section): boolean => !others.some((other) => holds(wider, other.index));
      while (section.parent !== null && fits(section.parent)) section = section.parent;
      return section;
    });
  });
  const operations = groups.map((group, number): PageOperation => {
    const [first] = roots[number] ?? [];
    const title = first === undefined || first === root ? titleOf(blocks, root) : titleOf(blocks, first);
    const name = [group.method, group.path].filter((part) => part !== null).join(' ');
    return { name: name || title, title, method: group.method, path: group.path, blocks: new Set<number>() };
  });
  const shared = new Set<number>();
  const topics = new Map<Section, PageOperation>();
  let current: PageOperation | null = null;
  let level = 0;
  let apart: PageOperation | null = null;
  for (const [index, block] of blocks.entries()) {
    const number = roots.findIndex((list) => list.some((section) => holds(section, index)));
    const found = number < 0 ? undefined : operations[number];
    const about = topic(index);
    const marked = about !== null && groups.some(({ markers }) => markers.some((marker) => holds(about, marker.index)));
    if (about !== null && !marked) {
      const known = topics.get(about) ?? topicOf(titleOf(blocks, about));
      topics.set(about, known);
      known.blocks.add(index);
    } else if (found) {
      if (found !== current) level = roots[number]?.find((section) => holds(section, index))?.depth ?? 0;
      current = found;
      apart = null;
      found.blocks.add(index);
    } else if (current === null) shared.add(index);
    else {
      // A section beside the operation goes with it where its heading names a part, as `Response` does.
      if (block.kind === 'heading' && block.depth <= level) apart = isPart(block.title) ? null : topicOf(block.title);
      if (apart !== null && ![...topics.values()].includes(apart)) topics.set(of[index] ?? root, apart);
      (apart ?? current).blocks.add(index);
    }
  }
  if (operations.length === 0) {
    const rest = topicOf(titleOf(blocks, root));
    const taken = new Set([...topics.values()].flatMap((one) => [...one.blocks]));
    for (const index of blocks.keys()) if (!taken.has(index)) rest.blocks.add(index);
    return { operations: [rest, ...topics.values()], shared: new Set() };
  }
  return { operations: [...operations, ...topics.values()], shared };
}

const isGrant = (title: string): boolean =>
  /\b(get|create|obtain|request|generate|issue|fetch)\b.*\btoken\b|\baccess[- ]token\b|\boauth\b/i.test(title) &&
  !/\b(revok|refresh|introspect|delete|valid)/i.test(title);

const topicOf = (title: string): PageOperation => ({ name: title, title, method: null, path: null, blocks: new Set() });

const titleOf = (blocks: Block[], section: Section): string => {
  const heading = section.start >= 0 ? blocks[section.start] : blocks.find(({ kind }) => kind === 'heading');
  return heading?.title ?? '';
};
