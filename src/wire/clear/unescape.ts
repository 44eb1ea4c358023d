/** Undoes the encodings of single characters: escapes of strings, character references, percent and quoted-printable. */
import {
  ampersand,
  backslash,
  beginsCodePoint,
  beginsEscape,
  belongs,
  braceClose,
  braceOpen,
  bracket,
  byteOf,
  capitalN,
  capitalU,
  closedEscapes,
  endsEscape,
  equals,
  hash,
  hexIn,
  hexValue,
  holdsCodePoint,
  isContinuation,
  isIntroduced,
  isLeadingZero,
  letterE,
  letterU,
  longestEscape,
  longestOpen,
  mayEndDigits,
  namedIn,
  numberIn,
  percent,
  plainRules,
  plus,
  quotedRules,
  semicolon,
  sequence,
  short,
  zero,
} from './escapes.ts';
import { traits, traitsOf } from './traits.ts';
import { encodings, type View } from './view.ts';
import { Written } from './written.ts';

/** A text while it is undone from left to right: a character that was just written may complete a further escape. */
class Output extends Written {
  private readonly rules: typeof plainRules;

  constructor(parent: View, quoted: boolean) {
    super(parent);
    this.rules = quoted ? quotedRules : plainRules;
  }

  /** Undoes all of the parent. */
  run(): void {
    const { units, length } = this.parent;
    const { begins } = this.rules;
    let sign = -longestEscape;
    for (let at = 0; at < length; at++) {
      const unit = units[at] ?? 0;
      const taken = begins[unit] === 0 ? 0 : this.takes(unit, at);
      if (taken > 0) {
        sign = this.length - 1;
        at += taken - 1;
        continue;
      }
      if (unit >= 0x80 && this.reference < 0 && this.length - sign >= longestEscape) {
        // It may be the last byte of a character, and begins nothing that the units after it end.
        this.put(this.length++, unit, at, at + 1, 0);
        if (begins[unit] !== 0 && this.back(2) >= 0x80 && isContinuation(byteOf(unit))) while (this.completes());
        continue;
      }
      // A plus sign belongs to an escape only in `U+`: Base64 has many others.
      if (begins[unit] !== 0 && (unit !== plus || this.back(1) === capitalU)) sign = this.length;
      if (this.reference >= 0 || this.length - sign < longestEscape) {
        this.push(unit, at);
        continue;
      }
      // No escape is near, so the unit completes none.
      this.put(this.length++, unit, at, at + 1, 0);
    }
    this.endReference(0);
  }

  /**
   * Undoes the `\u002b` or the `%2b` that begins at a place of the parent, in one step: most texts have more of these than of
   * any other. Returns its length; 0 where there is none.
   */
  private takes(unit: number, at: number): number {
    const { units, length } = this.parent;
    const isUnit = unit === backslash && units[at + 1] === letterU;
    const isPair = unit === percent || (unit === equals && this.rules === quotedRules);
    if (!isUnit && !isPair) return 0;
    const [start, end] = isUnit ? [at + 2, at + 6] : [at + 1, at + 3];
    const code = end > length ? -1 : hexIn(units, start, end);
    if (code < 0) return 0;
    this.endReference(unit);
    if (this.back(1) === backslash) return 0;
    const bit = isUnit ? encodings.string.bit : unit === percent ? encodings.percent.bit : encodings.quoted.bit;
    this.put(this.length++, code, at, end, bit);
    this.changed = true;
    while (this.completes());
    return end - at;
  }

  push(unit: number, at: number): void {
    this.endReference(unit);
    this.put(this.length++, unit, at, at + 1, 0);
    while (this.completes());
  }

  /** Whether the last unit completed an escape, which was undone. */
  private completes(): boolean {
    const unit = this.back(1);
    if (unit === ampersand || unit === backslash) this.reference = this.length - 1;
    if (unit >= 0x80) return beginsEscape[unit] === 1 && this.back(2) >= 0x80 && this.completesBytes();
    if (unit === semicolon) return this.isReference() ? this.decodeReference(0) : this.isLateSemicolon();
    if (unit === zero && this.isLeadingZero()) return false;
    if (unit === plus && beginsCodePoint(this.units, this.bits, this.length - 2)) this.reference = this.length - 2;
    if (unit === bracket && this.back(2) === letterE && this.back(3) === backslash)
      return this.replace(3, sequence, encodings.string.bit);
    if (this.length > 1 && this.back(2) === backslash && short.has(unit) && (unit !== backslash || this.isLevel()))
      return this.replace(2, short.get(unit) ?? 0, encodings.string.bit);
    if (hexValue(unit) >= 0) return this.completesDigits();
    return endsEscape[unit] === 1 && this.completesClosed(unit);
  }

  /**
   * Whether the last two units both come from escapes, or neither does: an escaped backslash escapes only what is
   * escaped too.
   */
  private isLevel(): boolean {
    return (this.bits[this.length - 1] === 0) === (this.bits[this.length - 2] === 0);
  }

