/** Cookies that a provider sets, and a request that gives them back (RFC 6265, section 5.4). Pure. */
import { variable } from './shell.ts';
import { plain, type Text } from './text.ts';

/** The variable of a shell that holds the cookies which the good request is answered with. */
export const cookieVariable = 'conformance_cookies';

/** The pair of name and value that a line of Set-Cookie begins with; null where it has none. */
const pairOf = (line: string): [name: string, value: string] | null => {
  const [, name, value] = /^\s*([^=;\s]+)=([^;]*)/.exec(line) ?? [];
  return name === undefined || value === undefined ? null : [name, value.trim()];
};

/** The cookies of one client. */
export interface Cookies {
  /** Takes in the lines of Set-Cookie of an answer; a later one of a name takes the place of an earlier one. */
  take(lines: readonly string[]): void;
  /** What a client sends that gives them back; empty where there are none. */
  line(): string;
}

/** A client that has no cookies yet. */
export function noCookies(): Cookies {
  const known = new Map<string, string>();
  return {
    take(lines) {
      for (const [name, value] of lines.map(pairOf).filter((pair) => pair !== null)) known.set(name, value);
    },
    line: () => [...known].map(([name, value]) => `${name}=${value}`).join('; '),
  };
}

/**
 * Cookies of the provider's as a part of a request. They are shown by what they are; a provider that sets them again gives
 * nothing away, so that they are no secret of ours.
 */
export function cookieText(line: string): Text {
  return line === ''
    ? plain('')
    : { value: line, shown: '‹cookies of the provider›', shell: variable(cookieVariable), secrets: [] };
}
