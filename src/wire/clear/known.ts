/** The values that are not shown, and every form in which a part of one is looked for. */
import { type Compact, folded, hasTag, joined, letters, release } from './compact.ts';
import { addForm, createIndex, type Density, dense, gramLength, type Index, isAll } from './parts.ts';
import { unescaped } from './unescape.ts';
import { type View, viewOf } from './view.ts';

/** `secret` is a secret of the environment, `sent` was made from one and sent, `token` was granted. */
export type Kind = 'secret' | 'sent' | 'token';

/** A value that is not shown; `name` is what a person calls it: `clientSecret`, `X-SIGNATURE`. */
export interface KnownValue {
  value: string;
  kind: Kind;
  name: string;
  /** Of the value it stands for, where it is a stand-in: the first 8 hex digits of the SHA-256. */
  sha256?: string;
}

/** How a form was made from the value. */
export type Form = 'as it is' | 'backwards' | 'Base64';

/** How a text is read for the comparison: every unit, without blanks, or the letters and digits alone. */
export type Reading = 'folded' | 'joined' | 'letters';

/** One form of a value as it is compared. */
export interface Variant {
  known: KnownValue;
  form: Form;
  /** Units of the whole form in each reading. */
  lengths: Record<Reading, number>;
}

/** A short value, or one that is all of innocent words: found only whole, between other signs than letters. */
export interface Whole {
  known: KnownValue;
  units: string;
}

/** Values to look for. */
export interface Known {
  /** Rises with every value that is added. */
  readonly version: number;
  readonly parts: Index;
  /** What the owners of parts are, from 0 on. */
  readonly variants: Variant[];
  readonly wholes: Whole[];
  /** Parts of innocent texts, which show nothing where they stand alone. */
  readonly innocent: Index;
  /** The value as it is known from now on; null where it is too short to be looked for. */
  add(value: string, kind: Kind, name: string, sha256?: string): KnownValue | null;
  /** Forgets values that are no secrets. */
  drop(values: ReadonlySet<string>): void;
  /** Whether a text is a part of one that may be shown, the client's name for example. */
  isInnocent(text: string): boolean;
  /** The value where it is known; null where it is not. */
  get(value: string): KnownValue | null;
}

/** Shortest value that is looked for; a shorter one would blot out innocent text. */
export const leastWhole = 4;

/** Most values beside the secrets of the environment; then the older half is forgotten. */
const mostValues = 2000;

/** Longest value whose Base64 is looked for in another letter case and backwards. */
const longestBase64 = 4096;

/** Most units of all forms; then the older half of the values that are no secret is forgotten as well. */
const mostUnits = 1 << 23;

/**
 * Fewest characters of Base64 whose letter case is lost: that of a name which the client and its secret share has no more.
 * Where letter case is kept, Base64 is decoded, and eight characters of the secret are enough.
 */
export const leastBase64 = 20;

/**
 * Fewest characters of a part that other signs stand between: two words of a sentence are soon those of a secret, "the proxy"
 * for one. A part that nothing splits is found from eight characters on.
 */
export const leastSplit = 12;
/** And of one without a digit: "throw away, secret" are the words of a secret as well as those of a sentence. */
export const leastWords = 20;

/** Units of each edge of a token or a signature that are taken in as densely as those of a shorter one, and between the edges. */
const edge = 1 << 13;
const between = 1 << 8;

/** How densely a form is taken in of which no part shorter than `least` counts. */
function densityOf(kind: Kind, least: number): Density {
  const every = least - gramLength + 1;
  return kind === 'secret' ? { ...dense, every } : { every, edge, between };
}

const armour = /-----(?:BEGIN|END)[A-Z0-9 ]*-----/g;

const jwtHeader = /^eyJ[\w-]*\.(?=eyJ[\w-]*\.)/;

/** A text in each reading, and once more where what looks like an escape in it is undone. */
interface Forms {
  lengths: Record<Reading, number>;
  all: Uint16Array[];
}

function unitsOf(compact: Compact): Uint16Array {
  const units = compact.units.slice(0, compact.length);
  release(compact);
  return units;
}

/** A view without blanks, its letters and digits alone, and those without what looks like markup. */
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

