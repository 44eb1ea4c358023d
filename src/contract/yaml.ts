import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { relative } from 'node:path';
import { CORE_SCHEMA, load, type Schema, Type, YAMLException } from 'js-yaml';
import type * as Yaml from 'yaml';
import { systemCode } from '../files/faults.ts';
import { entryAt } from '../files/read.ts';
import type { Json } from '../formats/json.ts';
import { isJson } from '../formats/json.ts';
import { boundsOf, mostBytes, mostDepth, TextFault } from './bounds.ts';
import { takeTodos, todoKey } from './todo.ts';

type Path = (string | number)[];

/** Loaded only when a line is needed: it takes as long as to load three contracts. */
const loadYaml = (): typeof Yaml => createRequire(import.meta.url)('yaml');

/** A place in a file, `file:line`; the line is looked up when the text is made. */
export interface Place {
  toString(): string;
}

/** A parsed YAML or JSON file that can name the line of any node. */
export interface SourceFile {
  file: string;
  value: Json;
  /** `file:line` of the node at the path; of its nearest ancestor where it does not exist. */
  where(path: Path): string;
  /** The same, but looked up only when it is printed: most places never are. */
  place(path: Path): Place;
}

/** Most characters of a path that is too long for the system. */
const mostShown = 200;

/**
 * Reads a YAML or JSON file; null when unreadable. Syntax faults, duplicate keys, exceeded limits and TODOs go to
 * `problems`, each with its line.
 */
export function readYaml(file: string, problems: string[]): SourceFile | null {
  const text = readYamlText(file, problems);
  return text === null ? null : sourceOf(file, text, problems);
}

/** The text of a YAML or JSON file; null and a problem where it is not a file, or cannot be read, or is too large. */
export function readYamlText(file: string, problems: string[]): string | null {
  const shown = relative(process.cwd(), file) || file;
  try {
    const entry = entryAt(file);
    if (entry === null) problems.push(`${shown}: no such file`);
    else if (!entry.isFile()) problems.push(`${shown}: this is not a regular file, so it is not read`);
    else if (entry.size > mostBytes)
      problems.push(`${shown}:1: the file has ${entry.size} bytes; at most ${mostBytes} are read`);
    else return decoded(readFileSync(file));
  } catch (error) {
    const code = systemCode(error);
    if (code === null) throw error;
    problems.push(`${shown.slice(0, mostShown)}: it cannot be read (${code})`);
  }
  return null;
}

/** Parses the text of a file, as `readYaml` does. */
export function sourceOf(file: string, text: string, problems: string[]): SourceFile | null {
  const shown = relative(process.cwd(), file) || file;
  const parsed = parseYaml(text);
  if ('faults' in parsed) {
    problems.push(...parsed.faults.map(({ line, reason }) => `${shown}:${line}: ${reason}`));
    return null;
  }
  const { value } = parsed;
  // Parsing every node with its place takes six times as long as parsing the values alone, and only a problem needs a
  // line.
  let known: { document: Yaml.Document; lines: Yaml.LineCounter } | null = null;
  const where = (path: Path): string => {
    if (!known) {
      const { LineCounter, parseDocument } = loadYaml();
      const lines = new LineCounter();
      known = { document: parseDocument(text, { lineCounter: lines, uniqueKeys: false }), lines };
    }
    for (let length = path.length; length >= 0; length--) {
      const start = startOf(known.document, path.slice(0, length));
      if (start !== undefined) return `${shown}:${known.lines.linePos(start).line}`;
    }
    return `${shown}:1`;
  };
  if (text.includes(todoKey)) problems.push(...takeTodos(value, where));
  return { file, value, where, place: (path) => ({ toString: () => where(path) }) };
}

/** A member of an object in a document: its key, and its value where the file gives one. */
type Pair = Yaml.Pair<unknown, unknown>;

/** The members of the objects of a document by key; each object is indexed once, since thousands of members may be asked for. */
const indexes = new WeakMap<Yaml.YAMLMap, Map<string, Pair>>();

