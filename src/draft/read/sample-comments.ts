/** Comments in a sample of a body, as `"siteCode": "JKT" // optional, 3 letters` has one: words about the member before them. */
import type { Block } from '../page/blocks/blocks.ts';

/** A member with its value, or what opens it, and a comment on the same line. */
const commented =
  /^[\s{,]*["']?([A-Za-z_$][\w$.-]{0,60})["']?\s*:\s*(?:"(?:[^"\\]|\\.){0,2000}"|'[^']{0,2000}'|[^"'/]{0,200})[\s,\]}]*(?:\/\/+|\/\*+)\s*(\S.*?)\s*(?:\*\/)?\s*$/;

/** The comments of samples as lines of text, each with the name of its member. */
export function commentsIn(blocks: Block[]): Block[] {
  return blocks.flatMap((block): Block[] => {
    if (block.kind !== 'code' || !/\/[/*]/.test(block.text)) return [];
    const lines = block.text.split('\n').flatMap((line) => {
      const [, name, words] = commented.exec(line) ?? [];
      return name === undefined || words === undefined ? [] : [`\`${name}\`: ${words}`];
    });
    return lines.length === 0
      ? []
      : [{ kind: 'lines', title: block.title, line: block.line, lines: [lines.join('\n\n')] }];
  });
}
