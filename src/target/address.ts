import { isUrl } from '../formats/url.ts';

/** The allowed forms of a provider's address. */

/**
 * Checked before a URL is parsed, since the parser drops or repairs such faults. A message never quotes the address.
 */
const badlyWritten: [pattern: RegExp, fault: string][] = [
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for.
  [/[\s\u0000-\u001f\u007f]/, 'baseUrl holds white space or a control character'],
  [/\\/, 'baseUrl holds a backslash; write /'],
  [/[?#]/, 'baseUrl ends before any ? or #'],
  [/^(?!https?:\/\/[^/])/i, 'baseUrl is not an http or https URL; write https://host'],
  [/^[a-z]+:\/\/[^/]*@/i, 'baseUrl holds credentials; put them under credentials'],
];

/** What is wrong with the form of an address; empty where it can be used. */
export function writingFaults(baseUrl: string): string[] {
  const faults = badlyWritten.filter(([pattern]) => pattern.test(baseUrl)).map(([, fault]) => fault);
  return faults.length > 0 || isUrl(baseUrl) ? faults : ['baseUrl is not a URL; write https://host'];
}

/** The path that a base URL puts before that of an operation; empty where it has none. */
export function basePathOf(baseUrl: string): string {
  return new URL(baseUrl).pathname.replace(/\/+$/, '');
}

const segmentsOf = (path: string): string[] =>
  path
    .replace(/\?.*/, '')
    .split('/')
    .filter((segment) => segment !== '');
const isParameter = (segment: string): boolean => /^\{.*\}$/.test(segment);

/**
 * The path of an operation with which an address ends already, although it is put after it; null for none. A path of one
 * segment may well be that of an address too, so that it counts as the first alone.
 */
export function pathTwice(baseUrl: string, paths: readonly string[]): string | null {
  const own = segmentsOf(basePathOf(baseUrl));
  const found = paths.find((path, index) => {
    const segments = segmentsOf(path);
    const end = own.slice(own.length - segments.length);
    const literal = segments.filter((segment) => !isParameter(segment)).length;
    return (
      segments.length <= own.length &&
      literal >= (index === 0 ? 1 : 2) &&
      segments.every((segment, at) => isParameter(segment) || segment === end[at])
    );
  });
  return found ?? null;
}

/** The segments at the end of an address with which the path of an operation begins; empty where there are none. */
export function pathShared(baseUrl: string, path: string): string {
  const [own, segments] = [segmentsOf(basePathOf(baseUrl)), segmentsOf(path)];
  const ends = segments.map((_, index) => segments.slice(0, index + 1)).reverse();
  const shared = ends.find((begin) => begin.every((segment, at) => segment === own[own.length - begin.length + at]));
  return (shared ?? []).map((segment) => `/${segment}`).join('');
}

/** Whether a text is the exact name of one host, without scheme, port or wildcard. */
export function isHostName(text: string): boolean {
  if (/[\s*/\\?#@%]/.test(text) || !isUrl(`http://${text}`)) return false;
  return (
    new URL(`http://${text}`).host === new URL(`http://${text}`).hostname && !/:\d*$/.test(text.replace(/\[.*\]/, ''))
  );
}
