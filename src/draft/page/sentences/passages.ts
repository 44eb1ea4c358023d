/** The passages of a page that may speak of a subject of a contract, each with its line. */
import { type Passage, speaksOfAny } from '../../facts/subjects.ts';
import type { Block } from '../blocks/blocks.ts';
import { contentsOf } from '../blocks/contents.ts';
import { remembered } from '../words/remembered.ts';
import { columnOf } from '../words/words.ts';
import { plainSentencesOf } from './mentions.ts';

/** Characters of a passage that is kept as one. */
const longest = 400;

/** Texts in pieces that are short enough to be shown, and lose nothing. */
const inPieces = (text: string): string[] =>
  text.length <= longest ? [text] : (text.match(/[\s\S]{1,400}(?:\s|$)|\S{400}/g) ?? [text]);

/** A line of a sample that says how it is sent, and to where. */
const ofMessage = /^\s*(?:HTTP\/\d|(?:GET|POST|PUT|PATCH|DELETE)\s|curl\b)|content-type\s*:|https?:\/\//i;

/** A heading that says more than what stands below it: a status, a form, an address. */
const isSaying = /\d{3}|json|xml|form|\/|\b(?:GET|POST|PUT|PATCH|DELETE)\b/i;

/** Whether a heading has nothing below it: an image, a script or a frame may hold what it announces. */
const isEmpty = (block: Block, next: Block | undefined): boolean =>
  block.kind === 'heading' && (next === undefined || (next.kind === 'heading' && next.depth <= block.depth));

/** The texts of a block, each as a reader sees it. */
function textsOf(block: Block, next: Block | undefined): string[] {
  switch (block.kind) {
    case 'heading':
      return isEmpty(block, next) || isSaying.test(block.title) ? [block.title] : [];
    case 'table':
      return (block.head.some((cell) => columnOf(cell) !== null) ? block.rows : [block.head, ...block.rows]).map(
        (row) => row.filter((cell) => cell !== '').join(' | '),
      );
    case 'code':
      return block.text.split('\n').filter((line) => ofMessage.test(line));
    case 'list':
      return block.items.map(({ text }) => text);
    case 'lines':
      return sentencesIn(block);
  }
}

/** The sentences of a block, those too that are too long for what is said of fields. */
function sentencesIn(block: Extract<Block, { kind: 'lines' }>): string[] {
  const sentences = plainSentencesOf(block);
  const letters = (all: string[]): number => all.reduce((sum, one) => sum + lettersOf(one).length, 0);
  return letters(sentences) < letters(block.lines) ? block.lines : sentences;
}

const lettersOf = remembered((text: string): string => {
  const lower = text.toLowerCase();
  // Most texts are of ASCII alone, and need no look at the classes of Unicode.
  return lower.replace(/[^ -~\s]/.test(lower) ? /[^\p{L}\d]+/gu : /[^a-z\d]+/g, '');
});

/** Letters by which a passage is found, and passages of a block that are looked for. */
const [mostLetters, mostLost] = [30, 20];

/** Finds the lines of passages in the lines of their page. */
function linesOf(texts: string[], block: Block, end: number, lines: string[]): Passage[] {
  if (block.line === 0 || end <= block.line) return texts.map((text) => ({ text, line: block.line }));
  const starts: number[] = [];
  let letters = '';
  for (const line of lines.slice(block.line - 1, end)) {
    starts.push(letters.length);
    letters += lettersOf(line);
  }
  let [from, at, lost] = [0, 0, 0];
  return texts.map((text) => {
    const found = lost < mostLost ? letters.indexOf(lettersOf(text).slice(0, mostLetters), from) : -1;
    if (found < 0) lost++;
    else from = found + 1;
    while (found >= 0 && (starts[at + 1] ?? Number.POSITIVE_INFINITY) <= found) at++;
    return { text, line: block.line + at };
  });
}

/** The passages of some blocks of a page that have a word of any subject, in their order. */
export function passagesOf(blocks: Block[], isOwn: (block: Block) => boolean, text: string): Passage[] {
  const lines = text.split('\n');
  const contents = contentsOf(blocks);
  return blocks.flatMap((block, index) => {
    if (contents.has(block) || !isOwn(block)) return [];
    const texts = textsOf(block, blocks[index + 1])
      .flatMap(inPieces)
      .filter((one) => speaksOfAny(one));
    if (texts.length === 0) return [];
    const next = blocks.slice(index + 1, index + 20).find(({ line }) => line > block.line)?.line;
    return linesOf(texts, block, next === undefined ? lines.length : next - 1, lines);
  });
}
