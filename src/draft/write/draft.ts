/** The files of a contract as a page gives them: everything it states in our formats, everything it does not as a TODO. */
import { contractFormat } from '../../contract/format-version.ts';
import { todoKey } from '../../contract/todo.ts';
import { noLifetime } from '../../contract/token.ts';
import type { Json, JsonObject } from '../../formats/json.ts';
import { keysOf } from '../../formats/json.ts';
import type { AnswerFact, Facts, Member, PageReading, Todo } from '../facts/facts.ts';
import { grantIn, grantTodos } from '../facts/grant.ts';
import { memberCalled } from '../facts/merge.ts';
import { statusesAsOne } from '../facts/questions.ts';
import { kebab } from '../page/words.ts';
import { accessOf } from './auth.ts';
import { sourcesOf } from './citations.ts';
import { resourceRefusal } from './life-rows.ts';
import { type Names, namesOf } from './names.ts';
import { bodyTodos, grantedOf, lifetimeOf, tokenOf } from './open.ts';
import { operationsDraft } from './operations.ts';
import { orUnreadable, ownStatus, refusalRows, refusalsOf } from './refusals.ts';
import { refusedAbsent } from './refused-absent.ts';
import { refusedOtherwise } from './refused-credentials.ts';
import { rowsOf } from './rows.ts';
import { isSettledSnap } from './snap.ts';
import { bodySchema, hasBody, isJson, specOf } from './spec.ts';
import { againTodos, useTodos } from './use.ts';

/** Where a draft comes from. */
export interface PageInfo {
  provider: string;
  /** Address of the page; a local file has none. */
  url: string | null;
  /** Date it was read, YYYY-MM-DD. */
  read: string;
}

/** The files of a draft: their paths below the output folder, and their contents. */
export type ContractDraft = Record<string, JsonObject>;

function readingRows(contradictions: PageReading[], facts: Facts, names: Names, refused: number): Json[] {
  return contradictions.map(({ name, statement, at, leftOut, options, check }): JsonObject => {
    const member = facts.request.find(({ pointer }) => pointer === `/${leftOut}`);
    return {
      id: names.of(kebab(name)),
      statement,
      at,
      ...(leftOut === undefined || !member
        ? { on: 'granted' }
        : { scenario: `${names.request(member)}-required/absent` }),
      ...(check === undefined ? {} : { check }),
      options: options.map(
        (option): JsonObject => ({
          ...option,
          ...(leftOut !== undefined && option.status === undefined ? { status: refused } : {}),
        }),
      ),
    };
  });
}

/** What a draft leaves open, each with a name of its own in kebab-case. Pure. */
export function todosOf(facts: Facts, origin: PageInfo): Todo[] {
  const access = accessOf(facts);
  const refusals = refusalsOf(facts);
  const all = [
    ...facts.todos,
    ...grantTodos(facts.answers),
    ...access.todos,
    ...useTodos(facts),
    ...againTodos(facts),
    ...refusals.todos,
    ...refusedOtherwise(facts, access, refusals.credentials, (name) => ownStatus(facts, name) !== null),
    ...refusedAbsent(facts, refusals),
    ...operationsDraft(facts.others, origin.provider, isSettledSnap(facts)).todos,
    ...lifetimeOf(facts).todos,
    ...bodyTodos(facts),
  ];
  if (origin.url === null) {
    const what = 'the address of the page (sources.page.url); it was read from a file';
    all.push({ name: 'page url', what, ask: { about: 'page url' } });
  }
  const named = new Map<string, Todo>();
  for (const todo of statusesAsOne(all)) {
    const base = kebab(todo.name) || 'todo';
    let name = base;
    // Two that are called alike are two questions, unless they say the same.
    for (let count = 2; named.has(name) && named.get(name)?.what !== todo.what; count++) name = `${base}-${count}`;
    named.set(name, { ...todo, name });
  }
  return [...named.values()];
}

/** The refusals that some demand of a draft uses; each member of the request uses that of the parameters. */
function used(rows: Record<string, JsonObject>, { request }: Facts, drafted: Json): Record<string, JsonObject> {
  const text = JSON.stringify(drafted);
  return Object.fromEntries(
    Object.entries(rows).filter(
      ([name]) => text.includes(`"refusal":"${name}"`) || (name === 'parameters' && request.length > 0),
    ),
  );
}

