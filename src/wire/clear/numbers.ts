/** Decodes lists of decimal and octal numbers that are bytes or characters. */
import { hexValue } from './escapes.ts';
import type { Reader } from './gather.ts';
import { NumberGatherer } from './number-gatherer.ts';
import { leastBytes } from './runs.ts';
import { encodings, type View } from './view.ts';

/** Most units between two numbers of a list. */
export const longestGap = 64;

const minus = '-'.charCodeAt(0);
const isDigit = (unit: number): boolean => unit >= 0x30 && unit <= 0x39;
/** Whether a unit may be part of a word. */
export const isWord = (unit: number): boolean =>
  unit > 0x7f || hexValue(unit) >= 0 || ((unit | 0x20) >= 0x61 && (unit | 0x20) <= 0x7a);

/** Where the separators end that begin at `at`; never beyond the longest gap. */
export function signsEnd({ units, length }: View, at: number): number {
  const most = Math.min(length, at + longestGap);
  let end = at;
  while (end < most && !isWord(units[end] ?? 0)) end++;
  return end;
}

/** The end of the gap whose units are at `at`; `at` where there is none. */
export function repeats({ units }: View, at: number, start: number, end: number): number {
  for (let index = start; index < end; index++) if (units[at + index - start] !== units[index]) return at;
  return at + end - start;
}

/** The byte that three decimal digits mean when they are read as octal; -1 for none. */
function octalOf(value: number): number {
  const [high, middle, low] = [Math.floor(value / 100), Math.floor(value / 10) % 10, value % 10];
  return high < 4 && middle < 8 && low < 8 ? high * 64 + middle * 8 + low : -1;
}

/** Greatest number of a list that is read; a greater one ends it. */
const mostNumber = 2 ** 32;
const bytesOfWord = 4;

/** The units that a number beyond 0xffff means: a character, or the four bytes of a word. */
function unitsIn(value: number): number[] {
  if (value > 0x10ffff) return [24, 16, 8, 0].map((shift) => (value >>> shift) & 0xff);
  return [0xd7c0 + (value >> 10), 0xdc00 + (value & 0x3ff)];
}

/** A list of numbers as bytes, and every other number alone, for lists in which each follows its index or name. */
class Numbers {
  private readonly all: NumberGatherer;
  private readonly even: NumberGatherer;
  private readonly odd: NumberGatherer;
  /** The numbers of three octal digits, as `od -b` writes bytes. */
  private readonly octal: NumberGatherer;
  private count = 0;

  constructor(view: View, reader: Reader) {
    // A number may end one list and begin the next.
    const room = Math.ceil(view.length * 1.25) + 4;
    const gatherer = (bit: number): NumberGatherer => new NumberGatherer(view, room, reader, bit);
    const { decimal, octal } = encodings;
    [this.all, this.even, this.odd] = [gatherer(decimal.bit), gatherer(decimal.bit), gatherer(decimal.bit)];
    this.octal = gatherer(octal.bit);
  }

  /** Adds a number; a negative one means a byte, as in Java, or a word of four bytes, as in CryptoJS. */
  add(number: number, from: number, to: number): void {
    const value = number >= 0 ? number : number >= -128 ? number + 256 : number + 2 ** 32;
    const octal = number >= 0 && to - from === 3 ? octalOf(value) : -1;
    if (octal >= 0) this.octal.add(octal, from, to);
    else this.octal.end();
    this.addTo(this.all, value, from, to);
    this.addTo(this.count++ % 2 === 0 ? this.even : this.odd, value, from, to);
  }

  private addTo(gatherer: NumberGatherer, value: number, from: number, to: number): void {
    if (value >= 0 && value <= 0xffff) gatherer.add(value, from, to);
    else if (value >= 2 ** 32 || value < 0) gatherer.end();
    else for (const unit of unitsIn(value)) gatherer.add(unit, from, to);
  }

  end(): void {
    this.count = 0;
    for (const gatherer of [this.all, this.even, this.odd, this.octal]) gatherer.end();
  }

  flush(): void {
    for (const gatherer of [this.all, this.even, this.odd, this.octal]) gatherer.flush();
  }
}

/** Finds the lists of decimal numbers in a view. */
class Lists {
  private readonly view: View;
  private readonly reader: Reader;
  private numbers: Numbers | null = null;
  /** The number that was read last: its value, greater than any other where it is too great, and its end. */
  private value = 0;
  private end = 0;

  constructor(view: View, reader: Reader) {
    this.view = view;
    this.reader = reader;
  }

  /** Reads the number whose first digit is at a place. */
  private numberAt(at: number): void {
    const { units, length } = this.view;
    let value = 0;
    let end = at;
    for (let digit = (units[at] ?? 0) - 0x30; digit >= 0 && digit <= 9; digit = (units[end] ?? 0) - 0x30) {
      value = Math.min(value * 10 + digit, mostNumber);
      if (++end >= length) break;
    }
    const isNegative = units[at - 1] === minus && !isDigit(units[at - 2] ?? 0);
    this.value = isNegative ? -value : value;
    this.end = end;
  }

  run(): void {
    const { units, length } = this.view;
    // Where the list and its last number begin, where that number ends, and the gap before it.
    let [start, from, end, gapStart, gapEnd] = [0, -1, 0, 0, 0];
    // Most units that the list and the last number alone may mean.
    let [count, lastCount] = [0, 0];
    for (let at = 0; at < length; at++) {
      if (!isDigit(units[at] ?? 0)) continue;
      if (from < 0) end = at;
      const near = from >= 0 && at - end <= longestGap;
      const isSame = near && gapEnd - gapStart === at - end && repeats(this.view, end, gapStart, gapEnd) === at;
      if (!near || (!isSame && signsEnd(this.view, end) < at)) {
        if (count >= leastBytes) this.take(start, end);
        [start, count] = near ? [from, lastCount] : [at, 0];
      }
      gapStart = end;
      gapEnd = at;
      from = at;
      this.numberAt(at);
      end = this.end;
      lastCount = this.value >= -0x80 && this.value <= 0xffff ? 1 : bytesOfWord;
      count += lastCount;
      at = end - 1;
    }
    if (count >= leastBytes) this.take(start, end);
    this.numbers?.flush();
  }

  /** Decodes a list. */
  private take(start: number, end: number): void {
    const { units } = this.view;
    this.numbers ??= new Numbers(this.view, this.reader);
    for (let at = start; at < end; at++) {
      if (!isDigit(units[at] ?? 0)) continue;
      this.numberAt(at);
      this.numbers.add(this.value, at, this.end);
      at = this.end - 1;
    }
    this.numbers.end();
  }
}

/** Every run of decimal bytes with separators, or with the same words between all of them. */
export function decimalRuns(view: View, reader: Reader): void {
  new Lists(view, reader).run();
}
