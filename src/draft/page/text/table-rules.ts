/** Tables of Markdown whose rule has another number of columns than their head: some sites show them, and the standard does not. */

/** The cells of a line between bars. */
const cellsOf = (line: string): string[] =>
  line
    .trim()
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '')
    .split(/(?<!\\)\|/);

/** Whether a line is a rule of dashes between bars. */
const isRule = (line: string): boolean =>
  /^[|:\-\s]+$/.test(line) && line.includes('|') && cellsOf(line).every((one) => /^:?-{2,}:?$/.test(one.trim()));

/** A text in which the rule below the head of each table has as many columns as the head. */
export function withWholeRules(text: string): string {
  if (!text.includes('--') || !text.includes('|')) return text;
  const lines = text.split('\n');
  let fence = '';
  for (const [index, line] of lines.entries()) {
    const [, mark = ''] = /^\s{0,3}(`{3,}|~{3,})/.exec(line) ?? [];
    if (mark !== '' && (fence === '' || mark.startsWith(fence))) fence = fence === '' ? mark : '';
    const head = lines[index - 1] ?? '';
    if (fence !== '' || !head.includes('|') || !isRule(line) || isRule(head)) continue;
    // A rule in the midst of a table is none of a head.
    if ((lines[index - 2] ?? '').includes('|')) continue;
    const count = cellsOf(head).length;
    if (count > 1 && count !== cellsOf(line).length) lines[index] = `|${' --- |'.repeat(count)}`;
  }
  return lines.join('\n');
}
