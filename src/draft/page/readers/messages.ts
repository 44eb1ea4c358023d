/** Sample requests and answers, written as JSON, as HTTP, or as a command. */

import { atPointer, isObject, type Json, lastKeyOf } from '../../../formats/json.ts';
import { isUrl } from '../../../formats/url.ts';
import { pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import type { Block } from '../blocks/blocks.ts';
import { type Context, contextOf } from '../blocks/heading-words.ts';
import { bodiesIn } from '../blocks/inline-bodies.ts';
import type { NoSample } from '../blocks/reading.ts';
import { tokens } from '../blocks/sides.ts';
import { statusOfCode } from '../words/body-codes.ts';
import { lettersOf } from '../words/spellings.ts';
import { statusesIn } from '../words/status-words.ts';
import { commandIn } from './commands.ts';
import { isDecodedToken } from './decoded-tokens.ts';
import { headersAsJson, messageInParts } from './headers-as-json.ts';
import { isList } from './listed-bodies.ts';
import { json } from './near-json.ts';
import { beginsAsJson, bodyOf, headerLine, placeholder, type Sample } from './sample-bodies.ts';
import { membersOf } from './samples.ts';

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

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

/** Lines that are headers and nothing else; null for any others. */
function headersIn(lines: string[]): [string, string][] | null {
  const headers = lines.flatMap((line): [string, string][] => {
    const [, name, value] = /^\s*([A-Za-z][\w-]*)(?:\s*:\s*|\s+[-–]\s+)(\S.*)$/.exec(line) ?? [];
    return name === undefined || value === undefined || /^["']/.test(value) ? [] : [[name, value.trim()]];
  });
  return headers.some(([name]) => /^(?:accept|authorization|[a-z]+-[a-z-]+)$/i.test(name)) &&
    headers.length === lines.filter((line) => line.trim() !== '').length
    ? headers
    : null;
}

/** Headers right above a body of JSON, as a message has them behind its first line; none where other lines stand there. */
function headedBody(lines: string[]): { headers: [string, string][]; text: string } | null {
  const at = lines.findIndex((line) => /^\s*\{/.test(line));
  const headers = at > 0 ? headersIn(lines.slice(0, at)) : null;
  return headers === null ? null : { headers, text: lines.slice(at).join('\n').trim() };
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

/** The only text of a block in one line, where it may be an address in quotes with each part of its query on a line. */
function onOneLine(text: string): string {
  const lines = text
    .replace(/^["']|["']$/g, '')
    .split('\n')
    .map((line) => line.trim());
  const goesOn = (line: string, index: number): boolean =>
    index === 0 || /^[?&]/.test(line) || /[?&]$/.test(lines[index - 1] ?? '');
  return lines.every(goesOn) ? lines.join('') : text;
}

/** Whether a query is that of a browser on its way to the log-in of a user (RFC 6749 4.1.1), or back from there. */
const isOfBrowser = (query: URLSearchParams): boolean =>
  query.has('response_type') || (query.has('code') && query.has('state'));

const grants = ['/access_token', '/accessToken', '/token', '/data/access_token', '/data/accessToken'];

/** The side that a body alone shows, by members that only one side has. */
function sideOf(body: Json): Sample['side'] | null {
  const has = (pointers: string[]): boolean => pointers.some((pointer) => atPointer(body, pointer) !== undefined);
  if (has(grants)) return 'response';
  return has(['/grant_type', '/grantType', '/client_secret', '/clientSecret']) ? 'request' : null;
}

/** The status that an answer without one has, where its body shows it. */
const statusIn = (body: Json): number | null => statusOfCode(atPointer(body, '/responseCode'));

/** Whether a value is the status of a refusal, as the member of a body that repeats it holds it. */
const isRefused = (value: Json | undefined): boolean =>
  typeof value === 'number' && Number.isInteger(value) && value >= 400 && value < 600;

const hasFault = (body: Json): boolean =>
  ['/error', '/errors', '/errorCode', '/error_code'].some((pointer) => atPointer(body, pointer)) ||
  ['/status', '/statusCode', '/status_code', '/code', '/kode'].some((pointer) => isRefused(atPointer(body, pointer)));

const refuses = (body: Json): boolean =>
  hasFault(body) && !grants.some((pointer) => atPointer(body, pointer) !== undefined);

/** Names of tokens that are granted: what is called `token` alone may be the one that was refused. */
const granted = tokens.filter((name) => name !== 'token');

/** Whether an answer holds a token at any place, and says nothing of a fault. */
const holdsToken = (body: Json): boolean =>
  !hasFault(body) &&
  membersOf(body, '').some(
    ({ pointer, example }) =>
      granted.includes(lettersOf(lastKeyOf(pointer))) && typeof example === 'string' && example.trim() !== '',
  );

/** The samples of a code block, or why it gives none. */
export function samplesIn(block: Extract<Block, { kind: 'code' }>, above: Context): Sample[] | NoSample {
  const at = /sample|example/i.test(block.title) ? block.title : `${block.title}, sample`;
  // Files of requests have comments before the first line.
  const text = block.text.trim().replace(/^(?:#[^\n]*\n)+(?=[A-Z]{3,6} )/, '');
  const lines = text.split('\n');
  const command = commandIn(text, at);
  if (command !== null) return command;
  if (startLine(lines[0] ?? '')) return httpMessages(lines, at);
  if (/^[\w.-]+=[^\s&]*(\s*&\s*[\w.-]+=[^\s&]*)+$/.test(text) && above.side !== 'response')
    return [{ side: 'request', at, headers: [], ...bodyOf(text) }];
  // An address alone is that of the request where its path speaks of tokens; others may be of anything.
  const place = onOneLine(text).replace(placeholder, '/');
  const { pathname = '', searchParams = null } =
    /^(?:https?:|\/)\S+$/.test(place) && isUrl(place, 'http://a') ? new URL(place, 'http://a') : {};
  if (searchParams !== null && isOfBrowser(searchParams) && above.side !== 'response')
    return [{ side: 'request', at, headers: [], method: 'GET', target: place }];
  if (/token|auth|login|session/i.test(pathname) && above.side !== 'response')
    return [{ side: 'request', at, headers: [], target: place }];
  const headers = headersIn(lines);
  // A block of HTTP without a first line shows the headers of what stands above it.
  const isOfHeaders =
    above.place === 'header' || (above.side === 'request' && /^https?$|^headers?$/i.test(block.language));
  if (headers !== null && isOfHeaders && above.side !== 'response') return [{ side: 'request', at, headers }];
  const parts = messageInParts(text);
  // What a script puts out may be what is sent.
  if (parts !== null && sideOf(parts.body) === 'request') return [{ side: 'request', at, ...parts, format: 'json' }];
  const headed = headedBody(lines) ?? { headers: [], text };
  const body = beginsAsJson(headed.text) ? json(headed.text) : undefined;
  if (body === undefined)
    return beginsAsJson(headed.text)
      ? { why: 'it begins as JSON does, and cannot be read as such', mayHold: true }
      : { why: `it is no JSON, HTTP or curl${block.language ? `, but ${block.language}` : ''}`, mayHold: false };
  if (!isObject(body))
    return { why: isList, mayHold: above.side !== null && Array.isArray(body) && body.some(isObject) };
  if (isDecodedToken(body)) return { why: 'it is a token that was decoded', mayHold: false };
  if ('openapi' in body || 'swagger' in body) return { why: 'it is a description, and is read as one', mayHold: false };
  const shown = headersAsJson(body, above, at);
  if (shown !== null) return shown;
  const own = contextOf(block.info);
  const side = own.side ?? above.side ?? sideOf(body);
  // A caption left behind may say one thing, and the body another.
  const isGrant = ['/access_token', '/accessToken'].some((pointer) => atPointer(body, pointer) !== undefined);
  if (
    side === null ||
    (side === 'request' && own.side === null && isGrant && sideOf(body) === 'response' && !('grant_type' in body))
  )
    return { why: 'nothing says whether it is a request or an answer', mayHold: true };
  if (side === 'request') return [{ side, at, headers: headed.headers, body, format: 'json' }];
  const isToken = holdsToken(body);
  const given = own.status ?? above.status;
  // An answer with a token is none of a refusal, whatever stands above it.
  const status = (isToken && (given ?? 0) >= 400 ? null : given) ?? statusIn(body);
  if (isToken && given !== null && given >= 400 && status === null)
    return { why: `it holds a token, and stands below the status ${given} of a refusal`, mayHold: true };
  if (status === null && !isToken && (above.error || own.error || refuses(body)))
    return { why: 'nothing says which status such an answer has', mayHold: true };
  return [
    {
      side,
      at,
      headers: headed.headers,
      body,
      format: 'json',
      status: status ?? 200,
      ...(status === null ? { assumed: true } : {}),
      ...wordsAbove([block.info, above.partial ?? ''], status),
    },
  ];
}

/** The clause of a sentence that says when, of something by its name. */
const conditional = pattern`\b${word.when}\b[^,:;]*\`[^,:;]*`;

/** What the sentence before a refusal says of when there is one: `If the \`key\` is wrong, we answer 401 with:`. */
function wordsAbove(captions: string[], status: number | null): { words?: string } {
  if (status === null || status < 400) return {};
  const said = captions.find((one) => statusesIn(one).join() === String(status)) ?? '';
  const [words = ''] = conditional.exec(said) ?? [];
  return words === '' || statusesIn(words).length > 0 ? {} : { words: words.trim() };
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
