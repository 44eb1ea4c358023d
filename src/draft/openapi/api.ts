/** What an OpenAPI description states about its token operation, and the same of our own spec files. */

import { fullFormats } from 'ajv-formats/dist/formats.js';
import type { Json, JsonObject, Schema } from '../../formats/json.ts';
import { atPointer, isObject } from '../../formats/json.ts';
import {
  type AnswerFact,
  type HeaderFact,
  ignoredHeaders,
  keywords,
  type Member,
  nothing,
  type OtherFacts,
  type Statement,
} from '../facts/facts.ts';
import { type Description, type OperationName, pathPointer } from './description.ts';
import { serversOf } from './servers.ts';

interface Place {
  /** Name of the component a schema stands in, once a reference led there. */
  component: string | null;
  fallback: string;
}

const where = (place: Place, pointer: string): string => {
  const shown = pointer.slice(1).replaceAll('/', '.');
  return shown === '' ? (place.component ?? place.fallback) : `${place.component ?? place.fallback}, ${shown}`;
};

/** Follows references, at most fifty in a row, and tells the component the last one led to. */
function follow(api: Description, value: Json | undefined, place: Place): { value: JsonObject; place: Place } | null {
  let here = value;
  let at = place;
  for (let steps = 0; steps < 50 && isObject(here); steps++) {
    const reference = here['$ref'];
    if (typeof reference !== 'string') return { value: here, place: at };
    const pointer = decodeURIComponent(reference.slice(reference.indexOf('#') + 1));
    if (pointer.startsWith('/components/schemas/')) at = { ...at, component: pointer.split('/').at(-1) ?? null };
    here = atPointer(api, pointer);
  }
  return null;
}

/** The schema with the members of its allOf, the form of 3.0 brought to that of 3.1. */
function merged(
  api: Description,
  value: Json | undefined,
  place: Place,
  depth = 0,
): { schema: JsonObject; places: Record<string, Place>; place: Place } | null {
  const found = follow(api, value, place);
  if (!found || depth > 20) return null;
  const { allOf, ...own } = found.value;
  const schema: JsonObject = { ...own };
  const places: Record<string, Place> = {};
  const take = (part: JsonObject, at: (name: string) => Place): void => {
    const members = isObject(part['properties']) ? part['properties'] : {};
    for (const name of Object.keys(members)) places[name] = at(name);
  };
  take(own, () => found.place);
  for (const part of Array.isArray(allOf) ? allOf : []) {
    const one = merged(api, part, found.place, depth + 1);
    if (!one) continue;
    take(one.schema, (name) => one.places[name] ?? one.place);
    const { properties, required, ...rest } = one.schema;
    for (const [keyword, value] of Object.entries(rest)) schema[keyword] ??= value;
    if (isObject(properties))
      schema['properties'] = { ...properties, ...(isObject(schema['properties']) ? schema['properties'] : {}) };
    if (Array.isArray(required))
      schema['required'] = [
        ...new Set([...required, ...(Array.isArray(schema['required']) ? schema['required'] : [])]),
      ];
  }
  if (schema['nullable'] === true && typeof schema['type'] === 'string') schema['type'] = [schema['type'], 'null'];
  if (Array.isArray(schema['enum']) && schema['enum'].length === 1 && schema['enum'][0] !== undefined) {
    schema['const'] = schema['enum'][0];
    delete schema['enum'];
  }
  return { schema, places, place: found.place };
}

/** Levels of a body that are read; what lies deeper is no fact of a token endpoint. */
const deepest = 6;

// A format that no validator knows says nothing that could be judged.
const knownFormat = (format: Json | undefined): boolean => typeof format === 'string' && format in fullFormats;

function keywordsOf(schema: JsonObject): Schema {
  const said = keywords.filter(
    (keyword) => schema[keyword] !== undefined && (keyword !== 'format' || knownFormat(schema[keyword])),
  );
  return Object.fromEntries(Object.entries(schema).filter(([keyword]) => said.includes(keyword)));
}

/** What an `x-clause` of our own files says of a fact. */
function mark(value: JsonObject): { clause?: string; cites?: string; at?: string } {
  const found = value['x-clause'];
  if (!isObject(found)) return {};
  const cites = found['source'];
  return { clause: String(found['id']), at: String(found['at']), ...(typeof cites === 'string' ? { cites } : {}) };
}

/** The members of a body, a member of a member included; a schema inside itself is not gone into again. */
function members(
  api: Description,
  schema: Json | undefined,
  place: Place,
  pointer = '',
  above: JsonObject[] = [],
): Member[] {
  const own = follow(api, schema, place)?.value;
  const whole = merged(api, schema, place);
  if (!own || !whole || above.includes(own) || above.length > deepest) return [];
  const required = Array.isArray(whole.schema['required']) ? whole.schema['required'] : [];
  const properties = isObject(whole.schema['properties']) ? whole.schema['properties'] : {};
  return Object.entries(properties).flatMap(([name, value]): Member[] => {
    const here = `${pointer}/${name}`;
    const holder = whole.places[name] ?? whole.place;
    const member = merged(api, value, holder);
    if (!member) return [];
    const example =
      member.schema['example'] ?? (Array.isArray(member.schema['examples']) ? member.schema['examples'][0] : undefined);
    const fact: Member = {
      pointer: here,
      at: where(holder, here),
      origin: 'openapi',
      required: required.includes(name),
      schema: keywordsOf(member.schema),
      ...(example === undefined ? {} : { example }),
      ...(typeof member.schema['description'] === 'string' ? { notes: member.schema['description'] } : {}),
      ...mark(member.schema),
    };
    return [fact, ...members(api, value, holder, here, [...above, own])];
  });
}

