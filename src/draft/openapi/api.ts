/** What an OpenAPI description states about its token operation, and the same of our own spec files. */

import { bareType } from '../../contract/media-type.ts';
import type { Json, JsonObject, Schema } from '../../formats/json.ts';
import { atPointer, isObject } from '../../formats/json.ts';
import { type HeaderFact, nothing, type OtherFacts, type Said, type Statement, type Todo } from '../facts/facts.ts';
import { ignoredHeaders } from '../facts/ignored-headers.ts';
import { readScheme } from '../page/sentences/labels.ts';
import { answersOf, bodyOf, mediaTypeTodo, otherBodies } from './answers.ts';
import { cited } from './cited.ts';
import { convertedFrom, type Description, type OperationName, pathPointer } from './description.ts';
import { follow, merged, nowhere, parametersOf } from './follow.ts';
import { withEncoding } from './lists-as-text.ts';
import { exampleIn, mark, openOf, wordsOf } from './members.ts';
import { openOfOperation } from './open.ts';
import { saidOf, signedWords } from './operation-words.ts';
import { wholeAddress } from './postman-addresses.ts';
import { madeByScript, signedByScript } from './postman-scripts.ts';
import { scopesOf, scopesWanted, securedBy } from './security.ts';
import { sentType } from './sent-type.ts';
import { replacedServers, serversOf } from './servers.ts';
import { challengeTodos } from './shown-challenges.ts';
import { soundOf } from './sound.ts';
import { tokenUse } from './token-use.ts';

/** The schema of a parameter: its own, or that of its only content. */
function schemaOf(api: Description, parameter: JsonObject): JsonObject {
  const [content] = Object.values(isObject(parameter['content']) ? parameter['content'] : {});
  return merged(api, parameter['schema'] ?? atPointer(content, '/schema'), nowhere)?.schema ?? {};
}

/** The parameters of an operation that stand in one place of the request, its own before those of its path. */
function parametersIn(kind: string, api: Description, lists: (Json | undefined)[], todos: Todo[]): HeaderFact[] {
  const found = parametersOf(api, lists).flatMap((parameter): HeaderFact[] => {
    const name = String(parameter['name']);
    if (parameter['in'] !== kind || (kind === 'header' && ignoredHeaders.includes(name.toLowerCase()))) return [];
    const schema = schemaOf(api, parameter);
    const { schema: said, wrong } = soundOf(schema);
    const at = cited(api, 'parameter', name);
    todos.push(...openOf(schema, wrong, at));
    const [named] = Object.values(isObject(parameter['examples']) ? parameter['examples'] : {});
    const example = parameter['example'] ?? atPointer(named, '/value') ?? exampleIn(schema);
    return [
      {
        ...{ name, at, origin: 'openapi', required: parameter['required'] === true, schema: said },
        ...(typeof example === 'string' || typeof example === 'number' ? { example: String(example) } : {}),
        ...wordsOf(parameter),
        ...mark(parameter),
      },
    ];
  });
  // One of the operation stands in for one of its path.
  return found.filter(({ name }, index) => found.findIndex((one) => one.name === name) === index);
}

/** The value of a header that OpenAPI describes elsewhere, where a parameter gives it all the same. */
function headerValue(api: Description, lists: (Json | undefined)[], wanted: string): string | undefined {
  for (const parameter of parametersOf(api, lists)) {
    if (parameter['in'] !== 'header' || String(parameter['name']).toLowerCase() !== wanted) continue;
    const schema = merged(api, parameter['schema'], nowhere)?.schema ?? {};
    const [first] = Array.isArray(schema['enum']) ? schema['enum'] : [];
    const value = schema['const'] ?? first ?? parameter['example'] ?? schema['example'] ?? schema['default'];
    if (typeof value === 'string') return value;
  }
  return undefined;
}

/** What a parameter of the header Authorization shows: its value, or the words about it. */
function authorizationOf(api: Description, lists: (Json | undefined)[]): string {
  const value = headerValue(api, lists, 'authorization');
  if (value !== undefined && value !== '') return value;
  const found = parametersOf(api, lists).find(
    (one) => one['in'] === 'header' && String(one['name']).toLowerCase() === 'authorization',
  );
  return found === undefined ? '' : String(found['description'] ?? 'a header of which nothing is said');
}

