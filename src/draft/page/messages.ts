/** Sample requests and answers, written as JSON, as HTTP, or as a curl command. */
import { atPointer, isObject, type Json } from '../../formats/json.ts';
import { isUrl } from '../../formats/url.ts';
import { basicOf } from './basic-pair.ts';
import type { Block } from './blocks.ts';
import { curlArguments } from './curl-arguments.ts';
import { type Context, contextOf } from './heading-words.ts';
import { bodiesIn } from './inline-bodies.ts';
import { isList } from './listed-bodies.ts';
import { json } from './near-json.ts';
import type { NoSample } from './reading.ts';
import { wordsOf } from './shell-words.ts';

/** One sample of a page. */
export interface Sample {
  side: 'request' | 'response';
  at: string;
  method?: string;
  /** Path, or whole URL where the sample gives one. */
  target?: string;
  status?: number;
  /** The page names no status for it. */
  assumed?: true;
  headers: [string, string][];
  /** Body as JSON; the members of a form as strings. */
  body?: Json;
  format?: 'json' | 'form';
}

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

/** A name between braces, which stands for a value, begins no JSON. */
const beginsAsJson = (text: string): boolean =>
  !/^\s*\{{1,2}\w+\}/.test(text) && /^(?:\s*\/\/[^\n]*\n|\s*\/\*[^*]*\*\/)*\s*[{[]/.test(text);

/** A body as JSON or as a form; nothing where it is neither. */
function bodyOf(text: string): Pick<Sample, 'body' | 'format'> {
  const trimmed = text.trim();
  const parsed = beginsAsJson(trimmed) ? json(trimmed) : undefined;
  if (parsed !== undefined) return { body: parsed, format: 'json' };
  const form = new URLSearchParams(trimmed.split(/\s*&\s*/).join('&'));
  // A value may be left to the reader.
  const filled = trimmed.replace(/=\{{1,2}[^{}"\n]*\}{1,2}/g, '=');
  // A name of a form holds no space: lines that are none hold such a sign as well.
  const isForm = trimmed.includes('=') && !filled.includes('{') && ![...form.keys()].some((key) => /\s/.test(key));
  return isForm ? { body: Object.fromEntries(form), format: 'form' } : {};
}

const beginsMessage = RegExp(`^(?:HTTP/|(?:${methods.join('|')}) )`);

function startLine(line: string, whole = false): Pick<Sample, 'side' | 'method' | 'target' | 'status'> | null {
  const text = line.trim();
  // Most lines begin no message.
  if (!beginsMessage.test(text)) return null;
  const [first = '', target = '', third = ''] = text.split(' ');
  // The base of an address may be left to the reader.
  const second = target.replace(/^\{{1,2}[^{}]{1,30}\}{1,2}(?=\/)/, '');
  if (first.startsWith('HTTP/')) return Number(second) > 99 ? { side: 'response', status: Number(second) } : null;
  return methods.includes(first) &&
    (third.startsWith('HTTP/') || (!whole && third === '' && /^(\/|https?:\/\/)/.test(second)))
    ? { side: 'request', method: first, target: second }
    : null;
}

const headerLine = (line: string): [string, string] | null => {
  const [, name = '', value = ''] = /^([A-Za-z][A-Za-z0-9-]*) ?:\s([\s\S]*)$/.exec(line) ?? [];
  return name === '' ? null : [name, value.trim()];
};

/** Lines that are headers and nothing else; null for any others. */
function headersIn(lines: string[]): [string, string][] | null {
  const headers = lines.flatMap((line): [string, string][] => {
    const [, name, value] = /^\s*([A-Za-z][A-Za-z0-9-]*)(?:\s*:\s*|\s+[-–]\s+)(\S.*)$/.exec(line) ?? [];
    return name === undefined || value === undefined || /^["']/.test(value) ? [] : [[name, value.trim()]];
  });
  return headers.some(([name]) => /^(?:accept|authorization|[a-z]+-[a-z-]+)$/i.test(name)) &&
    headers.length === lines.filter((line) => line.trim() !== '').length
    ? headers
    : null;
}

/** The HTTP messages in consecutive lines; the empty line before a body may be lost. */
function httpMessages(lines: string[], at: string, whole = false): Sample[] {
  const samples: Sample[] = [];
  let body: string[] = [];
  let current: Sample | null = null;
  const flush = (): void => {
    if (current) samples.push({ ...current, ...bodyOf(body.join('\n')) });
    current = null;
    body = [];
  };
  for (const line of lines) {
    const start = startLine(line, whole);
    if (start) {
      flush();
      current = { ...start, at, headers: [] };
    } else if (current) {
      // The version of HTTP may stand on a line of its own below the address.
      if (/^\s*HTTP\/\d(?:\.\d)?\s*$/.test(line) && current.headers.length + body.length === 0) continue;
      const header = body.length === 0 ? headerLine(line) : null;
      if (header) current.headers.push(header);
      else if (line.trim() !== '') body.push(line);
    }
  }
  flush();
  return samples;
}

/** A placeholder for the host in a sample: `{{base_url}}/`, `$HOST/`, `<host>/`. */
const placeholder = /^(?:https?:\/\/)?(?:\.{1,3}|\{\{[^}]*\}\}|\{[^}]*\}|\$\{?\w+\}?|<[^>]*>)\//;

/** A curl command as the request it sends. */
function curl(command: string, at: string): Sample | null {
  const { words, isClosed } = wordsOf(command);
  const { positionals, many } = curlArguments(words.slice(1));
  const given =
    many('url').at(-1) ?? positionals.find((word) => (/^https?:/i.test(word) && isUrl(word)) || placeholder.test(word));
  if (given === undefined) return null;
  // The host of a sample may be left to the reader.
  const target = given.replace(placeholder, '/');
  const data = (['data', 'data-raw', 'data-binary', 'data-urlencode', 'json'] as const).flatMap(many);
  const parts = many('form');
  const headers = many('header').flatMap((line) => {
    const header = headerLine(line);
    return header ? [header] : [];
  });
  const [user = /^https?:\/\/([^/@:\s]*:[^/@\s]*)@/i.exec(target)?.[1]] = many('user');
  if (user !== undefined) headers.push(['Authorization', basicOf(user)]);
  if (many('json').length > 0) headers.push(['Content-Type', 'application/json']);
  if (parts.length > 0) headers.push(['Content-Type', 'multipart/form-data']);
  // Behind a quotation mark that is not closed there may be a body.
  const unsaid = isClosed ? 'GET' : undefined;
  const method = many('request').at(-1) ?? (data.length + parts.length > 0 ? 'POST' : unsaid);
  const body = bodyOf([...data, ...parts].join('&'));
  // Without another word curl says that what it sends is a form.
  const labelled = headers.some(([name]) => name.toLowerCase() === 'content-type');
  if (body.format === 'form' && !labelled) headers.push(['Content-Type', 'application/x-www-form-urlencoded']);
  return { side: 'request', at, ...(method === undefined ? {} : { method }), target, headers, ...body };
}

const grants = ['/access_token', '/accessToken', '/token', '/data/access_token', '/data/accessToken'];

/** The side that a body alone shows, by members that only one side has. */
function sideOf(body: Json): Sample['side'] | null {
  const has = (pointers: string[]): boolean => pointers.some((pointer) => atPointer(body, pointer) !== undefined);
  if (has(grants)) return 'response';
  return has(['/grant_type', '/grantType', '/client_secret', '/clientSecret']) ? 'request' : null;
}

/** The status that an answer without one has, where its body shows it: a response code of BI SNAP begins with it. */
function statusIn(body: Json): number | null {
  const code = atPointer(body, '/responseCode');
  return typeof code === 'string' && /^[2-5]\d{6}$/.test(code) ? Number(code.slice(0, 3)) : null;
}

const refuses = (body: Json): boolean =>
  ['/error', '/errors', '/errorCode', '/error_code'].some((pointer) => atPointer(body, pointer)) &&
  !grants.some((pointer) => atPointer(body, pointer) !== undefined);

/** The samples of a code block, or why it gives none. */
export function samplesIn(block: Extract<Block, { kind: 'code' }>, above: Context): Sample[] | NoSample {
  const at = /sample|example/i.test(block.title) ? block.title : `${block.title}, sample`;
  // Files of requests have comments before the first line.
  const text = block.text.trim().replace(/^(?:#[^\n]*\n)+(?=[A-Z]{3,6} )/, '');
  const lines = text.split('\n');
  if (/^\$?\s*curl\s/.test(text)) {
    const sample = curl(text.replace(/^\$\s*/, ''), at);
    return sample ? [sample] : { why: 'the curl command names no address', mayHold: true };
  }
  if (startLine(lines[0] ?? '')) return httpMessages(lines, at);
  if (/^[\w.-]+=[^\s&]*(\s*&\s*[\w.-]+=[^\s&]*)+$/.test(text) && above.side !== 'response')
    return [{ side: 'request', at, headers: [], ...bodyOf(text) }];
  // An address alone is that of the request where its path speaks of tokens; others may be of anything.
  const place = text.replace(placeholder, '/');
  const { pathname = '' } =
    /^(?:https?:|\/)\S+$/.test(place) && isUrl(place, 'http://a') ? new URL(place, 'http://a') : {};
  if (/token|auth|login|session/i.test(pathname) && above.side !== 'response')
    return [{ side: 'request', at, headers: [], target: place }];
  const headers = headersIn(lines);
  if (headers !== null && above.place === 'header' && above.side !== 'response')
    return [{ side: 'request', at, headers }];
  const body = beginsAsJson(text) ? json(text) : undefined;
  if (body === undefined)
    return beginsAsJson(text)
      ? { why: 'it begins as JSON does, and cannot be read as such', mayHold: true }
      : { why: `it is no JSON, HTTP or curl${block.language ? `, but ${block.language}` : ''}`, mayHold: false };
  if (!isObject(body))
    return { why: isList, mayHold: above.side !== null && Array.isArray(body) && body.some(isObject) };
  if ('openapi' in body || 'swagger' in body) return { why: 'it is a description, and is read as one', mayHold: false };
  const own = contextOf(block.info);
  const side = own.side ?? above.side ?? sideOf(body);
  // A caption left behind may say one thing, and the body another.
  const isGrant = ['/access_token', '/accessToken'].some((pointer) => atPointer(body, pointer) !== undefined);
  if (
    side === null ||
    (side === 'request' && own.side === null && isGrant && sideOf(body) === 'response' && !('grant_type' in body))
  )
    return { why: 'nothing says whether it is a request or an answer', mayHold: true };
  if (side === 'request') return [{ side, at, headers: [], body, format: 'json' }];
  const status = own.status ?? above.status ?? statusIn(body);
  if (status === null && (above.error || own.error || refuses(body)))
    return { why: 'nothing says which status such an answer has', mayHold: true };
  return [
    {
      side,
      at,
      headers: [],
      body,
      format: 'json',
      status: status ?? 200,
      ...(status === null ? { assumed: true } : {}),
    },
  ];
}

/**
 * Messages in lines of text, and bodies inside of them: the heading between two messages of a copied page is a caption,
 * and their lines stay apart by it.
 */
export function messagesIn(block: Extract<Block, { kind: 'lines' }>, above: Context): Sample[] {
  const { title, line } = block;
  const marked = block.lines.filter((words) => words.includes('`'));
  const inline = marked.flatMap((words) =>
    bodiesIn(words, above).flatMap(({ text, info, context }): Sample[] => {
      const found = samplesIn({ kind: 'code', title, line, language: 'json', info, text }, context);
      return 'why' in found ? [] : found;
    }),
  );
  return [...httpMessages(block.lines, title, true), ...inline];
}
