/** Places of facts as the file itself calls them, where it was read as OpenAPI and is none. */
import { isObject } from '../../formats/json.ts';

/** What the parts of a description are called in files of another kind. */
const called: Record<string, Record<string, string>> = {
  'Swagger 2.0': { requestBody: 'body', servers: 'host', securitySchemes: 'securityDefinitions' },
  Postman: { requestBody: 'body', servers: 'url', path: 'url', security: 'auth', securitySchemes: 'auth' },
};

const place = /\bOpenAPI, ([A-Za-z]+)((?:\.[^\s,();"]+)?)/g;

/** The kinds of words that name places. */
const naming = ['at', 'bodyAt', 'what'];

/** A value of statements with each of its places as a file of this kind has them. */
export function citedAs<Value>(value: Value, kind: string): Value;
export function citedAs(value: unknown, kind: string): unknown {
  const names = called[kind] ?? {};
  const renamed = (text: string): string =>
    text.replace(place, (_, part: string, name: string) => {
      const own = names[part] ?? part;
      // Authentication has no name of its own in a collection.
      return `${kind}, ${own}${own === 'auth' ? '' : name}`;
    });
  const walk = (one: unknown, key: string): unknown => {
    if (typeof one === 'string') return naming.includes(key) ? renamed(one) : one;
    if (Array.isArray(one)) return one.map((item) => walk(item, key));
    if (!isObject(one)) return one;
    return Object.fromEntries(Object.entries(one).map(([name, inner]) => [name, walk(inner, name)]));
  };
  return walk(value, '');
}
