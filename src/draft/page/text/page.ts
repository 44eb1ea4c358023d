/** A documentation page as blocks in reading order, whether it is written in Markdown or in HTML. */
import { type Block, boldDepth } from '../blocks/blocks.ts';
import { isPart } from '../blocks/heading-words.ts';
import { rowsApart } from '../tables/rows-apart.ts';
import { foldFieldHeadings } from './field-headings.ts';
import { readHtml } from './html.ts';
import { readMarkdown } from './markdown.ts';
import { samplesApart } from './samples-together.ts';
import { createSink } from './sink.ts';

/** What a page is written in. */
export type PageFormat = 'markdown' | 'html';

/** Captions that begin an operation, as `POST Log in`, above the headings of its parts: they have lost their own depth. */
function operationsAbove(blocks: Block[]): Block[] {
  const headings = blocks.filter((block) => block.kind === 'heading');
  const below = new Map(headings.map((block, index) => [block, headings[index + 1]]));
  return blocks.map((block) => {
    if (block.kind !== 'heading' || block.depth < boldDepth || !/^(?:GET|POST|PUT|PATCH|DELETE)\s/.test(block.title))
      return block;
    const next = below.get(block);
    return next && isPart(next.title) ? { ...block, depth: Math.min(block.depth, next.depth - 0.5) } : block;
  });
}

/** The blocks of a page. */
export function blocksOf(text: string, format: PageFormat): Block[] {
  const sink = createSink();
  if (format === 'html') readHtml(text, 1, sink);
  else readMarkdown(text, sink);
  return operationsAbove(rowsApart(foldFieldHeadings(samplesApart(sink.finish()))));
}
