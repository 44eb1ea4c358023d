import { type Check, inapplicable } from './check.ts';

const [quote, backslash, colon] = ['"', '\\', ':'].map((character) => character.charCodeAt(0));
const [braceOpen, braceClose, bracketOpen, bracketClose] = [...'{}[]'].map((character) => character.charCodeAt(0));

/** The index of the quote that ends the string begun at `start`. */
function endOf(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === quote) return at;
    if (code === backslash) at++;
  }
  return text.length;
}

/** The index of the next character that is not white space. */
function afterBlanks(text: string, start: number): number {
  let at = start;
  while (at < text.length && text.charCodeAt(at) <= 0x20) at++;
  return at;
}

/** The first member name that occurs twice in one object of a valid JSON text. */
export function repeatedName(text: string): string | null {
  const open: (Set<string> | null)[] = [];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === braceOpen) open.push(new Set());
    else if (code === bracketOpen) open.push(null);
    else if (code === braceClose || code === bracketClose) open.pop();
    else if (code === quote) {
      const start = at;
      at = endOf(text, start);
      const names = open.at(-1);
      // A string is a name where a colon follows.
      if (!names || text.charCodeAt(afterBlanks(text, at + 1)) !== colon) continue;
      const written = text.slice(start + 1, at);
      const name = written.includes('\\') ? String(JSON.parse(`"${written}"`)) : written;
      if (names.has(name)) return name;
      names.add(name);
    }
  }
  return null;
}

/** No member name is repeated within an object of the body. */
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
