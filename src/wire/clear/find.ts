/** Finds the values that must not be shown in a text, in any spelling. */
import { type Compact, folded, joined, letters, release } from './compact.ts';
import { classOf, unitClass } from './fold.ts';
import { type FormedToken, tokensIn } from './formed-tokens.ts';
import type { Reading as How } from './forms.ts';
import type { Decoded, Reader } from './gather.ts';
import { hexRuns } from './hex.ts';
import { holdsPart, readings, readingsWithParts } from './holds.ts';
import { type Known, type KnownValue, leastBase64, type Variant } from './known.ts';
import { leastBetween } from './least.ts';
import { decimalRuns } from './numbers.ts';
import { findParts, isAll } from './parts.ts';
import { gramLength } from './parts-index.ts';
import { plainOf } from './plain.ts';
import { unitPool } from './pool.ts';
import { quotedParts } from './quoted.ts';
import { base64Runs, hostRuns } from './runs.ts';
import { traits, traitsOf } from './traits.ts';
import { releaseView, unescaped } from './unescape.ts';
import { encodingNames, type Place, placeOf, textOf, type View } from './view.ts';

/** A value, or a part of it, in a text. */
export interface Found {
  known: KnownValue;
  place: Place;
  /** Whether all of the value is there. */
  whole: boolean;
  /** Characters of the value that are there. */
  length: number;
  /** In plain words, such as `in Base64`; empty where the text holds it unchanged. */
  spelling: string[];
}

/**
 * Everything found in a text; `complete` is false where it is encoded too many times to be decoded fully, or holds so many
 * values that the search was given up.
 */
export interface Search {
  found: Found[];
  complete: boolean;
}

/** How many times decoded text is decoded again. */
const mostLevels = 3;

/** Units that are read for each unit of a text, and the least for any text. */
const workPerUnit = 64;
const leastWork = 1 << 18;

/** Most finds in one text: each takes longer than to read a thousand characters. */
export const mostFound = 1 << 13;

const quotedPair = /=[0-9A-F]{2}|=\r?\n/;
/** Hexadecimal as PostgreSQL writes it, whose first byte looks like an escape. */
const escapedRun = /\\x[\da-f]{16}/i;

/** Reads a text in all its spellings. */
class Reading {
  readonly found: Found[] = [];
  private readonly known: Known;
  private readonly text: string;
  private readonly readers: Reader[] = [];
  private left: number;

  constructor(known: Known, text: string) {
    this.known = known;
    this.text = text;
    this.left = Math.max(leastWork, text.length * workPerUnit);
  }

  get complete(): boolean {
    return this.left >= 0;
  }

  /** Reads the text and what is encoded in it. */
  run(): void {
    const { view, signs, plain } = plainOf(this.text);
    this.readEscaped(view, signs, plain);
    if (quotedPair.test(this.text)) {
      const parts = quotedParts(view);
      const quoted = unescaped(parts, true);
      const quotedSigns = traitsOf(quoted);
      this.readFolded(quoted, quotedSigns);
      this.readTokens(quoted, quotedSigns);
      releaseView(quoted);
      unitPool.give(parts.units);
    }
    if (escapedRun.test(this.text)) hexRuns(view, this.readerAt(0));
    this.readPlain(plain, plain === view ? signs : traitsOf(plain), 0);
  }

  /** Reads what was decoded, and what is encoded in it. */
  private read(view: View, level: number): void {
    const signs = traitsOf(view);
    const plain = unescaped(view, false, signs);
    this.readEscaped(view, signs, plain);
    this.readPlain(plain, plain === view ? signs : traitsOf(plain), level);
    if (plain !== view) releaseView(plain);
  }

  /** Compares a view with its escapes and without: characters that split a secret may also split an escape in it. */
  private readEscaped(view: View, signs: number, plain: View): void {
    this.readFolded(view, signs);
    if (plain !== view) this.readFolded(plain, traitsOf(plain));
  }

  private readPlain(plain: View, signs: number, level: number): void {
    if (this.known.wholes.length > 0) this.readWholes(plain);
    this.readTokens(plain, signs);
    if (plain.length < gramLength) return;
    const reader = this.readerAt(level);
    base64Runs(plain, reader);
    hexRuns(plain, reader);
    if ((signs & traits.digit) !== 0) decimalRuns(plain, reader);
    if ((signs & traits.dash) !== 0) hostRuns(plain, reader);
  }

  private readerAt(level: number): Reader {
    this.readers[level] ??= {
      take: (decoded) => {
        if (level < mostLevels) this.descend(decoded, level + 1);
        else if (decoded.text) this.left = -1;
      },
      leave: () => {
        this.left = -1;
      },
      holdsPart: (units, start, end) => holdsPart(this.known.parts, units, start, end),
    };
    return this.readers[level];
  }

  private descend({ view, text }: Decoded, level: number): void {
    if (this.left < 0) return;
    if (text) this.read(view, level);
    else {
      const all = folded(view);
      this.compare(view, 'folded', all);
      release(all);
    }
  }

