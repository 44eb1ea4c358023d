/** Which kinds of characters a text holds: most texts hold few, and need not be searched for the others. */
import { classOf, unitClass } from './fold.ts';
import type { View } from './view.ts';

/** Kinds of characters, as bits. */
export const traits = {
  /** Characters that begin an escape, and those beyond ASCII, which may be bytes read in another charset. */
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
} as const;

const bitsOf = Uint8Array.from({ length: 0x80 }, (_, unit) => {
  const character = String.fromCharCode(unit);
  const has = (signs: string, bit: number): number => (signs.includes(character) ? bit : 0);
  const kind = classOf(unit);
  return (
    has('%\\&+', traits.escape) |
    has('=', traits.equals) |
    has('+', traits.gap) |
    (kind === unitClass.dropped ? traits.gap : 0) |
    has('<', traits.less) |
    (kind === unitClass.letter ? 0 : traits.sign) |
    has('.', traits.dot) |
    has('0123456789', traits.digit) |
    has('-', traits.dash)
  );
});
const beyond = traits.escape | traits.gap | traits.sign;

/** The bits of all signs in a view. */
export function traitsOf({ units, length }: View): number {
  let bits = 0;
  for (let at = 0; at < length; at++) bits |= bitsOf[units[at] ?? 0] ?? beyond;
  return bits;
}
