/** Pages on which the address of each operation stands below its parts, and its samples below that, as a copied page of Redoc has them. */
import { type Block, numberedDepth } from '../blocks/blocks.ts';
import { contextOf, unknownIn } from '../blocks/heading-words.ts';
import { namesSample } from '../blocks/samples-headed.ts';

/** A line that is the method and the path of an operation, and nothing else. */
const isAddress = (line: string): boolean =>
  /^\s*(?:(?:GET|POST|PUT|PATCH|DELETE) ?|(?:get|post|put|patch|delete)(?=\/))(?:\/|https?:\/\/)\S+\s*$/.test(line);

const holdsAddress = (block: Block): boolean => block.kind === 'lines' && block.lines.some(isAddress);
const isFields = ({ kind }: Block): boolean => kind === 'list' || kind === 'table';

/** Whether a heading names a part of an operation, and no sample of one: its parameters, a body, its answers. */
function isPartHeading({ title }: Block): boolean {
  const { side, place, status } = contextOf(title);
  return !namesSample(title) && (side !== null || place !== null) && status === null && unknownIn(title).length === 0;
}

/** Whether a block begins the parts of an operation: such a heading, or the schemes that authenticate it. */
const beginsParts = (block: Block): boolean =>
  block.kind === 'lines'
    ? block.lines.some((line) => /^\s*authorizations:/i.test(line))
    : block.kind === 'heading' && isPartHeading(block);

/**
 * The indexes of the addresses of such a page; empty for any other page. Fields stand above each of them, and none below the
 * last one: on a page whose addresses stand first it would be the other way round.
 */
function addressesBelow(blocks: readonly Block[]): number[] {
  const found = [...blocks.keys()].filter((index) => {
    const block = blocks[index];
    return block !== undefined && holdsAddress(block);
  });
  if (found.length < 2 || blocks.slice((found.at(-1) ?? 0) + 1).some(isFields)) return [];
  const isBelow = (at: number, number: number): boolean => {
    const own = blocks.slice(number === 0 ? 0 : (found[number - 1] ?? 0) + 1, at);
    const next = blocks[at + 1];
    // Behind an address that stands above its parts, these follow.
    const isShown = next === undefined || (next.kind === 'heading' && !isPartHeading(next));
    return isShown && own.some(beginsParts) && (number > 0 || own.some(isFields));
  };
  return found.every(isBelow) ? found : [];
}

/** Where an operation begins whose parts begin at an index: at the heading or the line above them; after samples, which are of the one before it. */
function beginOf(blocks: readonly Block[], start: number, parts: number): { at: number; title: string | null } {
  const own = [...blocks.keys()].slice(start, parts);
  const samples = own.filter((index) => blocks[index]?.kind === 'code').at(-1) ?? start - 1;
  const behind = own.filter((index) => index > samples);
  const heading = behind
    .filter((index) => {
      const block = blocks[index];
      return block?.kind === 'heading' && !namesSample(block.title);
    })
    .at(-1);
  if (heading !== undefined) return { at: heading, title: null };
  const first = behind.find((index) => blocks[index]?.kind === 'lines');
  const block = blocks[first ?? parts];
  const words = block?.kind === 'lines' ? (block.lines.find((line) => line.trim() !== '')?.trim() ?? '') : '';
  return { at: first ?? parts, title: words.slice(0, longestTitle) };
}

/** Characters of the longest line that is taken for the title of an operation. */
const longestTitle = 80;

/** The blocks of a page with each such operation as a section of its own, which its address is in. */
export function withOperationsApart(blocks: Block[]): Block[] {
  const addresses = addressesBelow(blocks);
  if (addresses.length === 0) return blocks;
  const begins = new Map<number, string | null>();
  for (const [number, address] of addresses.entries()) {
    const start = number === 0 ? 0 : (addresses[number - 1] ?? 0) + 1;
    const parts = blocks.findIndex((block, index) => index >= start && index <= address && beginsParts(block));
    // What holds the authentication of an operation may hold its first words as well.
    const { at, title } = beginOf(blocks, start, parts);
    begins.set(at, title);
  }
  return blocks.flatMap((block, index): Block[] => {
    const title = begins.get(index);
    if (title === undefined) return [block];
    if (title === null) return [block.kind === 'heading' ? { ...block, depth: numberedDepth } : block];
    return [{ kind: 'heading', title, depth: numberedDepth, line: block.line }, block];
  });
}