/** The media type that an answer of a collection has in its header. */
function typeOfAnswer(api: Description, operation: JsonObject, status: number): { mediaType?: Said } {
  const headers = atPointer(operation, `/responses/${status}/headers`);
  const name = Object.keys(isObject(headers) ? headers : {}).find((one) => one.toLowerCase() === 'content-type');
  const value = name === undefined ? undefined : atPointer(headers, `/${name}/schema/examples/0`);
  const type = typeof value === 'string' ? bareType(value).toLowerCase() : undefined;
  return type ? { mediaType: { value: type, at: cited(api, 'response', String(status)) } } : {};
}

/** A collection of samples: what it shows is no schema, and says nothing about what is mandatory. */
function asSamples(api: Description, statement: Statement, operation: JsonObject): Statement {
  const loosen = <T extends { required: boolean | null }>(fact: T): T => ({
    ...fact,
    origin: 'sample',
    required: null,
  });
  return {
    ...statement,
    // The value of a header is text, whatever it looks like.
    headers: statement.headers.map((fact) =>
      fact.credential ? fact : { ...loosen(fact), schema: { type: 'string' } },
    ),
    queries: statement.queries.map((fact) => (fact.credential ? fact : loosen(fact))),
    request: statement.request.map(loosen),
    // The converter gives each request an answer 200, whether the collection shows one or not.
    answers: statement.answers
      .filter(({ members }) => members.length > 0)
      .map(({ mediaType: _converted, headers: _shown, ...answer }) => ({
        ...answer,
        origin: 'sample',
        // The converter calls each body JSON, and what is none a member of one.
        ...typeOfAnswer(api, operation, answer.status),
        members: answer.members.filter(({ pointer }) => pointer !== '/rawContent').map(loosen),
      })),
    bodyRequired: false,
  };
}

