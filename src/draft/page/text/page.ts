/** A documentation page as blocks in reading order, whether it is written in Markdown or in HTML. */
import type { Block } from '../blocks/blocks.ts';
import { rowsApart } from '../tables/rows-apart.ts';
import { withOperationsApart } from './addresses-below.ts';
import { fromBlueprint, isBlueprint } from './blueprint.ts';
import { captionsAbove } from './captions-above.ts';
import { foldFieldHeadings } from './field-headings.ts';
import { readHtml } from './html.ts';
import { readMarkdown } from './markdown.ts';
import { samplesApart } from './samples-together.ts';
import { type BlockSink, createSink } from './sink.ts';

/** What a page is written in. */
export type PageFormat = 'markdown' | 'html';

/** A sink for a text whose lines stand elsewhere on the page. */
function movedTo(sink: BlockSink, numbers: number[]): BlockSink {
  const at = (line: number): number => numbers[line - 1] ?? line;
  return {
    heading: (words, depth, line) => sink.heading(words, depth, at(line)),
    caption: (words, line) => sink.caption(words, at(line)),
    lines: (list, line) => sink.lines(list, at(line)),
    code: (text, language, info, line) => sink.code(text, language, info, at(line)),
    list: (items, line) => sink.list(items, at(line)),
    table: (rows, isBare, line) => sink.table(rows, isBare, at(line)),
    finish: () => sink.finish(),
  };
}

/** Hands the blocks of API Blueprint over, each with its line on the page. */
function readBlueprint(text: string, sink: BlockSink): void {
  const lines = fromBlueprint(text);
  const source = lines.map((one) => one.text).join('\n');
  readMarkdown(
    source,
    movedTo(
      sink,
      lines.map(({ line }) => line),
    ),
  );
}

/** The blocks of a page. */
export function blocksOf(text: string, format: PageFormat): Block[] {
  const sink = createSink();
  if (format === 'html') readHtml(text, 1, sink);
  else if (isBlueprint(text)) readBlueprint(text, sink);
  else readMarkdown(text, sink);
  return captionsAbove(rowsApart(withOperationsApart(foldFieldHeadings(samplesApart(sink.finish())))));
}
