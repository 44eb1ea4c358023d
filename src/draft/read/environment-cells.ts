/** Limits that a table gives its environments, in cells that no reader takes: beside their addresses, or among labels. */
import type { Block } from '../page/blocks/blocks.ts';
import { isEnvironment } from '../page/words/environments.ts';
import { bare } from '../page/words/label-words.ts';
import { statesLimit } from '../page/words/limits.ts';

/** The rows of a table that begin with an environment and state a limit, each as a sentence about it. */
function limitsIn(block: Block): string[] {
  if (block.kind !== 'table') return [];
  return block.rows.flatMap(([first = '', ...cells]) =>
    isEnvironment(bare(first))
      ? cells.map((cell) => `${bare(first)}: ${cell.replace(/\s+/g, ' ').trim()}`).filter(statesLimit)
      : [],
  );
}

/** Such rows of some blocks as lines. */
export function limitsOfEnvironments(blocks: Block[]): Block[] {
  return blocks.flatMap((block): Block[] => {
    const lines = limitsIn(block);
    return lines.length === 0
      ? []
      : [{ kind: 'lines', title: block.title, line: block.line, lines: [lines.join('\n\n')] }];
  });
}
