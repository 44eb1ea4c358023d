import { type Check, inapplicable } from './check.ts';

const blank = /[ \t\r\n]/;

/** The first member name of a JSON text that stands twice in its object; the text has been parsed before. */
export function repeatedName(text: string): string | null {
  const open: (Set<string> | null)[] = [];
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (character === '{') open.push(new Set());
    else if (character === '[') open.push(null);
    else if (character === '}' || character === ']') open.pop();
    if (character !== '"') continue;
    const start = at;
    for (at++; text[at] !== '"'; at++) if (text[at] === '\\') at++;
    let next = at + 1;
    while (blank.test(text[next] ?? '')) next++;
    const names = open.at(-1);
    // A string is a name where a colon follows.
    if (text[next] !== ':' || !names) continue;
    const name = JSON.parse(text.slice(start, at + 1)) as string;
    if (names.has(name)) return name;
    names.add(name);
  }
  return null;
}

/** A member name occurs once in each object of the body. */
export const uniqueMembers: Check = ({ response, json }) => {
  const documented = 'each member name once';
  if (json === undefined) return inapplicable(documented, 'no JSON');
  const first = repeatedName(response.body.toString('utf8'));
  return {
    verdict: first === null ? 'pass' : 'fail',
    documented,
    received: first === null ? documented : `${JSON.stringify(first)} more than once`,
  };
};
