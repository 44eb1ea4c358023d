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

/** Whether a text is the exact name of one host, without scheme, port or wildcard. */
export function isHostName(text: string): boolean {
  if (/[\s*/\\?#@%]/.test(text) || !isUrl(`http://${text}`)) return false;
  return (
    new URL(`http://${text}`).host === new URL(`http://${text}`).hostname && !/:\d*$/.test(text.replace(/\[.*\]/, ''))
  );
}
