import { dirname, resolve } from 'node:path';
import { atPointer } from './schema.ts';
import type { Json, JsonObject, Schema } from './types.ts';
import { type Place, readYaml, type SourceFile } from './yaml.ts';

type Path = (string | number)[];

/** A node of the OpenAPI file or of a file it refers to, with the place it stands at. */
export interface Node {
  value: JsonObject;
  file: SourceFile;
  path: Path;
}

/** Reads an OpenAPI file and follows its `$ref`s from file to file, keeping the place of every node. */
export interface OpenApi {
  root: Node;
  /** The object at the keys below a node, its `$ref` followed; null when absent or no object. */
  child(node: Node, ...keys: string[]): Node | null;
  /** Every child object of a node's member that is an object, by key. */
  children(node: Node, key: string): [string, Node][];
  /** The node's schema with every `$ref` in it resolved. */
  inline(node: Node): Schema;
}

/** Opens an OpenAPI 3.1 file. Dangling and circular references go to `problems`. */
export function openApi(file: string, problems: string[]): OpenApi | null {
  const files = new Map<string, SourceFile | null>();
  const read = (name: string): SourceFile | null => {
    if (!files.has(name)) files.set(name, readYaml(name, problems));
    return files.get(name) ?? null;
  };
  const first = read(file);
  if (!first) return null;
  if (!isObject(first.value)) {
    problems.push(`${first.where([])}: an OpenAPI file is an object`);
    return null;
  }

  function follow(node: Node, seen: string[] = []): Node | null {
    const reference = node.value['$ref'];
    if (typeof reference !== 'string') return node;
    const [name = '', pointer = ''] = reference.split('#');
    const target = name === '' ? node.file : read(resolve(dirname(node.file.file), name));
    const value = target ? atPointer(target.value, pointer) : undefined;
    if (!target || !isObject(value) || seen.includes(reference)) {
      problems.push(
        `${placeOf(node)}: $ref "${reference}" ${seen.includes(reference) ? 'refers to itself' : 'points to nothing'}`,
      );
      return null;
    }
    const path = pointer
      .split('/')
      .slice(1)
      .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
    return follow({ value, file: target, path }, [...seen, reference]);
  }

  function child(node: Node, ...keys: string[]): Node | null {
    const value = atPointer(node.value, keys.map((key) => `/${escapeKey(key)}`).join(''));
    return isObject(value) ? follow({ value, file: node.file, path: [...node.path, ...keys] }) : null;
  }

  const api: OpenApi = {
    root: { value: first.value, file: first, path: [] },
    child,
    children(node, key) {
      const members = node.value[key];
      const names = members !== null && typeof members === 'object' ? Object.keys(members) : [];
      return names.flatMap((name) => {
        const found = child(node, key, name);
        return found ? [[name, found] as [string, Node]] : [];
      });
    },
    inline(node) {
      const copy = (value: Json, path: Path, within: Node, depth: number): Json => {
        if (depth > 50) return true;
        if (Array.isArray(value)) return value.map((item, index) => copy(item, [...path, index], within, depth + 1));
        if (!isObject(value)) return value;
        const target = follow({ value, file: within.file, path });
        if (!target) return {};
        return Object.fromEntries(
          Object.entries(target.value).map(([name, member]) => [
            name,
            copy(member, [...target.path, name], target, depth + 1),
          ]),
        );
      };
      return copy(node.value, node.path, node, 0) as Schema;
    },
  };
  return api;
}

function escapeKey(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}

/** The place of a node, `file:line`. */
export function placeOf(node: Node): Place {
  return node.file.place(node.path);
}

/** Whether a value is a JSON object. */
export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
