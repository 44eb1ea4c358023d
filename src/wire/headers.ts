/** Reads the header fields that have a grammar of their own (RFC 9110, section 5.6). Pure. */

/** A media type and its parameters, names in lower case (RFC 9110, section 8.3.1). */
export interface MediaType {
  /** `application/json`, in lower case. */
  type: string;
  parameters: Record<string, string>;
}

/** One challenge of WWW-Authenticate (RFC 9110, section 11.6.1). */
export interface Challenge {
  /** In lower case. */
  scheme: string;
  /** Null where the challenge has parameters, or nothing else. */
  token68: string | null;
  /** Names in lower case. */
  parameters: Record<string, string>;
}

/** A position in a header value. Each reader moves it past what it read, or leaves it where it is. */
interface Cursor {
  text: string;
  at: number;
}

function read(cursor: Cursor, pattern: RegExp): string | null {
  const sticky = new RegExp(pattern.source, 'y');
  sticky.lastIndex = cursor.at;
  const [found] = sticky.exec(cursor.text) ?? [];
  if (found === undefined) return null;
  cursor.at += found.length;
  return found;
}

const tokenPattern = /[!#$%&'*+\-.^_`|~0-9A-Za-z]+/;
// Section 5.6.1.2: a recipient reads past a reasonable number of empty elements of a list.
const separators = /[ \t]*(?:,[ \t]*)+/;
const quotedPattern = /"(?:[\t \x21\x23-\x5b\x5d-\x7e\x80-\xff]|\\[\t \x21-\x7e\x80-\xff])*"/;

const token = (cursor: Cursor): string | null => read(cursor, tokenPattern);

function quotedString(cursor: Cursor): string | null {
  const quoted = read(cursor, quotedPattern);
  return quoted === null ? null : quoted.slice(1, -1).replace(/\\(.)/g, '$1');
}

const atEnd = ({ text, at }: Cursor): boolean => at === text.length;

function start(text: string): Cursor {
  return { text: text.replace(/[ \t]+$/, ''), at: /^[ \t]*/.exec(text)?.[0].length ?? 0 };
}

/** `name=value`, with spaces around the sign as section 11.2 allows; null where none begins here. */
function parameter(cursor: Cursor): [name: string, value: string] | null {
  const before = cursor.at;
  const name = token(cursor);
  const sign = name === null ? null : read(cursor, /[ \t]*=[ \t]*/);
  const value = sign === null ? null : (quotedString(cursor) ?? token(cursor));
  if (name !== null && value !== null) return [name.toLowerCase(), value];
  cursor.at = before;
  return null;
}

/** The first of several parameters of one name counts. */
function add(parameters: Record<string, string>, [name, value]: [string, string]): void {
  if (!Object.hasOwn(parameters, name)) parameters[name] = value;
}

const noParameters = (): Record<string, string> => Object.create(null);

function oneMediaType(line: string): MediaType | null {
  const cursor = start(line);
  const type = token(cursor);
  const subtype = type === null || read(cursor, /\//) === null ? null : token(cursor);
  if (type === null || subtype === null) return null;
  const parameters = noParameters();
  while (read(cursor, /[ \t]*;[ \t]*/) !== null) {
    const found = parameter(cursor);
    if (found) add(parameters, found);
  }
  return atEnd(cursor) ? { type: `${type}/${subtype}`.toLowerCase(), parameters } : null;
}

/** The media type of Content-Type lines; null for none, for an invalid one, and for lines with several. */
export function mediaType(lines: string[]): MediaType | null {
  const [first, ...others] = lines.map(oneMediaType);
  return first && others.every((other) => other?.type === first.type) ? first : null;
}

/** The elements of a list, each read by the same reader; null where one is invalid, or something separates two. */
function elements<T>(lines: string[], element: (cursor: Cursor) => T | null): T[] | null {
  const found: T[] = [];
  for (const line of lines) {
    const cursor = start(line);
    read(cursor, separators);
    while (!atEnd(cursor)) {
      const one = element(cursor);
      if (one === null || (read(cursor, separators) === null && !atEnd(cursor))) return null;
      found.push(one);
    }
  }
  return found;
}

function challenge(cursor: Cursor): Challenge | null {
  const scheme = token(cursor)?.toLowerCase() ?? null;
  if (scheme === null) return null;
  const parameters = noParameters();
  let end = cursor.at;
  const ended = (token68: string | null): Challenge => {
    cursor.at = end;
    return { scheme, token68, parameters };
  };
  if (read(cursor, / +/) === null) return ended(null);
  const token68 = read(cursor, /[A-Za-z0-9\-._~+/]+=*(?=[ \t]*(?:,|$))/);
  if (token68 !== null) end = cursor.at;
  // What follows a comma and is not a parameter begins the next challenge.
  for (let found = token68 === null ? parameter(cursor) : null; found !== null; ) {
    add(parameters, found);
    end = cursor.at;
    found = read(cursor, separators) === null ? null : parameter(cursor);
  }
  return ended(token68);
}

/** The challenges of WWW-Authenticate lines, in order; null where a line is invalid. */
export function challenges(lines: string[]): Challenge[] | null {
  return elements(lines, challenge);
}

/**
 * The directives of Cache-Control lines, names in lower case, null for one without a value; null where a line is
 * invalid.
 */
export function cacheDirectives(lines: string[]): Map<string, string | null> | null {
  const found = elements(lines, (cursor): [string, string | null] | null => {
    const valued = parameter(cursor);
    if (valued) return valued;
    const name = token(cursor);
    return name === null ? null : [name.toLowerCase(), null];
  });
  return found && new Map(found.reverse());
}

/** The parameters of each item of a list of strings or tokens (RFC 9651, section 3.1); null where it is invalid. */
export function itemParameters(lines: string[]): Record<string, string>[] | null {
  return elements(lines, (cursor) => {
    if (quotedString(cursor) === null && token(cursor) === null) return null;
    const parameters = noParameters();
    while (read(cursor, /[ \t]*;[ \t]*/) !== null) {
      const found = parameter(cursor);
      if (!found) return null;
      add(parameters, found);
    }
    return parameters;
  });
}

/** The tokens of a list such as Allow and Vary, letter case kept; null where it is invalid. */
export function list(lines: string[]): string[] | null {
  return elements(lines, token);
}
