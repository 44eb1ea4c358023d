import { dirname, resolve } from 'node:path';
import type { Json, JsonObject, Schema } from '../formats/json.ts';
import { atPointer, isObject, keysOf, pointerOf } from '../formats/json.ts';
import { type Place, readYaml, type SourceFile } from './yaml.ts';

type Path = (string | number)[];

/** A node of the OpenAPI file, or of a file that it refers to, with its place. */
export interface Node {
  value: JsonObject;
  file: SourceFile;
  path: Path;
}

/** Reads an OpenAPI file and follows its `$ref`s from file to file; each node keeps its place. */
export interface OpenApi {
  root: Node;
  /** The object at the keys below a node, its `$ref` followed; null when absent or not an object. */
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

  function follow(node: Node, seen: JsonObject[] = []): Node | null {
    const reference = node.value['$ref'];
    if (typeof reference !== 'string') return node;
    const { file: name, pointer } = partsOf(reference);
    const target = name === '' ? node.file : read(resolve(dirname(node.file.file), name));
    const value = target ? atPointer(target.value, pointer) : undefined;
    const fault = seen.includes(node.value)
      ? 'refers to itself'
      : seen.length >= mostSteps
        ? `leads through more than ${mostSteps} references`
        : target && isObject(value)
          ? null
          : 'points to nothing';
    if (fault !== null || !target || !isObject(value)) {
      problems.push(`${sourcePosition(node)}: $ref "${reference}" ${fault}`);
      return null;
    }
    return follow({ value, file: target, path: keysOf(pointer) }, [...seen, node.value]);
  }

  function child(node: Node, ...keys: string[]): Node | null {
    const value = atPointer(node.value, pointerOf(keys));
    return isObject(value) ? follow({ value, file: node.file, path: [...node.path, ...keys] }) : null;
  }

  const inlined = new Map<JsonObject, Schema>();
  const api: OpenApi = {
    root: { value: first.value, file: first, path: [] },
    child,
    children(node, key) {
      const members = node.value[key];
      const names = members !== null && typeof members === 'object' ? Object.keys(members) : [];
      return names.flatMap((name) => {
        const found = child(node, key, name);
        const pair: [string, Node][] = found ? [[name, found]] : [];
        return pair;
      });
    },
    inline(node) {
      const known = inlined.get(node.value);
      if (known) return known;
      const schema = inlineOf(node, follow);
      inlined.set(node.value, schema ?? {});
      if (schema) return schema;
      problems.push(
        `${sourcePosition(node)}: the schema, its references followed, is nested deeper than ${mostNested} schemas, or holds more than ${mostInlined} values`,
      );
      return {};
    },
  };
  return api;
}

/** Most values of a schema with its references followed: a hundred times what a token endpoint has, and held in memory. */
const mostInlined = 200_000;

/** Most levels of objects inside each other in a schema, its references followed. */
const mostNested = 100;

/** Most references that lead from one to the next. */
const mostSteps = 50;

/**
 * A schema with its references resolved. One that contains itself is put under `$defs`, and referred to from there on.
 * Null where it is too large.
 */
function inlineOf(root: Node, follow: (node: Node) => Node | null): Schema | null {
  const inside = new Map<JsonObject, { name: string; node: Node }>();
  let left = mostInlined;
  const copy = (value: Json, path: Path, within: Node, open: JsonObject[]): Json => {
    if (open.length > mostNested) left = 0;
    if (left-- <= 0) return true;
    if (Array.isArray(value)) return value.map((item, index) => copy(item, [...path, index], within, open));
    if (!isObject(value)) return value;
    const target = follow({ value, file: within.file, path });
    if (!target) return {};
    if (open.includes(target.value)) {
      const known = inside.get(target.value) ?? { name: `recursive${inside.size + 1}`, node: target };
      inside.set(target.value, known);
      return { $ref: `#/$defs/${known.name}` };
    }
    return membersOf(target, [...open, target.value]);
  };
  const membersOf = (target: Node, open: JsonObject[]): JsonObject =>
    Object.fromEntries(
      Object.entries(target.value).map(([name, member]) => [name, copy(member, [...target.path, name], target, open)]),
    );
  const schema = membersOf(root, [root.value]);
  const definitions: JsonObject = {};
  // A definition may hold further ones: the map grows while it is walked.
  for (const { name, node } of inside.values()) definitions[name] = membersOf(node, [node.value]);
  if (left <= 0) return null;
  return inside.size === 0
    ? schema
    : { ...schema, $defs: { ...(isObject(schema['$defs']) ? schema['$defs'] : {}), ...definitions } };
}

/** The file and the JSON pointer of a reference: its fragment is written as in a URL. */
function partsOf(reference: string): { file: string; pointer: string } {
  const at = reference.indexOf('#');
  const [file, fragment] = at < 0 ? [reference, ''] : [reference.slice(0, at), reference.slice(at + 1)];
  try {
    return { file, pointer: decodeURIComponent(fragment) };
  } catch {
    return { file, pointer: fragment };
  }
}

/** The place of a node, `file:line`. */
export function sourcePosition(node: Node): Place {
  return node.file.place(node.path);
}