function securityOf(api: Description, operation: JsonObject): Statement['security'] {
  const required = [operation['security'], api['security']].find(Array.isArray);
  if (required === undefined) return null;
  for (const name of required.filter(isObject).flatMap(Object.keys)) {
    const scheme = follow(api, atPointer(api, `/components/securitySchemes/${name}`), {
      component: null,
      fallback: '',
    })?.value;
    if (scheme?.['type'] === 'http')
      return { value: String(scheme['scheme']).toLowerCase(), at: `OpenAPI, securitySchemes.${name}` };
  }
  return { value: 'none', at: 'OpenAPI, security' };
}

function scopesOf(api: Description): Statement['scopes'] {
  const schemes = atPointer(api, '/components/securitySchemes');
  return Object.entries(isObject(schemes) ? schemes : {}).flatMap(([name, scheme]) => {
    const scopes = atPointer(scheme, '/flows/clientCredentials/scopes');
    return Object.keys(isObject(scopes) ? scopes : {}).map((scope) => ({
      name: scope,
      at: `OpenAPI, securitySchemes.${name}`,
    }));
  });
}

/** The parameters of an operation that stand in one place of the request, its own before those of its path. */
function parametersIn(kind: string, api: Description, lists: (Json | undefined)[]): HeaderFact[] {
  const found = lists
    .flatMap((list) => (Array.isArray(list) ? list : []))
    .flatMap((one): HeaderFact[] => {
      const parameter = follow(api, one, { component: null, fallback: '' })?.value;
      const name = String(parameter?.['name']);
      if (parameter?.['in'] !== kind || (kind === 'header' && ignoredHeaders.includes(name.toLowerCase()))) return [];
      const schema = merged(api, parameter['schema'], { component: null, fallback: '' })?.schema ?? {};
      const example = parameter['example'] ?? schema['example'] ?? schema['default'];
      return [
        {
          name,
          at: `OpenAPI, parameter ${name}`,
          origin: 'openapi',
          required: parameter['required'] === true,
          schema: keywordsOf(schema),
          ...(typeof example === 'string' || typeof example === 'number' ? { example: String(example) } : {}),
          ...mark(parameter),
        },
      ];
    });
  // One of the operation stands in for one of its path.
  return found.filter(({ name }, index) => found.findIndex((one) => one.name === name) === index);
}

function answersOf(api: Description, operation: JsonObject): AnswerFact[] {
  const responses = isObject(operation['responses']) ? operation['responses'] : {};
  return Object.entries(responses).flatMap(([status, value]): AnswerFact[] => {
    const response = follow(api, value, { component: null, fallback: '' })?.value;
    if (!response || !/^\d{3}$/.test(status)) return [];
    const [content] = Object.values(isObject(response['content']) ? response['content'] : {});
    const at = `OpenAPI, response ${status}`;
    const place = { component: null, fallback: at };
    return [
      { status: Number(status), at, origin: 'openapi', members: members(api, atPointer(content, '/schema'), place) },
    ];
  });
}

/** What a description states about one of its operations. */
export function fromApi(api: Description, { method, path }: OperationName): Statement {
  const item = atPointer(api, pathPointer(path));
  const operation = atPointer(item, `/${method.toLowerCase()}`);
  if (!isObject(item) || !isObject(operation)) return nothing('openapi');
  const lists = [operation['parameters'], item['parameters']];
  const body = follow(api, operation['requestBody'], { component: null, fallback: '' })?.value;
  const [content] = Object.entries(isObject(body?.['content']) ? body['content'] : {});
  const place = { component: null, fallback: 'OpenAPI, requestBody' };
  return {
    ...nothing('openapi'),
    title: String(atPointer(api, '/info/title') ?? ''),
    servers: serversOf(api, operation),
    method: { value: method, at: 'OpenAPI, path', ...mark(operation) },
    path: { value: path, at: 'OpenAPI, path' },
    ...(content
      ? {
          mediaType: {
            value: content[0].toLowerCase(),
            at: place.fallback,
            ...(isObject(content[1]) ? mark(content[1]) : {}),
          },
        }
      : {}),
    bodyRequired: body?.['required'] === true,
    bodyAt: place.fallback,
    headers: parametersIn('header', api, lists),
    request: content ? members(api, atPointer(content[1], '/schema'), place) : [],
    answers: answersOf(api, operation),
    scopes: scopesOf(api),
    security: securityOf(api, operation),
  };
}

/** What a description states about an operation beside the one that issues tokens. */
export function otherFrom(api: Description, { method, path }: OperationName, id: string): OtherFacts {
  const here = pathPointer(path);
  const lists = [`${here}/${method.toLowerCase()}`, here].map((pointer) => atPointer(api, `${pointer}/parameters`));
  const stated = fromApi(api, { method, path });
  return { ...stated, id, paths: parametersIn('path', api, lists), queries: parametersIn('query', api, lists) };
}
