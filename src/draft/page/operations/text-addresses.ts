/** Addresses in sentences: of servers, and of the endpoint that issues tokens. */
import { isUrl } from '../../../formats/url.ts';
import type { Statement } from '../../facts/facts.ts';
import { oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import { type Context, isPart } from '../blocks/heading-words.ts';
import { readLabels, server } from '../sentences/labels.ts';
import { isQualified } from '../words/doubts.ts';
import { isEnvironment } from '../words/environments.ts';
import { isOtherTopic } from '../words/other-topics.ts';

const methodWord = /\b(GET|POST|PUT)\b/;
const endpointIs = /\b(endpoint|url)(\s+(is|adalah)|:)\s/i;
/** Addresses and paths; the part of a word behind a stroke is none. */
const addresses = /(?<![\w/.])(?:https?:\/)?\/[^\s`*"'<>(),;]+/g;
const pathOf = (address: string): string => address.replace(/^https?:\/\/[^/]*/i, '').replace(/\/+$/, '');

const environmentIn = (words: string): string | undefined => (words.match(/[\p{L}]+/gu) ?? []).find(isEnvironment);

/** All that is called, and the words for where it is. */
const called = oneOf(word.request, word.operation, 'paths', 'alamat', 'jalur');
const calls = `${word.all} (?:(?:of )?(?:the|our) )?(?:(?:api|token|http|rest) )?${called}`;
const allCalls = `\\b${calls}`;
const site = '(?:api |common )?(?:hosts?|hostname|servers?|domains?|base (?:url|address)|alamat(?: dasar)?)';
const mark = '[`<*]{0,3}';

/** A sentence that is nothing but where requests are sent: a host alone. */
const system = oneOf('sandbox', 'staging', 'test(?:ing)?', 'uat', 'production', 'live', 'produksi', 'pengujian', 'uji');
const please = '(?:(?:please|silakan) )?';
const inSystem = `(?:${oneOf(word.in, word.for)} (?:the )?${system}(?: (?:environment|system))?,? )?`;
const send = oneOf('send', 'submit', 'direct', 'address', 'make', 'kirim(?:kan|lah)?', 'arahkan', 'ajukan');
const requests = `(?:${oneOf(word.the, word.all)} ){0,2}(?:(?:http|api|token) )?${word.request}(?: token| anda)?`;
const to = oneOf('to', 'against', 'at', 'ke', 'kepada');
const host = `${mark}https?://[^\\s/\`>*]+/?[\`>*]{0,3}`;
const sendsTo = pattern`^\W*${inSystem}${please}${send} ${requests} ${to} ${host}[.\s]*$`;

/** A sentence that says for which of several systems an address is used, as `Use https://a.test for live traffic and ...`. */
const writtenAddress = `${mark}https?:[^\\s\`>*]+[\`>*]{0,3}`;
const traffic = oneOf('traffic', 'calls', 'requests', 'environment', 'system', 'mode', 'lalu lintas');
const forSystem = `${oneOf(word.for, word.in, 'while')} (?:(?:the|your|our) )?${system}(?: ${traffic})?`;
const usedFor = pattern`^\W*${please}${oneOf('call', word.uses)} ${writtenAddress} ${forSystem}(?=,|[.;]|$| ${word.and}\b)`;

/** Sentences that give the host of all that is called, as `All endpoints use the host https://a.test`. */
export const sitesAll: readonly RegExp[] = [
  sendsTo,
  usedFor,
  pattern`${allCalls} ${oneOf(word.uses, 'ha(?:s|ve)', 'shares?')} (?:${oneOf(word.the, word.same, 'one', 'satu')} )*${site}\b`,
  pattern`${allCalls} ${word.uses} ${mark}https?:[^\s\`>*]+${mark} (?:as|sebagai) (?:${oneOf(word.the, 'their')} )?${site}\b`,
  pattern`${allCalls} ${oneOf(word.is, 'ada', 'berada')} ${oneOf(word.in, 'under')} (?:the )?(?:${site} )?${mark}https?:`,
  pattern`^\W*(?:the )?${site}(?: ${oneOf(word.of, word.for)})? ${calls}(?: ${word.is}|:) ${mark}https?:`,
];

/** A label before an address, as that in `(sandbox: https://…`: it names no address before it. */
const label = /[\p{L} ]{1,40}\)?:[\s`*"'<(]*$/u;

/** A host without its scheme in the place of the one before. */
const replace = oneOf('replace', 'swap', 'change', 'exchange', 'ganti(?:lah)?', 'ubah(?:lah)?');
const by = oneOf(word.with, 'by', 'to', 'for', 'menjadi', 'ke');
const newHost = '((?:[a-z\\d-]{1,60}\\.){1,6}[a-z]{2,20})';
const otherHost = pattern`\b(${replace} (?:the )?(?:host|hostname|domain|server)(?:nya)? ${by} )[\`"*]{0,2}${newHost}[\`"*]{0,2}(?=[\s,;)]|[.]?$)`;

/** A sentence that gives an environment a host in place of the one before, with the address of that host. */
export const withOtherHost = (sentence: string): string =>
  environmentIn(sentence.replace(otherHost, ' ')) === undefined
    ? sentence
    : sentence.replace(otherHost, '$1https://$2');

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
    const ahead = sentence.slice(before === undefined ? 0 : before.index + before[0].length, at);
    const behind = sentence.slice(at + written.length, found[index + 1]?.index).replace(label, '');
    const address = written.replace(/[.]$/, '');
    const environment = environmentIn(label.exec(ahead)?.[0] ?? '') ?? environmentIn(isBefore ? ahead : behind);
    const isWhole = path !== undefined && isUrl(address) && pathOf(address) === path;
    const isKnown = statement.servers.some(({ url }) => address.startsWith(url));
    if (isWhole && !isKnown)
      server(address, null, environment ?? '', `${title}, ${environment ?? 'address'}`, statement);
    else if (!isWhole) readLabels([`${environment ?? 'Base URL'}: ${address}`], title, statement);
  }
}

