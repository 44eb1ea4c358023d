/** Tables of Markdown whose rule has another number of columns than their head: some sites show them, and the standard does not. */

/** A rule of dashes between bars. */
const rule = /^\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)+\|?\s*$/;

/** How many cells a line between bars has. */
const cellsIn = (line: string): number =>
  line
    .trim()
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '')
    .split(/(?<!\\)\|/).length;

/** A text in which the rule below the head of each table has as many columns as the head. */
export function withWholeRules(text: string): string {
  if (!text.includes('--') || !text.includes('|')) return text;
  const lines = text.split('\n');
  let fence = '';
  for (const [index, line] of lines.entries()) {
    const [, mark = ''] = /^\s{0,3}(`{3,}|~{3,})/.exec(line) ?? [];
    if (mark !== '' && (fence === '' || mark.startsWith(fence))) fence = fence === '' ? mark : '';
    const head = lines[index - 1] ?? '';
    if (fence !== '' || !line.includes('-') || !head.includes('|') || !rule.test(line) || rule.test(head)) continue;
    // A rule in the midst of a table is none of a head.
    if ((lines[index - 2] ?? '').includes('|')) continue;
    const count = cellsIn(head);
    if (count > 1 && count !== cellsIn(line)) lines[index] = `|${' --- |'.repeat(count)}`;
  }
  return lines.join('\n');
}
