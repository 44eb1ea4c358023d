/** The values that are not shown, and every form in which a part of one is looked for. */
import { folded } from './compact.ts';
import { backwards, base64Forms, doubled, formsOf, longForms, type Reading, unitsOf, wideForms } from './forms.ts';
import { addForm, createIndex, type Density, dense, gramLength, type Index, isAll } from './parts.ts';
import { viewOf } from './view.ts';

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
    const { lengths, all: own } = isLong ? longForms(text, edge) : formsOf(text);
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
