/** Reads a description: its token operation, and the account of all of it. */

import { InputError } from '../../contract/problems.ts';
import type { Json, JsonObject } from '../../formats/json.ts';
import { atPointer, isObject } from '../../formats/json.ts';
import { nothing, type OtherFacts, type Part, type Statement, type Todo } from '../facts/facts.ts';
import type { DeriveOptions } from '../facts/input.ts';
import type { Passage } from '../facts/subjects.ts';
import { flatten } from '../merge/flatten.ts';
import { qualified } from '../merge/qualified.ts';
import { asOneQuestion } from '../merge/qualified-todos.ts';
import { otherFrom, wholeFrom } from '../openapi/api.ts';
import { cited } from '../openapi/cited.ts';
import {
  bundle,
  convertedFrom,
  hasOperation,
  type OperationName,
  type OtherOperation,
  operationName,
  operationsOf,
  otherOperations,
  pathPointer,
  withoutScheme,
} from '../openapi/description.ts';
import { requireWhole } from '../openapi/elsewhere.ts';
import { closedBody } from '../openapi/open.ts';
import { withOpenSecrets } from '../openapi/optional-secrets.ts';
import { schemeWords } from '../openapi/security.ts';
import { located } from '../openapi/servers.ts';
import { findTokenOperation, issuesTokens, mayIssueTokens } from '../openapi/token-operation.ts';
import { inPlaceTodos } from '../openapi/token-use.ts';
import { passagesFrom } from '../openapi/words.ts';
import { livesIn } from '../page/sentences/lives.ts';
import { noMentions, plainSentencesOf } from '../page/sentences/mentions.ts';
import { clientCertificate, showsCertificate } from '../page/sentences/stated-proofs.ts';
import { blocksOf } from '../page/text/page.ts';
import { partsOf } from './api-parts.ts';
import { collectionWords } from './collection-words.ts';
import { leaveDenied } from './denied-refusals.ts';
import { introductionOf, isText, wordsOfServers } from './introduction.ts';
import { sentencesLeft } from './looks.ts';

/** What a description gives: the statement about its token operation, others that are asked for, and its account. */
export interface ApiFacts {
  statement: Statement;
  /** What a collection says in words beside that. */
  words: Statement[];
  others: OtherFacts[];
  parts: Part[];
  /** What it says in words of its operation that issues tokens. */
  passages: Passage[];
  /** Its operations, and those asked for that are none of them. */
  names: string[];
  missed: string[];
}

/** The path of an operation in a description, and the operation. */
function nodesOf(api: JsonObject, { method, path }: OperationName): [Json | undefined, Json | undefined] {
  const item = pathPointer(path);
  return [atPointer(api, item), atPointer(api, `${item}/${method.toLowerCase()}`)];
}

/** A description that was read, and where it was read from. */
export interface Described {
  value: JsonObject;
  base: string;
}

async function whole({ value, base }: Described): Promise<JsonObject> {
  if (!String(value['openapi']).startsWith('3.'))
    throw new InputError(`${base} is OpenAPI ${value['openapi']}:`, ['3.0 and 3.1 can be read']);
  return located(await bundle(value, base), base);
}

/** The statement about an operation, without what its words deny of it; `words` are those of a collection. */
function statementOf(
  api: JsonObject,
  token: OperationName,
  isChosen: boolean,
  words: Statement[],
): Pick<ApiFacts, 'statement' | 'words'> {
  const stated = qualified(withOpenSecrets(wholeFrom(api, token)), 'the description', noMentions);
  const { statement } = stated;
  const todos = asOneQuestion(statement.todos ?? [], stated.todos);
  if (!isChosen && !issuesTokens(api, token)) todos.push(doubtful(operationName(token)));
  if (api[withoutScheme])
    todos.push({
      name: 'scheme',
      what: 'whether the servers are reached by https; the description names their hosts alone',
    });
  const operation = atPointer(api, `${pathPointer(token.path)}/${token.method.toLowerCase()}`);
  if (isObject(operation)) todos.push(...closedBody(api, operation));
  todos.push(...inPlaceTodos(api, token));
  const said = isObject(operation) ? [operation['description'], ...schemeWords(api, operation)] : [];
  // Most descriptions are a line, and a page is read by itself.
  const texts = said.filter((one) => typeof one === 'string').flatMap((one) => blocksOf(one, 'markdown'));
  const about = [...texts.filter(isText), ...introductionOf(api)];
  const lives = [
    ...livesIn(about, cited(api, 'description')),
    ...livesIn(wordsOfServers(api, token), cited(api, 'servers')),
  ];
  const isShown =
    statement.security?.value !== 'mutual-tls' &&
    !statement.unclear.some(({ value }) => /certificate|mutual/i.test(value)) &&
    about.flatMap(plainSentencesOf).some(showsCertificate);
  const shown = isShown ? [{ value: clientCertificate, at: cited(api, 'description') }] : [];
  const unclear = [...statement.unclear, ...shown];
  // A description without a scheme says less than its words.
  const security = isShown && statement.security?.value === 'none' ? null : statement.security;
  const found = { statements: [{ ...statement, lives, unclear, security }, ...words], todos };
  leaveDenied(about, found);
  const [own = statement, ...others] = found.statements;
  todos.push(...sentencesLeft([...about, ...wordsOfServers(api, token)], [own], todos));
  return { statement: { ...own, todos }, words: others };
}