/** The draft of a provider's files. Pure: the same facts give the same files. */
export function draftOf(facts: Facts, origin: PageInfo): ContractDraft {
  const { provider } = origin;
  const access = accessOf(facts);
  const refusals = refusalsOf(facts);
  const asserts = access.mechanism === 'private-key-jwt';
  const isAsserted = ({ pointer }: Member): boolean => asserts && pointer.startsWith('/client_assertion');
  const errors = facts.answers.filter(({ status }) => status >= 400);
  const shown = errors.filter(isJson);
  const shapes = new Map<string, { file: string; answer: AnswerFact }>();
  const errorFiles = new Map<number, string>();
  for (const answer of shown) {
    const shape = JSON.stringify(answer.members.map(({ pointer, schema, required }) => [pointer, schema, required]));
    if (!shapes.has(shape))
      shapes.set(shape, {
        file: shapes.size === 0 ? 'refused.schema.yaml' : `refused-${answer.status}.schema.yaml`,
        answer,
      });
    errorFiles.set(answer.status, shapes.get(shape)?.file ?? 'refused.schema.yaml');
  }
  const granted = grantedOf(facts);
  const token = tokenOf(facts);
  const life = lifetimeOf(facts);
  const scope = memberCalled(granted, 'scope');
  const others = operationsDraft(facts.others, provider, isSettledSnap(facts));
  const context = {
    ...{ facts, access, lifetime: life.member ? life.unit : null, standard: life.standard === true },
    refused: errors.map(({ status }) => status).filter((status) => status < 500),
  };
  // A field may be called as a clause is that is about none, so that the ids of those are found first.
  const rows = rowsOf({ ...context, names: namesOf(provider, facts) }).map(({ id }) => String(id));
  const names = namesOf(provider, facts, [...rows, ...others.ids]);
  const todos = todosOf(facts, origin);
  const open = Object.fromEntries(todos.map(({ name, what }) => [names.of(name), what]));
  const mark =
    (id: (member: Member) => string) =>
    (member: Member): JsonObject => ({ id: id(member), at: member.at });
  const folder = `contracts/${provider}`;
  const own = Object.fromEntries(
    access.known.headers.flatMap((name) => {
      const status = ownStatus(facts, name);
      return status === null ? [] : [[names.header(name), status]];
    }),
  );
  const spec = specOf(facts, provider, names, access, errorFiles, others.paths, refusals);
  const clauses = [...rowsOf({ ...context, names }), ...others.clauses];
  const refused = refusalRows(facts, refusals, token?.pointer ?? '/access_token', asserts, own);
  const contract: JsonObject = {
    formatVersion: contractFormat,
    ...(todos.length > 0 ? { [todoKey]: open } : {}),
    provider,
    title: provider,
    spec: `../../specs/${provider}.openapi.yaml`,
    sources: {
      page: {
        title: facts.title ?? `${provider}, access token`,
        url: origin.url ?? 'https://example.invalid/',
        read: origin.read,
      },
      ...sourcesOf(clauses, origin.read, isSettledSnap(facts)),
    },
    credentials: { ...others.credentials, ...access.credentials },
    control: {
      ...(access.auth ? { auth: access.auth } : {}),
      headers: access.headers,
      ...(Object.keys(access.path).length > 0 ? { path: access.path } : {}),
      ...(Object.keys(access.query).length > 0 ? { query: access.query } : {}),
      body: access.body,
    },
    ...(facts.others.length > 0 ? { operations: others.operations } : {}),
    token: {
      ...(token ? { value: token.pointer } : {}),
      ...(life.none ? { lifetime: noLifetime } : {}),
      ...(life.member ? { lifetime: life.member.pointer } : {}),
      ...(life.unit === 'seconds' ? {} : { lifetimeUnit: life.unit }),
      ...(scope && facts.scopes.length > 0 ? { scope: scope.pointer } : {}),
    },
    refusals: {
      ...used(orUnreadable(refused, clauses), facts, [spec, clauses]),
      ...resourceRefusal,
      ...others.refusals,
    },
    ...(facts.contradictions.length > 0
      ? { readings: readingRows(facts.contradictions, facts, names, refusals.parameters[0] ?? 400) }
      : {}),
    clauses,
  };
  return {
    [`specs/${provider}.openapi.yaml`]: spec,
    ...(hasBody(facts)
      ? {
          [`${folder}/request.schema.yaml`]: bodySchema(
            `Access-token request of ${provider}`,
            facts.request,
            // A clause of a request is read at the members at its top alone.
            (member) =>
              keysOf(member.pointer).length > 1
                ? null
                : { ...mark(names.request)(member), refusal: isAsserted(member) ? 'credentials' : 'parameters' },
          ),
        }
      : {}),
    [`${folder}/granted.schema.yaml`]: bodySchema(
      `Access-token answer of ${provider} when it grants`,
      grantIn(facts.answers)?.members ?? [],
      mark(names.granted),
    ),
    ...Object.fromEntries(
      [...shapes.values()].map(({ file, answer }) => [
        `${folder}/${file}`,
        bodySchema(
          `Answer of ${provider} when it refuses`,
          answer.members,
          mark((member) => names.refused(member, answer.status)),
        ),
      ]),
    ),
    ...Object.fromEntries(Object.entries(others.schemas).map(([file, schema]) => [`${folder}/${file}`, schema])),
    [`${folder}/contract.yaml`]: contract,
  };
}
