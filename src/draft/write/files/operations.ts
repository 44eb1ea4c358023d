/** Operations beside the one that issues tokens: their part of the OpenAPI file, their good requests, and their clauses. */
import { isSuccess } from '../../../contract/status.ts';
import type { JsonObject } from '../../../formats/json.ts';
import { keysOf } from '../../../formats/json.ts';
import type { AnswerFact, HeaderFact, Member, OtherFacts, Todo } from '../../facts/facts.ts';
import { freeName, numbered } from '../../facts/free-name.ts';
import { isInItems } from '../../facts/list-items.ts';
import { quotedOf } from '../../facts/subjects.ts';
import { placesOf } from '../../facts/todo.ts';
import { acceptedOf, grantTodos } from '../../merge/grant.ts';
import { isSignature } from '../../merge/signed-time.ts';
import { credentialKind } from '../../page/values/values.ts';
import { kebab } from '../../page/words/spellings.ts';
import { type Filling, goodBody, openTodo, sentValue } from '../basis/good-value.ts';
import { type DraftedSignature, signatureOf } from '../basis/signature.ts';
import { headersOf } from '../clauses/answer-headers.ts';
import { keysOfOperations } from '../clauses/operation-keys.ts';
import { clausesOf, isKeyed, type OfPages, refusalRows, refusals, sendsToken } from '../clauses/operation-rows.ts';
import { bodySchema } from './body-schemas.ts';
import { changingTodos } from './operation-questions.ts';

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
  /** The ids of all of their clauses. */
  ids: string[];
  todos: Todo[];
}

interface Sink {
  credentials: Record<string, JsonObject>;
  todos: Todo[];
}

/** What fills the request of an operation: its ids may be those of anything, and only its secrets are the client's own. */
const filling = (id: string, { credentials }: Sink): Filling => ({
  ...{ credentials, isOwn: (name) => credentialKind(name) === 'secret' },
  ...{ of: `, for ${id}`, isOptional: true },
});

function parameterValues(parameters: HeaderFact[], id: string, sink: Sink): JsonObject {
  return Object.fromEntries(
    parameters
      .filter(({ required }) => required === true)
      .map((parameter) => [parameter.name, sentValue(parameter, `Value of ${parameter.name}`, filling(id, sink))]),
  );
}

/** The members of a good body; those the description gives no value for are one question. */
function bodyValue(members: Member[], id: string, sink: Sink): JsonObject {
  const none = (): undefined => undefined;
  const { body, open } = goodBody(members, {
    ...filling(id, sink),
    ...{ isMade: () => false, always: none, named: none, listsTexts: false },
  });
  sink.todos.push(...openTodo(open, id, `operations.${id}.body`, { about: 'files' }));
  return body;
}

/** How an operation is authenticated; what its description does not say, or no draft can, is a TODO. */
function authOf(other: OtherFacts, drafted: DraftedSignature | null, sink: Sink, isSnap: boolean): JsonObject {
  const { id, security, unclear } = other;
  const words = unclear
    .filter(({ value }) => !drafted || !/signature/i.test(value))
    .map(({ value, at }) => `${value} (${at})`);
  const proofs = drafted ? [] : other.headers.filter(({ name }) => isSignature(name)).map(({ name }) => name);
  if (proofs.length > 0) words.push(`a signature: ${proofs.join(', ')}`);
  const unread = quotedOf(other.passages ?? [], 'authentication');
  if (security === null && unclear.length === 0 && !isKeyed(other))
    words.push(
      unread === null
        ? 'nothing; a bearer token is a guess'
        : `nothing that was read; a bearer token is a guess, and ${unread}`,
    );
  if (drafted?.ofStandard.over && !isSnap)
    words.push('the headers of BI SNAP and not what is signed; what that standard signs is a guess');
  if (words.length > 0)
    sink.todos.push({
      name: `auth ${id}`,
      what: `how ${id} is authenticated: the page states ${words.join('; and ')}`,
    });
  for (const todo of [...(other.todos ?? []), ...grantTodos(other.answers), ...changingTodos(other)])
    sink.todos.push({ name: `${id} ${todo.name}`, what: `${todo.what} (${id})`, ...placesOf(todo) });
  const auth: JsonObject[] = [];
  if (security?.value === 'basic') {
    sink.credentials['clientId'] ??= { description: 'Id of HTTP Basic' };
    sink.credentials['clientSecret'] ??= { description: 'Secret of HTTP Basic', secret: true };
    auth.push({ mechanism: 'basic', id: 'clientId', secret: 'clientSecret' });
  } else if (security?.value === 'mutual-tls') auth.push({ mechanism: 'mutual-tls' });
  else if (sendsToken(other)) auth.push({ mechanism: 'bearer' });
  if (drafted) {
    auth.push(drafted.auth);
    for (const [name, credential] of Object.entries(drafted.credentials)) sink.credentials[name] ??= credential;
  }
  const [first, ...more] = auth;
  return first ? { auth: more.length > 0 ? auth : first } : {};
}

