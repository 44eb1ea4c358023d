/** Checks the OpenAPI objects that a contract uses: a key that nobody reads there is a mistake, and is refused. */

import type { Json } from '../formats/json.ts';
import { isObject, own, typeOfJson } from '../formats/json.ts';
import type { Node, OpenApi } from './openapi.ts';
import { didYouMean, isNearly } from './similar.ts';
import { todoKey } from './todo.ts';

/** The objects of OpenAPI 3.1 whose keys are checked. */
export type Kind = keyof typeof kinds;

/** The value under a key: one of a type, anything, or further objects, alone, in a list or by name. */
type Shape = 'boolean' | 'string' | 'any' | readonly ['one' | 'list' | 'map', string];

const described = { description: 'string' } as const;
const shown = { example: 'any', examples: 'any' } as const;
const header = {
  ...described,
  ...shown,
  required: 'boolean',
  deprecated: 'boolean',
  allowEmptyValue: 'boolean',
  style: 'string',
  explode: 'boolean',
  allowReserved: 'boolean',
  schema: 'any',
  content: ['map', 'Media Type'],
} as const;
/** `serversOf` checks each server of the file as a node of its own. */
const servers = 'any';
const parameter = { name: 'string', in: 'string', ...header } as const;

/** The fixed fields of each object (OpenAPI 3.1, section 4.8), and our own key that is read there. */
const kinds = {
  OpenAPI: {
    fields: {
      ...{ openapi: 'string', info: 'any', jsonSchemaDialect: 'string', servers, paths: 'any', webhooks: 'any' },
      ...{ components: 'any', security: 'any', tags: 'any', externalDocs: 'any' },
    },
    ours: null,
  },
  'Path Item': {
    fields: {
      ...{ $ref: 'string', summary: 'string', ...described, servers, parameters: ['list', 'Shared Parameter'] },
      ...{
        get: 'any',
        put: 'any',
        post: 'any',
        delete: 'any',
        options: 'any',
        head: 'any',
        patch: 'any',
        trace: 'any',
      },
    },
    ours: null,
  },
  Operation: {
    fields: {
      ...{ tags: 'any', summary: 'string', ...described, externalDocs: 'any', operationId: 'string' },
      ...{ parameters: ['list', 'Parameter'], requestBody: ['one', 'Request Body'], responses: ['map', 'Response'] },
      ...{ callbacks: 'any', deprecated: 'boolean', security: 'any', servers },
    },
    ours: 'x-clause',
  },
  Parameter: { fields: parameter, ours: 'x-clause' },
  // Clauses are taken from the parameters of an operation, not from those that a path gives all of its operations.
  'Shared Parameter': { fields: parameter, ours: null },
  Header: { fields: header, ours: 'x-clause' },
  'Request Body': {
    fields: { ...described, content: ['map', 'Media Type'], required: 'boolean' },
    ours: 'x-clause',
  },
  Response: {
    fields: { ...described, headers: ['map', 'Header'], content: ['map', 'Media Type'], links: 'any' },
    ours: null,
  },
  'Media Type': { fields: { ...shown, schema: 'any', encoding: 'any' }, ours: 'x-clause' },
  Server: { fields: { url: 'string', ...described, variables: ['map', 'Server Variable'] }, ours: 'x-production' },
  'Server Variable': { fields: { enum: 'any', default: 'any', ...described }, ours: null },
} as const satisfies Record<string, { fields: Record<string, Shape>; ours: string | null }>;

/** Our own keys, each with what it holds. */
const ourKeys: Readonly<Record<string, 'object' | 'boolean'>> = {
  'x-clause': 'object',
  'x-production': 'boolean',
  [todoKey]: 'object',
};

const isKind = (name: string): name is Kind => Object.hasOwn(kinds, name);

const mustBe = (type: string, value: Json): string =>
  `must be ${type === 'boolean' ? 'true or false' : `${/^[aeio]/.test(type) ? 'an' : 'a'} ${type}`}, not ${JSON.stringify(value).slice(0, 60)}`;

