/** Reads the body of an answer as JSON, or says why it cannot be read. Pure. */

import type { Json } from '../formats/json.ts';
import { parseJson } from '../formats/json.ts';
import { headerValues, type Response } from './exchange.ts';
import { mediaType } from './headers.ts';

/** A body as JSON; `fault` is null where it could be read, and then `json` is given. */
export interface ReadBody {
  json: Json | undefined;
  fault: string | null;
}

/** The fault of a text that is not JSON at all; the gate shows the text itself. */
export const notJson = 'a body that is no JSON';

/** Deepest nesting of a JSON body that is read. No provider comes near it, and deeper bodies cost time and stack. */
export const mostDepth = 200;

/** The depth at which a text ends, infinite beyond `mostDepth`, and whether it ends within a string. */
function nesting(body: Buffer): { depth: number; quoted: boolean } {
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < body.length; at++) {
    const byte = body[at];
    if (quoted) {
      if (byte === 0x5c) at++;
      else if (byte === 0x22) quoted = false;
    } else if (byte === 0x22) quoted = true;
    else if (byte === 0x5b || byte === 0x7b) depth++;
    else if (byte === 0x5d || byte === 0x7d) depth--;
    if (depth > mostDepth) return { depth: Number.POSITIVE_INFINITY, quoted };
  }
  return { depth, quoted };
}

const startsWith = (body: Buffer, ...bytes: number[]): boolean => bytes.every((byte, at) => body[at] === byte);

/** The encoding that the first bytes show, where it is not plain UTF-8 (RFC 8259, section 8.1). */
function otherEncoding(body: Buffer): string | null {
  if (startsWith(body, 0xef, 0xbb, 0xbf)) return 'a byte order mark before the JSON (RFC 8259, section 8.1)';
  const wide = startsWith(body, 0xff, 0xfe) || startsWith(body, 0xfe, 0xff);
  return wide || (body.length > 1 && (body[0] === 0 || body[1] === 0))
    ? 'a body in UTF-16 or UTF-32, and not in UTF-8 (RFC 8259, section 8.1)'
    : null;
}

function utf8(body: Buffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(body);
  } catch {
    return null;
  }
}

const read = new WeakMap<Buffer, { charset: string | undefined; result: ReadBody }>();

/** The body as JSON, parsed once: tokens are learned from it, and it is recorded and judged. */
function parsed(body: Buffer, charset: string | undefined): ReadBody {
  const before = read.get(body);
  // Only a fault needs the charset.
  if (before && (before.charset === charset || before.result.fault === null)) return before.result;
  const result = parse(body, charset);
  read.set(body, { charset, result });
  return result;
}

function parse(body: Buffer, charset: string | undefined): ReadBody {
  const fault = (text: string): ReadBody => ({ json: undefined, fault: text });
  if (body.length === 0) return fault('an empty body');
  const encoding = otherEncoding(body);
  if (encoding !== null) return fault(encoding);
  const text = utf8(body);
  if (text === null)
    return fault(`a body that is not UTF-8${charset ? `, its charset being ${charset}` : ''} (RFC 8259, section 8.1)`);
  const { depth, quoted } = nesting(body);
  if (depth === Number.POSITIVE_INFINITY) return fault(`JSON nested deeper than ${mostDepth} levels`);
  try {
    return { json: parseJson(text), fault: null };
  } catch {
    const cut = /^\s*[{[]/.test(text) && (depth > 0 || quoted);
    return fault(cut ? 'JSON that ends before it is complete' : notJson);
  }
}

/** The body of an answer as JSON, or why it is not JSON, in our own words. */
export function readBody(response: Response): ReadBody {
  if (response.bodyFault !== null) return { json: undefined, fault: response.bodyFault };
  return parsed(response.body, mediaType(headerValues(response, 'Content-Type'))?.parameters['charset']);
}

/** Bytes as JSON; undefined when they are not JSON, or nested too deeply. */
export function jsonOf(body: Buffer): Json | undefined {
  return parsed(body, undefined).json;
}