/** A sentence that is a label and its value, as `Host for all calls: https://…`. */
const labelled =
  /^[\s*_]*([\p{L} ]{2,40})(?:[*_]{0,3}:[*_]{0,3}|\*\*)\s+[`*<]*((?:https?:\/\/|application\/)[^\s`*>,;]+?)[`*>]*[.;]?\s*$/iu;
const ofAll = pattern`\s${oneOf(word.for, 'of')}\s${word.all}\b.*$`;

/** Reads a sentence between others that is a label and its value. */
function readLabelled(sentence: string, title: string, statement: Statement, side: Context['side']): void {
  const [, name = '', value = ''] = labelled.exec(sentence) ?? [];
  const types = [statement.mediaType, statement.answerType].map((one) => one?.value);
  const isKnown = statement.servers.some(({ url }) => value.startsWith(url)) || types.includes(value);
  if (value !== '' && !isKnown) readLabels([`${name.trim().replace(ofAll, '')}: ${value}`], title, statement, side);
}

/** Words in the path of an endpoint that issues tokens. */
const ofToken = /token|auth|login|session|otorisasi|otentikasi/i;

/** A sentence that says at which endpoint a token is asked for, as `The client requests a token at the /token endpoint` does. */
const asks = oneOf(
  'requests?',
  'obtains?',
  'gets?',
  'exchanges?',
  'issues?',
  'fetch(?:es)?',
  'meminta',
  'mendapatkan',
  'memperoleh',
);
const asksToken = pattern`\b${asks} (?:(?:an?|the|new|sebuah) ){0,2}(?:access )?token`;
const namesEndpoint = pattern`\bendpoint [\`*]{0,3}/[\w/.-]+|/[\w/.-]*token[\`*]{0,3} endpoint\b`;
const sendsAt = pattern`^\W*(?:(?:please|then|first|silakan) )?${send} (?:an? |the )?(?:\p{L}+ )?${word.request} ${to} (?:the )?[\`*<]{0,3}(?:https?:/)?/[^\s\`*>]*token[\`*>]{0,3} endpoint\b`;
const denies = pattern`\b(?:${word.not}|cannot|${word.noLonger})\b`;
const asksAtEndpoint = (sentence: string): boolean =>
  (sendsAt.test(sentence) || (asksToken.test(sentence) && namesEndpoint.test(sentence))) &&
  !denies.test(sentence) &&
  !isQualified(sentence);

/**
 * Reads the address of the token endpoint in a sentence that names one path alone, on one host or several; what uses the
 * token has another address.
 */
export function readAddress(sentence: string, title: string, statement: Statement, side: Context['side'] = null): void {
  // Without any of these nothing below is read.
  if (!sentence.includes('/') || !(/https?:\/\/|application\//i.test(sentence) || ofToken.test(sentence))) return;
  if (isOtherTopic(sentence)) return;
  readLabelled(sentence, title, statement, side);
  const found = (sentence.match(addresses) ?? []).map((address) => address.replace(/[.]$/, ''));
  const [address, ...others] = found.filter((one) => pathOf(one) !== '');
  if (address === undefined || others.some((one) => pathOf(one) !== pathOf(address))) return;
  const path = pathOf(address);
  const known = statement.path?.value ?? statement.servers.find((one) => one.path)?.path;
  // What gave the path may go on with its hosts.
  if (known === path) readServers(sentence, title, statement, path);
  if (known !== undefined) return;
  const method = methodWord.exec(sentence)?.[1];
  if (!ofToken.test(path)) return;
  if (method === undefined && !endpointIs.test(sentence) && !asksAtEndpoint(sentence)) return;
  if (address.startsWith('/')) {
    readLabels([`Endpoint: ${method === undefined ? '' : `${method} `}${address}`], title, statement);
    readServers(sentence, title, statement);
  } else {
    if (method !== undefined) readLabels([`Method: ${method}`], title, statement);
    readServers(sentence, title, statement, path);
  }
}

/** What a sentence begins with that says where to send a request, in English and Indonesian. */
const call = oneOf(
  ...['call', 'send', 'use', 'make', 'issue', 'do', 'perform'],
  ...['panggil(?:lah)?', 'kirim(?:kan)?', 'gunakan', 'lakukan'],
);
const sends = `(?:(?:to [^,.\`]{1,60}, )?(?:please )?${call} (?:an? |the )?)?`;
const marks = '[`*]{0,3}';
const verb = `${marks}(GET|POST|PUT|PATCH|DELETE)${marks}`;
const target = `${marks}((?:https?:/)?/[^\`*\\s,;]*)${marks}`;
const opening = pattern`^\s*${sends}(?:(?:http )?(?:method|metode) )?${verb} (?:(?:${word.request} )?(?:to |ke )?)?${target}(?=$|[.,:;]?\s|[.:]$)`;

/** A line that names the method and the address one after the other, as "Method `POST`, URL `/inquiry`." */
const itsMethod = '(?:http )?(?:method|metode|verb)';
const itsAddress = '(?:url|uri|path|endpoint|jalur|alamat)';
const sign = '[\\s*_:`=]{1,6}';
const writtenPath = '((?:https?:/)?/[^`*\\s,;]*)';
const labelledBoth = pattern`^[\s*_]*${itsMethod}${sign}(GET|POST|PUT|PATCH|DELETE)[\s*_\`,;·|-]{1,8}${itsAddress}${sign}${writtenPath}[\s*_\`.]*$`;

/**
 * Reads the address with which the first sentence of a section begins, as "`GET /challenge` gives a challenge" and "Call
 * `PUT https://a.test/password`".
 */
export function readOpening(line: string, title: string, statement: Statement): void {
  if (isPart(title) || statement.method || statement.path) return;
  const both = labelledBoth.exec(line);
  const [whole = '', method = '', address = ''] = both ?? opening.exec(line) ?? [];
  // A line that is a method and an address alone is read as such.
  if (method === '' || (!both && whole.trim() === line.trim())) return;
  readLabels([`${method.toUpperCase()} ${address.replace(/[.]$/, '')}`], title, statement);
}
