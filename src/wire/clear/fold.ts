/** Which characters count as the same, and which only split a text. All by UTF-16 unit. */

/** How a unit is compared: `dropped` is white space or invisible, `letter` a letter or digit, `other` anything else. */
export const unitClass = { dropped: 1, letter: 2, other: 3 } as const;

const unknown = 0xffff;
const folds = new Uint16Array(0x10000).fill(unknown);
const classes = new Uint8Array(0x10000);

const invisible = /[\p{White_Space}\p{Default_Ignorable_Code_Point}\p{M}\p{Cc}\p{Cf}]/u;
const letter = /[\p{L}\p{N}\p{Cs}]/u;

/** The unit without letter case, accent and width. */
export function fold(unit: number): number {
  const known = folds[unit] ?? unknown;
  if (known !== unknown) return known;
  const folded = String.fromCharCode(unit).normalize('NFKD').toLowerCase().charCodeAt(0);
  folds[unit] = folded;
  return folded;
}

/** The class of a unit, one of `unitClass`. */
export function classOf(unit: number): number {
  const known = classes[unit] ?? 0;
  if (known !== 0) return known;
  const character = String.fromCharCode(unit);
  let found: number = unitClass.other;
  if (invisible.test(character)) found = unitClass.dropped;
  else if (letter.test(character)) found = unitClass.letter;
  classes[unit] = found;
  return found;
}

const plus = '+'.charCodeAt(0);

/** Of each unit its fold, and in higher bits whether the readings `joined` and `letters` have it; 0 where it is not known yet. */
export const readingBits = new Int32Array(0x10000);
/** The places of these bits. */
export const [inJoined, inLetters] = [16, 17] as const;
const isKnown = 18;

/** The same of a unit, which is known from then on. */
export function readingBitsOf(unit: number): number {
  const folded = fold(unit);
  // A plus sign means a space in a form.
  const kind = folded === plus ? unitClass.dropped : classOf(folded);
  const isJoined = Number(kind !== unitClass.dropped);
  const isLetter = Number(kind === unitClass.letter);
  const bits = folded | (isJoined << inJoined) | (isLetter << inLetters) | (1 << isKnown);
  readingBits[unit] = bits;
  return bits;
}

/** Marks the second unit of a character whose fold has only one: it is dropped. */
const filler = 0x200b;
const pairs = new Map<number, [number, number]>();

/** The two units of a character beyond the first plane, without letter case and style; an invisible one is dropped. */
export function foldPair(high: number, low: number): [number, number] {
  const key = ((high & 0x3ff) << 10) | (low & 0x3ff);
  const known = pairs.get(key);
  if (known) return known;
  const character = String.fromCharCode(high, low);
  const [first = filler, second = filler] = invisible.test(character)
    ? []
    : character
        .normalize('NFKD')
        .toLowerCase()
        .split('')
        .map((unit) => unit.charCodeAt(0));
  const folded: [number, number] = [first, second];
  pairs.set(key, folded);
  return folded;
}
