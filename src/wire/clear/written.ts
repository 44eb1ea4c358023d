/** A view that is written unit by unit; its last units are rewritten when they turn out to encode another one. */
import { hexValue } from './escapes.ts';
import { placePool, unitPool } from './pool.ts';
import type { View } from './view.ts';

/** What was written for a parent; each unit knows where its source in the parent begins and ends. */
export class Written implements View {
  readonly units: Uint16Array;
  readonly parent: View;
  length = 0;
  changed = false;
  protected readonly bits: Uint16Array;
  protected readonly last: Uint32Array;
  /** The position that may begin an escape of variable length, such as an ampersand; -1 for none. */
  protected reference = -1;
  private readonly first: Uint32Array;

  constructor(parent: View) {
    this.parent = parent;
    this.units = unitPool.take(parent.length);
    this.first = placePool.take(parent.length);
    this.last = placePool.take(parent.length);
    this.bits = unitPool.take(parent.length);
  }

  /** Returns the arrays to the pool when nothing refers to them any more. */
  release(): void {
    for (const array of [this.units, this.bits]) unitPool.give(array);
    for (const array of [this.first, this.last]) placePool.give(array);
  }

  from(at: number): number {
    return this.first[at] ?? 0;
  }

  to(at: number): number {
    return this.last[at] ?? 0;
  }

  undone(at: number): number {
    return this.bits[at] ?? 0;
  }

  protected put(here: number, unit: number, first: number, last: number, bits: number): void {
    this.units[here] = unit;
    this.first[here] = first;
    this.last[here] = last;
    this.bits[here] = bits;
  }

  /** The unit at a distance before the end. */
  protected back(count: number): number {
    return this.units[this.length - count] ?? 0;
  }

  /** Whether a unit is a digit of a base. */
  protected isDigit(unit: number, base: number): boolean {
    const digit = hexValue(unit);
    return digit >= 0 && digit < base;
  }

  /** The number whose digits are at these distances before the end; -1 for none. */
  protected number(from: number, to: number, base: number): number {
    if (from > this.length) return -1;
    let value = 0;
    for (let count = from; count >= to; count--) {
      const digit = hexValue(this.back(count));
      if (digit < 0 || digit >= base) return -1;
      value = value * base + digit;
    }
    return value;
  }

  /** Replaces the last `count` units by a character. */
  protected replace(count: number, code: number, bit: number): boolean {
    if (code < 0 || code > 0x10ffff) return false;
    const start = this.length - count;
    const last = this.last[this.length - 1] ?? 0;
    const first = this.first[start] ?? 0;
    let bits = bit;
    for (let at = start; at < this.length; at++) bits |= this.bits[at] ?? 0;
    const isPair = code > 0xffff;
    this.put(start, isPair ? 0xd7c0 + (code >> 10) : code, first, last, bits);
    if (isPair) this.put(start + 1, 0xdc00 + (code & 0x3ff), first, last, bits);
    this.length = start + (isPair ? 2 : 1);
    this.changed = true;
    if (this.reference >= start) this.reference = -1;
    return true;
  }
}
