/** Fields that a page gives a heading each, as `scope string optional`, with the text below about them. */
import type { Block, Item } from './blocks.ts';
import { typeOf } from './values.ts';
import { saysRequired } from './words.ts';

/** Whether a heading is a name with its type; a word for mandatory or a name as programs write it tells it from a topic. */
function isField(title: string): boolean {
  const [name = '', ...rest] = title
    .trim()
    .split(/[\s,()]+/)
    .filter((word) => word !== '');
  const isType = (word: string): boolean => typeOf(word) !== null;
  const says = (word: string): boolean => word.length > 1 && saysRequired(word) !== null;
  const telling = rest.some(says) || /[_]|[a-z][A-Z]/.test(name);
  return (
    /^[A-Za-z_$][\w$.-]*\*?$/.test(name) &&
    telling &&
    rest.some(isType) &&
    rest.every((word) => isType(word) || says(word))
  );
}

/** The blocks with each run of such headings as one list. */
export function foldFieldHeadings(blocks: Block[]): Block[] {
  const folded: Block[] = [];
  let items: Item[] | null = null;
  let title = '';
  for (const block of blocks) {
    if (block.kind === 'heading' && isField(block.title)) {
      const item = { text: block.title, depth: 0 };
      if (items === null) {
        items = [item];
        folded.push({ kind: 'list', title, line: block.line, items });
      } else items.push(item);
    } else if (block.kind === 'lines' && items !== null) {
      const last = items.at(-1);
      if (last) last.text += `\n${block.lines.join('\n')}`;
    } else {
      items = null;
      if (block.kind === 'heading') title = block.title;
      folded.push(block);
    }
  }
  return folded;
}
