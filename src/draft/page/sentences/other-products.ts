/** Sentences and headings by which a part of a page is about another product than that whose tokens are issued. */
import { oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import { type Block, sectionEnd } from '../blocks/blocks.ts';
import { unknownIn } from '../blocks/heading-words.ts';
import { isEnvironmentWord } from '../words/environments.ts';
import { plainSentencesOf } from './mentions.ts';

const product = oneOf('products?', 'apis?', 'platforms?', 'produk', 'services?', 'layanan');
/** That it is no part of what the page is about. */
const apart = oneOf(
  `(?:an?other|an? (?:separate|different|distinct|unrelated)) ${product}`,
  `(?:an? )?${product} (?:of its own|tersendiri|terpisah|yang (?:berbeda|terpisah)|lain)`,
);
/** What each pattern below needs: most sentences lack it, and the patterns are costly. */
const setsApart = pattern`${apart}`;
/** What is of another product, as a sentence calls what stands below it or around it. */
const these = oneOf(
  `(?:this|these) (?:${oneOf(word.section, 'page', 'part', 'table', 'list', word.member, 'headers?', word.refusal, 'status(?:es| codes?)?', word.code)})`,
  `(?:${word.section}|tabel|daftar|header|kode|status|galat) ini`,
);
const concerns = oneOf(
  `(?:${word.is} )?(?:only )?(?:about|for|of|on|by|from|part of|tentang|untuk|milik)`,
  ...[
    'describes?',
    'documents?',
    'covers?',
    'concerns?',
    'belongs? to',
    'applies to',
    'menjelaskan',
    'membahas',
    'berlaku untuk',
  ],
);
const name = "(?:the )?((?:\\p{L}[\\p{L}\\d'’-]*,? ){1,5}?)(?:\\([^()]{1,30}\\),? ?)?";
const which = '(?:which is |that is |yang merupakan |yaitu )?';
const ofItself = pattern`^\W*${these} ${concerns} (?:${name}${which})?${apart}\b`;

/** A thing that is none that issues tokens is another product; what shares something with one is none. */
const issues = pattern`\b(?:tokens?|auth\w*|log-?in|oauth\d?|otorisasi|otentikasi|autentikasi|endpoints?)\b`;
const isApart = pattern`^\W*${name}${word.is} ${apart}(?= *(?:[.;!,]|and\b|with\b|dan\b|dengan\b|$))`;
const namedApart = pattern`\b${oneOf(word.by, word.of, word.for, word.with, 'about')} ${name}(?<=, )${which}${apart}\b`;

const withoutMarks = (sentence: string): string => sentence.slice(0, longest).replace(/[`*_]/g, '');

/** Characters of a sentence that are looked at. */
const longest = 300;

/** A subject that names no product: what stands before it may be meant. */
const nothingNamed = pattern`^\W*(?:it|this|that|these|those|each|which|ini|itu)\b`;

/** The product that a sentence calls one of its own, by the words of its name; none where it may be what issues tokens. */
function calledApart(sentence: string): readonly string[] {
  const own = withoutMarks(sentence);
  if (!setsApart.test(own)) return [];
  const subject = (isApart.exec(own) ?? namedApart.exec(own))?.[1] ?? '';
  const isNone = issues.test(subject) || nothingNamed.test(subject) || subject.split(' ').some(isEnvironmentWord);
  return isNone ? [] : unknownIn(subject);
}

/** Whether a sentence says that what stands around it is about another product, or calls one so that issues no tokens. */
function isOfOtherProduct(sentence: string, own: ReadonlySet<string>): boolean {
  const plain = withoutMarks(sentence);
  if (!setsApart.test(plain)) return false;
  const called = isApart.test(plain) ? calledApart(sentence) : [];
  return ofItself.test(plain) || called.some((one) => !own.has(one));
}

/** Whether a sentence announces what is below it as something of another product. */
export const announcesOtherProduct = (sentence: string): boolean =>
  setsApart.test(sentence) && (ofItself.test(withoutMarks(sentence)) || calledApart(sentence).length > 0);

/** The product that a heading says it is about, by name. */
const ofNamed = pattern`\b${oneOf(word.of, word.for, word.in, word.by)} (?:the )?((?:\p{L}[\p{L}\d'’-]* ){1,3})${product}\W*$`;
const isNamed = pattern`^[\W\d]*(?:the )?((?:\p{L}[\p{L}\d'’-]* ){1,3})${product}(?: ${oneOf(word.fault, word.refusal, 'headers?')})?\W*$`;

/** The words of a heading that name a product; none where it names none, or one that issues tokens. */
function productIn(title: string, form: RegExp): readonly string[] {
  const [, name = ''] = form.exec(withoutMarks(title)) ?? [];
  const isNone = name === '' || issues.test(title) || name.split(' ').some(isEnvironmentWord);
  return isNone ? [] : unknownIn(name);
}

/** The words of a block, as far as they name anything. */
const wordsOf = (block: Block): string[] =>
  (block.kind === 'heading'
    ? block.title
    : block.kind === 'table'
      ? [block.head, ...block.rows].flat().join(' ')
      : plainSentencesOf(block).join(' ')
  )
    .toLowerCase()
    .split(/[^\p{L}\d]+/u);

/** Between which blocks each word of a page stands: a page may have very many headings that name something. */
function placesOf(blocks: Block[]): Map<string, [first: number, last: number]> {
  const places = new Map<string, [number, number]>();
  for (const [index, block] of blocks.entries())
    for (const word of wordsOf(block)) places.set(word, [places.get(word)?.[0] ?? index, index]);
  return places;
}

/** Whether a section says in the words below its heading that it is about another product. */
function saysOther(blocks: Block[], start: number, own: ReadonlySet<string>): boolean {
  const below = blocks.slice(start + 1, start + mostBelow);
  const next = below.findIndex(({ kind }) => kind === 'heading');
  return below
    .slice(0, next < 0 ? below.length : next)
    .some((block) => block.kind === 'lines' && plainSentencesOf(block).some((one) => isOfOtherProduct(one, own)));
}

/**
 * Tells whether the section that begins with a heading says that it is about another product, or is called so by one that the
 * page calls a product of its own, or that nothing else on the page names.
 */
export function otherProductsOn(blocks: Block[]): (start: number) => boolean {
  let places: Map<string, [number, number]> | undefined;
  const own = new Set(unknownIn(blocks.find(({ kind }) => kind === 'heading')?.title ?? ''));
  const others = new Set(
    blocks.flatMap((block) => (block.kind === 'lines' ? plainSentencesOf(block).flatMap(calledApart) : [])),
  );
  return (start) => {
    const heading = blocks[start];
    if (heading?.kind !== 'heading') return false;
    if (saysOther(blocks, start, own)) return true;
    const of = productIn(heading.title, ofNamed);
    const name = of.length > 0 ? of : productIn(heading.title, isNamed);
    if (name.length > 0 && name.every((one) => others.has(one) && !own.has(one))) return true;
    if (of.length === 0) return false;
    const end = sectionEnd(blocks, start);
    places ??= placesOf(blocks);
    return of.every((one) => {
      const [first, last] = places?.get(one) ?? [start, start];
      return first >= start && last < end;
    });
  };
}

/** Blocks of a section that are looked at. */
const mostBelow = 12;
