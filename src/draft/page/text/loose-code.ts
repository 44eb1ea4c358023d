/** Samples in lines of text: a page copied out of a browser has lost the marks around its code. */

/** Lines of one command at most. */
const mostCommandLines = 60;

/** The line on which each brace that begins a line is closed. What stands in quotes is no brace. */
export function closingBraces(lines: string[]): Map<number, number> {
  const closed = new Map<number, number>();
  const open: number[] = [];
  for (const [index, line] of lines.entries()) {
    if (!line.includes('{') && !line.includes('}')) continue;
    const begins = line.search(/\S/);
    let isQuoted = false;
    for (let at = Math.max(begins, 0); at < line.length; at++) {
      const character = line[at];
      if (character === '\\') at++;
      else if (character === '"') isQuoted = !isQuoted;
      else if (!isQuoted && character === '{') open.push(at === begins ? index : -1);
      else if (!isQuoted && character === '}') {
        const start = open.pop() ?? -1;
        if (start >= 0 && !closed.has(start) && /^[\s,;]*$/.test(line.slice(at + 1))) closed.set(start, index);
      }
    }
  }
  return closed;
}

/** How many lines a curl command has that begins at a line; 0 for anything else. */
function commandAt(lines: string[], start: number): number {
  const first = lines[start] ?? '';
  if (!first.includes('curl') || !/^\s*(?:\$\s*)?curl\s+\S/.test(first)) return 0;
  let quotes = 0;
  for (let index = start; index < Math.min(lines.length, start + mostCommandLines); index++) {
    const line = (lines[index] ?? '').trimEnd();
    quotes += line.split("'").length - 1;
    if (quotes % 2 === 0 && !line.endsWith('\\')) return index - start + 1;
  }
  return 0;
}

/** How many lines of code begin at a line: a body of JSON, or a curl command; 0 for none. */
export function codeAt(lines: string[], start: number, closing: Map<number, number>): number {
  const end = closing.get(start);
  if (end === undefined) return commandAt(lines, start);
  return /"\s*:/.test(lines.slice(start, end + 1).join('\n')) ? end - start + 1 : 0;
}