function memberOf(map: Yaml.YAMLMap, name: string): Pair | undefined {
  const { isScalar } = loadYaml();
  let index = indexes.get(map);
  if (!index) {
    // Of a key that is given twice, the first counts.
    const named = map.items.flatMap((pair): [string, Pair][] => {
      return isScalar(pair.key) ? [[String(pair.key.value), pair]] : [];
    });
    index = new Map(named.reverse());
    indexes.set(map, index);
  }
  return index.get(name);
}

/** The start of the node at a path, or of its key; undefined where there is none. */
function startOf(document: Yaml.Document, path: Path): number | undefined {
  const { isMap, isNode, isSeq } = loadYaml();
  let node: unknown = document.contents;
  let key: unknown = null;
  for (const step of path) {
    const pair = isMap(node) ? memberOf(node, String(step)) : undefined;
    node = pair ? pair.value : isSeq(node) ? node.items[Number(step)] : undefined;
    key = pair?.key;
  }
  const found = isNode(node) && isNode(key) ? key : node;
  return isNode(found) ? found.range?.[0] : undefined;
}

/** The first bytes of a text that is not UTF-8: a byte order mark, or the zero byte of an ASCII character (YAML 1.2, section 5.2). */
const encodings: [encoding: string, begins: (first: number, second: number) => boolean][] = [
  ['utf-16be', (first, second) => (first === 0xfe && second === 0xff) || (first === 0 && second !== 0)],
  ['utf-16le', (first, second) => (first === 0xff && second === 0xfe) || (first !== 0 && second === 0)],
];

/** The text of a YAML or JSON file in the encoding that its first bytes show, without its byte order mark. */
function decoded(bytes: Buffer): string {
  const [first, second] = bytes;
  const found = first !== undefined && second !== undefined && encodings.find(([, begins]) => begins(first, second));
  return new TextDecoder(found ? found[0] : 'utf-8').decode(bytes);
}

/** Largest text that is parsed again to name all its faults: the parser that knows every line is slow. */
const mostReparsed = 256 * 1024;

/** Most faults of one text that are listed. */
const mostNamed = 20;

/** The core schema of YAML 1.2 with the merge key of YAML 1.1, which descriptions of others are written with. */
export const mergingSchema = CORE_SCHEMA.extend({
  implicit: [new Type('tag:yaml.org,2002:merge', { kind: 'scalar', resolve: (data: unknown) => data === '<<' })],
});

/** The value of a YAML or JSON text in the core schema of YAML 1.2, or its faults, each with its line. */
export function parseYaml(
  text: string,
  schema: Schema = CORE_SCHEMA,
): { value: Json } | { faults: { line: number; reason: string }[] } {
  try {
    const value: unknown = load(text, { schema, listener: boundsOf() });
    return { value: isJson(value) ? value : null };
  } catch (error) {
    if (error instanceof TextFault) return { faults: [error] };
    if (!(error instanceof YAMLException)) throw error;
    const { reason } = error;
    const line = (error.mark?.line ?? 0) + 1;
    if (reason.startsWith('nesting exceeded'))
      return { faults: [{ line, reason: `nested deeper than ${mostDepth} levels` }] };
    if (text.length > mostReparsed) return { faults: [{ line, reason }] };
    const { LineCounter, parseDocument } = loadYaml();
    const lines = new LineCounter();
    const { errors } = parseDocument(text, { lineCounter: lines, prettyErrors: false });
    const faults = errors.slice(0, mostNamed).map(({ pos, message }) => ({
      line: lines.linePos(pos[0]).line,
      reason: message.split('\n')[0] ?? '',
    }));
    // js-yaml stops at the first fault. The other parser lists all faults, but accepts an alias without an anchor.
    const lost = faults.length === 0 || faults.some((fault) => fault.reason.startsWith('Maximum call stack'));
    return { faults: lost ? [{ line, reason }] : faults };
  }
}
