/** Code between fences in a text of Markdown: what is written there is no table, no list and no title. */

/** For each line whether it is code between fences, or one of these. */
export function inFences(lines: string[]): boolean[] {
  let open = '';
  return lines.map((line) => {
    const [, mark = ''] = /^\s{0,3}(`{3,}|~{3,})/.exec(line) ?? [];
    const isFence = mark !== '' && (open === '' || mark.startsWith(open));
    const isCode = open !== '' || isFence;
    if (isFence) open = open === '' ? mark : '';
    return isCode;
  });
}