/** The parameters that a path itself holds, as many write it who have several requests at one address. */
function queryInPath(api: Description, path: string): HeaderFact[] {
  const query = /\?([^#]*)/.exec(path)?.[1] ?? '';
  return [...new URLSearchParams(query)].map(([name, value]) => {
    const schema: Schema = { type: 'string', ...(/^[{<]/.test(value) || value === '' ? {} : { const: value }) };
    return { name, at: cited(api, 'path'), origin: 'openapi', required: true, schema };
  });
}

/** How the fields of a form are written. */
const encodingIn = (body: JsonObject | undefined, type = ''): Json | undefined =>
  isObject(body?.['content']) ? atPointer(body['content'][type], '/encoding') : undefined;

/** Whether a body has to be sent, and the clause that says so. */
function bodyRequired(body: JsonObject, bodyAt: string): Partial<Statement> {
  const { clause } = mark(body);
  return { bodyRequired: body['required'] === true, bodyAt, ...(clause === undefined ? {} : { bodyClause: clause }) };
}

/** What a description states about one of its operations. */
export function fromApi(api: Description, { method, path }: OperationName): Statement {
  const item = atPointer(api, pathPointer(path));
  const operation = atPointer(item, `/${method.toLowerCase()}`);
  if (!isObject(item) || !isObject(operation)) return nothing('openapi');
  const lists = [operation['parameters'], item['parameters']];
  const body = follow(api, operation['requestBody'], nowhere)?.value;
  const at = cited(api, 'requestBody');
  const content = bodyOf(api, body?.['content'], at, 'request');
  const type = headerValue(api, lists, 'content-type');
  const sent = sentType(content?.mediaType ?? undefined, type, cited(api, 'parameter', 'Content-Type'));
  const { answers, todos } = answersOf(api, operation);
  const secured = securedBy(api, operation);
  const accept = headerValue(api, lists, 'accept');
  // A parameter may not name this header, and many descriptions have it all the same.
  const shown = nothing('openapi');
  const isOwn = Array.isArray(operation['security']);
  const isSilent = [undefined, 'none'].includes(secured.security?.value) && secured.unclear.length === 0;
  if (!isOwn || isSilent) readScheme(authorizationOf(api, lists), cited(api, 'parameter', 'Authorization'), shown);
  // Without a scheme the words about the operation may say how a client authenticates; beside one they may ask for more.
  const words = saidOf(api, operation);
  const isOpen = isSilent && shown.security === null && shown.unclear.length === 0;
  const said = isOpen
    ? words
    : { security: null, unclear: words.unclear.filter(({ value }) => !/^(HTTP Basic|Authorization:)/.test(value)) };
  // Generators put the global security on the token operation as well, where it may not apply.
  const general =
    !isSilent &&
    shown.security !== null &&
    secured.security !== null &&
    shown.security.value !== secured.security.value;
  if (general)
    shown.unclear.push({
      value: `which of several ways: ${shown.security?.value}, as its parameter Authorization has it; or ${secured.security?.value}, as all operations have it`,
      at: cited(api, 'security'),
      isChoice: true,
    });
  const open: Todo[] = [];
  const own = parametersIn('header', api, lists, open);
  const queries = parametersIn('query', api, lists, open);
  const paths = parametersIn('path', api, lists, open);
  const besides = (found: HeaderFact[], more: HeaderFact[]): HeaderFact[] => [
    ...found.map((fact) =>
      more.some(({ name }) => name.toLowerCase() === fact.name.toLowerCase())
        ? { ...fact, required: true, credential: true as const }
        : fact,
    ),
    ...more.filter(({ name }) => !found.some((fact) => fact.name.toLowerCase() === name.toLowerCase())),
  ];
  const statement: Statement = {
    ...nothing('openapi'),
    title: String(atPointer(api, '/info/title') ?? ''),
    servers: serversOf(api, [operation, item, api], path),
    replaced: replacedServers(api, [operation, item]),
    method: { value: method, at: cited(api, 'path'), ...mark(operation) },
    ...(operation[wholeAddress] ? {} : { path: { value: path.replace(/[?#].*$/, ''), at: cited(api, 'path') } }),
    ...(sent.mediaType ? { mediaType: sent.mediaType } : {}),
    ...(body ? bodyRequired(body, at) : {}),
    headers: besides(own, secured.headers),
    queries: besides([...queries, ...queryInPath(api, path)], secured.queries),
    ...(paths.length > 0 ? { paths } : {}),
    request: withEncoding(content?.members ?? [], encodingIn(body, content?.mediaType?.value)),
    answers,
    scopes: scopesOf(
      api,
      path,
      [content ?? { members: [] }, ...answers].flatMap(({ members }) => members),
    ),
    security: shown.security ?? said.security ?? secured.security,
    signed: [...words.signed, ...signedWords(api, lists), ...secured.signed, ...signedByScript(operation)],
    ...(words.clocks.length > 0 ? { clocks: words.clocks } : {}),
    made: [...words.made, ...madeByScript(operation)],
    unclear: [...secured.unclear, ...shown.unclear, ...said.unclear],
    ...(accept === undefined ? {} : { accept }),
    todos: [
      ...(content ? mediaTypeTodo('request', [content], () => at) : []),
      ...sent.todos,
      ...(content?.todos ?? []),
      ...todos,
      ...open,
    ],
  };
  return api[convertedFrom] === 'Postman' ? asSamples(api, statement, operation) : statement;
}

/** What a description states about one of its operations, with what it leaves open as a whole. */
export function wholeFrom(api: Description, name: OperationName): Statement {
  const stated = fromApi(api, name);
  const item = atPointer(api, pathPointer(name.path));
  const operation = atPointer(item, `/${name.method.toLowerCase()}`);
  if (!isObject(item) || !isObject(operation)) return stated;
  const use = tokenUse(api, name);
  return {
    ...stated,
    ...(use === null ? {} : { tokenUse: use }),
    todos: [
      ...(stated.todos ?? []),
      ...openOfOperation(api, operation, item, name.path),
      ...challengeTodos(operation, stated.security?.value, cited(api, 'response', '401')),
    ],
  };
}

/** What a description states about an operation beside the one that issues tokens. */
export function otherFrom(api: Description, name: OperationName, id: string): OtherFacts {
  const stated = wholeFrom(api, name);
  const operation = atPointer(api, `${pathPointer(name.path)}/${name.method.toLowerCase()}`);
  return { ...stated, id, paths: stated.paths ?? [], beside: isObject(operation) ? besideOf(api, operation) : [] };
}

/** What an operation says that no draft states: the scopes it wants, and answers whose bodies are no objects. */
function besideOf(api: Description, operation: JsonObject): NonNullable<Statement['beside']> {
  const wanted = scopesWanted(api, operation);
  const scopes = wanted === null ? [] : [{ name: 'security scopes', value: wanted, at: cited(api, 'security') }];
  return [...scopes, ...otherBodies(api, operation)];
}
