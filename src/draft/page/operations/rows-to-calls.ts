/** Tables of statuses in a section of their own whose column names operations of the page: each row goes to the operation that it names. */
import { oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import { holdsAddress } from '../blocks/beside.ts';
import { type Block, boldDepth, sectionEnd } from '../blocks/blocks.ts';
import { cell, type TableBlock } from '../tables/columns.ts';
import { callsIn, ofEvery, rowsOfCalls } from '../tables/rows-of-calls.ts';
import { columnsOf } from '../words/head-columns.ts';

/** Heads of a column that says of which operations each row is. */
const naming = pattern`^\W*${oneOf(
  ...[word.operation, 'calls?', 'panggilan', 'grants?', 'flows?', 'alur', 'for', 'untuk', 'pada'],
  ...['(?:applies|apply) to', 'used (?:by|for|in)', '(?:berlaku|digunakan|dipakai) (?:untuk|pada|di)'],
)}\W*$`;

/** The section of an operation: the index of its heading, and the words of its title and of its addresses. */
interface Own {
  heading: number;
  words: Set<string>;
}

const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .split(/[^\p{L}\d]+/u)
    .filter((one) => one !== '');

const address = /\b(?:GET|POST|PUT)\b[ `:*]{0,4}((?:https?:\/)?\/[^\s`]+)/;

/** The innermost sections that hold an address. */
function sectionsIn(blocks: Block[]): Own[] {
  const found = new Map<number, Own>();
  let heading = -1;
  for (const [index, block] of blocks.entries()) {
    if (block.kind === 'heading' && block.depth < boldDepth) heading = index;
    const isOwn = holdsAddress(block) || (block.kind === 'heading' && address.test(block.title));
    if (heading >= 0 && !found.has(heading) && isOwn) {
      const lines =
        block.kind === 'lines' ? block.lines.flatMap((line) => address.exec(line)?.[1] ?? []).join(' ') : '';
      found.set(heading, { heading, words: new Set([...wordsOf(blocks[heading]?.title ?? ''), ...wordsOf(lines)]) });
    }
  }
  return [...found.values()];
}

/** The sections that a cell names, each of its names that of one alone; null where one is not. */
function namedIn(text: string, sections: Own[]): Own[] | null {
  if (ofEvery.test(text.trim())) return sections;
  const found: Own[] = [];
  for (const name of callsIn(text)) {
    const words = wordsOf(name);
    const [own, ...others] = sections.filter((one) => words.every((word) => one.words.has(word)));
    if (words.length === 0 || own === undefined || others.length > 0) return null;
    found.push(own);
  }
  return found;
}

/** The rows of such a table by the heading of their operation, without the column that names it; null for any other table. */
function rowsBySection(
  block: TableBlock,
  index: number,
  sections: Own[],
  blocks: Block[],
): Map<number, string[][]> | null {
  const { status } = columnsOf(block.head).columns;
  const at = block.head.findIndex((head, column) => column !== status && naming.test(head));
  const isWithin = sections.some(({ heading }) => heading < index && index < sectionEnd(blocks, heading));
  // The names of calls for a token are known wherever they stand.
  if (status === undefined || at < 0 || isWithin || rowsOfCalls(block) !== null) return null;
  const found = new Map<number, string[][]>();
  for (const row of block.rows) {
    const own = namedIn(cell(row, at), sections);
    if (own === null) return null;
    for (const { heading } of own)
      found.set(heading, [...(found.get(heading) ?? []), row.filter((_, column) => column !== at)]);
  }
  return found.size > 1 ? found : null;
}

/** Blocks with the rows of such tables at the ends of the sections of their operations, below the title of their table. */
export function rowsToCalls(blocks: Block[]): Block[] {
  if (!blocks.some((block) => block.kind === 'table' && block.head.some((head) => naming.test(head)))) return blocks;
  const sections = sectionsIn(blocks);
  if (sections.length < 2) return blocks;
  const taken = new Set<Block>();
  const behind = new Map<number, Block[]>();
  for (const [index, block] of blocks.entries()) {
    const found = block.kind === 'table' ? rowsBySection(block, index, sections, blocks) : null;
    if (found === null || block.kind !== 'table') continue;
    taken.add(block);
    const at = block.head.findIndex((head) => naming.test(head));
    const head = block.head.filter((_, column) => column !== at);
    const { line } = block;
    const title = block.title.replace(/^\s*\d[\d.]*\s*/, '');
    for (const [heading, rows] of found) {
      const above = blocks[heading];
      const depth = (above?.kind === 'heading' ? above.depth : 1) + 0.5;
      const end = sectionEnd(blocks, heading);
      const own: Block[] = [
        { kind: 'heading', title, depth, line },
        { ...block, title, head, rows },
      ];
      behind.set(end, [...(behind.get(end) ?? []), ...own]);
    }
  }
  return taken.size === 0
    ? blocks
    : [...blocks, null].flatMap((block, index) => [
        ...(behind.get(index) ?? []),
        ...(block === null || taken.has(block) ? [] : [block]),
      ]);
}
