/** How the other operations of a description are sent the token, by their security. */

import { atPointer, isObject, type JsonObject } from '../../formats/json.ts';
import type { Said, Todo } from '../facts/facts.ts';
import { everywhere, oneOf } from '../vocabulary/pattern.ts';
import { word } from '../vocabulary/word.ts';
import { cited } from './cited.ts';
import { type Description, type OperationName, operationsOf, pathPointer } from './description.ts';
import { follow, merged, nowhere, parametersOf } from './follow.ts';
import { exampleIn } from './members.ts';

/** The ways to show who asks that an operation leaves, each with all of its schemes. */
const waysOf = (api: Description, { method, path }: OperationName): string[][] => {
  const operation = atPointer(api, `${pathPointer(path)}/${method.toLowerCase()}`);
  const required = [atPointer(operation, '/security'), api['security']].find(Array.isArray) ?? [];
  return required.filter(isObject).map((one: JsonObject) => Object.keys(one));
};

const schemesOf = (api: Description, name: OperationName): string[] => waysOf(api, name).flat();

function schemeOf(api: Description, name: string): JsonObject | undefined {
  const schemes = atPointer(api, '/components/securitySchemes');
  return follow(api, isObject(schemes) ? schemes[name] : undefined, nowhere)?.value;
}

/** Whether a scheme sends a name and a password, which are no token. */
const isBasic = (api: Description, name: string): boolean =>
  /^basic$/i.test(String(schemeOf(api, name)?.['scheme'] ?? ''));

/** Words that send a token without the word Bearer. */
const notBearer = everywhere`\b${oneOf(word.without, word.not, word.doNot, 'omit')}\b[^.;]{0,40}\bbearer\b`;

/** The place of a key that is no token of Bearer; null for any other scheme. */
function placeOf(api: Description, name: string): string | null {
  const scheme = schemeOf(api, name);
  const said = `${name} ${scheme?.['description'] ?? ''}`.replace(notBearer, ' ');
  if (scheme?.['type'] !== 'apiKey' || /\bbearer\b/i.test(said)) return null;
  const key = String(scheme['name'] ?? '');
  if (scheme['in'] !== 'header') return `the ${scheme['in']} parameter ${key}`;
  return key.toLowerCase() === 'authorization' ? 'the header Authorization without a scheme' : `the header ${key}`;
}

const othersOf = (api: Description, token: OperationName): OperationName[] =>
  operationsOf(api).filter(({ method, path }) => method !== token.method || path !== token.path);

/** The question whether a token is needed where the other operations take a key in place of one. */
export function inPlaceTodos(api: Description, token: OperationName): Todo[] {
  const isToken = (name: string): boolean => !isBasic(api, name) && placeOf(api, name) === null;
  const keys = othersOf(api, token).flatMap((one) => {
    const ways = waysOf(api, one);
    return ways.some((way) => way.some(isToken)) ? ways.filter((way) => way.length > 0 && !way.some(isToken)) : [];
  });
  const [first] = keys;
  if (first?.[0] === undefined) return [];
  const shown = [...new Set(keys.map((way) => way.join(' with ')))].join(' or ');
  return [
    {
      name: 'token or key',
      what: `whether a request without a token is refused by other operations: ${shown} alone is enough for some (${cited(api, 'security')}), and the draft has the clause resource-guarded`,
    },
  ];
}

/** A header that is called a token, which is none of another kind. */
const tokenHeader = /^(?!authorization$)(?!.*(?:csrf|xsrf|refresh|id|device|push)[-_]?token$)(?:.*[-_])?token$/i;

/** A variable in the place of a value that is called the token. */
const tokenValue = /^\{\{\s*(?:access[-_]?|session[-_]?|auth[-_]?)?token\s*\}\}$/i;

const headersOf = (api: Description, { method, path }: OperationName): JsonObject[] => {
  const item = atPointer(api, pathPointer(path));
  const lists = [atPointer(item, `/${method.toLowerCase()}/parameters`), atPointer(item, '/parameters')];
  return parametersOf(api, lists).filter((one) => one['in'] === 'header');
};

/** The header in which other operations have the token as a parameter; null where none does, or where any has the header Authorization. */
function headerOfToken(api: Description, token: OperationName): Said | null {
  const nameOf = (one: JsonObject): string => String(one['name']);
  const all = othersOf(api, token).flatMap((one) => headersOf(api, one));
  if (all.some((one) => nameOf(one).toLowerCase() === 'authorization')) return null;
  const own = headersOf(api, token).map((one) => nameOf(one).toLowerCase());
  const held = (one: JsonObject): string => String(one['example'] ?? exampleIn(schemaIn(api, one)) ?? '');
  const found = all
    .filter((one) => !own.includes(nameOf(one).toLowerCase()))
    .find((one) => tokenHeader.test(nameOf(one)) || tokenValue.test(held(one)));
  return found ? { value: `the header ${nameOf(found)}`, at: cited(api, 'parameter', nameOf(found)) } : null;
}

const schemaIn = (api: Description, parameter: JsonObject): JsonObject =>
  merged(api, parameter['schema'], nowhere)?.schema ?? {};

/** Where the other operations are sent a key of their own that is no token of Bearer; null where any of their schemes may be one. */
export function tokenUse(api: Description, token: OperationName): Said | null {
  const own = schemesOf(api, token);
  const names = [...new Set(othersOf(api, token).flatMap((one) => schemesOf(api, one)))].filter(
    (name) => !own.includes(name) && !isBasic(api, name),
  );
  const places = names.map((name) => placeOf(api, name));
  const [first] = names;
  if (first === undefined) return headerOfToken(api, token);
  if (places.includes(null)) return null;
  return { value: [...new Set(places)].join(' or '), at: cited(api, 'securitySchemes', first) };
}
