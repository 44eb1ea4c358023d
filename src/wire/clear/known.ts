/** The values that are not shown, and every form in which a part of one is looked for. */
import { type Compact, folded, hasTag, joined, letters, release } from './compact.ts';
import { addGrams, createGrams, type Grams, gramLength, isInnocent } from './grams.ts';
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
  readonly grams: Grams;
  readonly variants: Variant[];
  readonly wholes: Whole[];
  /** The value as it is known from now on; null where it is too short to be looked for. */
  add(value: string, kind: Kind, name: string, sha256?: string): KnownValue | null;
  /** Whether a text is a part of one that may be shown, the client's name for example. */
  isInnocent(text: string): boolean;
  /** The value where it is known; null where it is not. */
  get(value: string): KnownValue | null;
}

/** Shortest value that is looked for; a shorter one would blot out innocent text. */
export const leastWhole = 4;

/** Most values beside the secrets of the environment; then the older half is forgotten. */
const mostValues = 2000;

/** Longest secret whose Base64 is looked for in another letter case. */
const longestBase64 = 4096;

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

function formsOf(text: string): Forms {
  const view = viewOf(text);
  const plain = unescaped(view);
  const quoted = unescaped(view, true);
  const first = readingsOf(plain);
  const others = new Set([view, quoted].filter((one) => one !== plain));
  const [close, bare] = first;
  const lengths = { folded: view.length, joined: close.length, letters: bare.length };
  return { lengths, all: [unitsOf(folded(view)), ...first, ...[...others].flatMap(readingsOf)] };
}

/** The letters and digits of the Base64 of a value, at each of the three offsets, without what its neighbours decide. */
function base64Forms(value: string): Uint16Array[] {
  const bytes = Buffer.from(value);
  return [0, 1, 2].map((offset) => {
    const text = Buffer.concat([Buffer.alloc(offset), bytes]).toString('base64');
    const inner = text.slice(Math.ceil((offset * 8) / 6), Math.floor(((offset + bytes.length) * 8) / 6));
    return readingsOf(viewOf(inner))[1];
  });
}

/** The grams of innocent texts: what a contract says, and a client's name that is no secret. */
export function innocentGrams(texts: Iterable<string>): Grams {
  let grams = createGrams();
  for (const text of texts) for (const units of formsOf(text).all) grams = addGrams(grams, units, 1, null);
  return grams;
}

/** Values to look for, none at first. */
export function createKnown(innocent: Grams = createGrams()): Known {
  let grams = createGrams();
  let version = 0;
  let variants: Variant[] = [];
  let wholes: Whole[] = [];
  let values = new Map<string, KnownValue>();

  function index(known: KnownValue): void {
    // The header of a JWT is that of many others, and is shown.
    const text = known.value.replace(armour, '').replace(jwtHeader, '');
    const { lengths, all: own } = formsOf(text);
    const [raw = new Uint16Array()] = own;
    const put = (all: Uint16Array[], form: Form, whole = lengths): void => {
      variants.push({ known, form, lengths: whole });
      for (const units of all) {
        if (units.length >= gramLength) grams = addGrams(grams, units, variants.length, innocent);
      }
    };
    if (raw.length < gramLength || own.every((units) => units.length < gramLength || isInnocent(innocent, units)))
      wholes.push({ known, units: String.fromCharCode(...raw) });
    put(own, 'as it is');
    if (known.kind !== 'secret') return;
    const backwards = own.map((units) => units.slice().reverse());
    put(backwards, 'backwards');
    if (text.length > longestBase64) return;
    for (const units of base64Forms(text)) {
      const { length } = units;
      put([units], 'Base64', { folded: length, joined: length, letters: length });
    }
  }

  function forget(): void {
    const others = [...values.values()].filter(({ kind }) => kind !== 'secret');
    const old = new Set(others.slice(0, Math.floor(others.length / 2)));
    const kept = [...values.values()].filter((known) => !old.has(known));
    [grams, variants, wholes] = [createGrams(), [], []];
    values = new Map(kept.map((known) => [known.value, known]));
    for (const known of kept) index(known);
  }

  return {
    get version() {
      return version;
    },
    get grams() {
      return grams;
    },
    get variants() {
      return variants;
    },
    get wholes() {
      return wholes;
    },
    isInnocent: (text) => isInnocent(innocent, unitsOf(folded(viewOf(text)))),
    get: (value) => values.get(value) ?? null,
    add(value, kind, name, sha256) {
      const known = values.get(value);
      if (known) return known;
      if (value.trim().length < leastWhole) return null;
      if (values.size >= mostValues) forget();
      const added: KnownValue = { value, kind, name, ...(sha256 === undefined ? {} : { sha256 }) };
      values.set(value, added);
      index(added);
      version++;
      return added;
    },
  };
}
