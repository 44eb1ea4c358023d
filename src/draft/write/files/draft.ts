/** The files of a contract as a page gives them: everything it states in our formats, everything it does not as a TODO. */

import { contractFormat } from '../../../contract/format-version.ts';
import { todoKey } from '../../../contract/todo.ts';
import { noLifetime } from '../../../contract/token.ts';
import type { Json, JsonObject } from '../../../formats/json.ts';
import type { AnswerFact, Facts, Todo } from '../../facts/facts.ts';
import { once, onceEach } from '../../facts/once.ts';
import { grantTodos } from '../../merge/grant.ts';
import { memberCalled } from '../../merge/merge.ts';
import { statusesAsOne } from '../../merge/questions.ts';
import { kebab } from '../../page/words/spellings.ts';
import { withUnsent } from '../basis/at-times.ts';
import { isForm, isRead, leftOutTodos } from '../basis/bodies.ts';
import type { Access } from '../basis/good-request.ts';
import { type Names, namesOf } from '../basis/names.ts';
import { timeTodos } from '../basis/signature.ts';
import { accessOf } from '../clauses/auth.ts';
import { lifeOfStandard, sourcesOf } from '../clauses/citations.ts';
import { isSettledSnap } from '../clauses/follows-snap.ts';
import { resourceRefusal } from '../clauses/life-rows.ts';
import { bodyTodos, grantedOf, lifetimeOf, tokenOf } from '../clauses/open.ts';
import { lifeTodos } from '../clauses/prolonged.ts';
import { rowsOf } from '../clauses/rows.ts';
import { unheardTodos } from '../clauses/unheard.ts';
import { againTodos, deniedTodos, useTodos } from '../clauses/use.ts';
import { onceTodos } from '../clauses/used-once.ts';
import { codeTodos, withoutCodes } from '../refusals/codes.ts';
import { unreadCodes } from '../refusals/codes-unread.ts';
import { lockTodos, triesWrong } from '../refusals/locked.ts';
import { orMalformed } from '../refusals/malformed.ts';
import { wayRefusals } from '../refusals/named-ways.ts';
import { methodTodos } from '../refusals/other-method.ts';
import { ownName, withDoubted } from '../refusals/own-refusals.ts';
import { orUnsupported, refusalRows } from '../refusals/refusal-rows.ts';
import { refusalsOf } from '../refusals/refusals.ts';
import { absentRows, refusedAbsent } from '../refusals/refused-absent.ts';
import { certificateRefusals } from '../refusals/refused-certificates.ts';
import { refusedOtherwise } from '../refusals/refused-credentials.ts';
import { ofTriedWays } from '../refusals/tried-ways.ts';
import { unknownClientTodos } from '../refusals/unknown-clients.ts';
import { type Faults, faultsOfDraft } from '../refusals/unnamed.ts';
import { untriedTodos } from '../refusals/untried.ts';
import { bodySchemas, refusedFiles } from './body-schemas.ts';
import { templateTodos } from './host-templates.ts';
import { addressTodos, serverTodos } from './live.ts';
import { type OperationsDraft, operationsDraft } from './operations.ts';
import { specOf } from './spec.ts';

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

