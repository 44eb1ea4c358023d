/** The values that must not be shown, and every form in which a part of one is searched. */
import { folded } from './compact.ts';
import { decodedForms, otherTexts } from './encoded-forms.ts';
import { backwards, base64Forms, doubled, formsOf, longForms, type Reading, unitsOf, wideForms } from './forms.ts';
import { leastSplit } from './least.ts';
import { isAll } from './parts.ts';
import {
  addForm,
  copyOf,
  createIndex,
  type Density,
  dense,
  gramLength,
  type Index,
  type Mark,
  markOf,
  takeBack,
} from './parts-index.ts';
import { viewOf } from './view.ts';

/** `secret` is a secret of the environment, `sent` was made from one and sent, `token` was granted. */
export type Kind = 'secret' | 'sent' | 'token';

/** A value that must not be shown; `name` is what a person calls it: `clientSecret`, `X-SIGNATURE`. */
export interface KnownValue {
  value: string;
  kind: Kind;
  name: string;
  /** For a stand-in, the first 8 hex digits of the SHA-256 of the value it replaces. */
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

/** A short value, or one made of innocent words alone: found only whole, and not next to letters. */
export interface Whole {
  known: KnownValue;
  units: string;
}

/** Values to look for. */
export interface Known {
  /** Increases with every value that is added. */
  readonly version: number;
  readonly parts: Index;
  /** The owners of parts, from 0 on. */
  readonly variants: Variant[];
  readonly wholes: Whole[];
  /** Parts of innocent texts, which reveal nothing on their own. */
  readonly innocent: Index;
  /** The value as it is known from now on; null where it is too short to be searched. */
  add(value: string, kind: Kind, name: string, sha256?: string): KnownValue | null;
  /** Forgets values that are not secrets. */
  drop(values: ReadonlySet<string>): void;
  /** Whether a text is a part of one that may be shown, such as the client's name. */
  isInnocent(text: string): boolean;
  /** The known value; null where it is unknown. */
  get(value: string): KnownValue | null;
}

/** Shortest value that is searched; a shorter one would mask innocent text. */
export const leastWhole = 4;

/** Most values beside the secrets of the environment; beyond it, the older half is forgotten. */
const mostValues = 2000;

/** Longest value whose Base64 is searched in another letter case and backwards. */
const longestBase64 = 4096;

/** Most units of all forms; beyond it, the older half of the values that are not secrets is forgotten as well. */
const mostUnits = 1 << 23;

/**
 * Fewest characters of Base64 whose letter case is lost: a name that a client and its secret share has no more. Where
 * letter case is kept, Base64 is decoded, and eight characters of the secret are enough.
 */
export const leastBase64 = 20;

/**
 * Units of each edge of a token or a signature that are indexed as densely as a shorter value, and between the edges.
 */
const edge = 1 << 13;
const between = 1 << 8;

/** How densely a form is indexed of which no part shorter than `least` counts. */
function densityOf(kind: Kind, least: number): Density {
  const every = least - gramLength + 1;
  return kind === 'secret' ? { ...dense, every } : { every, edge, between };
}

const armour = /-----(?:BEGIN|END)[A-Z0-9 ]*-----/g;

const jwtHeader = /^eyJ[\w-]*\.(?=eyJ[\w-]*\.)/;

/** A word of which a reader may take the bytes that it encodes. */
const encodingWord = /[\w+/-]{11,}={0,2}/g;

/** The parts of innocent texts: those of a contract, and a client's public name; and of the bytes that their words encode. */
export function innocentParts(texts: Iterable<string>): Index {
  const parts = createIndex();
  const take = (text: string): void => {
    for (const units of formsOf(text).all) if (!isAll(parts, units, 0, units.length)) addForm(parts, units, 0, dense);
  };
  for (const text of texts) {
    take(text);
    for (const [word] of text.matchAll(encodingWord)) for (const bytes of decodedForms(word)) take(bytes);
  }
  return parts;
}

/** All that is known of some values. */
type Indexed = Pick<Known, 'parts' | 'variants' | 'wholes'> & { values: Map<string, Entry> };

/** A value, and how much was indexed before it. */
interface Entry {
  known: KnownValue;
  parts: Mark;
  variants: number;
  wholes: number;
}

const copyOfAll = ({ parts, variants, wholes, values }: Indexed): Indexed => ({
  parts: copyOf(parts),
  variants: [...variants],
  wholes: [...wholes],
  values: new Map(values),
});

/**
 * The secrets of the last gate beside some innocent parts, indexed. A session opens a gate of its own for the same
 * secrets, and a private key has so many forms that to index them takes longer than to send a request.
 */
const indexedSecrets = new WeakMap<Index, { key: string; secrets: Indexed }>();

/** Values to search, at first the secrets of the environment. */
export function createKnown(
  innocent: Index = createIndex(),
  secrets: readonly Pick<KnownValue, 'name' | 'value'>[] = [],
): Known {
  const key = JSON.stringify(secrets);
  const before = indexedSecrets.get(innocent);
  const first: Indexed = { parts: createIndex(), variants: [], wholes: [], values: new Map() };
  const { parts, variants, wholes, values } = before?.key === key ? copyOfAll(before.secrets) : first;
  let version = 0;
  const isInnocent = (units: Uint16Array): boolean => isAll(innocent, units, 0, units.length);

  function index(known: KnownValue): void {
    values.set(known.value, { known, parts: markOf(parts), variants: variants.length, wholes: wholes.length });
    const { kind } = known;
    // The header of a JWT is shared by many tokens, and is shown.
    const text = known.value.replace(armour, '').replace(jwtHeader, '');
    const isLong = kind !== 'secret' && text.length > 2 * edge;
    const { lengths, all: own } = isLong ? longForms(text, edge) : formsOf(text);
    const [raw = new Uint16Array(), ...others] = own;
    const since = variants.length;
    const put = (all: Uint16Array[], form: Form, least: number, whole = lengths): void => {
      const owner = variants.push({ known, form, lengths: whole }) - 1;
      for (const units of all)
        addForm(parts, units, owner, densityOf(kind, least), isLong && form === 'backwards' ? null : since);
    };
    if (raw.length < gramLength || own.every((units) => units.length < gramLength || isInnocent(units)))
      wholes.push({ known, units: String.fromCharCode(...raw) });
    // A part of a token or a signature that is not written unchanged counts only from a greater length on: there are
    // many.
    const least = kind === 'secret' ? gramLength : leastSplit;
    put([raw], 'as it is', gramLength);
    put(others, 'as it is', least);
    put(own.map(backwards), 'backwards', least);
    const wide = wideForms(text, isLong ? edge : text.length);
    if (wide.length > 0) put(wide, 'as it is', least, doubled(lengths));
    if (text.length > longestBase64) return;
    if (kind !== 'token')
      for (const one of [...otherTexts(text), ...decodedForms(text)]) {
        const forms = formsOf(one);
        put(forms.all, 'as it is', least, forms.lengths);
      }
    for (const units of base64Forms(text)) {
      const { length } = units;
      put([units, backwards(units)], 'Base64', leastBase64, { folded: length, joined: length, letters: length });
    }
  }

  function drop(old: ReadonlySet<string>): void {
    const isOld = ({ kind, value }: KnownValue): boolean => kind !== 'secret' && old.has(value);
    const all = [...values.values()];
    const at = all.findIndex(({ known }) => isOld(known));
    const oldest = all[at];
    if (!oldest) return;
    // Mostly the latest values are dropped: what was known before them is not indexed anew.
    takeBack(parts, oldest.parts);
    [variants.length, wholes.length] = [oldest.variants, oldest.wholes];
    const later = all.slice(at);
    for (const { known } of later) values.delete(known.value);
    for (const { known } of later) if (!isOld(known)) index(known);
    version++;
  }

  function forget(): void {
    const others = [...values.values()].flatMap(({ known }) => (known.kind === 'secret' ? [] : [known.value]));
    drop(new Set(others.slice(0, Math.floor(others.length / 2))));
  }

  function add(value: string, kind: Kind, name: string, sha256?: string): KnownValue | null {
    const known = values.get(value)?.known;
    if (known) return known;
    if (value.trim().length < leastWhole) return null;
    if (values.size >= mostValues || parts.units >= mostUnits) forget();
    const added: KnownValue = { value, kind, name, ...(sha256 === undefined ? {} : { sha256 }) };
    index(added);
    version++;
    return added;
  }

  if (secrets.length > 0 && before?.key !== key) {
    for (const { name, value } of secrets) add(value, 'secret', name);
    indexedSecrets.set(innocent, { key, secrets: copyOfAll({ parts, variants, wholes, values }) });
  }

  return {
    innocent,
    drop,
    add,
    parts,
    variants,
    wholes,
    get version() {
      return version;
    },
    isInnocent: (text) => isInnocent(unitsOf(folded(viewOf(text)))),
    get: (value) => values.get(value)?.known ?? null,
  };
}
