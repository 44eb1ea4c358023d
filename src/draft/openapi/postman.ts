/** What the converter of Postman collections loses: the authentication of folders and keys, and requests of one address. */
import { isSuccessKey } from '../../contract/status.ts';
import type { Json, JsonObject } from '../../formats/json.ts';
import { atPointer, isObject, own } from '../../formats/json.ts';
import { isUrl } from '../../formats/url.ts';
import { credentialKind } from '../page/values/values.ts';
import { addedByScripts, namesAdded } from './added-by-scripts.ts';
import { textOf, wordsIn } from './form-words.ts';
import { behindBases, markWhole, noteServers, rawOf, withBase } from './postman-addresses.ts';
import { nameAnswers } from './postman-answers.ts';
import { asJson } from './postman-json.ts';
import { scriptBefore, scriptOf } from './postman-scripts.ts';
import { noteTests } from './postman-tests.ts';
import { variableNotes } from './postman-variables.ts';
import { noteChallenges } from './shown-challenges.ts';

/** The key under which an operation lists the requests of its address, the one first that was read. */
export const requestsOfAddress = 'x-requests-of-address';

/** The key under which an operation has the words beside the parameters of its form: those that are switched off as well. */
export const wordsOfForm = 'x-words-of-form';

/** A request of a collection, with the authentication that it has or inherits. */
interface Sent {
  item: JsonObject;
  auth: JsonObject | null;
  address: string;
}

const itemsOf = (node: JsonObject): JsonObject[] => (Array.isArray(node['item']) ? node['item'].filter(isObject) : []);

/** What a person switched off in a collection is not sent; what is said of it is kept. Words are texts, which alone the converter takes. */
function switchedOn(key: string, value: Json): Json {
  if (Array.isArray(value)) return value.filter((one) => !isObject(one) || one['disabled'] !== true);
  if (key === 'description' && isObject(value)) return textOf(value) ?? '';
  return key === 'body' && isObject(value) ? { ...value, [wordsOfForm]: wordsIn(value) } : value;
}

/** Whether the value of a variable may stand in an address: it is one, or a part of a path, and no credential. */
function isAddress(key: string, value: string): boolean {
  return isUrl(value) ? /^https?:/.test(value) : /^[\w.~/-]{1,60}$/.test(value) && credentialKind(key) === null;
}

/** A collection with addresses in the places of the variables that hold them; what else these hold may be secret. */
function withAddresses(collection: JsonObject): JsonObject {
  const { variable } = collection;
  const known = (Array.isArray(variable) ? variable : []).flatMap((one): [string, string][] => {
    const [key, value] = isObject(one) ? [String(one['key']), one['value']] : ['', null];
    return typeof value === 'string' && isAddress(key, value) ? [[`{{${key}}}`, value]] : [];
  });
  const filled = (text: string): string =>
    known.reduce(
      // One slash is enough where the value ends with one and the address goes on with another.
      (found, [name, value]) =>
        found.replaceAll(`${name}/`, () => `${value.replace(/\/+$/, '')}/`).replaceAll(name, () => value),
      text,
    );
  const heldBy = (variable: string): string | undefined => known.find(([name]) => name === variable)?.[1];
  const inTexts = (_key: string, value: Json): Json => (typeof value === 'string' ? filled(value) : value);
  return JSON.parse(JSON.stringify(collection, switchedOn), (key, value: Json) =>
    key === 'url' ? JSON.parse(JSON.stringify(withBase(rawOf(value), heldBy)), inTexts) : value,
  );
}

