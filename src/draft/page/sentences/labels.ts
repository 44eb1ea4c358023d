/** Addresses: lines and cells that label a method, a path, a server or a media type. */

import { isUrl } from '../../../formats/url.ts';
import type { Statement } from '../../facts/facts.ts';
import { quotedWords } from '../../facts/quoted.ts';
import { eitherOf, state } from '../../facts/state.ts';
import { oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import { type Context, speaksOfBoth } from '../blocks/heading-words.ts';
import { isPlaceholderHost, isVersionBase, slashed } from '../values/address.ts';
import { readQuery } from '../values/address-query.ts';
import { wholeNumber } from '../values/values.ts';
import { behindAddress } from '../words/behind-address.ts';
import { readAnswerType, readRequestType, withAnotherTaken } from '../words/content-types.ts';
import { isQualified } from '../words/doubts.ts';
import { isDuration } from '../words/durations.ts';
import { isEnvironment, isProduction } from '../words/environments.ts';
import { bare, hostIn, labelOf, labelsApart, withEnvironment } from '../words/label-words.ts';
import { withoutTold } from '../words/server-words.ts';
import { saysNothing } from '../words/silent-values.ts';
import { isReason } from '../words/status-words.ts';
import { isBasic, isPairAsBasic, saysBasicAlone } from './basic-pair.ts';
import { labelBeside } from './side-labels.ts';

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

/** Whether a text is the name of a method. */
export const isMethod = (text: string): boolean => methods.includes(text);

/** A line as label and value; null where it has none. */
function split(line: string): [string, string] | null {
  for (const separator of ['\t', ' - ', ' – ', ' — ', ': ', ':', '\n']) {
    const at = line.indexOf(separator);
    if (at <= 0) continue;
    const label = bare(line.slice(0, at))
      .replace(/^(?:[-+•]|\d{1,2}(?:\.\d{1,2})+\.?)\s*/, '')
      .toLowerCase();
    if (separator !== ':' || labelOf(label) !== undefined) return [label, bare(line.slice(at + separator.length))];
  }
  // Text out of a PDF has spaces alone between the two, and a label in bold needs no sign before a value in code.
  const [, term = '', said = ''] = spaced.exec(line) ?? strong.exec(line) ?? [];
  if (labelOf(bare(term).toLowerCase()) !== undefined) return [bare(term).toLowerCase(), bare(said)];
  // `URL test https://…` has no sign between the two.
  const [, label = '', value = ''] =
    /^([\p{L} ()-]{2,40}?)\.?\s+[`*<]*(https?:\/\/[^\s`*>]+)[`*>]*$/u.exec(line.trim()) ?? [];
  return isEnvironment(label) ? [label.toLowerCase(), value] : null;
}

const spaced = /^\s*(\p{L}[\p{L} /-]{1,30}?)\s{2,}(\S.*)$/u;
const strong = /^\s*\*\*(\p{L}[\p{L} /-]{1,30}?)\*\*\s+(`[^`]+`)\s*$/u;
const url = /^<?(https?:\/\/[^\s>,;]+)>?[.,;]?$/i;

const small = RegExp(`^[\\W_]*(${methods.join('|').toLowerCase()})\\b(?=[\\s\`*\\]):|]+(?:/|https?:)\\S*\\s*$)`);

/** What stands behind the address of an endpoint. */
const sitedAt = pattern`^\s+${word.in} [\`*<]*https?:\S+$`;
const sentWith = pattern`^\W*\s${oneOf(word.with, 'using', 'memakai', 'menggunakan')}\b`;

/** A method with a path or a URL at the beginning of a line, as `POST /v1/token` and `POST https://a.test/v1/token`. */
function endpoint(line: string): { method: string; place: string; rest: string } | null {
  if (!line.includes('/')) return null;
  const [, method = '', place = '', rest = ''] =
    /^[\W_]*?(GET|POST|PUT|PATCH|DELETE)(?:[\s:\])*`|]+(?:[-–—]\s+)?[<`(]*|(?=\/[a-z{]|https?:))((?:https?:\/)?\/[^\s`>),]*)[`>)]*(.*)$/.exec(
      line
        .trim()
        .replace(/^(?:get|post|put|patch|delete)(?=\/[\w{]\S*$)/, (method) => `${method.toUpperCase()} `)
        .replace(small, (method) => method.toUpperCase())
        // The base of an address may be left to the reader.
        .replace(/\b(GET|POST|PUT|PATCH|DELETE)(\s+`?)\{{1,2}[^{}]{1,30}\}{1,2}(?=\/)/, '$1$2'),
    ) ?? [];
  // A summary may stand behind the address, as a copied page has it.
  const isSummary = /^\s+\p{Lu}[\p{L}\d' -]{2,60}$/u.test(rest) && line.trim().startsWith(method);
  const isSited = sitedAt.test(rest);
  const isExplained = /^\s+(?:where|di ?mana)\b/i.test(rest);
  // An address in bold heads what is below it, whatever it is sent with.
  const isHead = /^\s*(?:\*\*`|`\*\*)/.test(line) && sentWith.test(rest);
  const isWhole = isSummary || isSited || isExplained || isHead || /^\s*($|[,.;:(–—-])/.test(rest.replace(/\*+/g, ''));
  // A page may have the address in bold.
  return method !== '' && isWhole ? { method, place: place.replace(/(?:\*+|__)$/, ''), rest } : null;
}

/** Reads the address that a heading is, as `POST /v1/token`. */
export function readHeading(title: string, statement: Statement): void {
  // A name may stand before the address.
  const [, behind] = /^[^/]{1,60}\s[-–—:|]\s+(`?(?:GET|POST|PUT|PATCH|DELETE)\b.*)$/.exec(title) ?? [];
  const found = endpoint(title) ?? (behind === undefined ? null : endpoint(behind));
  if (found) address(`${found.method} ${found.place}`, `Heading ${title}`, statement);
  const [label = '', value = ''] = split(title.replace(/^[^\p{L}]+/u, '')) ?? [];
  const called = labelOf(label);
  if (called === 'address' && /^(?:https?:\/)?\/\S+$/.test(value)) address(value, `Heading ${title}`, statement);
  const method = called === 'method' ? methodIn(value) : null;
  if (method !== null) state(statement, 'method', { value: method, at: `Heading ${title}` });
  if (called === 'authentication' && /\bbasic\b/i.test(value)) readScheme(value, `Heading ${title}`, statement);
}

/** The method that a value is, alone or before words about it; null where it names several. */
function methodIn(given: string): string | null {
  const value = given.replace(/^HTTP\s+/i, '');
  if (isMethod(value.toUpperCase())) return value.toUpperCase();
  const [first = '', ...words] = value.split(/[^A-Za-z]+/);
  return isMethod(first) && words.length > 0 && !words.some((word) => isMethod(word)) ? first : null;
}

/** Reads `label - value` lines and lines that are an address; returns the status that such a line gives to what follows; `side` is that of the heading. */
export function readLabels(
  lines: string[],
  title: string,
  statement: Statement,
  side: Context['side'] = null,
): number | null {
  let status: number | null = null;
  // A line that is the name of an environment alone is that of the address below it.
  let named = '';
  for (const line of lines.flatMap(labelsApart)) {
    if (!/[a-z]/i.test(line)) continue;
    const found = endpoint(line);
    const above = named;
    named = isEnvironment(line) ? bare(line) : '';
    if (found) {
      const at = `${title}, ${found.method} line`;
      address(`${found.method} ${found.place}`, at, statement, above || (isEnvironment(title) ? title : ''));
      const { mediaType } = behindAddress(found.rest);
      if (mediaType !== undefined) state(statement, 'mediaType', { value: mediaType, at });
      const [, site = ''] = /\s(?:on|at|di|pada) [`*<]*(https?:[^\s`*>]+)[`*>]*$/i.exec(line.trimEnd()) ?? [];
      if (isUrl(site)) server(site, '', '', at, statement);
      continue;
    }
    const [words, said] = split(line) ?? [];
    if (words === undefined || said === undefined) continue;
    // A sentence behind a method is about something else.
    const value = labelOf(words) === 'method' ? said.replace(/^([A-Z]{3,6})\.\s+\p{Lu}.*$/u, '$1') : said;
    const at = `${title}, ${words}`;
    const [, name = '', environment = ''] = withEnvironment.exec(words) ?? [];
    const whole = url.exec(value)?.[1];
    if (whole !== undefined && labelOf(name) === 'address' && isEnvironment(environment)) {
      server(whole, null, environment, at, statement);
      continue;
    }
    const label = labelBeside(words, value, speaksOfBoth(title) ? null : side);
    // A method may stand with its address.
    const addressed = label === 'method' ? endpoint(value) : null;
    if (addressed) {
      address(`${addressed.method} ${addressed.place}`, at, statement);
      continue;
    }
    // A value for some clients or cases alone is a question, and no fact of every request.
    if (
      label !== undefined &&
      label !== 'server' &&
      label !== 'address' &&
      isQualified(value) &&
      withAnotherTaken(value) === null
    ) {
      const question = `the ${label} of each request: the page says "${quotedWords(value)}" (${at})`;
      statement.todos = [...(statement.todos ?? []), { name: `${label} ${title}`, what: question }];
      continue;
    }
    const method = label === 'method' ? methodIn(value) : null;
    if (method !== null) state(statement, 'method', { value: method, at });
    if (label === 'address') address(value, at, statement);
    if (label === 'server' && (value.match(/https?:/g) ?? []).length < 2)
      host(withoutTold(value), words, at, statement);
    // `Code: 400 BAD REQUEST` gives a status by its reason; other codes are the provider's.
    const [, code = '', reason = ''] = /^([2-5]\d\d)\s+(.+)$/.exec(value) ?? [];
    if (words === 'code' && isReason(code, reason)) status = Number(code);
    if (label === 'status') status = wholeNumber(value.split(' ')[0] ?? '');
    if (label === 'media type' || label === 'each media type') readRequestType(value, at, statement);
    if (label === 'answer media type' || label === 'each media type') readAnswerType(value, at, statement, words);
    if (label === 'authentication') readScheme(value, at, statement);
  }
  return status;
}

/** Reads what a value of Authorization shows: a scheme we know, or one that stays open. */
export function readScheme(value: string, at: string, statement: Statement): void {
  const words = value
    .toLowerCase()
    .replace(/^(http|uses?|with|via)\s+/, '')
    .replace(/^basic_?auth\b/, 'basic auth')
    .split(/[^a-z0-9]+/);
  const named = ['basic', 'bearer'].find((word) => words.slice(0, 2).includes(word));
  const scheme = named ?? (isPairAsBasic(value) ? 'basic' : undefined);
  const others = /\b(?:bearer|digest|hmac|hawk|ntlm|negotiate|mtls)\b/i.test(value.replace(/\bbearer token\b/gi, ' '));
  if (scheme === 'basic' && !others && !isQualified(value) && isBasic(value) && saysBasicAlone(value))
    statement.security ??= { value: scheme, at };
  else if (value.trim() !== '' && !isMethod(value.trim()) && !isDuration(value) && !saysNothing(value))
    statement.unclear.push({ value: `Authorization: ${quotedWords(value)}`, at });
}

/** A path, a URL, or either behind a method. */
function address(value: string, at: string, statement: Statement, label = ''): void {
  // The prefix of a path may be left to the reader: `.../v1.0/token`, `{host}/token`.
  const parts = value.replace(/^(?:\.{2,3}|…|\{{1,2}[^{}]*\}{1,2}|<[^>/]*>)(?=\/)/, '').split(/\s+/);
  const [, closed, alone = ''] = /^(?:\(([A-Z]+)\)|([A-Z]+))$/.exec(parts[1] ?? '') ?? [];
  const next = closed ?? (parts.length === 2 ? alone : '');
  const [method, written = ''] =
    parts.length >= 2 && isMethod(parts[0] ?? '') ? [parts[0], parts[1]] : [isMethod(next) ? next : null, parts[0]];
  const place = slashed(written);
  const [, rest = ''] = /^\S+(\s.*)$/.exec(value) ?? [];
  const behind = method === null ? behindAddress(rest) : {};
  const said = method ?? behind.method;
  if (said) statement.method ??= { value: said, at };
  if (behind.mediaType !== undefined) state(statement, 'mediaType', { value: behind.mediaType, at });
  const whole = url.exec(place)?.[1];
  if (place.startsWith('/')) {
    readQuery(/\?([^#]*)/.exec(place)?.[1]?.replace(/[.,;:]$/, '') ?? '', at, statement);
    const path = withoutQuery(place);
    // One question is enough, however many there are.
    if (statement.path && statement.path.value !== path)
      statement.todos ??= [eitherOf('path', statement.path, { value: path, at })];
    statement.path ??= { value: path, at };
  }
  if (whole !== undefined && isUrl(whole))
    server(whole, method === null && isVersionBase(new URL(whole).pathname) ? '' : null, label, at, statement);
}

const withoutQuery = (path: string): string => path.split(/[?#]/)[0]?.replace(/[.,;:]$/, '') ?? path;

function host(value: string, label: string, at: string, statement: Statement): void {
  // The name of an environment may stand before a method with its address.
  const operation = endpoint(value);
  const whole = url.exec(operation?.place ?? value)?.[1];
  if (operation !== null) statement.method ??= { value: operation.method, at };
  if (whole !== undefined && isUrl(whole)) server(whole, operation === null ? '' : null, label, at, statement);
  else if (hostIn(value) !== null) server(`https://${hostIn(value)}`, '', label, at, statement);
}

/** A server whose path is all of its URL's (`null`), or none of it. */
export function server(address: string, path: '' | null, label: string, at: string, statement: Statement): void {
  const { origin, pathname: encoded, protocol, search } = new URL(address);
  // What the reader is to put in stays marked as such.
  const pathname = encoded.replace(/%7B/gi, '{').replace(/%7D/gi, '}').replace(/%3C/gi, '<').replace(/%3E/gi, '>');
  if (!/^https?:$/.test(protocol)) return;
  if (path === null) readQuery(search.replace(/[.,;:]$/, ''), at, statement);
  // A host alone is no address of an operation.
  const shown =
    path === null && pathname !== '/'
      ? { url: origin, path: withoutQuery(pathname) }
      : { url: address.replace(/\/+$/, '') };
  // A name that the reader is to put in is no host, and a path is one all the same.
  if (isPlaceholderHost(origin)) {
    if (shown.path !== undefined && shown.path !== '/') statement.path ??= { value: shown.path, at };
    return;
  }
  statement.servers.push({ ...shown, label, production: isProduction(label), at, origin: statement.origin });
}