/** The contradictions of the page, each with its readings. */
function readingRows({ contradictions, request }: Facts, names: Names, refused: number): Json[] {
  return contradictions.map(({ name, statement, at, leftOut, options, check }): JsonObject => {
    const member = request.find(({ pointer }) => pointer === `/${leftOut}`);
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

/** How a good request of some facts is made, and how its faults are refused: the questions and the files of a draft rest on the same. */
const refusedOf = once((facts: Facts) => {
  const access = accessOf(facts);
  const refusals = refusalsOf(facts);
  return { access, refusals, faults: faultsOfDraft(facts, access, refusals) };
});

/** What a draft leaves open, each with a name of its own in kebab-case. Pure. */
export function todosOf(facts: Facts, origin: PageInfo): Todo[] {
  const { access, refusals, faults } = refusedOf(facts);
  const all = [
    ...withUnsent(withDoubted(facts.todos, faults.own, refusals), access.unsent),
    ...grantTodos(facts.answers),
    ...access.todos,
    ...useTodos(facts),
    ...serverTodos(facts),
    ...addressTodos(facts),
    ...templateTodos(facts),
    ...againTodos(facts),
    ...onceTodos(facts),
    ...deniedTodos(facts),
    ...unheardTodos(facts),
    ...faults.ofRefusals,
    ...faults.todos,
    ...codeTodos(facts),
    ...refusedOtherwise(facts, access, refusals.credentials, faults.own),
    ...unknownClientTodos(facts, access, refusals.credentials, faults.own),
    ...refusedAbsent(facts, refusals, faults.member),
    ...untriedTodos(facts, faults),
    ...methodTodos(facts),
    ...lockTodos(facts, refusals.credentials, triesWrong(access)),
    ...draftOfOthers(facts, origin.provider).todos,
    ...lifeTodos(facts),
    ...(access.todos.some(({ name }) => name === 'timestamp form') ? [] : timeTodos(access.signature)),
    ...bodyTodos(facts),
    ...leftOutTodos(facts, access),
  ];
  all.push(...unreadCodes(facts, all));
  if (origin.url === null) {
    const what = 'the address of the page (sources.page.url); it was read from a file';
    all.push({ name: 'page url', what, ask: { about: 'page url' } });
  }
  const named = new Map<string, Todo>();
  for (const todo of statusesAsOne(all.filter(({ what }) => !facts.settled?.includes(what)))) {
    const base = kebab(todo.name) || 'todo';
    let name = base;
    // Two that are called alike are two questions, unless they say the same.
    for (let count = 2; named.has(name) && named.get(name)?.what !== todo.what; count++) name = `${base}-${count}`;
    named.set(name, { ...todo, name });
  }
  return [...named.values()];
}

/** The refusals that some demand of a draft uses; a member may have one for each of its keywords. */
function used(rows: Record<string, JsonObject>, drafted: Json): Record<string, JsonObject> {
  const named = [...JSON.stringify(drafted).matchAll(/"refusal":(?:"[^"]*"|\{[^{}]*\})/g)].join();
  return Object.fromEntries(Object.entries(rows).filter(([name]) => named.includes(`:"${name}"`)));
}

/** The values that a good request has. */
function controlOf({ auth, headers, path, query, body }: Access): JsonObject {
  return {
    ...(auth ? { auth } : {}),
    headers,
    ...(Object.keys(path).length > 0 ? { path } : {}),
    ...(Object.keys(query).length > 0 ? { query } : {}),
    body,
  };
}

/** The part of a draft that the other operations of its pages make. */
const draftOfOthers = onceEach((facts: Facts, provider: string): OperationsDraft => {
  const life = lifetimeOf(facts).standard ? lifeOfStandard(facts) : null;
  return operationsDraft(facts.others, provider, { isSnap: isSettledSnap(facts), life, answers: facts.answers });
});

/** Where the token is in a grant, and how long it lives. */
function tokenPointers(facts: Facts): JsonObject {
  const token = tokenOf(facts);
  const life = lifetimeOf(facts);
  const scope = memberCalled(grantedOf(facts), 'scope');
  return {
    ...(token ? { value: token.pointer } : {}),
    ...(life.none ? { lifetime: noLifetime } : {}),
    ...(life.member ? { lifetime: life.member.pointer } : {}),
    ...(life.unit === 'seconds' ? {} : { lifetimeUnit: life.unit }),
    ...(scope && facts.scopes.length > 0 ? { scope: scope.pointer } : {}),
  };
}

/** The statuses of the credentials that are refused by some of their own, by the names of the refusals. */
const idsOf = ({ own, certificates }: Faults, names: Names): Record<string, number[]> => ({
  ...Object.fromEntries(own.map((one) => [ownName(one, names), one.statuses])),
  ...certificateRefusals(certificates),
});

/** The clauses that no schema can say, and the names of all, of which `others` are those of other operations. */
function namedClauses(facts: Facts, access: Access, faults: Faults, provider: string, others: string[]) {
  const life = lifetimeOf(facts);
  const context = {
    ...{ facts, access, faults, lifetime: life.member ? life.unit : null, standard: life.standard === true },
    refused: facts.answers.map(({ status }) => status).filter((status) => status >= 400 && status < 500),
  };
  // A field may be called as a clause is that is about none, so that the ids of those are found first.
  const ids = rowsOf({ ...context, names: namesOf(provider, facts) }).map(({ id }) => String(id));
  const names = namesOf(provider, facts, [...ids, ...others]);
  return { names, clauses: rowsOf({ ...context, names }) };
}

/** The draft of a provider's files, with what it leaves open. Pure: the same facts give the same files. */
export function draftOf(facts: Facts, origin: PageInfo, open = todosOf(facts, origin)): ContractDraft {
  const { provider, url, read } = origin;
  const { access, refusals, faults } = refusedOf(facts);
  const isSnap = isSettledSnap(facts);
  const asserts = access.mechanism === 'private-key-jwt';
  const others = draftOfOthers(facts, provider);

  const { names, clauses: own } = namedClauses(facts, access, faults, provider, others.ids);
  const isShared = ({ status }: AnswerFact): boolean => faults.shared.includes(status);
  const errors = facts.answers.filter(({ status }) => status >= 400);
  const refused = refusedFiles(errors.map((one) => (isShared(one) ? withoutCodes(one) : one)));
  const spec = specOf({
    ...{ facts, provider, names, access, faults },
    ...{ errorFiles: refused.byStatus, others: others.paths },
  });
  const token = tokenPointers(facts);
  const todos = open.map(({ name, what }) => [names.of(name), what]);
  const ids = idsOf(faults, names);
  const value = token['value'] === undefined ? null : String(token['value']);
  const drafted = {
    ...refusalRows(facts, refusals, value, asserts, ids, faults),
    ...absentRows(facts, faults, names, refusals, ids),
    ...wayRefusals(faults.ways),
  };
  const isTyped = facts.mediaType !== undefined && isRead(facts, access);
  const typed = isTyped ? orUnsupported(drafted, facts, asserts, faults) : drafted;
  const { rows, clauses: formed } = orMalformed({ rows: typed, clauses: own }, refusals, ids, facts, faults);
  const clauses = [...formed, ...others.clauses];
  const schemas = { ...bodySchemas({ facts, provider, names, refused, faults }), ...others.schemas };
  const format = isForm(facts.mediaType) ? 'form' : 'json';
  const page = { title: facts.title ?? `${provider}, access token`, url: url ?? 'https://example.invalid/', read };
  const readings = readingRows(facts, names, refusals.parameters[0] ?? 400);
  const contract: JsonObject = {
    formatVersion: contractFormat,
    ...(todos.length > 0 ? { [todoKey]: Object.fromEntries(todos) } : {}),
    provider,
    title: provider,
    spec: `../../specs/${provider}.openapi.yaml`,
    sources: { page, ...sourcesOf(clauses, read, isSnap) },
    credentials: { ...others.credentials, ...access.credentials },
    control: controlOf(access),
    ...(facts.others.length > 0 ? { operations: others.operations } : {}),
    token,
    refusals: {
      ...used({ ...ofTriedWays(rows, [spec, schemas], clauses, format), ...resourceRefusal }, [spec, clauses, schemas]),
      ...others.refusals,
    },
    ...(readings.length > 0 ? { readings } : {}),
    clauses,
  };
  const folder = `contracts/${provider}`;
  return {
    [`specs/${provider}.openapi.yaml`]: spec,
    ...Object.fromEntries(Object.entries(schemas).map(([file, schema]) => [`${folder}/${file}`, schema])),
    [`${folder}/contract.yaml`]: contract,
  };
}
