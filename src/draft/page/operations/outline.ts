/** The operations that a page describes, each with the blocks that are about it: facts of one never flow into another. */
import { oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import { type Block, boldDepth } from '../blocks/blocks.ts';
import { contextOf, isPart, unknownIn } from '../blocks/heading-words.ts';
import type { Reading } from '../blocks/reading.ts';
import { finderOf, type Section, type Sections, sectionsOf, sectionsWith } from '../blocks/sections.ts';
import { isGrant, obtainsToken } from '../words/obtaining.ts';
import { isOtherTopic } from '../words/other-topics.ts';
import { findRoots, groupAt, groupsOf, type Marker, markersOf } from './groups.ts';
import { isOfAll } from './of-all.ts';

/** An operation of a page. */
export interface PageOperation {
  /** `POST /path`, or the heading of one whose address the page does not give. */
  name: string;
  title: string;
  method: string | null;
  path: string | null;
  /** Indexes of its blocks. */
  blocks: Set<number>;
  /** Whether samples alone show it. */
  sampled?: true;
}

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

/**
 * Splits a page into its operations, by their addresses and by the headings above those.
 * @param base the file or address of the page
 * @throws InputError where there are more than are told apart
 */
export function outlineOf(blocks: Block[], indexes: Map<Block, number>, readings: Reading[], base: string): Outline {
  const sections = sectionsOf(blocks);
  const { root } = sections;
  const all = markersOf(readings, indexes);
  const placed = all.filter(({ path }) => path !== null).map(({ index }) => index);
  const addressed = sectionsWith(sections, placed);
  const groups = groupsOf(
    all.filter((marker) => !isMethodElsewhere(blocks, sections, addressed, marker)),
    base,
  );
  findRoots(groups, sections, (section) => titleOf(blocks, section));
  const marked = groups.flatMap(({ markers }) => markers.map(({ index }) => index));
  const operations = groups.map(({ method, path, roots, markers }): PageOperation => {
    const title = titleOf(blocks, roots[0] ?? root);
    const name = [method, path].filter((part) => part !== null).join(' ');
    const sampled = markers.every(({ sample }) => sample) ? { sampled: true as const } : {};
    return { name: name || title, title, method, path, blocks: new Set(), ...sampled };
  });
  const topics = topicsOf(blocks, sections, sectionsWith(sections, marked));
  const rest = topicOf(titleOf(blocks, root));
  const shared = new Set<number>();
  const beside = new Set<number>();
  const ofAll = new Set<number>();
  const at = new Map(groups.flatMap(({ markers }, number) => markers.map(({ index }) => [index, operations[number]])));
  const isStated = groups.map(({ markers }) => markers.some(({ sample }) => !sample));
  const allSampled = !isStated.includes(true);
  const rootsAt = finderOf(groups.map(({ roots }) => roots));
  const stating = new Map<number, number[]>();
  const samples = new Map<number, number>();
  for (const [number, { markers }] of groups.entries())
    for (const { index, sample } of markers)
      if (sample) samples.set(index, number);
      else stating.set(index, [...(stating.get(index) ?? []), number]);
  const last = new Map<number, number>();
  let current: PageOperation | null = null;
  let [level, sampled] = [0, -1];
  let apart: PageOperation | null = null;
  let carried: PageOperation | null = null;
  let general: number | null = null;
  const operationIn = namesOf(operations);
  const grantIn = grantsOf(operations);
  const beginsForAll = (block: Block, index: number): boolean =>
    block.kind === 'heading' && block.depth <= level && isOfAll(blocks, index);
  for (const [index, block] of blocks.entries()) {
    if (block.kind === 'heading' && !introducesAnswer(block)) carried = null;
    if (block.kind === 'heading' && block.depth <= (general ?? 0)) general = null;
    const topic = topics.at(index);
    for (const number of stating.get(index) ?? []) last.set(number, index);
    const holding = rootsAt(sections.of[index] ?? root);
    sampled = samples.get(index) ?? sampled;
    const number = groupAt(holding, last, sampled);
    const found = operations[number];
    const own = at.get(index);
    if (topic) topic.blocks.add(index);
    else if (operations.length === 0) rest.blocks.add(index);
    else if (own && own !== found) {
      // A sample of another operation takes what follows it along, as its answer.
      carried = own;
      own.blocks.add(index);
    } else if (carried && (block.kind === 'code' || introducesAnswer(block))) carried.blocks.add(index);
    else if (found) {
      carried = null;
      const depth = holding.get(number)?.depth ?? 0;
      if (found !== current && (allSampled || isStated[number] || current === null)) level = depth;
      if (allSampled || isStated[number] || current === null) current = found;
      apart = null;
      found.blocks.add(index);
    } else if (current === null) shared.add(index);
    else if (general !== null || beginsForAll(block, index)) {
      general ??= block.kind === 'heading' ? block.depth : level;
      shared.add(index);
      ofAll.add(index);
    } else {
      // A section beside the operation goes with it where its heading names a part, as `Response` does.
      const named = isCalled(block) ? (operationIn(block) ?? grantIn(block)) : null;
      if (named) apart = named;
      else if (block.kind === 'heading' && block.depth <= level) {
        apart = isPart(block.title) ? ofVersion(operations, block.title) : topicOf(block.title);
        if (apart && !operations.includes(apart)) topics.add(apart);
      }
      (apart ?? current).blocks.add(index);
      beside.add(index);
    }
  }
  return { operations: [...(operations.length === 0 ? [rest] : operations), ...topics.all()], shared, beside, ofAll };
}

/** Whether a line goes on from a sample of a request to that of its answer, as `Response:` does. */
function introducesAnswer(block: Block): boolean {
  const isCaption = block.kind === 'heading' && block.depth >= boldDepth;
  const words = isCaption ? block.title : block.kind === 'lines' ? block.lines.join(' ').trim() : '';
  return (isCaption || /:[\s*_]*$/.test(words)) && words.length < 80 && contextOf(words).side === 'response';
}

/** Whether a block announces what is below it: a heading, or a short line before a colon. */
const isCalled = (block: Block): boolean =>
  block.kind === 'heading' || (block.kind === 'lines' && /^[^\n]{1,80}:[\s*_]*$/.test(block.lines.join('\n').trim()));

/** Words without the marks around them, in small letters. */
const plainWords = (words: string): string => words.replace(/[*_`]/g, '').toLowerCase();

/** Characters of an announcement at most. */
const longestCall = 120;

const betweenParts = pattern`\s${oneOf(word.of, word.for, 'pada')}\s|\s[-–—]\s|[:()]`;

/** Finds the operation that the announcement of a part names, as `Errors of Create token` does, with nothing else beside words for a part. */
function namesOf(operations: PageOperation[]): (block: Block) => PageOperation | null {
  const known = new Map<string, PageOperation | null>();
  const titles = operations.map((one) => ({
    one,
    title: plainWords(one.title)
      .replace(/^[\d.]+\s+/, '')
      .trim(),
  }));
  for (const { one, title } of titles) known.set(title, known.has(title) ? null : one);
  // Its title may say more of it, as `Access Token B2B` does.
  const called = (piece: string): PageOperation | null => {
    const exact = known.get(piece);
    if (exact !== undefined || !/\s/.test(piece)) return exact ?? null;
    const [only, ...others] = titles.filter(({ title }) => ` ${title} `.includes(` ${piece} `));
    return only && others.length === 0 ? only.one : null;
  };
  return (block) => {
    const words = plainWords(block.kind === 'lines' ? block.lines.join(' ') : block.title);
    if (words.length > longestCall || !isPart(words)) return null;
    const pieces = words.split(betweenParts).map((piece) => piece.trim());
    const named = pieces.flatMap((piece) => (piece === '' ? [] : (called(piece) ?? [])));
    const isOther = pieces.some((piece) => called(piece) === null && unknownIn(piece).length > 0);
    return named.length === 1 && pieces.length > 1 && !isOther ? (named[0] ?? null) : null;
  };
}

const ofGrant = pattern`\b${word.for} ${oneOf(`(?:${word.the} )?`)}(?:access )?tokens? ${oneOf('generation', 'creation', 'issuance', word.request)}\b|\b${oneOf('pembuatan', word.request)} (?:access )?token\b`;

/** Finds the only operation that issues tokens, where a heading beside it says what is below it for whoever asks for one: `For token generation`. */
function grantsOf(operations: PageOperation[]): (block: Block) => PageOperation | null {
  const issuing = operations.filter(
    ({ title, path }) => /token|oauth/i.test(path ?? '') && !isOtherTopic(`${title} ${path}`),
  );
  const [only = null] = issuing;
  return ({ kind, title }) =>
    kind === 'heading' && issuing.length === 1 && ofGrant.test(title) && !isOtherTopic(title) ? only : null;
}

/** The operation of the version that a heading names, where one operation alone is of it. */
function ofVersion(operations: PageOperation[], title: string): PageOperation | null {
  const [version] = /\bv\d+(?:\.\d+)?\b/i.exec(title.toLowerCase()) ?? [];
  if (version === undefined) return null;
  const [only, ...others] = operations.filter((one) => `${one.path} ${one.title}`.toLowerCase().includes(version));
  return only && others.length === 0 ? only : null;
}

/** Sections about another topic, without an address below them: each is an operation of its own. */
function topicsOf(blocks: Block[], { of }: Sections, marked: Set<Section>) {
  const known = new Map<Section, PageOperation | null>();
  const more: PageOperation[] = [];
  // The title of a page may name what its tokens are for.
  const first = blocks.findIndex(({ kind }) => kind === 'heading');
  const isOwn = ({ start, parent }: Section, title: string): boolean =>
    start > first && parent?.start === first && obtainsToken(title);
  const topicAt = (section: Section | null): PageOperation | null => {
    if (section === null || section.start < 0) return null;
    const found = known.get(section);
    if (found !== undefined) return found;
    const title = titleOf(blocks, section);
    const isTopic = isOtherTopic(title) && !isGrant(title) && !marked.has(section);
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

const topicOf = (title: string): PageOperation => ({ name: title, title, method: null, path: null, blocks: new Set() });

const titleOf = (blocks: Block[], section: Section): string => {
  const heading = section.start >= 0 ? blocks[section.start] : blocks.find(({ kind }) => kind === 'heading');
  return heading?.title ?? '';
};