/** The method of a request, and its path without host, query and fragment. */
function addressOf(request: Json | undefined): string {
  const { url, method } = isObject(request) ? request : { url: request, method: undefined };
  const raw = String((isObject(url) ? url['raw'] : url) ?? '');
  const path = raw.replace(/^(?:https?:\/\/)?[^/]+(?=\/|$)/, '').split(/[?#]/)[0];
  return `${String(method ?? 'GET').toUpperCase()} ${path}`;
}

const authOf = (node: Json | undefined): JsonObject | undefined => {
  const auth = isObject(node) ? node['auth'] : undefined;
  return isObject(auth) ? auth : undefined;
};

function requestsIn(node: JsonObject, inherited: JsonObject | null): Sent[] {
  return itemsOf(node).flatMap((item): Sent[] => {
    const { request } = item;
    const auth = authOf(request) ?? authOf(item) ?? inherited;
    const below = requestsIn(item, auth);
    return request === undefined ? below : [{ item, auth, address: addressOf(request) }, ...below];
  });
}

const isGranted = ({ item }: Sent): boolean =>
  Array.isArray(item['response']) && item['response'].some((one) => isObject(one) && isSuccessKey(String(one['code'])));

/** The requests of each address, the one first that it is drafted from: one that the collection shows to be granted. */
function byAddress(sent: Sent[]): Sent[][] {
  const groups = new Map<string, Sent[]>();
  for (const one of sent) groups.set(one.address, [...(groups.get(one.address) ?? []), one]);
  return [...groups.values()].map((group) => [...group.filter(isGranted), ...group.filter((one) => !isGranted(one))]);
}

/** The parameters of an authentication: a list in version 2.1 of the format, and an object in 2.0. */
function parametersOf(auth: JsonObject): JsonObject {
  const given = own(auth, String(auth['type']));
  if (!Array.isArray(given)) return isObject(given) ? given : {};
  return Object.fromEntries(given.filter(isObject).map(({ key, value }) => [String(key), value ?? '']));
}

/** An authentication as a security scheme of OpenAPI. */
function schemeOf(auth: JsonObject): JsonObject {
  const type = String(auth['type']);
  const { key, in: place, accessTokenUrl, scope } = parametersOf(auth);
  if (type === 'apikey') return { type: 'apiKey', in: place ?? 'header', name: key ?? '' };
  if (type !== 'oauth2') return { type: 'http', scheme: type };
  const scopes = String(scope ?? '').split(/[,\s]+/);
  const named = scopes.filter((one) => one !== '' && !one.includes('{{')).map((one) => [one, one]);
  const flow = { tokenUrl: String(accessTokenUrl ?? ''), scopes: Object.fromEntries(named) };
  return { type: 'oauth2', flows: { clientCredentials: flow } };
}

/** Headers as a list: exports of the second version may give them as one text, a line each. */
function headersOf(header: Json | undefined): Json[] {
  if (typeof header !== 'string') return Array.isArray(header) ? header : [];
  return header.split('\n').flatMap((line): Json[] => {
    const [, key = '', value = ''] = /^([^:]*):(.*)$/s.exec(line) ?? [];
    // What begins with two slashes is commented out.
    return key.trim() === '' || key.trim().startsWith('/') ? [] : [{ key: key.trim(), value: value.trim() }];
  });
}

/** A form of parts in which a request sends none: there is no body. */
const isEmptyForm = (body: Json | undefined): boolean =>
  isObject(body) &&
  body['mode'] === 'formdata' &&
  [body['formdata'] ?? []].flat().every((one) => isObject(one) && one['disabled'] === true);

/** A body as its media type has it: the converter takes a raw one for text, unless it is JSON to the letter. */
function plainer({ body: held, header: given, ...request }: JsonObject): JsonObject {
  const body = isEmptyForm(held) ? undefined : held;
  const header = headersOf(given);
  const headers = header.filter(isObject);
  const type = headers.find(({ key }) => String(key).toLowerCase() === 'content-type')?.['value'];
  const mode = isObject(body) ? body['mode'] : undefined;
  // A query of GraphQL is sent as JSON.
  const sent = isObject(body) ? (mode === 'graphql' ? JSON.stringify(body['graphql'] ?? {}) : body['raw']) : undefined;
  const raw = mode === 'raw' || mode === 'graphql' ? String(sent ?? '') : null;
  const rest = { ...request, header, ...(body === undefined ? {} : { body }) };
  if (raw === null) return rest;
  const found = asJson(raw);
  if (found !== undefined) return { ...rest, body: { mode: 'raw', raw: JSON.stringify(found) } };
  if (!String(type).includes('x-www-form-urlencoded')) return rest;
  const urlencoded = [...new URLSearchParams(raw)].map(([key, value]) => ({ key, value }));
  return { ...rest, body: { mode: 'urlencoded', urlencoded } };
}

/** The saved answers of a request, the first of each status: the converter keeps the last, which may be of another kind. */
function firstOfStatus(responses: Json | undefined): Json[] {
  const all = Array.isArray(responses) ? responses.filter(isObject) : [];
  const first = all.filter(({ code }, index) => all.findIndex((one) => one['code'] === code) === index);
  return first.map((one) => ({ ...one, header: headersOf(one['header']) }));
}

/** The items of a collection that are drafted, each under its number and without authentication. */
function kept(node: JsonObject, numbers: Map<JsonObject, number>): JsonObject[] {
  return itemsOf(node).flatMap((item): JsonObject[] => {
    const { auth: _folder, request, ...rest } = item;
    if (request === undefined) return [{ ...rest, item: kept(item, numbers) }];
    const number = numbers.get(item);
    if (number === undefined) return [];
    const { auth: _own, ...sent } = isObject(request) ? request : {};
    return [
      {
        ...{ ...rest, name: String(number), response: firstOfStatus(item['response']) },
        request: isObject(request) ? plainer(sent) : request,
      },
    ];
  });
}

/** What a collection says of a request in words. */
function descriptionOf(item: JsonObject): string | null {
  const { request } = item;
  return textOf((isObject(request) ? request['description'] : undefined) ?? item['description']);
}

/**
 * A collection as OpenAPI.
 * @param convert the library that converts what is in one request
 */
export function fromPostman(given: JsonObject, convert: (collection: string) => unknown): JsonObject | null {
  const { auth, ...collection } = withAddresses(given);
  const groups = byAddress(requestsIn(collection, isObject(auth) ? auth : null));
  const numbers = new Map(groups.flatMap(([first], index) => (first ? [[first.item, index]] : [])));
  const api = convert(JSON.stringify({ ...collection, item: kept(collection, numbers) }));
  if (!isObject(api)) return null;
  const schemes: JsonObject = {};
  const added = namesAdded(collection);
  const noteHosts = variableNotes(collection);
  const itemOf = ({ summary }: JsonObject): JsonObject | undefined => groups[Number(summary)]?.[0]?.item;
  const paths = behindBases(isObject(api['paths']) ? api['paths'] : {}, itemOf);
  const operations = Object.values(paths).flatMap((item) => Object.values(isObject(item) ? item : {}).filter(isObject));
  for (const operation of operations) {
    const group = groups[Number(operation['summary'])] ?? [];
    const [first] = group;
    operation['summary'] = String(first?.item['name'] ?? '');
    if (first !== undefined)
      for (const mark of [nameAnswers, noteChallenges, markWhole, noteHosts]) mark(operation, first.item);
    noteServers(
      operation,
      group.map(({ item }) => item),
    );
    const script = first === undefined ? null : scriptOf(first.item);
    if (script !== null) operation[scriptBefore] = script;
    const names = first === undefined ? undefined : added.get(first.item);
    if (names !== undefined) operation[addedByScripts] = names;
    noteTests(
      operation,
      group.map(({ item }) => item),
    );
    // The converter takes the tables out of a description.
    const words = first === undefined ? null : descriptionOf(first.item);
    if (words !== null) operation['description'] = words;
    const said = atPointer(first?.item, `/request/body/${wordsOfForm}`);
    if (Array.isArray(said) && said.length > 0) operation[wordsOfForm] = said;
    if (group.length > 1) operation[requestsOfAddress] = group.map(({ item }) => String(item['name'] ?? ''));
    // Where Postman itself adds nothing, a header may hold it all the same.
    if (!first?.auth || first.auth['type'] === 'noauth') continue;
    const { key, accessTokenUrl } = parametersOf(first.auth);
    const name = [first.auth['type'], key ?? accessTokenUrl].filter((part) => part !== undefined).join(' ');
    operation['security'] = [{ [name]: [] }];
    schemes[name] = schemeOf(first.auth);
  }
  return { ...api, paths, components: { securitySchemes: schemes } };
}