/** Descriptions of one provider of which the operation that issues tokens is known, and little else was looked at. */
export interface Opened {
  /** What they state of that operation, before the words about it are read. */
  stated: Statement;
  /** Reads them whole, once: a page may have very many of which one is about the token. */
  facts(): ApiFacts[];
}

/**
 * Opens the descriptions of one provider, for the operation of them that issues tokens and those asked for beside it.
 * @param besidePages whether pages of text are read with them, which may describe the request for a token alone
 * @throws InputError where none of them, or several, could hold the operation that issues tokens.
 */
export async function openApis(given: Described[], options: DeriveOptions, besidePages = false): Promise<Opened> {
  const apis: { api: JsonObject; base: string }[] = [];
  for (const one of given) apis.push({ api: await whole(one), base: one.base });
  const all = apis.map(({ api }) => api);
  const isElsewhere = besidePages && options.operation === undefined && !mayIssueTokens(all);
  const token = isElsewhere ? null : findTokenOperation(all, options);
  for (const { api, base } of apis) requireWhole(api, base, token, options.operation !== undefined);
  const asked = otherOperations(all, token, options.with ?? []);
  const worded = new Map<JsonObject, Statement[]>();
  if (token) {
    const pointer = `${pathPointer(token.path)}/${token.method.toLowerCase()}`;
    for (const { api, base } of apis)
      if (api[convertedFrom] === 'Postman') worded.set(api, await collectionWords(api, pointer, base));
  }
  const hasToken = (api: JsonObject): boolean =>
    token !== null && operationsOf(api).some((one) => operationName(one) === operationName(token));
  const factsOf = ({ api, base }: (typeof apis)[number]): ApiFacts => {
    const others = asked.filter((other) => other.api === api).map(otherOf);
    const isHere = token !== null && hasToken(api);
    const given = worded.get(api) ?? [];
    const { statement, words } = isHere
      ? statementOf(api, token, options.operation !== undefined, given)
      : { statement: nothing('openapi'), words: given };
    const name = isHere ? operationName(token) : '';
    return {
      words,
      ...{ statement, others, parts: partsOf(api, base, name, { statement, others }) },
      passages: isHere ? passagesFrom(api, ...nodesOf(api, token)) : [],
      names: operationsOf(api).map(operationName),
      missed: (options.with ?? []).filter((wanted) => !hasOperation(api, wanted)),
    };
  };
  const holder = all.find(hasToken);
  let read: ApiFacts[] | null = null;
  return {
    stated: token !== null && holder !== undefined ? wholeFrom(holder, token) : nothing('openapi'),
    facts: () => {
      read ??= servedHere(apis.map(factsOf));
      return read;
    },
  };
}

/** The same, with a question where an operation is served by none of the servers that issue tokens. */
function servedHere(found: ApiFacts[]): ApiFacts[] {
  const known = new Set(found.flatMap(({ statement }) => statement.servers.map(({ url }) => url)));
  return found.map((one) => ({
    ...one,
    others: one.others.map((other) => ({
      ...other,
      todos: [...(other.todos ?? []), ...servedElsewhere(other, known)],
    })),
  }));
}

/** Reads the descriptions of one provider whole. @throws InputError as {@link openApis} does */
export async function apiFacts(...given: Parameters<typeof openApis>): Promise<ApiFacts[]> {
  return (await openApis(...given)).facts();
}

/** What a description gives of an operation, and the question which one is right where another says something else of it. */
function otherOf({ api, one, id, again }: OtherOperation): OtherFacts {
  const other = { ...otherFrom(api, one, id), passages: passagesFrom(api, ...nodesOf(api, one)) };
  const said = (facts: OtherFacts): string => {
    const { path: _path, ...rest } = facts;
    return JSON.stringify(
      [...flatten({ ...rest, servers: [], scopes: [] })].map(([fact, { value }]) => [fact, value]).sort(),
    );
  };
  if (again.every((more) => said(otherFrom(more.api, more.one, id)) === said(other))) return other;
  const what = `which description of ${operationName(one)} is right: they differ, and the first was read`;
  return { ...other, todos: [...(other.todos ?? []), { name: 'descriptions', what }] };
}

/** The question where an operation is served, where its servers are none of those that issue tokens: a target has one address. */
function servedElsewhere({ servers }: OtherFacts, known: Set<string>): Todo[] {
  if (known.size === 0 || servers.length === 0 || servers.some(({ url }) => known.has(url))) return [];
  const what = `where it is served: its description gives ${servers.map(({ url }) => url).join(', ')}, and that of the token ${[...known].join(', ')}; a target has one address`;
  return [{ name: 'servers', what }];
}

/** The question whether an operation issues tokens, where little speaks for it. */
export const doubtful = (name: string): Todo => ({
  name: 'operation',
  what: `whether ${name} is the operation that issues tokens; little of what is said of it speaks for that`,
});
