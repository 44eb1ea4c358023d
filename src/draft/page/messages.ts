/** Sample requests and answers, written as JSON, as HTTP, or as a curl command. */

import { parseArgs } from 'node:util';
import { parse as parseShell } from 'shell-quote';
import type { Json } from '../../formats/json.ts';
import { parseJson } from '../../formats/json.ts';
import type { Block } from './page.ts';
import { contextOf } from './tables.ts';

/** One sample of a page. */
export interface Sample {
  side: 'request' | 'response';
  at: string;
  method?: string;
  /** Path, or whole URL where the sample gives one. */
  target?: string;
  status?: number;
  headers: [string, string][];
  /** Body as JSON; the members of a form as strings. */
  body?: Json;
  format?: 'json' | 'form';
}

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

function json(text: string): Json | undefined {
  try {
    return parseJson(text);
  } catch {
    return undefined;
  }
}

/** A body as JSON or as a form; nothing where it is neither. */
function bodyOf(text: string): Pick<Sample, 'body' | 'format'> {
  const trimmed = text.trim();
  const parsed = trimmed.startsWith('{') ? json(trimmed) : undefined;
  if (parsed !== undefined) return { body: parsed, format: 'json' };
  const form = new URLSearchParams(trimmed.split(/\s*&\s*/).join('&'));
  return trimmed.includes('=') && !trimmed.includes('{') ? { body: Object.fromEntries(form), format: 'form' } : {};
}

function startLine(line: string): Pick<Sample, 'side' | 'method' | 'target' | 'status'> | null {
  const [first = '', second = '', third = ''] = line.trim().split(' ');
  if (first.startsWith('HTTP/')) return Number(second) > 99 ? { side: 'response', status: Number(second) } : null;
  return methods.includes(first) && (third.startsWith('HTTP/') || (third === '' && second.startsWith('/')))
    ? { side: 'request', method: first, target: second }
    : null;
}

const headerLine = (line: string): [string, string] | null => {
  const colon = line.indexOf(': ');
  const name = line.slice(0, Math.max(colon, 0));
  return colon > 0 && /^[A-Za-z][A-Za-z0-9-]*$/.test(name) ? [name, line.slice(colon + 2).trim()] : null;
};

/** The HTTP messages in consecutive lines; the empty line before a body may be lost. */
function httpMessages(lines: string[], at: string): Sample[] {
  const samples: Sample[] = [];
  let body: string[] = [];
  let current: Sample | null = null;
  const flush = (): void => {
    if (current) samples.push({ ...current, ...bodyOf(body.join('\n')) });
    current = null;
    body = [];
  };
  for (const line of lines) {
    const start = startLine(line);
    if (start) {
      flush();
      current = { ...start, at, headers: [] };
    } else if (current) {
      const header = body.length === 0 ? headerLine(line) : null;
      if (header) current.headers.push(header);
      else if (line.trim() !== '') body.push(line);
    }
  }
  flush();
  return samples;
}

const curlOptions = {
  request: { type: 'string', short: 'X' },
  header: { type: 'string', short: 'H', multiple: true },
  data: { type: 'string', short: 'd', multiple: true },
  'data-raw': { type: 'string', multiple: true },
  'data-urlencode': { type: 'string', multiple: true },
  user: { type: 'string', short: 'u' },
  url: { type: 'string' },
} as const;

/** A curl command as the request it sends. */
function curl(command: string, at: string): Sample | null {
  const words = parseShell(command.replaceAll('\\\n', ' ')).map((word) =>
    typeof word === 'string' ? word : 'pattern' in word ? word.pattern : '',
  );
  const { values, positionals } = parseArgs({
    args: words.slice(1),
    options: curlOptions,
    strict: false,
    allowPositionals: true,
  });
  const many = (name: keyof typeof curlOptions): string[] => {
    const value = values[name];
    return (Array.isArray(value) ? value : [value]).filter((one): one is string => typeof one === 'string');
  };
  const target = many('url')[0] ?? positionals.find((word) => URL.canParse(word));
  if (target === undefined) return null;
  const data = [...many('data'), ...many('data-raw'), ...many('data-urlencode')];
  const headers = many('header').flatMap((line) => {
    const header = headerLine(line);
    return header ? [header] : [];
  });
  if (many('user').length > 0) headers.push(['Authorization', 'Basic of user and password']);
  const method = many('request')[0] ?? (data.length > 0 ? 'POST' : 'GET');
  return { side: 'request', at, method, target, headers, ...bodyOf(data.join('&')) };
}

function fromCode(block: Extract<Block, { kind: 'code' }>, at: string): Sample[] {
  const text = block.text.trim();
  const lines = text.split('\n');
  if (text.startsWith('curl ')) {
    const sample = curl(text, at);
    return sample ? [sample] : [];
  }
  if (startLine(lines[0] ?? '')) return httpMessages(lines, at);
  const body = text.startsWith('{') ? json(text) : undefined;
  if (body === undefined || (typeof body === 'object' && body !== null && 'openapi' in body)) return [];
  const context = contextOf(`${block.title} ${block.info}`);
  if (context.side === null) return [];
  const status = context.status ?? (context.error ? undefined : 200);
  return [
    {
      side: context.side,
      at,
      headers: [],
      body,
      format: 'json',
      ...(context.side === 'response' && status !== undefined ? { status } : {}),
    },
  ];
}

const telling = /sample|example/i;

/** Every sample of a page, in reading order. */
export function samplesOf(blocks: Block[]): Sample[] {
  // The heading between two messages of a copied page is a caption; their lines stay apart by it.
  return blocks.flatMap((block) => {
    if (block.kind === 'code')
      return fromCode(block, telling.test(block.title) ? block.title : `${block.title}, sample`);
    return block.kind === 'lines' ? httpMessages(block.lines, block.title) : [];
  });
}
