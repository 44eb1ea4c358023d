/** The format of the file that keeps tokens between runs: which parts of a text are valid. Pure. */

/** A kept token as the file holds it; all but the instant in Base64. */
export interface Sealed {
  /** Milliseconds since the epoch. */
  endsAt: number;
  salt: string;
  nonce: string;
  tag: string;
  text: string;
}

/** The content of a file. */
export interface StateFile {
  /** By the name of the target. */
  tokens: Map<string, Sealed>;
  /** What is wrong with it; null where it is whole. */
  fault: string | null;
  /** Whether a later version wrote it, which this one must not overwrite. */
  newer: boolean;
}

/** Version 1 did not authenticate the end of a token and the target it is for. */
export const stateVersion = 2;

/** Bytes; AES-GCM takes shorter tags as well, which are easier to guess (NIST SP 800-38D, appendix C). */
export const sizes = { salt: 16, nonce: 12, tag: 16 } as const;

/** Most characters of a file that is read. */
const mostCharacters = 4 * 1024 * 1024;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The bytes of a Base64 text; null for any other text. */
function bytesOf(value: unknown): Buffer | null {
  const bytes = typeof value === 'string' ? Buffer.from(value, 'base64') : null;
  return bytes?.toString('base64') === value ? bytes : null;
}

function sealedIn(value: unknown): Sealed | null {
  if (!isObject(value)) return null;
  const { endsAt, salt, nonce, tag, text } = value;
  if (typeof endsAt !== 'number' || !Number.isFinite(endsAt)) return null;
  if (typeof salt !== 'string' || typeof nonce !== 'string' || typeof tag !== 'string' || typeof text !== 'string')
    return null;
  const lengths = Object.entries(sizes).every(([name, size]) => bytesOf(value[name])?.length === size);
  return lengths && (bytesOf(text)?.length ?? 0) > 0 ? { endsAt, salt, nonce, tag, text } : null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Every `"name": { … }` in a text that is not valid JSON: each token is authenticated by itself. */
function salvaged(text: string): [string, unknown][] {
  const found = text.matchAll(/("(?:[^"\\]|\\.){1,300}")\s{0,9}:\s{0,9}(\{[^{}]{1,100000}\})/g);
  return [...found].map(([, name = '', entry = '']) => [String(parsed(name)), parsed(entry)]);
}

/** Reads the text of a state file; it never fails, whatever the text. */
export function readState(text: string): StateFile {
  const damaged = 'it was damaged';
  const fine = (entries: [string, unknown][]): [string, Sealed][] =>
    entries.flatMap(([name, value]): [string, Sealed][] => {
      const sealed = sealedIn(value);
      return sealed ? [[name, sealed]] : [];
    });
  const none = { tokens: new Map<string, Sealed>(), newer: false };
  if (text.length > mostCharacters) return { ...none, fault: damaged };
  const value = parsed(text);
  if (value === undefined) return { ...none, tokens: new Map(fine(salvaged(text))), fault: damaged };
  if (!isObject(value)) return { ...none, fault: damaged };
  const version = value['formatVersion'];
  if (version === undefined && fine(Object.entries(value)).length > 0)
    return { ...none, fault: 'it is of an earlier version, which did not protect it against changes' };
  if (typeof version === 'number' && version > stateVersion)
    return { ...none, fault: `it has the later format ${version}`, newer: true };
  const entries = version === stateVersion && isObject(value['tokens']) ? Object.entries(value['tokens']) : null;
  if (!entries) return { ...none, fault: damaged };
  const tokens = new Map(fine(entries));
  return { ...none, tokens, fault: tokens.size === entries.length ? null : damaged };
}

/** The text of a state file. */
export function stateText(tokens: Map<string, Sealed>): string {
  return `${JSON.stringify({ formatVersion: stateVersion, tokens: Object.fromEntries(tokens) }, null, 1)}\n`;
}
