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

/** The cookies after an answer with these lines of Set-Cookie; a later one of a name takes the place of an earlier one. */
export function withCookies(known: ReadonlyMap<string, string>, lines: readonly string[]): Map<string, string> {
  return new Map([...known, ...lines.flatMap((line) => [pairOf(line)].filter((pair) => pair !== null))]);
}

/** What a client sends that gives cookies back. */
export function cookieLine(cookies: ReadonlyMap<string, string>): string {
  return [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
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
