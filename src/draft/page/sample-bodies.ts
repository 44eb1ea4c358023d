/** A sample of a message, and the body that a text is. */
import json5 from 'json5';
import { type Json, parseJson } from '../../formats/json.ts';

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

/** What people write where JSON is meant: curly quotes, and dots for what is left out. */
const plainer = (text: string): string =>
  text
    .replace(/[“”„]/g, '"')
    .replace(/[‘’]/g, "'")
    .replace(/\u00a0/g, ' ')
    .replace(/,?\s*(?:\.\.\.|…)\s*(?=[,}\]])/g, '');

/** A text that is JSON, or nearly so: with comments, commas too many, or names without quotes. */
export function json(text: string): Json | undefined {
  try {
    return parseJson(text);
  } catch {
    try {
      return parseJson(JSON.stringify(json5.parse(plainer(text))));
    } catch {
      return undefined;
    }
  }
}

/** Whether a text begins as JSON does, comments before it included. */
export const beginsAsJson = (text: string): boolean => /^(?:\s*\/\/[^\n]*\n|\s*\/\*[^*]*\*\/)*\s*[{[]/.test(text);

/** A body as JSON or as a form; nothing where it is neither. */
export function bodyOf(text: string): Pick<Sample, 'body' | 'format'> {
  const trimmed = text.trim();
  const parsed = beginsAsJson(trimmed) ? json(trimmed) : undefined;
  if (parsed !== undefined) return { body: parsed, format: 'json' };
  const form = new URLSearchParams(trimmed.split(/\s*&\s*/).join('&'));
  // A value may be left to the reader.
  const filled = trimmed.replace(/=\{{1,2}[^{}"\n]*\}{1,2}/g, '=');
  return trimmed.includes('=') && !filled.includes('{') ? { body: Object.fromEntries(form), format: 'form' } : {};
}

/** A line that is a header; null for any other. */
export const headerLine = (line: string): [string, string] | null => {
  const colon = line.indexOf(': ');
  const name = line.slice(0, Math.max(colon, 0));
  return colon > 0 && /^[A-Za-z][A-Za-z0-9-]*$/.test(name) ? [name, line.slice(colon + 2).trim()] : null;
};

/** A placeholder for the host in a sample: `{{base_url}}/`, `$HOST/`, `<host>/`. */
export const placeholder = /^(?:https?:\/\/)?(?:\.{1,3}|\{\{[^}]*\}\}|\{[^}]*\}|\$\{?\w+\}?|<[^>]*>)\//;
