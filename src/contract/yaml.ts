import { existsSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { LineCounter, parseDocument } from 'yaml';
import { takeTodos } from './todo.ts';
import type { Json } from './types.ts';

/** A parsed YAML or JSON file that can tell the line of any node. */
export interface SourceFile {
  file: string;
  value: Json;
  /** `file:line` of the node at the path; of its nearest ancestor where it does not exist. */
  where(path: (string | number)[]): string;
}

/** Reads a YAML or JSON file; syntax faults, duplicate keys and TODOs go to `problems`, each with its line. Null when unreadable. */
export function readYaml(file: string, problems: string[]): SourceFile | null {
  const shown = relative(process.cwd(), file) || file;
  if (!existsSync(file)) {
    problems.push(`${shown}: no such file`);
    return null;
  }
  const lines = new LineCounter();
  const document = parseDocument(readFileSync(file, 'utf8'), { lineCounter: lines });
  for (const fault of document.errors) {
    problems.push(`${shown}:${lines.linePos(fault.pos[0]).line}: ${fault.message.split('\n')[0]}`);
  }
  if (document.errors.length > 0) return null;
  const where = (path: (string | number)[]): string => {
    for (let length = path.length; length >= 0; length--) {
      const node = document.getIn(path.slice(0, length), true) as { range?: [number, number, number] } | undefined;
      if (node?.range) return `${shown}:${lines.linePos(node.range[0]).line}`;
    }
    return `${shown}:1`;
  };
  const value = document.toJS() as Json;
  problems.push(...takeTodos(value, where));
  return { file, value, where };
}
