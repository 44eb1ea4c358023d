/** Patterns of a contract, matched in time that grows with the text alone: by RE2, or in one pass. */
import { RE2JS } from 're2js';

type Keys = (string | number)[];

/** A pattern ready for use. */
export interface Pattern {
  /** Whether some part of the text matches. */
  test(text: string): boolean;
  /** Its source, by which ajv tells patterns apart. */
  toString(): string;
}

/** Longest allowed pattern, in characters. */
const mostCharacters = 1000;

const lineEnds = '\\n\\r\\x{2028}\\x{2029}';
const blanks = `\\t\\v\\f \\x{a0}\\x{1680}\\x{2000}-\\x{200a}\\x{202f}\\x{205f}\\x{3000}\\x{feff}${lineEnds}`;

/** What matches more characters in a pattern of JSON Schema (ECMA-262) than in one of RE2, outside of a class. */
const wider: Record<string, string> = { '.': `[^${lineEnds}]`, '\\s': `[${blanks}]`, '\\S': `[^${blanks}]` };

/** A pattern of JSON Schema in the syntax of RE2. */
function translated(source: string): string {
  let inClass = false;
  const parts = (RE2JS.translateRegExp(source).match(/\\[\s\S]|[\s\S]/gu) ?? []).map((part) => {
    if (part === '[' || part === ']') inClass = part === '[';
    if (inClass) return part === '\\s' ? blanks : part;
    return wider[part] ?? part;
  });
  return parts.join('');
}

/**
 * A group that holds no other, and whose every turn takes one character before anything is repeated: a plain one, an escaped
 * sign or a class, which are `c` here. An escaped letter may take none, as `\b` does, or go on, as `\x41` does; it is `^`.
 */
const plainGroup = /\((?:\?:)?[^()*+?{}.^$|](?![*+?{])[^()|]*\)/g;

/** Whether a pattern holds alternatives, or a group that may take no character, or one character in several ways. */
function isAmbiguous(source: string): boolean {
  const outline = source
    .replace(/\\([\s\S])|\[(?:\\[\s\S]|[^\]\\])*\]/g, (_, escaped = '') => (/\w/.test(escaped) ? '^' : 'c'))
    .replace(plainGroup, 'c');
  return /[(|]/.test(outline);
}

/**
 * A pattern whose every character decides how it goes on, as RE2 finds out, also takes one pass in the engine of
 * JavaScript, which is sixty times as fast. Alternatives and most groups are left to RE2, which makes `(a*)*` and `a|a` simpler
 * before it finds out, and letter case is: the two fold it in their own ways.
 */
function inOnePass(source: string, compiled: RE2JS): Pattern {
  if (compiled.re2().onepass === null || isAmbiguous(source)) return compiled;
  const own = new RegExp(source, 'uy');
  return {
    toString: () => source,
    test(text) {
      own.lastIndex = 0;
      try {
        return own.test(text);
      } catch {
        // A text of many megabytes fills its stack.
        return compiled.test(text);
      }
    },
  };
}

const known = new Map<string, Pattern>();

/** Compiles a pattern of JSON Schema, ignoring letter case where asked. @throws Error where RE2 does not support it. */
export function patternOf(source: string, anyCase = false): Pattern {
  const key = `${anyCase}:${source}`;
  const before = known.get(key);
  if (before) return before;
  const compiled = RE2JS.compile(translated(source), anyCase ? RE2JS.CASE_INSENSITIVE : 0);
  const made = anyCase ? compiled : inOnePass(source, compiled);
  known.set(key, made);
  return made;
}

/** A named back reference, which RE2 would read as the letter k. */
const namedReference = /(^|[^\\])(\\\\)*\\k</;

const remedy = 'write it without look-around, back references and counts above 1000';

/** Why a pattern is refused; null when it is allowed. */
export function patternFault(source: string): string | null {
  if (source.length > mostCharacters) return `is a pattern of more than ${mostCharacters} characters`;
  try {
    // A pattern that is invalid in JSON Schema may still be valid for RE2.
    new RegExp(source, 'u');
    patternOf(source);
    return namedReference.test(source) ? `refers back to a group; ${remedy}` : null;
  } catch (error) {
    const reason = error instanceof Error ? error.message.replace(/^error parsing regexp: /, '') : String(error);
    return `is no pattern that is matched in linear time (${reason}); ${remedy}`;
  }
}

/** Keywords whose values are data, in which a member called `pattern` is no keyword. */
const data = ['const', 'enum', 'default', 'example', 'examples', 'x-clause'];

/** Keywords whose members are schemas under names of their own. */
const named = ['properties', 'patternProperties', '$defs', 'definitions', 'dependentSchemas'];

/** Every refused pattern in a schema: the keys that lead to it, and why. */
export function patternFaults(schema: unknown): { keys: Keys; fault: string }[] {
  const found: { keys: Keys; fault: string }[] = [];
  const look = (source: string, keys: Keys): void => {
    const fault = patternFault(source);
    if (fault !== null) found.push({ keys, fault: `${JSON.stringify(source)} ${fault}` });
  };
  const walk = (value: unknown, keys: Keys, ofNames: boolean): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [name, member] of Object.entries(value)) {
      const here = [...keys, Array.isArray(value) ? Number(name) : name];
      const keyword = !ofNames && !Array.isArray(value);
      if (keyword && data.includes(name)) continue;
      if (keyword && name === 'pattern' && typeof member === 'string') look(member, here);
      if (keyword && name === 'patternProperties' && typeof member === 'object' && member !== null)
        for (const source of Object.keys(member)) look(source, [...here, source]);
      walk(member, here, keyword && named.includes(name));
    }
  };
  walk(schema, [], false);
  return found;
}
