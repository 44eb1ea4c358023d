/** Operations beside the one that issues tokens: their part of the OpenAPI file, their good requests, and their clauses. */
import type { Json, JsonObject } from '../../formats/json.ts';
import { headerMisses } from '../../scenario/text.ts';
import type { AnswerFact, HeaderFact, Member, OtherFacts, Todo } from '../facts/facts.ts';
import { camel, kebab } from '../page/words.ts';
import { bodySchema } from './spec.ts';

/** What other operations add to a draft. */
export interface OperationsDraft {
  /** Under `paths` of the OpenAPI file. */
  paths: Record<string, JsonObject>;
  /** Body schemas, by file name. */
  schemas: Record<string, JsonObject>;
  /** Their good requests, by operationId. */
  operations: Record<string, JsonObject>;
  credentials: Record<string, JsonObject>;
  refusals: Record<string, JsonObject>;
  clauses: JsonObject[];
  todos: Todo[];
}

const refusals = { token: 'operation-token', request: 'operation-request', unknown: 'operation-unknown' };
const broken = [
  'no-token',
  'foreign-token',
  'altered-signature',
  'alg-none',
  'unsigned',
  ...headerMisses,
  'basic-scheme',
];

function refusalRows(others: OtherFacts[], todos: Todo[]): Record<string, JsonObject> {
  const documented = new Set(others.flatMap(({ answers }) => answers.map(({ status }) => status)));
  const row = (name: string, what: string, wanted: number[], rest: JsonObject = {}): Record<string, JsonObject> => {
    const found = wanted.filter((status) => documented.has(status));
    const status = found.length > 0 ? found : wanted;
    if (found.length === 0)
      todos.push({
        name: `refusal ${name}`,
        what: `how an operation refuses ${what}: none documents such a status, ${wanted.join(' or ')} is a guess`,
      });
    return { [name]: { statement: `refused for ${what} (${status.join(' or ')})`, documented: [{ status }], ...rest } };
  };
  const tolerated = [
    { status: [400, 403, 422], effect: 'notes', note: 'The page names no status for what is not there.' },
  ];
  const secured = others.some(({ security }) => security?.value !== 'none');
  const asks = others.some(
    ({ queries, headers, request, bodyRequired }) =>
      bodyRequired || request.length > 0 || [...queries, ...headers].some(({ required }) => required === true),
  );
  return {
    ...(secured ? row(refusals.token, 'its token', [401]) : {}),
    ...(asks ? row(refusals.request, 'its request', [400, 422]) : {}),
    ...(others.some(({ paths }) => paths.length > 0)
      ? row(refusals.unknown, 'what is not there', [404], { tolerated })
      : {}),
  };
}

/** A value that a good request may give, as the description states it; undefined where it states none. */
function given({ schema, example }: { schema: JsonObject; example?: Json }): Json | undefined {
  const [first] = Array.isArray(schema['enum']) ? schema['enum'] : [];
  return schema['const'] ?? example ?? first;
}

interface Sink {
  credentials: Record<string, JsonObject>;
  todos: Todo[];
}

function parameterValues(parameters: HeaderFact[], id: string, sink: Sink): JsonObject {
  const required = parameters.filter(({ required }) => required === true);
  return Object.fromEntries(
    required.map((parameter): [string, Json] => {
      const value = given(parameter);
      if (value !== undefined) return [parameter.name, String(value)];
      const name = camel(parameter.name);
      sink.credentials[name] ??= { description: `Value of ${parameter.name}, for ${id}`, optional: true };
      return [parameter.name, { credential: name }];
    }),
  );
}

/** The mandatory members of a good body; one the description gives no value for is named. */
function bodyValue(members: Member[], id: string, sink: Sink, parent = ''): JsonObject {
  const own = members.filter(
    ({ pointer, required }) =>
      required === true && pointer.startsWith(`${parent}/`) && !pointer.slice(parent.length + 1).includes('/'),
  );
  return Object.fromEntries(
    own.flatMap((member): [string, Json][] => {
      const name = member.pointer.slice(parent.length + 1);
      const value = given(member);
      if (value !== undefined) return [[name, value]];
      if (member.schema['type'] === 'object') return [[name, bodyValue(members, id, sink, member.pointer)]];
      sink.todos.push({
        name: `${id} ${member.pointer.slice(1)}`,
        what: `the value of ${member.pointer.slice(1).replaceAll('/', '.')} in operations.${id}.body`,
      });
      return [];
    }),
  );
}

/** Files of body schemas: two bodies that are the same, place and all, share one, and with it their clauses. */
function createFiles(provider: string) {
  const files = new Map<string, { name: string; schema: JsonObject }>();
  const taken = new Set<string>();
  const idOf = (name: string): string => {
    let id = `${provider}-${name}`;
    for (let count = 2; taken.has(id); count++) id = `${provider}-${name}-${count}`;
    taken.add(id);
    return id;
  };
  return {
    idOf,
    schemas: (): Record<string, JsonObject> =>
      Object.fromEntries([...files.values()].map(({ name, schema }) => [name, schema])),
    /** Name of the file that holds a body of those members. */
    of(name: string, title: string, members: Member[], more: JsonObject = {}): string {
      const shape = JSON.stringify([
        more,
        members.map(({ pointer, at, schema, required }) => [pointer, at, schema, required]),
      ]);
      const known = files.get(shape);
      if (known) return known.name;
      const schema = bodySchema(title, members, ({ pointer, at }) => ({
        id: idOf(`${name}-${kebab(pointer)}`),
        at,
        ...more,
      }));
      const file = { name: `${name}.schema.yaml`, schema };
      files.set(shape, file);
      return file.name;
    },
  };
}