  /** Whether the last digit completes an escape with a fixed number of digits. */
  private completesDigits(): boolean {
    if (!mayEndDigits(this.units, this.length)) return false;
    for (const one of this.rules.fixed) {
      if (this.back(one.digits + 1) !== one.last) continue;
      const { introducer, base, digits, least, most, bit } = one;
      if (!isIntroduced(this.units, one, this.length - digits)) continue;
      const value = this.number(digits, 1, base);
      if (value >= least && value <= most) return this.replace(digits + introducer.length, value, bit);
    }
    return false;
  }

  /** Whether the last unit is the terminator of an escape. */
  private completesClosed(unit: number): boolean {
    // The code point in the `\N{U+002b}` of Perl was undone before.
    if (unit === braceClose && this.back(3) === braceOpen && this.back(4) === capitalN && this.back(5) === backslash)
      return this.replace(5, this.back(2), encodings.string.bit);
    for (const one of closedEscapes) {
      if (one.terminator !== unit) continue;
      let digits = 0;
      while (digits < one.digits && this.isDigit(this.back(digits + 2), one.base)) digits++;
      if (digits === 0 || !isIntroduced(this.units, one, this.length - digits - 1)) continue;
      const value = this.number(digits + 1, 2, one.base);
      return this.replace(digits + 1 + one.introducer.length, value, one.bit);
    }
    return false;
  }

  /** Removes a leading zero of the number of a character: any number of zeros may be there. */
  private isLeadingZero(): boolean {
    if (!isLeadingZero(this.units, this.length - 1)) return false;
    this.last[this.length - 2] = this.last[this.length - 1] ?? 0;
    this.length--;
    return true;
  }

  /** Bytes of UTF-8 that were read one by one. */
  private completesBytes(): boolean {
    if (!isContinuation(byteOf(this.back(1)))) return false;
    for (let count = 2; count <= 4 && count <= this.length; count++) {
      const byte = byteOf(this.back(count));
      if (isContinuation(byte)) continue;
      const expected = byte >= 0xf0 && byte <= 0xf4 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc2 ? 2 : 0;
      if (expected !== count || byte > 0xf4) return false;
      let code = byte & (0xff >> (count + 1));
      for (let left = count - 1; left > 0; left--) code = code * 64 + (byteOf(this.back(left)) & 0x3f);
      // A half of a pair is written by itself in CESU-8, as Java and Oracle do.
      return this.replace(count, code, encodings.bytes.bit);
    }
    return false;
  }

  /** An escape of variable length ends before a unit that cannot belong to it. */
  endReference(unit: number): void {
    if (this.reference < 0) return;
    const count = this.length - this.reference;
    // The hash after an ampersand may itself be an escape.
    if (count === 1 && this.rules.begins[unit] !== 0 && this.isReference()) return;
    if (belongs(this.units, this.reference, count, unit)) return;
    if (this.isReference()) this.decodeReference(1);
    else this.decodeNumber(count);
    this.reference = -1;
  }

  /** Whether the semicolon of the reference that was just undone was itself an escape, and is dropped. */
  private isLateSemicolon(): boolean {
    const [own = 0, before = 0] = [this.bits[this.length - 1], this.bits[this.length - 2]];
    const isLate = this.length > 1 && own !== 0 && (own & encodings.entity.bit) === 0;
    return isLate && (before & encodings.entity.bit) !== 0 && this.replace(2, this.back(2), encodings.entity.bit);
  }

  private isReference(): boolean {
    return this.reference >= 0 && this.units[this.reference] === ampersand;
  }

  /** Undoes `\2b` of CSS and `U+002B` at the end of what was written. */
  private decodeNumber(count: number): void {
    const before = this.units[this.reference] === backslash ? 1 : 2;
    const digits = count - before;
    const value = digits < before * 2 ? -1 : this.number(digits, 1, 16);
    // Nobody writes a control character in this way, except as a code point.
    if (value < 0x20 && (before !== 2 || value < 9 || value > 13)) return;
    // A certificate's name holds the bytes of a character one by one (RFC 4514).
    if (this.replace(count, value, encodings.string.bit) && value >= 0x80) this.completesBytes();
  }

  /** Undoes the reference at the end of what was written; `without` is 1 where it has no semicolon. */
  private decodeReference(without: 0 | 1): boolean {
    const start = this.reference;
    this.reference = -1;
    const letters = this.length - start - 2 + without;
    if (letters < 2 || (without === 1 && letters > longestOpen)) return false;
    const [begin, end] = [start + 1, this.length - 1 + without];
    const count = this.length - start;
    const code = this.units[begin] === hash ? numberIn(this.units, begin + 1, end) : namedIn(this.units, begin, end);
    return this.replace(count, code, encodings.entity.bit);
  }
}

/** A view with every escape undone until none is left; the view itself where it holds none. `signs` are its traits. */
export function unescaped(view: View, quoted = false, signs = traitsOf(view)): View {
  const others = quoted ? traits.escape | traits.equals : traits.escape;
  if ((signs & others) === 0 && ((signs & traits.plus) === 0 || !holdsCodePoint(view.units, view.length))) return view;
  const output = new Output(view, quoted);
  output.run();
  if (output.changed) return output;
  output.release();
  return view;
}

/** Returns the arrays of a view to the pool that was made by undoing escapes, when nothing refers to it any more. */
export function releaseView(view: View): void {
  if (view instanceof Output) view.release();
}
