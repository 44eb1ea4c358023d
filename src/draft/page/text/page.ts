/** A documentation page as blocks in reading order, whether it is written in Markdown or in HTML. */
import type { Block } from '../blocks/blocks.ts';
import { rowsApart } from '../tables/rows-apart.ts';
import { captionsAbove } from './captions-above.ts';
import { foldFieldHeadings } from './field-headings.ts';
import { readHtml } from './html.ts';
import { readMarkdown } from './markdown.ts';
import { samplesApart } from './samples-together.ts';
import { createSink } from './sink.ts';

/** What a page is written in. */
export type PageFormat = 'markdown' | 'html';

/** The blocks of a page. */
export function blocksOf(text: string, format: PageFormat): Block[] {
  const sink = createSink();
  if (format === 'html') readHtml(text, 1, sink);
  else readMarkdown(text, sink);
  return captionsAbove(rowsApart(foldFieldHeadings(samplesApart(sink.finish()))));
}