/** The part of a draft that other operations make. Pure. */
export function operationsDraft(others: OtherFacts[], provider: string): OperationsDraft {
  const draft: OperationsDraft = {
    paths: {},
    schemas: {},
    operations: {},
    credentials: {},
    refusals: {},
    clauses: [],
    todos: [],
  };
  const files = createFiles(provider);
  const refer = (file: string): JsonObject => ({ $ref: `../contracts/${provider}/${file}` });

  function parameter(fact: HeaderFact, kind: string, prefix: string): JsonObject {
    const refusal = kind === 'path' ? refusals.unknown : refusals.request;
    const clause = { id: files.idOf(`${prefix}-${kebab(fact.name)}`), at: fact.at, refusal };
    return { name: fact.name, in: kind, required: true, schema: fact.schema, 'x-clause': clause };
  }

  function response(answer: AnswerFact, id: string): JsonObject {
    const described = { description: answer.status < 300 ? 'Granted' : 'Refused' };
    if (answer.members.length === 0) return described;
    const title = `Answer ${answer.status} of ${id}`;
    const file = files.of(`${kebab(id)}-${answer.status}`, title, answer.members);
    return { ...described, content: { 'application/json': { schema: refer(file) } } };
  }

  for (const other of others) {
    const { id, path, method, mediaType, bodyAt = '', request } = other;
    const prefix = kebab(id);
    const required = (facts: HeaderFact[]): HeaderFact[] => facts.filter((fact) => fact.required === true);
    const parameters = [
      ...required(other.paths).map((fact) => parameter(fact, 'path', prefix)),
      ...required(other.queries).map((fact) => parameter(fact, 'query', prefix)),
      ...required(other.headers).map((fact) => parameter(fact, 'header', prefix)),
    ];
    const clause = (suffix: string, at: string): JsonObject => ({
      'x-clause': { id: files.idOf(`${prefix}-${suffix}`), at, refusal: refusals.request },
    });
    const title = `Request of ${id}`;
    const body = mediaType && {
      required: true,
      ...(other.bodyRequired ? clause('body', bodyAt) : {}),
      content: {
        [mediaType.value]: {
          schema: refer(files.of(`${prefix}-request`, title, request, { refusal: refusals.request })),
        },
      },
    };
    const item = draft.paths[path?.value ?? '/'] ?? {};
    draft.paths[path?.value ?? '/'] = item;
    item[(method?.value ?? 'GET').toLowerCase()] = {
      operationId: id,
      summary: id,
      ...(parameters.length > 0 ? { parameters } : {}),
      ...(body ? { requestBody: body } : {}),
      responses: Object.fromEntries(other.answers.map((answer) => [String(answer.status), response(answer, id)])),
    };
    const texts = { path: parameterValues(other.paths, id, draft), query: parameterValues(other.queries, id, draft) };
    draft.operations[id] = {
      ...(other.security?.value === 'none' ? {} : { auth: { mechanism: 'bearer' } }),
      headers: { Accept: 'application/json', ...parameterValues(other.headers, id, draft) },
      ...Object.fromEntries(Object.entries(texts).filter(([, values]) => Object.keys(values).length > 0)),
      ...(body ? { body: bodyValue(request, id, draft) } : {}),
    };
  }
  draft.refusals = refusalRows(others, draft.todos);
  draft.schemas = files.schemas();
  draft.clauses = clausesOf(others, files.idOf);
  return draft;
}

function clausesOf(others: OtherFacts[], idOf: (name: string) => string): JsonObject[] {
  const row = (name: string, statement: string, about: OtherFacts[], rest: JsonObject): JsonObject[] => {
    const [first] = about;
    const at = first?.method?.at ?? 'OpenAPI';
    const operation = about.map(({ id }) => id);
    return first ? [{ id: idOf(name), statement, level: 'must', source: 'page', at, operation, ...rest }] : [];
  };
  const granted = (other: OtherFacts): AnswerFact | undefined => other.answers.find(({ status }) => status < 300);
  const statuses = [...new Set(others.flatMap((other) => granted(other)?.status ?? []))];
  const spoken = others.filter((other) => (granted(other)?.members.length ?? 0) > 0);
  const guarded = others.filter(({ security }) => security?.value !== 'none');
  const promise = (check: string, value: Json): JsonObject => ({
    promise: { check, on: 'granted', with: { equals: value } },
  });
  return [
    ...statuses.flatMap((status) => {
      const about = others.filter((other) => granted(other)?.status === status);
      return row(
        `operations-${status}`,
        `A good request is answered with ${status}.`,
        about,
        promise('status', status),
      );
    }),
    ...row(
      'operations-json',
      'An answer is JSON, and says so in Content-Type.',
      spoken,
      promise('media-type', 'application/json'),
    ),
    ...row('operations-guarded', 'A request without a good token is refused.', guarded, {
      demand: { auth: 'bearer', break: [...broken, 'after-end'], deep: ['unknown-token'] },
      refusal: refusals.token,
    }),
  ];
}
