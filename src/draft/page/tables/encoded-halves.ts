/** Tables and lists of an id and a secret that the page has for what Basic encodes, and not for the body. */
import type { Block } from '../blocks/blocks.ts';
import { type Context, namesBody } from '../blocks/heading-words.ts';
import { flat } from '../words/spellings.ts';
import { columnOf } from '../words/words.ts';

/** The names that a table or a list of two fields begins its rows with; null for any other block. */
function twoNames(block: Block): [string, string] | null {
  const cells =
    block.kind === 'table' && columnOf(block.head[0] ?? '') === 'name'
      ? block.rows.map(([name = '']) => name)
      : block.kind === 'list'
        ? block.items.map(({ text }) => /^[`*]{0,3}[A-Za-z][\w-]{0,60}/.exec(text)?.[0] ?? '')
        : [];
  const [first = '', second = '', ...others] = cells.map(flat);
  return first === '' || second === '' || others.length > 0 ? null : [first, second];
}

/** The text of lines or of code, and of the heading above it; empty for any other block. */
function textOf(block: Block): string {
  if (block.kind === 'lines') return `${block.title}\n${block.lines.join('\n')}`;
  return block.kind === 'code' ? `${block.title}\n${block.text}` : '';
}

/** The letters of a text, and the colons and signs of addition between them. */
const joined = (text: string): string => text.toLowerCase().replace(/[^a-z\d:+]+/g, '');

const scheme = /\bbasic\b/i;

/** Whether a block shows Basic itself, in words or in a cell. */
const showsBasic = (block: Block): boolean =>
  block.kind === 'table' ? block.rows.some((row) => row.some((cell) => scheme.test(cell))) : scheme.test(textOf(block));

/** The tables and lists whose two fields are encoded as one by words of the page, where it shows Basic; none that a heading gives to a request. */
export function encodedHalves(blocks: Block[], contexts: Context[]): Set<Block> {
  const found = new Set<Block>();
  const pairs = blocks.flatMap((block, index): [Block, string, string][] => {
    const { side = null, place = null } = contexts[index] ?? {};
    const names = side === null && place === null && !namesBody(block.title) ? twoNames(block) : null;
    return names ? [[block, ...names]] : [];
  });
  if (pairs.length === 0 || !blocks.some(showsBasic)) return found;
  const encoded = blocks.map(textOf).flatMap((text) => (/base[ _-]?64/i.test(text) ? [joined(text)] : []));
  for (const [block, first, second] of pairs)
    if (encoded.some((text) => text.includes(`${first}:${second}`) || text.includes(`${first}+:+${second}`)))
      found.add(block);
  return found;
}
