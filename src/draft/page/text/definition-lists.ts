/** Lists of terms with what each of them is behind a colon on the next line, as Markdown Extra has them, as lists of items. */
import { inFences } from './fences.ts';

const definition = /^ {0,3}:[ \t]+(?=\S)/;

/** A line that begins something else than a term: a heading, an item, a quotation, a table, or nothing. */
const noTerm = /^\s*$|^ {4}|^\t|^\s*(?:#|>|\||[-*+][ \t]|\d{1,9}[.)][ \t]|:[ \t]|<)/;

/** A line that goes on with a definition, or stands between two of them. */
const within = /^\s*$|^ {2}|^\t/;

/** A text whose definitions are items with their terms, line by line. */
export function withDefinitions(text: string): string {
  if (!/^ {0,3}:[ \t]+\S/m.test(text)) return text;
  const lines = text.split('\n');
  const isCode = inFences(lines);
  let isDefined = false;
  return lines
    .map((line, index) => {
      const before = lines[index - 1] ?? '';
      const next = lines[index + 1] ?? '';
      const isTerm =
        !isCode[index] &&
        !noTerm.test(line) &&
        !(isDefined && within.test(line)) &&
        // An empty line may stand before each definition.
        definition.test(next.trim() === '' ? (lines[index + 2] ?? '') : next) &&
        (before.trim() === '' || definition.test(before));
      if (isTerm) isDefined = true;
      else if (!definition.test(line) && !within.test(line)) isDefined = false;
      if (isTerm) return `- ${line.trim().replace(/:$/, '')}:`;
      return isDefined && !isCode[index] ? line.replace(definition, '  ') : line;
    })
    .join('\n');
}