  private readFolded(view: View, signs: number): void {
    this.left -= view.length;
    const { parts } = this.known;
    if (parts.size === 0 || this.left < 0) return;
    const joinable = (signs & traits.gap) !== 0 ? readings.joined : 0;
    const bare = (signs & (traits.sign | traits.gap)) !== 0 ? readings.letters : 0;
    const outsideTags = (signs & traits.less) !== 0 ? readings.withoutMarkup : 0;
    const wanted = readings.folded | joinable | bare | outsideTags;
    const hasControls = (signs & traits.control) !== 0;
    // Characters of two units are folded as one.
    const wide = (signs & traits.wide) === 0 ? null : folded(view);
    const held = readingsWithParts(parts, wide ?? view, wanted, hasControls);
    const all = wide ?? (held === 0 ? null : folded(view));
    if (!all) return;
    if ((held & readings.folded) !== 0) this.compare(view, 'folded', all);
    if ((held & ~readings.folded) !== 0) this.readLetters(view, all, signs, held);
    release(all);
  }

  /** Compares a view without blanks, and its letters alone. */
  private readLetters(view: View, all: Compact, signs: number, held: number): void {
    const close = (signs & traits.gap) === 0 ? all : joined(all);
    if ((held & readings.joined) !== 0 && close.length < all.length) this.compare(view, 'joined', close);
    // A secret in angle brackets looks like a tag.
    if ((held & readings.withoutMarkup) !== 0) this.readBare(view, close, 'without markup');
    if ((held & readings.letters) !== 0) this.readBare(view, close, 'with markup');
    if (close !== all) release(close);
  }

  private readBare(view: View, close: Compact, markup: 'without markup' | 'with markup'): void {
    const bare = letters(close, markup);
    if (bare.length < close.length) this.compare(view, 'letters', bare);
    release(bare);
  }

  private compare(view: View, how: How, { units, length, at }: Compact): void {
    this.left -= length;
    if (this.left < 0) return;
    const { parts, innocent, variants } = this.known;
    for (const { start, end, owner } of findParts(parts, units, length)) {
      const variant = variants[owner];
      if (!variant || isAll(innocent, units, start, end)) continue;
      const [first, last] = at ? [at[start] ?? 0, at[end - 1] ?? 0] : [start, end - 1];
      const isSplit = last - first >= end - start;
      const least = variant.form === 'Base64' ? leastBase64 : isSplit ? leastBetween(units, start, end) : gramLength;
      if (end - start < Math.min(least, variant.lengths[how])) continue;
      this.add(variant, placeOf(view, first, last + 1), end - start, variant.lengths[how]);
      if (this.found.length >= mostFound) this.left = -1;
      if (this.left < 0) return;
    }
  }

  private add({ known, form }: Variant, place: Place, count: number, length: number): void {
    const whole = count >= length;
    const spelling = encodingNames(place);
    if (form === 'backwards') spelling.unshift('written backwards');
    if (form === 'Base64' && !spelling.some((one) => one.includes('Base64'))) spelling.push('in Base64');
    if (spelling.length === 0) {
      const piece = this.text.slice(place.start, place.end);
      if (!known.value.includes(piece))
        spelling.push(piece.length === count ? 'in another letter case' : 'with other signs between');
    }
    const share = whole ? known.value.length : Math.max(1, Math.round((known.value.length * count) / length));
    this.found.push({ known, place, whole, length: share, spelling });
  }

  private readWholes(view: View): void {
    const compact = folded(view);
    const all = textOf(compact.units.subarray(0, compact.length));
    release(compact);
    const isLetter = (at: number): boolean =>
      at >= 0 && at < view.length && classOf(view.units[at] ?? 0) === unitClass.letter;
    for (const { known, units } of this.known.wholes) {
      for (let start = all.indexOf(units); start >= 0; start = all.indexOf(units, start + 1)) {
        const end = start + units.length;
        if (isLetter(start - 1) || isLetter(end)) continue;
        const place = placeOf(view, start, end);
        this.found.push({ known, place, whole: true, length: units.length, spelling: encodingNames(place) });
      }
    }
  }

  /** Reads the tokens that are known by their form. */
  private readTokens(view: View, signs: number): void {
    const isRead = (signs & traits.dot) === 0 || tokensIn(view, (token) => this.addToken(view, token));
    if (!isRead) this.left = -1;
  }

  private addToken(view: View, { value, start, end, spelling }: FormedToken): boolean {
    const known = this.known.get(value) ?? { value, kind: 'token', name: 'token' };
    const place = placeOf(view, start, end);
    this.found.push({
      known,
      place,
      whole: true,
      length: value.length,
      spelling: [...spelling, ...encodingNames(place)],
    });
    return this.found.length < mostFound;
  }
}

/** Every known value in a text, and every token that is known by its form. */
export function search(known: Known, text: string): Search {
  const reading = new Reading(known, text);
  reading.run();
  return { found: reading.found, complete: reading.complete };
}
