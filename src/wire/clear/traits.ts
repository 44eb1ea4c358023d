/** Which kinds of characters a text holds: most texts hold few, and need not be searched for the others. */
import { byteUnits, escapeSigns } from './escapes.ts';
import { classOf, unitClass } from './fold.ts';
import { control, escapeSign } from './markup.ts';
import type { View } from './view.ts';

/** Kinds of characters, as bits. */
export const traits = {
  /** Characters that begin an escape, and those that may be bytes read in another charset. */
  escape: 1,
  equals: 2,
  /** Blanks, what is invisible, and plus signs. */
  gap: 4,
  less: 8,
  /** Any character that is neither a letter nor a digit. */
  sign: 16,
  dot: 32,
  digit: 64,
  dash: 128,
  plus: 256,
  /** Characters that take more than one unit. */
  wide: 512,
  /** Characters that begin a control sequence of a terminal. */
  control: 1024,
} as const;

const bitsOf = new Uint16Array(0x10000).fill(traits.gap | traits.sign);
for (let unit = 0; unit < 0x80; unit++) {
  const character = String.fromCharCode(unit);
  const has = (signs: string, bit: number): number => (signs.includes(character) ? bit : 0);
  const kind = classOf(unit);
  bitsOf[unit] =
    has(escapeSigns, traits.escape) |
    has('=', traits.equals) |
    has('+', traits.gap | traits.plus) |
    (kind === unitClass.dropped ? traits.gap : 0) |
    has('<', traits.less) |
    (kind === unitClass.letter ? 0 : traits.sign) |
    has('.', traits.dot) |
    has('0123456789', traits.digit) |
    has('-', traits.dash);
}
const add = (unit: number, bit: number): void => {
  bitsOf[unit] = (bitsOf[unit] ?? 0) | bit;
};
for (const unit of byteUnits) add(unit, traits.escape);
for (let unit = 0xd800; unit < 0xdc00; unit++) add(unit, traits.wide);
for (const unit of [escapeSign, control]) add(unit, traits.control);

/** The bits of all signs in a view. */
export function traitsOf({ units, length }: View): number {
  let bits = 0;
  for (let at = 0; at < length; at++) bits |= bitsOf[units[at] ?? 0] ?? 0;
  return bits;
}
