/** Decodes bytes to text: by their byte order mark, their declared charset, and their content. */
import { isAscii } from 'node:buffer';
import { headerValues, type Response } from '../exchange.ts';
import { decodeIn } from './decoder.ts';

const read = new WeakMap<Uint8Array, { contentType: string | undefined; text: string | null }>();

/** The decoded text of some bytes, kept for the next call; null where the charset is unknown. */
export function decodeText(bytes: Uint8Array, contentType: string | undefined): string | null {
  const before = read.get(bytes);
  if (before && before.contentType === contentType) return before.text;
  const text = decode(bytes, contentType);
  read.set(bytes, { contentType, text });
  return text;
}

/** The text of the body of an answer, or its bytes as characters where it is not text. */
export function bodyText(response: Response): string {
  const [type] = headerValues(response, 'Content-Type');
  return decodeText(response.body, type) ?? response.body.toString('latin1');
}

function decode(bytes: Uint8Array, contentType: string | undefined): string | null {
  const { declared, bom } = charsetOf(bytes, contentType);
  if (bom !== null) return decodeAs(bom, bytes);
  const utf8 = decodeAs('utf-8', bytes);
  // A page may declare UTF-8 under another name; bytes that are valid UTF-8 beyond ASCII are almost never anything
  // else.
  const ascii = utf8 !== null && isAscii(bytes);
  if (utf8 !== null && !isWide(bytes) && (!ascii || declared === null || isAsciiLike(declared)))
    return isReadable(utf8) ? utf8 : null;
  if (declared !== null && declared !== 'utf-8') {
    const text = decodeAs(declared, bytes);
    return text !== null && isReadable(text) ? text : null;
  }
  const guessed = decodeAs(isWide(bytes) ?? 'windows-1252', bytes);
  return guessed !== null && isReadable(guessed) ? guessed : null;
}

function charsetOf(bytes: Uint8Array, contentType = ''): { declared: string | null; bom: string | null } {
  const [first, second, third] = bytes;
  let bom: string | null = null;
  if (first === 0xef && second === 0xbb && third === 0xbf) bom = 'utf-8';
  else if (first === 0xff && second === 0xfe) bom = 'utf-16le';
  else if (first === 0xfe && second === 0xff) bom = 'utf-16be';
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 1024)).toString('latin1');
  const within = /^\s*</.test(start) ? /(?:charset|encoding)\s*=\s*["']?([\w.:-]+)/i.exec(start) : null;
  const [, name] = /;\s*charset\s*=\s*["']?([\w.:-]+)/i.exec(contentType) ?? within ?? [];
  return { declared: name?.toLowerCase() ?? null, bom };
}

function decodeAs(charset: string, bytes: Uint8Array): string | null {
  try {
    return decodeIn(charset, bytes, { fatal: true });
  } catch {
    return null;
  }
}

/** Whether ASCII texts are the same in a charset. In UTF-7, UTF-16, EBCDIC and unknown charsets they are not. */
function isAsciiLike(charset: string): boolean {
  if (/utf-?8/.test(charset)) return true;
  try {
    return decodeIn(charset, Uint8Array.from([0x41, 0x2b])) === 'A+';
  } catch {
    return false;
  }
}

/** The form of UTF-16 that bytes without a mark have, judged by the positions of their zeros; null for neither. */
function isWide(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes.length < 4 || bytes.length % 2 !== 0) return null;
  let [even, odd] = [0, 0];
  for (let at = 0; at < bytes.length; at += 2) {
    if (bytes[at] === 0) even++;
    if (bytes[at + 1] === 0) odd++;
  }
  if (odd * 4 >= bytes.length && even * 8 < odd) return 'utf-16le';
  return even * 4 >= bytes.length && odd * 8 < even ? 'utf-16be' : null;
}

/** Whether a text is readable: it has few control characters. */
function isReadable(text: string): boolean {
  let strange = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if ((unit < 32 && (unit < 9 || unit > 13) && unit !== 27) || unit === 127) strange++;
  }
  return strange * 20 <= text.length || strange <= 2;
}
