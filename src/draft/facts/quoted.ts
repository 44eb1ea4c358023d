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
