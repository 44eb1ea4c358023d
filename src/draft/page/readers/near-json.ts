/** JSON as people write it on pages. */
import json5 from 'json5';
import { type Json, parseJson } from '../../../formats/json.ts';

/** A long value without spaces that goes on on the next lines, as a page breaks a token. */
const broken = /"[\w+/=.~:-]{8,}(?:\n[ \t]*[\w+/=.~:-]+)+"/g;

/** What people write where JSON is meant: curly quotes, and dots for what is left out. */
const plainer = (text: string): string =>
  text
    .replace(/[“”„]/g, '"')
    .replace(/[‘’]/g, "'")
    .replace(/\u00a0/g, ' ')
    .replace(broken, (whole) => whole.replace(/\s+/g, ''))
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