const named = (kind: string): string => `${/^[AEIO]/.test(kind) ? 'an' : 'a'} ${kind} Object`;

/** What is wrong with a key that the object does not define; null for an extension of someone else. */
function keyFault(key: string, value: Json, kind: Kind): string | null {
  const { fields, ours } = kinds[kind];
  const type = own(ourKeys, key);
  if (type !== undefined && key !== ours)
    return `${key} is not read in ${named(kind)}; write it where it is read, or delete it`;
  if (type !== undefined) return typeOfJson(value) === type ? null : `${key} ${mustBe(type, value)}`;
  const near = Object.keys(ourKeys).filter((one) => isNearly(key, one));
  if (near.length > 0) return `"${key}" is not read${didYouMean(key, near)}`;
  if (key.startsWith('x-')) return null;
  const known = [...Object.keys(fields), ...(ours === null ? [] : [ours])];
  return `${named(kind)} has no key "${key}"${didYouMean(key, known)}`;
}

/** Checks the object at a node and all objects in it; each fault goes to `problems` with file and line. */
export function checkObject(api: OpenApi, root: Node, kind: Kind, problems: string[]): void {
  const found = new Set<string>();
  const report = ({ file, path }: Node, keys: (string | number)[], fault: string): void =>
    void found.add(`${file.where([...path, ...keys])}: ${fault}`);

  function member(node: Node, keys: string[], name: string): void {
    const parent = keys.length === 1 ? node.value : node.value[keys[0] ?? ''];
    const last = keys.at(-1) ?? '';
    const raw = Array.isArray(parent) ? parent[Number(last)] : isObject(parent) ? own(parent, last) : undefined;
    if (!isObject(raw)) {
      report(node, keys, `${named(name)} ${mustBe('object', raw ?? null)}`);
      return;
    }
    if (raw['$ref'] !== undefined)
      for (const key of Object.keys(raw)) {
        const free = ['$ref', 'summary', 'description'].includes(key);
        const ours = Object.keys(ourKeys).some((one) => key === one || isNearly(key, one));
        if (!free && (ours || !key.startsWith('x-')))
          report(node, [...keys, key], `${key} beside $ref is not read; write it at the node that $ref refers to`);
      }
    const child = api.child(node, ...keys);
    if (child && isKind(name)) walk(child, name);
  }

  function shape(node: Node, key: string, value: Json, wanted: Shape): void {
    if (wanted === 'any') return;
    if (typeof wanted === 'string') {
      if (typeof value !== wanted) report(node, [key], `${key} ${mustBe(wanted, value)}`);
      return;
    }
    const [many, name] = wanted;
    const type = many === 'list' ? 'array' : 'object';
    if (typeOfJson(value) !== type) {
      report(node, [key], `${key} ${mustBe(type, value)}`);
      return;
    }
    if (many === 'one') member(node, [key], name);
    else
      for (const inner of Object.keys(value ?? {})) {
        if (name === 'Response' && inner.startsWith('x-')) continue;
        if (name === 'Response' && !/^(?:[1-5](?:\d\d|XX)|default)$/.test(inner))
          report(node, [key, inner], `"${inner}" is no status of a response`);
        member(node, [key, inner], name);
      }
  }

  function walk(node: Node, of: Kind): void {
    const fields: Readonly<Record<string, Shape>> = kinds[of].fields;
    for (const [key, value] of Object.entries(node.value)) {
      const wanted = own(fields, key);
      if (wanted !== undefined) {
        shape(node, key, value, wanted);
        continue;
      }
      const fault = keyFault(key, value, of);
      if (fault !== null) report(node, [key], fault);
    }
    const place = String(node.value['in']);
    if (of.endsWith('Parameter') && !['path', 'query', 'header', 'cookie'].includes(place))
      report(node, 'in' in node.value ? ['in'] : [], `in must be path, query, header or cookie, not "${place}"`);
  }

  walk(root, kind);
  problems.push(...found);
}
