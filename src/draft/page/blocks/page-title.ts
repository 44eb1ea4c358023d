/** The title of a page. */
import { type Block, boldDepth } from './blocks.ts';
import { isAppendix } from './captions.ts';

/** Its first heading; where that is a line that serves as one, as the links of a site above the page, the first of the first level. */
export function titleIn(blocks: readonly Block[]): string | null {
  const headings = blocks.flatMap((block) => (block.kind === 'heading' ? [block] : []));
  const [first] = headings;
  if (first === undefined) return null;
  const top = headings.find(({ depth, title }) => depth === 1 && !isAppendix(title));
  return (first.depth < boldDepth ? first : (top ?? first)).title;
}
