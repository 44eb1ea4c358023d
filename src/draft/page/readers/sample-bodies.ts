/** A sample of a message, and the body that a text is. */
import type { Json } from '../../../formats/json.ts';
import { json } from './near-json.ts';

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
  /** What the sentence before it says of when it is answered. */
  words?: string;
  headers: [string, string][];
  /** Body as JSON; the members of a form as strings. */
  body?: Json;
  format?: 'json' | 'form';
}

/** Whether a text begins as JSON does, comments before it included; a name between braces stands for a value. */
export const beginsAsJson = (text: string): boolean =>
  !/^\s*\{{1,2}\w+\}/.test(text) && /^(?:\s*\/\/[^\n]*\n|\s*\/\*[^*]*\*\/)*\s*[{[]/.test(text);

/** A body as JSON or as a form; nothing where it is neither. */
export function bodyOf(text: string): Pick<Sample, 'body' | 'format'> {
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

/** A line that is a header; null for any other. */
export const headerLine = (line: string): [string, string] | null => {
  const [, name = '', value = ''] = /^([A-Za-z][A-Za-z0-9-]*) ?:\s([\s\S]*)$/.exec(line) ?? [];
  return name === '' ? null : [name, value.trim()];
};

/** A placeholder for the host in a sample: `{{base_url}}/`, `$HOST/`, `<host>/`. */
export const placeholder = /^(?:https?:\/\/)?(?:\.{1,3}|\{\{[^}]*\}\}|\{[^}]*\}|\$\{?\w+\}?|<[^>]*>)\//;