function formsOf(text: string): Forms {
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

const backwards = (units: Uint16Array): Uint16Array => units.slice().reverse();

/** The forms of a long value: as it is, and its two edges in each reading. */
function longForms(text: string): Forms {
  const edges = [text.slice(0, edge), text.slice(-edge)].flatMap((one) => formsOf(one).all);
  const { length } = text;
  return {
    lengths: { folded: length, joined: length, letters: length },
    all: [unitsOf(folded(viewOf(text))), ...edges],
  };
}

/** The letters and digits of the Base64 of a value, at each of the three offsets, without what its neighbours decide. */
function base64Forms(value: string): Uint16Array[] {
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

/** The bytes of a value in UTF-16 as they are found in Base64 and hexadecimal; none where every other one is zero. */
function wideForms(value: string): Uint16Array[] {
  if (!/[^\0-\xff]/.test(value)) return [];
  const little = Buffer.from(value, 'utf16le');
  const big = Buffer.from(little).swap16();
  return [little, big].flatMap((bytes) => {
    const view = viewOf(bytes.toString('latin1'));
    return [unitsOf(folded(view)), ...readingsOf(view)];
  });
}

const doubled = ({ folded: all, joined: close, letters: bare }: Record<Reading, number>): Record<Reading, number> => ({
  folded: all * 2,
  joined: close * 2,
  letters: bare * 2,
});

/** The parts of innocent texts: what a contract says, and a client's name that is no secret. */
export function innocentParts(texts: Iterable<string>): Index {
  const parts = createIndex();
  for (const text of texts)
    for (const units of formsOf(text).all) if (!isAll(parts, units, 0, units.length)) addForm(parts, units, 0, dense);
  return parts;
}

/** Values to look for, none at first. */
export function createKnown(innocent: Index = createIndex()): Known {
  let parts = createIndex();
  let version = 0;
  let variants: Variant[] = [];
  let wholes: Whole[] = [];
  let values = new Map<string, KnownValue>();
  const isInnocent = (units: Uint16Array): boolean => isAll(innocent, units, 0, units.length);

  function index(known: KnownValue): void {
    const { kind } = known;
    // The header of a JWT is that of many others, and is shown.
    const text = known.value.replace(armour, '').replace(jwtHeader, '');
    const isLong = kind !== 'secret' && text.length > 2 * edge;
    const { lengths, all: own } = isLong ? longForms(text) : formsOf(text);
    const [raw = new Uint16Array(), ...others] = own;
    const since = variants.length;
    const put = (all: Uint16Array[], form: Form, least: number, whole = lengths): void => {
      const owner = variants.push({ known, form, lengths: whole }) - 1;
      for (const units of all) addForm(parts, units, owner, densityOf(kind, least), since);
    };
    if (raw.length < gramLength || own.every((units) => units.length < gramLength || isInnocent(units)))
      wholes.push({ known, units: String.fromCharCode(...raw) });
    // Of the many tokens and signatures a part counts from a greater length on where it is not written as it is.
    const least = kind === 'secret' ? gramLength : leastSplit;
    put([raw], 'as it is', gramLength);
    put(others, 'as it is', least);
    put(own.map(backwards), 'backwards', least);
    const wide = wideForms(text);
    if (wide.length > 0) put(wide, 'as it is', least, doubled(lengths));
    if (text.length > longestBase64) return;
    for (const units of base64Forms(text)) {
      const { length } = units;
      put([units, backwards(units)], 'Base64', leastBase64, { folded: length, joined: length, letters: length });
    }
  }

  /** Forgets values that are no secrets. */
  function drop(old: ReadonlySet<string>): void {
    const kept = [...values.values()].filter(({ kind, value }) => kind === 'secret' || !old.has(value));
    [parts, variants, wholes] = [createIndex(), [], []];
    values = new Map(kept.map((known) => [known.value, known]));
    for (const known of kept) index(known);
    version++;
  }

  function forget(): void {
    const others = [...values.values()].filter(({ kind }) => kind !== 'secret');
    drop(new Set(others.slice(0, Math.floor(others.length / 2)).map(({ value }) => value)));
  }

  return {
    innocent,
    drop,
    get version() {
      return version;
    },
    get parts() {
      return parts;
    },
    get variants() {
      return variants;
    },
    get wholes() {
      return wholes;
    },
    isInnocent: (text) => isInnocent(unitsOf(folded(viewOf(text)))),
    get: (value) => values.get(value) ?? null,
    add(value, kind, name, sha256) {
      const known = values.get(value);
      if (known) return known;
      if (value.trim().length < leastWhole) return null;
      if (values.size >= mostValues || parts.units >= mostUnits) forget();
      const added: KnownValue = { value, kind, name, ...(sha256 === undefined ? {} : { sha256 }) };
      values.set(value, added);
      index(added);
      version++;
      return added;
    },
  };
}
