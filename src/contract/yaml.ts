import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { relative } from 'node:path';
import { CORE_SCHEMA, load, YAMLException } from 'js-yaml';
import type * as Yaml from 'yaml';
import { takeTodos, todoKey } from './todo.ts';
import type { Json } from './types.ts';

type Path = (string | number)[];

/** Loaded by who has to tell a line: it takes as long as to load three contracts. */
const loadYaml = (): typeof Yaml => createRequire(import.meta.url)('yaml') as typeof Yaml;

/** Where something stands, `file:line`; the line is looked up when the text is made. */
export interface Place {
  toString(): string;
}

/** A parsed YAML or JSON file that can tell the line of any node. */
export interface SourceFile {
  file: string;
  value: Json;
  /** `file:line` of the node at the path; of its nearest ancestor where it does not exist. */
  where(path: Path): string;
  /** The same, looked up only when it is told: most places never are. */
  place(path: Path): Place;
}

/** Reads a YAML or JSON file; syntax faults, duplicate keys and TODOs go to `problems`, each with its line. Null when unreadable. */
export function readYaml(file: string, problems: string[]): SourceFile | null {
  const shown = relative(process.cwd(), file) || file;
  if (!existsSync(file)) {
    problems.push(`${shown}: no such file`);
    return null;
  }
  const text = readFileSync(file, 'utf8');
  const value = parsed(text, shown, problems);
  if (value === undefined) return null;
  // Every node with its place takes six times as long to parse as the values alone, and only a problem tells a line.
  let known: { document: Yaml.Document; lines: Yaml.LineCounter } | null = null;
  const where = (path: Path): string => {
    if (!known) {
      const { LineCounter, parseDocument } = loadYaml();
      const lines = new LineCounter();
      known = { document: parseDocument(text, { lineCounter: lines }), lines };
    }
    for (let length = path.length; length >= 0; length--) {
      const node = known.document.getIn(path.slice(0, length), true) as
        | { range?: [number, number, number] }
        | undefined;
      if (node?.range) return `${shown}:${known.lines.linePos(node.range[0]).line}`;
    }
    return `${shown}:1`;
  };
  if (text.includes(todoKey)) problems.push(...takeTodos(value, where));
  return { file, value, where, place: (path) => ({ toString: () => where(path) }) };
}

/** The value of a YAML text in its core schema; undefined when it has faults, each of which is told with its line. */
function parsed(text: string, shown: string, problems: string[]): Json | undefined {
  try {
    return (load(text, { schema: CORE_SCHEMA }) ?? null) as Json;
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    const { LineCounter, parseDocument } = loadYaml();
    const lines = new LineCounter();
    const faults = parseDocument(text, { lineCounter: lines, prettyErrors: false }).errors.map(
      ({ pos, message }) => `${lines.linePos(pos[0]).line}: ${message.split('\n')[0]}`,
    );
    // The one parser stops at the first fault; the other names them all, and lets an alias without an anchor pass.
    if (faults.length === 0) faults.push(`${(error.mark?.line ?? 0) + 1}: ${error.reason}`);
    problems.push(...faults.map((fault) => `${shown}:${fault}`));
    return undefined;
  }
}
