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
  /** Values of which only the beginning and the end are among the grams. */
  readonly longs: KnownValue[];
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

/** Longest token or signature of which that is looked for too, since there are many. */
const longestSentBase64 = 1024;

/** Most parts of values; then the older half of those that are no secret is forgotten as well. */
const mostGrams = 1 << 22;

/** Units of the beginning and of the end of a longer value that is no secret in which parts are looked for. */
const longestIndexed = 1 << 13;

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
  let longs: KnownValue[] = [];
  let values = new Map<string, KnownValue>();

  function index(known: KnownValue): void {
    // The header of a JWT is that of many others, and is shown.
    const all = known.value.replace(armour, '').replace(jwtHeader, '');
    if (known.kind !== 'secret' && all.length > 2 * longestIndexed) {
      longs.push(known);
      for (const text of [all.slice(0, longestIndexed), all.slice(-longestIndexed)]) indexText(known, text, all.length);
    } else indexText(known, all, 0);
  }

  /** Takes the parts of a text in; `least` is the length of the whole that it is a part of. */
  function indexText(known: KnownValue, text: string, least: number): void {
    const { lengths: ofText, all: own } = formsOf(text);
    const lengths: Record<Reading, number> = least === 0 ? ofText : { folded: least, joined: least, letters: least };
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
    const backwards = own.map((units) => units.slice().reverse());
    put(backwards, 'backwards');
    const wide = wideForms(text);
    if (wide.length > 0) put(wide, 'as it is', doubled(lengths));
    if (text.length > (known.kind === 'secret' ? longestBase64 : longestSentBase64)) return;
    for (const units of base64Forms(text)) {
      const { length } = units;
      put([units, units.slice().reverse()], 'Base64', { folded: length, joined: length, letters: length });
    }
  }

  function forget(): void {
    const others = [...values.values()].filter(({ kind }) => kind !== 'secret');
    const old = new Set(others.slice(0, Math.floor(others.length / 2)));
    const kept = [...values.values()].filter((known) => !old.has(known));
    [grams, variants, wholes, longs] = [createGrams(), [], [], []];
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
    get longs() {
      return longs;
    },
    isInnocent: (text) => isInnocent(innocent, unitsOf(folded(viewOf(text)))),
    get: (value) => values.get(value) ?? null,
    add(value, kind, name, sha256) {
      const known = values.get(value);
      if (known) return known;
      if (value.trim().length < leastWhole) return null;
      if (values.size >= mostValues || grams.size >= mostGrams) forget();
      const added: KnownValue = { value, kind, name, ...(sha256 === undefined ? {} : { sha256 }) };
      values.set(value, added);
      index(added);
      version++;
      return added;
    },
  };
}
