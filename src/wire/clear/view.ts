/** A text, or the decoded form of one of its parts; each unit knows which part of the text it comes from. */

/** Encodings of a text that are undone, as bits, each with its name in a finding. */
export const encodings = {
  string: { bit: 1, name: 'with the escapes of a JSON string' },
  entity: { bit: 2, name: 'with character references of HTML' },
  percent: { bit: 4, name: 'percent-encoded' },
  quoted: { bit: 8, name: 'quoted-printable' },
  base64: { bit: 16, name: 'in Base64' },
  base64Inside: { bit: 32, name: 'in Base64, at another offset' },
  hex: { bit: 64, name: 'in hexadecimal' },
  decimal: { bit: 128, name: 'as decimal bytes' },
  punycode: { bit: 256, name: 'as the name of a host' },
  bytes: { bit: 512, name: 'in UTF-8 read as another charset' },
  octal: { bit: 1024, name: 'as octal bytes' },
} as const;

/** A text as it can be searched. */
export interface View {
  /** UTF-16 units, or bytes. */
  units: Uint16Array;
  length: number;
  /** Null for the text itself. */
  parent: View | null;
  /** Where in the parent a unit begins. */
  from(at: number): number;
  /** Where in the parent a unit ends, exclusive. */
  to(at: number): number;
  /** Bits of what was undone to get a unit from the parent; `first` for the first unit of a place. */
  undone(at: number, first: boolean): number;
}

/** A place in a text, `end` exclusive, and the bits of all that was undone to read it. */
export interface Place {
  start: number;
  end: number;
  undone: number;
}

const same = (at: number): number => at;
const next = (at: number): number => at + 1;
const nothing = (): number => 0;

/** The view of a text itself. */
export function viewOf(text: string): View {
  const bytes = Buffer.from(text, 'utf16le');
  const units = new Uint16Array(bytes.buffer, bytes.byteOffset, text.length);
  return { units, length: units.length, parent: null, from: same, to: next, undone: nothing };
}

/** The text of some units. */
export function textOf({ buffer, byteOffset, byteLength }: Uint16Array): string {
  return Buffer.from(buffer, byteOffset, byteLength).toString('utf16le');
}

/** The place in the text itself that some units of a view come from. */
export function placeOf(view: View, start: number, end: number): Place {
  let [here, first, last, undone]: [View, number, number, number] = [view, start, end - 1, 0];
  while (here.parent) {
    for (let at = first; at <= last; at++) undone |= here.undone(at, at === first);
    [first, last] = [here.from(first), here.to(last) - 1];
    here = here.parent;
  }
  return { start: first, end: last + 1, undone };
}

/** The names of what was undone to read a place. */
export function encodingNames({ undone }: Place): string[] {
  if (undone === 0) return [];
  // Where bytes were decoded from another form, it goes without saying that they are UTF-8.
  const named = undone === encodings.bytes.bit ? undone : undone & ~encodings.bytes.bit;
  return Object.values(encodings)
    .filter(({ bit }) => (named & bit) !== 0)
    .map(({ name }) => name);
}
