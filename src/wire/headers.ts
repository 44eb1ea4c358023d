/** Parsers of header fields that have a structure, by the grammar of RFC 9110. */

/** One challenge of WWW-Authenticate (RFC 9110, 11.6.1). */
export interface Challenge {
  /** As it was sent; compared in any letter case. */
  scheme: string;
  token68: string | null;
  /** By name in lower case, quotes undone. */
  parameters: Record<string, string>;
}

/** The items of a list field (RFC 9110, 5.6.1), of all its lines together: a comma in a quoted string parts nothing. */
export function list(values: string[]): string[] {
  const items: string[] = [];
  for (const value of values) {
    let item = '';
    let quoted = false;
    for (let at = 0; at < value.length; at++) {
      const character = value[at];
      if (character === ',' && !quoted) {
        items.push(item);
        item = '';
        continue;
      }
      if (character === '"') quoted = !quoted;
      item += character;
      // What follows a backslash in a quoted string is no end of it.
      if (quoted && character === '\\' && at + 1 < value.length) item += value[++at];
    }
    items.push(item);
  }
  return items.map((item) => item.trim()).filter((item) => item !== '');
}

const token = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
const parameter = new RegExp(`^(${token})[ \\t]*=[ \\t]*("(?:[^"\\\\]|\\\\.)*"|${token})$`);
const first = new RegExp(`^(${token})(?:[ \\t]+(.*))?$`);

function unquoted(text: string): string {
  return text.startsWith('"') ? text.slice(1, -1).replace(/\\(.)/g, '$1') : text;
}

/** The challenges of the lines of WWW-Authenticate, in their order; what follows no grammar of a challenge is left out. */
export function challenges(values: string[]): Challenge[] {
  const found: Challenge[] = [];
  const take = (item: string): boolean => {
    const [, name = '', value = ''] = parameter.exec(item) ?? [];
    const last = found.at(-1);
    if (name !== '' && last) last.parameters[name.toLowerCase()] = unquoted(value);
    return name !== '';
  };
  for (const item of list(values)) {
    // A parameter belongs to the challenge before it; only a scheme is followed by a blank and something else.
    if (take(item)) continue;
    const [, scheme = '', rest = ''] = first.exec(item) ?? [];
    if (scheme === '') continue;
    const challenge: Challenge = { scheme, token68: null, parameters: {} };
    found.push(challenge);
    if (rest !== '' && !take(rest)) challenge.token68 = rest;
  }
  return found;
}
