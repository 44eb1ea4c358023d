/** Code that shows several samples one below the other, each below a line that says what it is, as `// Response` does. */
import type { Block } from '../blocks/blocks.ts';
import { contextOf, unknownIn } from '../blocks/heading-words.ts';

type Code = Extract<Block, { kind: 'code' }>;

/** Characters of the longest line that is taken for a caption. */
const longest = 80;

/** What a line between samples calls the next of them; null where it is none, or a word of it is not understood. */
function captionOf(line: string): string | null {
  if (line.length > longest || !/^(?:\/\/|#|--|\/\*)?\s*[A-Za-z]/.test(line)) return null;
  const words = line.replace(/^(?:\/\/+|#+|--+|\/\*+)\s*|\s*\*\/\s*$|:\s*$/g, '').trim();
  return contextOf(words).side !== null && unknownIn(words).length === 0 ? words : null;
}

const beginsRequest = /^\s*(?:\$?\s*curl\s|(?:GET|POST|PUT)\s\S)/;
const beginsSample = RegExp(`^\\s*(?:[{[]|HTTP/\\d)|${beginsRequest.source}`);
/** What ends a sample in JSON. */
const endsSample = /^[}\]]\s*$/;

/** The parts of a block of code; itself alone where it does not hold several. */
function partsOf(block: Code): Code[] {
  const lines = block.text.split('\n');
  const filled = lines.flatMap((line, at) => (line.trim() === '' ? [] : [at]));
  const starts = filled.flatMap((at, index) => {
    const title = captionOf(lines[at] ?? '');
    const before = lines[filled[index - 1] ?? -1];
    const behind = lines[filled[index + 1] ?? -1];
    const isBetween =
      before === undefined || endsSample.test(before) || beginsRequest.test(lines[filled[0] ?? 0] ?? '');
    return title !== null && isBetween && behind !== undefined && beginsSample.test(behind) ? [{ at, title }] : [];
  });
  const [first] = starts;
  // One caption above the only sample is a comment in it.
  if (!first || (starts.length < 2 && first.at === filled[0])) return [block];
  const part = (from: number, to: number | undefined, title: string | null): Code => ({
    ...block,
    text: lines.slice(from, to).join('\n').trim(),
    line: block.line === 0 ? 0 : block.line + from,
    ...(title === null ? {} : { info: title }),
  });
  return [
    ...(first.at === filled[0] ? [] : [part(0, first.at, null)]),
    ...starts.map(({ at, title }, index) => part(at + 1, starts[index + 1]?.at, title)),
  ];
}

/** The blocks of a page, with the samples of one listing apart. */
export const samplesApart = (blocks: Block[]): Block[] =>
  blocks.flatMap((block): Block[] => (block.kind === 'code' ? partsOf(block) : [block]));
