/** Words of a page as a question quotes them. */

/** Characters that are quoted: more than most sentences have, since what is cut off may be the answer. */
const most = 280;

/** Words on one line, cut at the end of a word where they are very long. */
export function quotedWords(words: string): string {
  const line = words.replace(/\s+/g, ' ').trim();
  if (line.length <= most) return line;
  const end = line.lastIndexOf(' ', most);
  return `${line.slice(0, end > 0 ? end : most)} …`;
}

/** Words as a question quotes them line by line: what stands on two lines is no one sentence of the page. */
export function quotedLines(words: string): string {
  const lines = words.split('\n').filter((line) => /[\p{L}\d]/u.test(line));
  let left = most;
  const shown = lines.filter((line, at) => {
    left -= line.trim().length;
    return at === 0 || left > 0;
  });
  const beyond = lines.length - shown.length;
  const quoted = shown.map((line) => `"${quotedWords(line)}"`);
  return [...quoted, ...(beyond > 0 ? [`${beyond} more`] : [])].join(', ');
}