/** Headers that hold a value of each request: made by its signature, or new in each. */
function headerValues({ headers, id }: OtherFacts, drafted: DraftedSignature | null, sink: Sink): JsonObject {
  const made = (drafted?.makes ?? []).map((name) => name.toLowerCase());
  const isNew = ({ name, schema }: HeaderFact): boolean =>
    (drafted !== null && /^x-external-id$|nonce$/i.test(name)) ||
    (/idempotency-?(?:key|id)$/i.test(name) && schema['format'] === undefined && schema['pattern'] === undefined);
  const unique = headers.filter((one) => isNew(one) && (drafted !== null || one.required === true));
  const given = headers.filter(
    (one) => !made.includes(one.name.toLowerCase()) && !isNew(one) && !isSignature(one.name),
  );
  return {
    ...parameterValues(given, id, sink),
    ...Object.fromEntries(
      unique.map(({ name, schema }) => [
        name,
        { unique: 'digits', length: Math.min(64, Math.max(12, Number(schema['maxLength'] ?? 36))) },
      ]),
    ),
  };
}

function acceptOf({ accept, answers }: OtherFacts): JsonObject {
  const value = accept ?? acceptedOf(answers);
  return value === undefined ? {} : { Accept: value };
}

/** Files of body schemas: two bodies that are the same, place and all, share one, and with it their clauses. */
function createFiles(provider: string) {
  const files = new Map<string, { name: string; schema: JsonObject }>();
  const taken = new Set<string>();
  const isTaken = (id: string): boolean => taken.has(id);
  const idOf = (name: string): string => {
    const wanted = `${provider}-${name}`;
    const id = freeName([wanted], isTaken) ?? numbered(`${wanted.replace(/-+$/, '')}-field`, isTaken);
    taken.add(id);
    return id;
  };
  return {
    idOf,
    ids: (): string[] => [...taken],
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
      // A clause of a request is read at the members at its top alone.
      const isRead = (pointer: string): boolean =>
        !isInItems(pointer) && (Object.keys(more).length === 0 || keysOf(pointer).length === 1);
      const schema = bodySchema(title, members, ({ pointer, at }) =>
        isRead(pointer) ? { id: idOf(`${name}-${kebab(pointer)}`), at, ...more } : null,
      );
      const file = { name: `${name}.schema.yaml`, schema };
      files.set(shape, file);
      return file.name;
    },
  };
}

/** The part of a draft that other operations make. Pure. */
export function operationsDraft(others: OtherFacts[], provider: string, pages: OfPages): OperationsDraft {
  const keys = keysOfOperations(others, pages.answers, refusals);
  const draft: OperationsDraft = {
    paths: {},
    schemas: {},
    operations: {},
    credentials: {},
    refusals: {},
    clauses: [],
    ids: [],
    todos: keys.todos,
  };
  const files = createFiles(provider);
  const signatures = new Map<string, DraftedSignature>();
  const refer = (file: string): JsonObject => ({ $ref: `../contracts/${provider}/${file}` });

  function parameter(fact: HeaderFact, kind: string, other: OtherFacts): JsonObject {
    const refusal = kind === 'path' ? refusals.unknown : keys.of(fact, other);
    const clause = { id: files.idOf(`${kebab(other.id)}-${kebab(fact.name)}`), at: fact.at, refusal };
    return { name: fact.name, in: kind, required: true, schema: fact.schema, 'x-clause': clause };
  }

  function response(answer: AnswerFact, id: string): JsonObject {
    const described = {
      description: isSuccess(answer.status) ? 'Granted' : 'Refused',
      ...headersOf(answer, ({ name }) => files.idOf(`${kebab(id)}-answer-${kebab(name)}`)),
    };
    if (answer.members.length === 0) return described;
    const title = `Answer ${answer.status} of ${id}`;
    const file = files.of(`${kebab(id)}-${answer.status}`, title, answer.members);
    return { ...described, content: { [answer.mediaType?.value ?? 'application/json']: { schema: refer(file) } } };
  }

  for (const other of others) {
    const { id, path, method, mediaType, bodyAt = '', request } = other;
    const prefix = kebab(id);
    const required = (facts: HeaderFact[]): HeaderFact[] => facts.filter((fact) => fact.required === true);
    const parameters = [
      ...required(other.paths).map((fact) => parameter(fact, 'path', other)),
      ...required(other.queries).map((fact) => parameter(fact, 'query', other)),
      ...required(other.headers).map((fact) => parameter(fact, 'header', other)),
    ];
    const clause = (suffix: string, at: string): JsonObject => ({
      'x-clause': { id: files.idOf(`${prefix}-${suffix}`), at, refusal: refusals.request },
    });
    const title = `Request of ${id}`;
    const body = (mediaType || request.length > 0) && {
      required: true,
      ...(other.bodyRequired ? clause('body', bodyAt) : {}),
      content: {
        [mediaType?.value ?? 'application/json']: {
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
    const drafted = signatureOf(other, sendsToken(other));
    if (drafted) signatures.set(id, drafted);
    draft.operations[id] = {
      ...authOf(other, drafted, draft, pages.isSnap),
      headers: { ...acceptOf(other), ...headerValues(other, drafted, draft) },
      ...Object.fromEntries(Object.entries(texts).filter(([, values]) => Object.keys(values).length > 0)),
      ...(body ? { body: bodyValue(request, id, draft) } : {}),
    };
  }
  draft.refusals = refusalRows(others, keys, draft.todos);
  draft.schemas = files.schemas();
  draft.clauses = clausesOf(others, signatures, files.idOf, pages);
  draft.ids = files.ids();
  return draft;
}
