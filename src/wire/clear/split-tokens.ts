/** Tokens that are known by their form though markup, blanks or other signs split them. */
import { isObject, parseJson } from '../../formats/json.ts';
import { type Compact, folded, release } from './compact.ts';
import { isKeyLike } from './guess.ts';
import { controlEnd, createMarkup } from './markup.ts';
import { beginnings, isTokenPart } from './token-form.ts';
import { textOf, type View } from './view.ts';

const [dot, less, letterE, letterV] = [...'.<ev'].map((one) => one.charCodeAt(0));

const paseto = /^v[1-4]\.(?:local|public)\./;

/** Within so many characters of a token the first gap is, as in the lines of a mail; a later one may follow the token. */
const firstGapWithin = 80;
/** Longest header and longest gap that are read. */
const longestHeader = 4096;
const longestGap = 4096;
/** Fewest characters after the head of a PASETO: its payload has 32 bytes or more. */
const leastPayload = 40;

/** Units that are read in any text, and as many as could be read while one header that is no JSON is parsed. */
const [leastWork, faultWork] = [1 << 16, 1 << 10];

/** A token without what splits it, and its place. */
export interface SplitToken {
  value: string;
  start: number;
  end: number;
}

/** The place of what splits a token. */
interface Gap {
  start: number;
  end: number;
}

/** The beginning and the end of a header, and a name that it has: without them it is none. */
const isLikeHeader = /^\s*\{\s*"(?=[\s\S]*(?:alg|\\u))[\s\S]*\}\s*$/;

/**
 * Segments of a token with this head, which is all before its first dot; 0 where it is none. Calls back where it looks
 * like one and is no JSON.
 */
export function segmentsOf(head: string, onFault = (): void => {}): number {
  if (/^v[1-4]$/.test(head)) return 4;
  const text = Buffer.from(head, 'base64url').toString();
  // To throw an error for each of many heads that are none would take seconds.
  if (!isLikeHeader.test(text)) return 0;
  try {
    const header = parseJson(text);
    if (!isObject(header) || !('alg' in header)) return 0;
    // RFC 7516, section 9: only the header of a JWE has an encryption.
    return 'enc' in header ? 5 : 3;
  } catch {
    onFault();
    return 0;
  }
}

const isPayload = (text: string): boolean => text.length >= leastPayload && isKeyLike(text);

/** Whether a text whose head was recognised is a token: what begins as a PASETO may be a version in a path. */
function isToken(value: string): boolean {
  if (!value.startsWith('v')) return value.includes('.');
  const head = paseto.exec(value);
  return head !== null && isPayload(value.slice(head[0].length));
}

/** Reads the tokens of one view. */
class SplitTokens {
  private readonly units: Uint16Array;
  private readonly length: number;
  /** Where the tag that begins at a place ends. */
  private readonly tagEnd: (at: number) => number;
  /** A text that begins many tokens and ends none is not read further: nobody knows what it holds. */
  private left: number;

  constructor({ units, length }: View, tagEnd: (at: number) => number) {
    [this.units, this.length, this.tagEnd, this.left] = [units, length, tagEnd, Math.max(leastWork, length * 4)];
  }

  /** Whether all was read. */
  run(take: (token: SplitToken) => boolean): boolean {
    let gap = 0;
    for (let at = 0; at < this.length; at++) {
      const first = this.units[at];
      if (first !== letterE && first !== letterV) continue;
      while (gap < this.length && (gap < at || this.isPart(gap))) gap++;
      if (gap - at > firstGapWithin || !this.mayBegin(at)) continue;
      const token = this.tokenAt(at);
      if (this.left < 0) return false;
      if (!token) continue;
      if (!take(token)) return false;
      at = token.end - 1;
    }
    return true;
  }

  /** Whether the first three characters of a token are there. */
  private mayBegin(at: number): boolean {
    const { units } = this;
    const second = this.gapEnd(at + 1);
    const [one, two] = [units[at] ?? 0, units[second] ?? 0];
    // Most words that begin with the first letter of a token go on otherwise.
    if (!beginnings.some((three) => three[0] === one && three[1] === two)) return false;
    const third = units[this.gapEnd(second + 1)];
    return beginnings.some((three) => three[0] === one && three[1] === two && three[2] === third);
  }

  private isPart(at: number): boolean {
    const unit = this.units[at] ?? 0;
    return isTokenPart(unit) || unit === dot;
  }

  private gapEnd(start: number): number {
    const most = Math.min(this.length, start + longestGap);
    let end = start;
    while (end < most && !this.isPart(end)) {
      const past = this.units[end] === less ? this.tagEnd(end) : controlEnd(this.units, this.length, end);
      end = Math.max(past, end + 1);
    }
    this.left -= end - start;
    return end;
  }

  private isSame(start: number, end: number, other: Gap): boolean {
    if (end - start !== other.end - other.start) return false;
    for (let at = start; at < end; at++) if (this.units[at] !== this.units[other.start + at - start]) return false;
    return true;
  }

  /** The text of some pieces. */
  private join(pieces: readonly Gap[]): string {
    return pieces.map((piece) => textOf(this.units.subarray(piece.start, piece.end))).join('');
  }

  private tokenAt(start: number): SplitToken | null {
    // What was read so far, without gaps; its pieces are joined only where it may be a token.
    let piece: Gap = { start, end: start };
    const pieces = [piece];
    let [length, dots, segments, longest] = [0, 0, 0, 0];
    let gap: Gap | null = null;
    // What was read when the last gap began.
    let before = { length: 0, dots: 0 };
    for (let at = start; at < this.length && this.left-- >= 0; ) {
      if (!this.isPart(at)) {
        const next = this.gapEnd(at);
        // What follows the last segment is the text after the token.
        if (!gap && dots > 0 && dots === segments - 1) return null;
        gap ??= { start: at, end: next };
        if (!this.isSame(at, next, gap)) break;
        longest = Math.max(longest, length - before.length);
        before = { length, dots };
        piece = { start: next, end: next };
        pieces.push(piece);
        at = next;
        continue;
      }
      if (this.units[at] === dot) {
        if (dots === 0) segments = segmentsOf(this.join(pieces), () => (this.left -= faultWork));
        if (segments === 0) return null;
        if (++dots === segments) break;
      }
      if ((!gap && length >= firstGapWithin) || (dots === 0 && length >= longestHeader)) return null;
      length++;
      piece.end = ++at;
      // A run of the last segment that is longer than every other one is the next word of the text.
      if (before.dots < 2 || length - before.length <= longest) continue;
      pieces.pop();
      break;
    }
    const value = gap ? this.join(pieces) : '';
    return gap && isToken(value)
      ? { value, start, end: pieces.findLast((one) => one.end > one.start)?.end ?? start }
      : null;
  }
}

/** Calls back for each split token until it answers no; one and the same text splits all of a token. Returns whether all was read. */
export function eachSplitToken(view: View, take: (token: SplitToken) => boolean): boolean {
  let plain: Compact | null = null;
  let markup: ((at: number) => number) | null = null;
  const tagEnd = (at: number): number => {
    plain ??= folded(view);
    markup ??= createMarkup(plain.units, view.length);
    return markup(at);
  };
  const isRead = new SplitTokens(view, tagEnd).run(take);
  if (plain) release(plain);
  return isRead;
}
