/** The words that a page has for what it is about: whatever else its headings say is for some requests alone. */
import { everywhere, oneOf } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import { holdsAddress, namesToken } from '../blocks/beside.ts';
import type { Block } from '../blocks/blocks.ts';
import { type Context, contextOf, unknownIn } from '../blocks/heading-words.ts';
import { otherGrantsIn } from '../words/other-grants.ts';

const onSuccess = everywhere`\b(?:${word.when}|${word.after})\s+(?:\p{L}+\s+){0,3}?(?:success\p{L}*|${word.succeeds})\b`;
const good = everywhere`\b${oneOf(
  `(?:good|valid|correct|well-formed|accepted) (?=${word.request}\\b)`,
  '(?<=\\b(?:permintaan|panggilan) )(?:yang )?(?:benar|valid|sah|berhasil|sukses)\\b',
)}`;

/** A sentence without what it names: code, addresses, names as programs write them, and numbers. */
const wordsAlone = (sentence: string): string =>
  sentence
    .replace(/`[^`]*`|https?:\S+|\S*[/_{}<>=]\S*|\b[A-Za-z]*[a-z][A-Z]\w*|\b[A-Z]+(?:-[A-Z]\w*)+/g, ' ')
    // An answer that grants is what such fields are of.
    .replace(onSuccess, ' ')
    .replace(good, ' ')
    .replace(/\d+/g, ' ');

/** Words that the headings of a page have for what the page is about: those of its title, of its operations, and of both sides. */
function ownWords(blocks: Block[]): Set<string> {
  const headings = blocks.flatMap((block, index) => (block.kind === 'heading' ? [{ title: block.title, index }] : []));
  const [first] = headings;
  const titles = headings.filter(
    ({ title, index }) => index === first?.index || namesToken(title) || holdsAddress(blocks[index + 1]),
  );
  const sides = headings.map(({ title }) => contextOf(title).side);
  const of = (side: Context['side']): Set<string> =>
    new Set(headings.flatMap(({ title }, at) => (sides[at] === side ? unknownIn(title) : [])));
  const [asked, answered] = [of('request'), of('response')];
  return new Set([
    ...titles.flatMap(({ title }) => unknownIn(title)),
    ...[...asked].filter((one) => answered.has(one)),
  ]);
}

/** The other grants that the title of a page, or a heading above an address, names: what is below is for those that ask for a token here. */
function ownGrants(blocks: Block[], first: number): Set<string> {
  return new Set(
    blocks.flatMap((block, index) =>
      block.kind === 'heading' && (index === first || holdsAddress(blocks[index + 1]))
        ? otherGrantsIn(block.title)
        : [],
    ),
  );
}

/** What the words of a page are looked at for. */
export interface PageWords {
  /** Whether a heading names another grant than those that the page is about. */
  isOfOtherGrant: (title: string) => boolean;
  /** Whether the heading of a part has words that the page has for no part: they may say for which requests it is. */
  isQualified: (title: string) => boolean;
  /** Whether a sentence has such words, or names such a grant. */
  isStrange: (sentence: string) => boolean;
}

/** How the words of a page are told from those for some requests alone. `first` is the index of its title; -1 for none. */
export function pageWords(blocks: Block[], first: number): PageWords {
  const words = ownWords(blocks);
  const grants = ownGrants(blocks, first);
  const isOfOtherGrant = (title: string): boolean => otherGrantsIn(title).some((grant) => !grants.has(grant));
  const isQualified = (title: string): boolean => unknownIn(title).some((word) => !words.has(word));
  const isStrange = (sentence: string): boolean => isOfOtherGrant(sentence) || isQualified(wordsAlone(sentence));
  return { isOfOtherGrant, isQualified, isStrange };
}
