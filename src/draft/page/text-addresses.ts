/** Addresses in sentences: of servers, and of the endpoint that issues tokens. */
import { isUrl } from '../../formats/url.ts';
import type { Statement } from '../facts/facts.ts';
import { isEnvironment } from './environments.ts';
import { readLabels, server } from './labels.ts';
import { isOtherTopic } from './outline.ts';

const methodWord = /\b(GET|POST|PUT)\b/;
const endpointIs = /\b(endpoint|url)(\s+(is|adalah)|:)\s/i;
/** Addresses and paths; the part of a word behind a stroke is none. */
const addresses = /(?<![\w/.])(?:https?:\/)?\/[^\s`*"'<>(),;]+/g;
const pathOf = (address: string): string => address.replace(/^https?:\/\/[^/]*/i, '').replace(/\/+$/, '');

const environmentIn = (words: string): string | undefined => (words.match(/[\p{L}]+/gu) ?? []).find(isEnvironment);

/**
 * Reads the servers of a sentence; the name of an environment stands before each of them, or behind each.
 * @param path that of the endpoint, where an address may hold it
 */
export function readServers(sentence: string, title: string, statement: Statement, path?: string): void {
  const found = [...sentence.matchAll(/https?:\/\/[^\s<>"'`),]+/g)];
  const [first] = found;
  if (first === undefined) return;
  const isBefore = environmentIn(sentence.slice(0, first.index)) !== undefined;
  for (const [index, { 0: written, index: at }] of found.entries()) {
    const before = found[index - 1];
    const words = isBefore
      ? sentence.slice(before === undefined ? 0 : before.index + before[0].length, at)
      : sentence.slice(at + written.length, found[index + 1]?.index);
    const address = written.replace(/[.]$/, '');
    const environment = environmentIn(words);
    const isWhole = path !== undefined && isUrl(address) && pathOf(address) === path;
    const isKnown = statement.servers.some(({ url }) => address.startsWith(url));
    if (isWhole && !isKnown)
      server(address, null, environment ?? '', `${title}, ${environment ?? 'address'}`, statement);
    else if (!isWhole) readLabels([`${environment ?? 'Base URL'}: ${address}`], title, statement);
  }
}

/**
 * Reads the address of the token endpoint in a sentence that names one path alone, on one host or several; what uses the
 * token has another address.
 */
export function readAddress(sentence: string, title: string, statement: Statement): void {
  if (!sentence.includes('/') || isOtherTopic(sentence)) return;
  const found = (sentence.match(addresses) ?? []).map((address) => address.replace(/[.]$/, ''));
  const [address, ...others] = found.filter((one) => pathOf(one) !== '');
  if (address === undefined || others.some((one) => pathOf(one) !== pathOf(address))) return;
  const path = pathOf(address);
  const known = statement.path?.value ?? statement.servers.find((one) => one.path)?.path;
  // What gave the path may go on with its hosts.
  if (known === path) readServers(sentence, title, statement, path);
  if (known !== undefined) return;
  const method = methodWord.exec(sentence)?.[1];
  if (!/token|auth|login|session|otorisasi|otentikasi/i.test(path)) return;
  if (method === undefined && !endpointIs.test(sentence)) return;
  if (address.startsWith('/')) {
    readLabels([`Endpoint: ${method === undefined ? '' : `${method} `}${address}`], title, statement);
    readServers(sentence, title, statement);
  } else {
    if (method !== undefined) readLabels([`Method: ${method}`], title, statement);
    readServers(sentence, title, statement, path);
  }
}
