/** The forms in which a value is searched: in each reading, backwards, in Base64, in UTF-16. */
import { type Compact, folded, hasTag, joined, letters, release } from './compact.ts';
import { unescaped } from './unescape.ts';
import { type View, viewOf } from './view.ts';

/** How a text is read for the comparison: every unit, without spaces, or the letters and digits alone. */
export type Reading = 'folded' | 'joined' | 'letters';

/** A text in each reading, and again with everything undone that looks like an escape. */
export interface Forms {
  lengths: Record<Reading, number>;
  all: Uint16Array[];
}

/** A copy of the units of a compact text, whose arrays are returned to the pool. */
export function unitsOf(compact: Compact): Uint16Array {
  const units = compact.units.slice(0, compact.length);
  release(compact);
  return units;
}

/** A view without spaces, its letters and digits alone, and those without what looks like markup. */
function readingsOf(view: View): [close: Uint16Array, bare: Uint16Array, ...others: Uint16Array[]] {
  const all = folded(view);
  const close = joined(all);
  const bare = letters(close, 'with markup');
  const others = hasTag(close) ? [letters(close, 'without markup')] : [];
  release(all);
  return [unitsOf(close), unitsOf(bare), ...others.map(unitsOf)];
}

const bytesOf = ({ buffer, byteOffset, byteLength }: Uint16Array): Uint8Array =>
  new Uint8Array(buffer, byteOffset, byteLength);

const isSame = (one: Uint16Array, other: Uint16Array): boolean =>
  one.length === other.length && Buffer.compare(bytesOf(one), bytesOf(other)) === 0;

/** A text in each reading, without duplicates. */
export function formsOf(text: string): Forms {
  const view = viewOf(text);
  const plain = unescaped(view);
  const quoted = unescaped(view, true);
  const first = readingsOf(plain);
  const others = new Set([view, quoted].filter((one) => one !== plain));
  const [close, bare] = first;
  const lengths = { folded: view.length, joined: close.length, letters: bare.length };
  const all = [unitsOf(folded(view)), ...first, ...[...others].flatMap(readingsOf)];
  return { lengths, all: all.filter((one, at) => all.findIndex((other) => isSame(one, other)) === at) };
}

/** Units in reverse order; the two of one character keep theirs. */
export function backwards(units: Uint16Array): Uint16Array {
  const turned = units.slice().reverse();
  for (let at = 1; at < turned.length; at++) {
    const [low = 0, high = 0] = [turned[at - 1], turned[at]];
    if ((high & 0xfc00) === 0xd800 && (low & 0xfc00) === 0xdc00) [turned[at - 1], turned[at]] = [high, low];
  }
  return turned;
}

/** The forms of a long value: unchanged, and its two edges of `edge` characters in each reading. */
export function longForms(text: string, edge: number): Forms {
  const edges = [text.slice(0, edge), text.slice(-edge)].flatMap((one) => formsOf(one).all);
  const { length } = text;
  return {
    lengths: { folded: length, joined: length, letters: length },
    all: [unitsOf(folded(viewOf(text))), ...edges],
  };
}

/**
 * The letters and digits of the Base64 of a value, at each of the three offsets, without those that depend on its
 * neighbours.
 */
export function base64Forms(value: string): Uint16Array[] {
  const bytes = Buffer.from(value);
  return [0, 1, 2].map((offset) => {
    const text = Buffer.concat([Buffer.alloc(offset), bytes]).toString('base64');
    const inner = text.slice(Math.ceil((offset * 8) / 6), Math.floor(((offset + bytes.length) * 8) / 6));
    const all = folded(viewOf(inner));
    const bare = letters(all, 'with markup');
    release(all);
    return unitsOf(bare);
  });
}

/**
 * The UTF-16 bytes of a value as Base64 and hexadecimal hold them, of a long one in each reading only its two edges of
 * `edge` characters; none for ASCII, whose every other byte is a zero that is dropped.
 */
export function wideForms(value: string, edge = value.length): Uint16Array[] {
  if (/^[\0-\x7f]*$/.test(value)) return [];
  const edges = edge < value.length ? [value.slice(0, edge), value.slice(-edge)] : [value];
  return [
    (text: string) => Buffer.from(text, 'utf16le'),
    (text: string) => Buffer.from(text, 'utf16le').swap16(),
  ].flatMap((bytesIn) => {
    const viewIn = (text: string): View => viewOf(bytesIn(text).toString('latin1'));
    return [unitsOf(folded(viewIn(value))), ...edges.flatMap((one) => readingsOf(viewIn(one)))];
  });
}

/** Lengths of forms that take two units for each unit. */
export const doubled = ({
  folded: all,
  joined: close,
  letters: bare,
}: Record<Reading, number>): Record<Reading, number> => ({
  folded: all * 2,
  joined: close * 2,
  letters: bare * 2,
});
