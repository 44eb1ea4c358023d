/** What the scripts of a collection add to each request before it is sent: headers and parameters that no request lists. */
import { isObject, type JsonObject } from '../../formats/json.ts';
import type { Todo } from '../facts/facts.ts';
import { scriptOf } from './postman-scripts.ts';

/** The key under which an operation has the names that scripts add to its request. */
export const addedByScripts = 'x-added-by-scripts';

const comments = /\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm;
const adds = '(?:headers|query)\\s*\\.\\s*(?:add|upsert|append|insert|assimilate)|addHeader|addQueryParams';
/** The name as the key of an object, or as what stands before the colon of a line. */
const added = RegExp(
  `\\b(?:${adds})\\s*\\(\\s*(?:new\\s+[\\w.]+\\(\\s*)?\\[?\\s*(?:\\{[^{}]*?\\bkey["']?\\s*:\\s*["'\`]([\\w-]+)["'\`]|["'\`]([\\w-]+)\\s*[:=])`,
  'g',
);

const namesIn = (node: JsonObject): string[] =>
  [...(scriptOf(node)?.replace(comments, '') ?? '').matchAll(added)].map(([, key, line]) => key ?? line ?? '');

/** The names that the scripts of a collection, its folders and a request itself add to each request. */
export function namesAdded(collection: JsonObject): Map<JsonObject, string[]> {
  const found = new Map<JsonObject, string[]>();
  const left: [node: JsonObject, above: string[]][] = [[collection, []]];
  for (let one = left.pop(); one !== undefined; one = left.pop()) {
    const [node, above] = one;
    const names = [...new Set([...above, ...namesIn(node)])];
    if (names.length > 0) found.set(node, names);
    const items = Array.isArray(node['item']) ? node['item'].filter(isObject) : [];
    left.push(...items.map((item): [JsonObject, string[]] => [item, names]));
  }
  return found;
}

/** The question about those that the request does not list itself. */
export function addedTodos({ [addedByScripts]: given, parameters }: JsonObject): Todo[] {
  const listed = [parameters ?? []].flat().filter(isObject);
  const isListed = (name: string): boolean =>
    listed.some((one) => String(one['name']).toLowerCase() === name.toLowerCase());
  const names = [given ?? []]
    .flat()
    .map(String)
    .filter((name) => !isListed(name));
  if (names.length === 0) return [];
  return [
    {
      name: `added ${names[0]}`,
      what: `whether the request for a token holds ${names.join(', ')}, and whether it has to: a script that the collection runs before each request adds that, and the draft does not send it`,
    },
  ];
}
