/** Reads a description: its token operation, and the account of all of it. */

import { InputError } from '../../contract/problems.ts';
import type { Json, JsonObject } from '../../formats/json.ts';
import { atPointer, isObject, pointerOf } from '../../formats/json.ts';
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
import { follow, nowhere } from '../openapi/follow.ts';
import { closedBody } from '../openapi/open.ts';
import { withOpenSecrets } from '../openapi/optional-secrets.ts';
import { passageOf } from '../openapi/passage.ts';
import { schemeWords } from '../openapi/security.ts';
import { located } from '../openapi/servers.ts';
import { findTokenOperation, issuesTokens, mayIssueTokens } from '../openapi/token-operation.ts';
import { inPlaceTodos } from '../openapi/token-use.ts';
import { passagesFrom } from '../openapi/words.ts';
import type { Block } from '../page/blocks/blocks.ts';
import { livesIn } from '../page/sentences/lives.ts';
import { noMentions } from '../page/sentences/mentions.ts';
import { blocksOf } from '../page/text/page.ts';
import { describedPart } from './account.ts';
import { collectionWords } from './collection-words.ts';
import { leaveDenied } from './denied-refusals.ts';
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

const namesAt = (value: Json | undefined, pointer: string): string[] => {
  const found = atPointer(value, pointer);
  return isObject(found) ? Object.keys(found) : [];
};

function partsOf(api: JsonObject, base: string, token: string, facts: Pick<ApiFacts, 'statement' | 'others'>): Part[] {
  const kind = api[convertedFrom];
  const from = kind === undefined ? '' : `, read as ${kind}`;
  const drafted = new Map(facts.others.map((other) => [`${other.method?.value} ${other.path?.value}`, other]));
  const parts = operationsOf(api).map((operation) => {
    const name = operationName(operation);
    const statement = name === token ? facts.statement : drafted.get(name);
    const item = pathPointer(operation.path);
    const node = atPointer(api, `${item}/${operation.method.toLowerCase()}`);
    const passage = statement ? passageOf(api, atPointer(api, item), node).slice(0, mostPassage) : '';
    const why = 'it is another operation; --with drafts it';
    return [
      describedPart(base, { kind: 'operation', title: name + (statement ? from : ''), why, passage }, statement),
      ...namesAt(node, '/callbacks').map((one) =>
        describedPart(base, {
          kind: 'callback',
          title: one,
          why: 'callbacks are requests of the provider, and were left out',
        }),
      ),
    ];
  });
  const names = [token, ...drafted.keys()];
  const demanded = new Set(
    operationsOf(api)
      .filter((operation) => names.includes(operationName(operation)))
      .flatMap(({ method, path }) => {
        const own = atPointer(api, `${pathPointer(path)}/${method.toLowerCase()}/security`) ?? api['security'];
        return (Array.isArray(own) ? own : []).filter(isObject).flatMap(Object.keys);
      }),
  );
  const listed = namesAt(api, '/components/securitySchemes').map((name): Part => {
    const scheme = follow(api, atPointer(api, `/components/securitySchemes${pointerOf([name])}`), nowhere)?.value;
    const used = demanded.has(name);
    const part = describedPart(base, {
      ...{ kind: 'security scheme', title: name, passage: JSON.stringify(scheme ?? null, null, 2) },
      why: 'no operation that is drafted uses it',
    });
    return used ? { ...part, facts: [['security scheme', String(scheme?.['type'])]], why: '' } : part;
  });
  const about = atPointer(api, '/info/description');
  const told = typeof about === 'string' ? [about.slice(0, mostPassage)] : [];
  const why = 'none of its own: what it says of the token stands among the facts of the operation, or is asked';
  const texts = told.map((passage) => describedPart(base, { kind: 'text', title: 'info', why, passage }));
  return [...parts.flat(), ...texts, ...listed].slice(0, mostParts);
}

/** Characters of a passage that are kept, and parts of a description that are listed. */
const mostPassage = 20_000;
const mostParts = 5000;

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
  const lives = livesIn(about, cited(api, 'description'));
  const found = { statements: [{ ...statement, lives }, ...words], todos };
  leaveDenied(about, found);
  const [own = statement, ...others] = found.statements;
  todos.push(...sentencesLeft(about, [own], todos));
  return { statement: { ...own, todos }, words: others };
}

/** What a description says before its operations. */
function introductionOf(api: JsonObject): Block[] {
  const words = atPointer(api, '/info/description');
  return typeof words === 'string' ? blocksOf(words, 'markdown').filter(isText) : [];
}

const isText = ({ kind }: Block): boolean => kind === 'lines' || kind === 'list';

/**
 * Reads the descriptions of one provider: the operation of them that issues tokens, and those asked for beside it.
 * @param besidePages whether pages of text are read with them, which may describe the request for a token alone
 * @throws InputError where none of them, or several, could hold the operation that issues tokens.
 */
export async function apiFacts(given: Described[], options: DeriveOptions, besidePages = false): Promise<ApiFacts[]> {
  const apis: { api: JsonObject; base: string }[] = [];
  for (const one of given) apis.push({ api: await whole(one), base: one.base });
  const all = apis.map(({ api }) => api);
  const isElsewhere = besidePages && options.operation === undefined && !mayIssueTokens(all);
  const token = isElsewhere ? null : findTokenOperation(all, options);
  const asked = otherOperations(all, token, options.with ?? []);
  const worded = new Map<JsonObject, Statement[]>();
  if (token) {
    const pointer = `${pathPointer(token.path)}/${token.method.toLowerCase()}`;
    for (const { api, base } of apis)
      if (api[convertedFrom] === 'Postman') worded.set(api, await collectionWords(api, pointer, base));
  }
  const found = apis.map(({ api, base }): ApiFacts => {
    const others = asked.filter((other) => other.api === api).map(otherOf);
    const isHere = token !== null && operationsOf(api).some((one) => operationName(one) === operationName(token));
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
  });
  const known = new Set(found.flatMap(({ statement }) => statement.servers.map(({ url }) => url)));
  return found.map((one) => ({
    ...one,
    others: one.others.map((other) => ({
      ...other,
      todos: [...(other.todos ?? []), ...servedElsewhere(other, known)],
    })),
  }));
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
