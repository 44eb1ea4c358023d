/** The operations of a page by their addresses, and the sections that are about each. */

import { InputError } from '../../../contract/problems.ts';
import { type Block, captionDepth } from '../blocks/blocks.ts';
import type { Reading } from '../blocks/reading.ts';
import { type Section, type Sections, singleIn } from '../blocks/sections.ts';
import { type Address, isFilledIn, PathEnds, sameAddress } from '../values/address.ts';

/** An address on a page, by the index of the block that gives it. */
export interface Marker extends Address {
  index: number;
  /** Whether a sample alone shows it: it may only use what another operation gave. */
  sample: boolean;
}

/** An operation by its address, with the blocks that give it and the widest sections that are about it alone. */
export interface Group extends Address {
  markers: Marker[];
  roots: Section[];
}

/** Code that is nothing but a method and an address, as `POST https://a.test/token`: it says where to ask, and shows no call. */
const isAddressAlone = (block: Block): boolean =>
  block.kind === 'code' && /^\s*(?:GET|POST|PUT|PATCH|DELETE)\s+(?:https?:\/\/|\/)\S+\s*$/.test(block.text);

/** The addresses that the readings of a page give, in reading order. */
export function markersOf(readings: Reading[], indexes: Map<Block, number>): Marker[] {
  const stating = readings.filter(
    ({ statement: { method, path, servers } }) => method || path || servers.some((server) => server.path !== undefined),
  );
  const found = stating.flatMap(({ block, statement: { origin, method, path, servers } }): Marker[] => {
    const index = indexes.get(block) ?? -1;
    const addressed = servers.filter((server) => server.path !== undefined);
    const address = addressed.find((server) => server.path !== '/')?.path;
    const place = path?.value ?? address ?? null;
    if (index < 0 || (!method && place === null)) return [];
    const sample = origin === 'sample' && !isAddressAlone(block);
    // A sample whose address is left to the reader is of what it stands in.
    if (sample && place === null && addressed.length === 0) return [];
    return [{ index, method: method?.value ?? null, path: place, sample }];
  });
  return found.sort((a, b) => a.index - b.index);
}

/** Most operations of a page that are told apart. */
const mostGroups = 20_000;

/**
 * The operations that addresses are of.
 * @throws InputError where there are more than are told apart: what is said of one would be taken for another's.
 */
export function groupsOf(markers: Marker[], base: string): Group[] {
  const groups: Group[] = [];
  const ends = new PathEnds();
  // A group without a path is compared with every address.
  const pathless: number[] = [];
  const firstOf = (numbers: number[], marker: Marker): number =>
    numbers.find((number) => sameAddress(groups[number] ?? marker, marker)) ?? Number.POSITIVE_INFINITY;
  // A sample has values where the address of its operation has names.
  const sampledIn = ({ path, method, sample }: Marker): number =>
    !sample || path === null
      ? -1
      : (ends
          .filledIn(path)
          .flat()
          .find((at) => groups[at]?.method === method && isFilledIn(groups[at]?.path ?? '', path)) ?? -1);
  // What the text says of an operation identifies it; a sample joins it, or shows another one.
  for (const marker of [...markers.filter(({ sample }) => !sample), ...markers.filter(({ sample }) => sample)]) {
    const number =
      marker.path === null
        ? firstOf(groups.length > 0 ? [groups.length - 1] : [], marker)
        : Math.min(...[...ends.like(marker.path), pathless].map((numbers) => firstOf(numbers, marker)));
    const known = groups[Number.isFinite(number) ? number : sampledIn(marker)];
    if (known) {
      known.markers.push(marker);
      known.method ??= marker.method;
      if (known.path === null && marker.path !== null) {
        known.path = marker.path;
        pathless.splice(pathless.indexOf(number), 1);
        ends.add(marker.path, number);
      }
    } else if (groups.length === mostGroups) {
      throw new InputError(`The page ${base} cannot be drafted:`, [
        `it describes more than ${mostGroups} operations; give the part that is about the token alone`,
      ]);
    } else {
      if (marker.path === null) pathless.push(groups.length);
      else ends.add(marker.path, groups.length);
      groups.push({
        ...{ method: marker.method, path: marker.path, markers: [marker], roots: [] },
        ...(marker.isOfClient ? { isOfClient: true } : {}),
      });
    }
  }
  return groups;
}

/** Whether a heading is that of one step of several, which are calls of their own: what stands in others is of none before it. */
const isStep = (title: string): boolean => /^\W*(?:step|langkah|tahap)\s+(?:\d|one|two|three)/i.test(title);

/** Finds the widest sections that are about each operation alone, and no wider than the step of a series that it is. */
export function findRoots(groups: Group[], sections: Sections, titleOf: (section: Section) => string): void {
  const single = singleIn(
    sections,
    groups.flatMap(({ markers }, number) => markers.map(({ index }): [number, number] => [index, number])),
  );
  for (const [number, group] of groups.entries()) {
    const stated = group.markers.filter(({ sample }) => !sample);
    const roots = (stated.length > 0 ? stated : group.markers).map(({ index }) => {
      let section = sections.of[index] ?? sections.root;
      while (section.parent !== null && single.get(section.parent) === number && !isStep(titleOf(section)))
        section = section.parent;
      return section;
    });
    group.roots = [...new Set(roots)];
  }
}

/**
 * The group that a block is of; where one section holds several, the one whose address stands last before the block.
 * @param holding the groups whose sections hold the block, with the first such section of each
 * @param last the index of the last address of each group up to the block
 * @param sampled the group of the last sample up to the block; -1 where there is none
 */
export function groupAt(holding: Map<number, Section>, last: Map<number, number>, sampled: number): number {
  let [best, above] = [-1, -1];
  for (const number of holding.keys()) {
    const at = last.get(number) ?? -1;
    // Of addresses in one place the first one stands.
    if (best < 0 || at > above || (at === above && number < best)) [best, above] = [number, at];
  }
  if (above >= 0) return best;
  // Captions have lost their levels: what stands between one and an address is of the operation before it.
  const isBelowCaption = (holding.get(best)?.depth ?? 0) >= captionDepth;
  if (isBelowCaption && holding.size === 1 && last.size > 0) return -1;
  // What is said below a sample is of that sample, and not of an address that is named further down.
  return sampled >= 0 && (isBelowCaption || holding.has(sampled)) ? sampled : best;
}
