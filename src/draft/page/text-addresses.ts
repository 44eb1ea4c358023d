/** Addresses in sentences: of servers, and of the endpoint that issues tokens. */
import { isUrl } from '../../formats/url.ts';
import type { Statement } from '../facts/facts.ts';
import { isEnvironment } from './environments.ts';
import { isPart } from './heading-words.ts';
import { readLabels, server } from './labels.ts';
import { isOtherTopic } from './outline.ts';

const methodWord = /\b(GET|POST|PUT)\b/;
const endpointIs = /\b(endpoint|url)(\s+(is|adalah)|:)\s/i;
/** Addresses and paths; the part of a word behind a stroke is none. */
const addresses = /(?<![\w/.])(?:https?:\/)?\/[^\s`*"'<>(),;]+/g;
const pathOf = (address: string): string => address.replace(/^https?:\/\/[^/]*/i, '').replace(/\/+$/, '');

const environmentIn = (words: string): string | undefined => (words.match(/[\p{L}]+/gu) ?? []).find(isEnvironment);

/** All that is called, and the words for where it is. */
const allCalls =
  '\\b(?:all|every|each|semua|seluruh|setiap) (?:(?:of )?(?:the|our) )?(?:api )?(?:calls?|requests?|endpoints?|operations?|services?|paths|alamat|jalur|layanan|panggilan|permintaan|operasi)';
const site = '(?:api |common )?(?:hosts?|hostname|servers?|domains?|base (?:url|address)|alamat(?: dasar)?)';
const mark = '[`<*]{0,3}';

/** A sentence that is nothing but where requests are sent: a host alone. */
const sendsTo =
  /^\W*(?:(?:in|on|for|di|untuk) (?:the )?(?:sandbox|staging|test(?:ing)?|uat|production|live|produksi)(?: (?:environment|system))?,? )?(?:please |silakan )?(?:send|submit|direct|address|make|kirim(?:kan|lah)?|arahkan|ajukan) (?:(?:the|your|all|every|each|this|any|semua|setiap|seluruh) ){0,2}(?:http |api |token )?(?:requests?|calls?|permintaan|panggilan)(?: token| anda)? (?:to|against|at|ke|kepada) [`<*]{0,3}https?:\/\/[^\s/`>*]+\/?[`>*]{0,3}[.\s]*$/i;

/** A sentence that says for which of several systems an address is used, as `Use https://a.test for live traffic and ...`. */
const usedFor = RegExp(
  `^\\W*(?:please |silakan )?(?:use|call|gunakan|pakai) ${mark}https?:[^\\s\`>*]+[\`>*]{0,3} (?:for|in|on|while|untuk|di|pada|dalam) (?:the |your |our )?(?:live|production|sandbox|staging|test(?:ing)?|uat|produksi|pengujian|uji)(?: (?:traffic|calls|requests|environment|system|mode|lalu lintas))?(?=,|[.;]|$| and\\b| dan\\b)`,
  'i',
);

/** Sentences that give the host of all that is called, as `All endpoints use the host https://a.test`. */
export const sitesAll: readonly RegExp[] = [
  sendsTo,
  usedFor,
  RegExp(
    `${allCalls} (?:uses?|shares?|ha(?:s|ve)|memakai|menggunakan|pakai) (?:(?:the|an?|one|same|this|satu) )*${site}\\b`,
    'i',
  ),
  RegExp(
    `${allCalls} (?:uses?|memakai|menggunakan|pakai) ${mark}https?:[^\\s\`>*]+${mark} (?:as|sebagai) (?:(?:the|their|its) )?${site}\\b`,
    'i',
  ),
  RegExp(`${allCalls} (?:is|are|ada|berada) (?:on|at|under|di|pada) (?:the )?(?:${site} )?${mark}https?:`, 'i'),
  RegExp(
    `^\\W*(?:the )?${site}(?: (?:of|for|untuk|dari|bagi))? ${allCalls.slice(2)}(?: is| are| adalah|:) ${mark}https?:`,
    'i',
  ),
];

/** A label before an address, as that in `(sandbox: https://…`: it names no address before it. */
const label = /[\p{L} ]{1,40}\)?:[\s`*"'<(]*$/u;

/** A host without its scheme in the place of the one before. */
const otherHost =
  /\b((?:replace|swap|change|exchange|ganti(?:lah)?|ubah(?:lah)?) (?:the )?(?:host|hostname|domain|server)(?:nya)? (?:with|by|to|for|dengan|menjadi|ke) )[`"*]{0,2}((?:[a-z\d-]{1,60}\.){1,6}[a-z]{2,20})[`"*]{0,2}(?=[\s,;)]|[.]?$)/i;

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
const labelled = /^[\s*_]*([\p{L} ]{2,40}):[*_]*\s+[`*<]*((?:https?:\/\/|application\/)[^\s`*>,;]+?)[`*>]*[.;]?\s*$/iu;
const ofAll = /\s(?:for|of|untuk)\s(?:all|every|each|semua|setiap)\b.*$/i;

/** Reads a sentence between others that is a label and its value. */
function readLabelled(sentence: string, title: string, statement: Statement): void {
  const [, name = '', value = ''] = labelled.exec(sentence) ?? [];
  const isKnown = statement.servers.some(({ url }) => value.startsWith(url)) || statement.mediaType?.value === value;
  if (value !== '' && !isKnown) readLabels([`${name.trim().replace(ofAll, '')}: ${value}`], title, statement);
}

/** Words in the path of an endpoint that issues tokens. */
const ofToken = /token|auth|login|session|otorisasi|otentikasi/i;

/**
 * Reads the address of the token endpoint in a sentence that names one path alone, on one host or several; what uses the
 * token has another address.
 */
export function readAddress(sentence: string, title: string, statement: Statement): void {
  // Without any of these nothing below is read.
  if (!sentence.includes('/') || !(/https?:\/\/|application\//i.test(sentence) || ofToken.test(sentence))) return;
  if (isOtherTopic(sentence)) return;
  readLabelled(sentence, title, statement);
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
  if (method === undefined && !endpointIs.test(sentence)) return;
  if (address.startsWith('/')) {
    readLabels([`Endpoint: ${method === undefined ? '' : `${method} `}${address}`], title, statement);
    readServers(sentence, title, statement);
  } else {
    if (method !== undefined) readLabels([`Method: ${method}`], title, statement);
    readServers(sentence, title, statement, path);
  }
}

/** What a sentence begins with that says where to send a request, in English and Indonesian. */
const sends =
  '(?:(?:to [^,.`]{1,60}, )?(?:please )?(?:call|send|use|make|issue|do|perform|panggil(?:lah)?|kirim(?:kan)?|gunakan|lakukan) (?:an? |the )?)?';
const opening = RegExp(
  `^\\s*${sends}[\`*]{0,3}(GET|POST|PUT|PATCH|DELETE)[\`*]{0,3} (?:(?:request |call |permintaan )?(?:to |ke )?)?[\`*]{0,3}((?:https?:/)?/[^\`*\\s,;]*)[\`*]{0,3}(?=$|[.,:;]?\\s|[.:]$)`,
  'iu',
);

/** A line that names the method and the address one after the other, as "Method `POST`, URL `/inquiry`." */
const labelledBoth =
  /^[\s*_]*(?:http )?(?:method|metode|verb)[\s*_:`=]{1,6}(GET|POST|PUT|PATCH|DELETE)[\s*_`,;·|-]{1,8}(?:url|uri|path|endpoint|jalur|alamat)[\s*_:`=]{1,6}((?:https?:\/)?\/[^`*\s,;]*)[\s*_`.]*$/i;

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
