/** Several statements about one endpoint as one set of facts, with what contradicts itself and what nobody says. */
import type { Json } from '../../formats/json.ts';
import { atPointer, lastKeyOf, parseJson } from '../../formats/json.ts';
import {
  type Facts,
  type Member,
  origins,
  type PageReading,
  type Said,
  type Statement,
  type Todo,
} from '../facts/facts.ts';
import { isInItems } from '../facts/list-items.ts';
import type { Passage } from '../facts/subjects.ts';
import { clocksBeside } from '../page/sentences/clocks.ts';
import { madeFields } from '../page/sentences/made-values.ts';
import { firstVariable, withoutCases } from '../page/values/address.ts';
import { lastLetters } from '../page/words/spellings.ts';
import { agreed, answersOf, withoutProblems } from './answers.ts';
import { boundsLeft } from './bounds-left.ts';
import { choicesLeft } from './choices-left.ts';
import { claimed } from './claims.ts';
import { echoTodos } from './echoes.ts';
import { grantIn } from './grant.ts';
import { inQuery } from './in-query.ts';
import { mergeMembers } from './members.ts';
import { bodyOf } from './no-body.ts';
import { asOneValue } from './one-value.ts';
import { withoutOthers } from './others-alone.ts';
import { ownStatuses } from './own-statuses.ts';
import { parametersOf } from './parameters.ts';
import { withoutParts } from './plain-answers.ts';
import { withoutFields } from './qualified-todos.ts';
import { asOne, together } from './questions.ts';
import { locatedOf, pathsOf, serversOf } from './servers.ts';
import { withoutWithdrawn } from './withdrawn.ts';

interface Sink {
  contradictions: PageReading[];
  todos: Todo[];
}

/** The member whose last name is one of those, letter case and separators aside. */
export function memberCalled(members: Member[], ...names: string[]): Member | undefined {
  return members.find(({ pointer }) => !isInItems(pointer) && names.includes(lastLetters(pointer)));
}

/** Where the sample token is a JWT: its own life beside the one that is declared. */
function tokenLife(members: Member[], sink: Sink): void {
  const token = memberCalled(members, 'accesstoken', 'token');
  const life = memberCalled(members, 'expiresin', 'expiresinseconds');
  const [, payload] = typeof token?.example === 'string' ? token.example.split('.') : [];
  if (!token || !life || payload === undefined) return;
  let claims: Json;
  try {
    claims = parseJson(Buffer.from(payload, 'base64url').toString('utf8'));
  } catch {
    // A sample that is cut short tells nothing.
    return;
  }
  const span = Number(atPointer(claims, '/exp')) - Number(atPointer(claims, '/iat'));
  const declared = Number(life.example);
  if (!Number.isFinite(span) || !Number.isFinite(declared) || Math.abs(span - declared) <= 2) return;
  sink.contradictions.push({
    name: 'token life',
    statement: `Whether the token lives as long as ${life.pointer.slice(1)} says, or as long as its own claims say.`,
    at: `${life.at}, and the claims of the sample token`,
    check: 'claims-follow-lifetime',
    options: [
      { name: 'lifetime', documented: `The sample declares ${declared} seconds.`, when: 'agree' },
      {
        name: 'claims',
        documented: `The claims of the sample token span ${Math.round(span)} seconds.`,
        when: 'differ',
      },
    ],
  });
}

/** What several statements say together of one operation, whichever it is. */
export interface Joined {
  facts: Omit<Statement, 'origin' | 'todos' | 'paths'>;
  contradictions: PageReading[];
  /** What they leave open. */
  todos: Todo[];
}

/** Joins statements about one operation; the order of `origins` decides where two say the same thing differently. */
export function joined(given: Statement[], left: Todo[], passages: Passage[] = []): Joined {
  const living = withoutWithdrawn(given);
  const sorted = [...living.statements].sort((a, b) => origins.indexOf(a.origin) - origins.indexOf(b.origin));
  const { statements, todos } = inQuery(sorted, sorted.find((one) => one.method)?.method?.value);
  const stated = statements.flatMap(({ todos = [] }) => todos);
  const sink: Sink = { contradictions: [], todos: [] };
  sink.todos.push(...withoutFields([...left, ...stated], living.keys), ...living.todos, ...todos);
  const located = locatedOf(statements.flatMap(({ servers }) => servers));
  const path =
    describedPath(statements) ??
    agreed('path', withoutCases(pathsOf(statements)), sink) ??
    (located?.path ? { value: located.path, at: located.at } : undefined);
  const methods = statements.map((one) => one.method);
  const method = agreed('method', methods, sink);
  const security = statements.map((one) => one.security);
  const scheme =
    agreed(
      'security scheme',
      security.filter((one) => one?.value !== 'none'),
      sink,
    ) ?? security.find((one) => one !== null);
  const servers = serversOf(statements, path?.value ?? '/', sink);
  const headers = parametersOf(
    statements.flatMap((one) => one.headers),
    'header',
    sink,
  );
  const queries = parametersOf(
    statements.flatMap((one) => one.queries),
    'query parameter',
    sink,
  );
  const spelled = asOneValue(statements.map((one) => one.request));
  sink.todos.push(...spelled.todos);
  const of = { side: 'request', part: 'request', key: 'request', label: 'the request' } as const;
  const request = mergeMembers(of, spelled.lists, sink);
  sink.todos.push(...choicesLeft({ headers, queries, request }), ...boundsLeft({ headers, queries, request }));
  const answers = answersOf(statements, sink, passages);
  sink.todos = withoutProblems(sink.todos, answers);
  sink.todos.push(...echoTodos({ headers, queries, request, answers }, passages, sink.todos));
  const title = statements.find((one) => one.title)?.title;
  const accept = statements.find((one) => one.accept !== undefined)?.accept;
  const tokenUse = statements.find((one) => one.tokenUse)?.tokenUse;
  const bodyRequired = statements.some((one) => one.bodyRequired) || request.some(({ required }) => required === true);
  const bodyAt = statements.find((one) => one.bodyRequired)?.bodyAt ?? request[0]?.at;
  const { noBody, types, todos: open } = bodyOf(statements, { method: method?.value, request, bodyRequired });
  sink.todos.push(...open);
  const mediaType = agreed('media type', types, sink);
  const bodyClause = statements.find((one) => one.bodyClause)?.bodyClause;
  return {
    facts: {
      ...(title === undefined ? {} : { title }),
      ...(tokenUse === undefined ? {} : { tokenUse }),
      ...(accept === undefined ? {} : { accept }),
      servers,
      ...(method ? { method } : {}),
      ...(path ? { path } : {}),
      ...(mediaType ? { mediaType } : {}),
      ...(noBody ? { noBody } : {}),
      bodyRequired,
      ...(bodyAt === undefined ? {} : { bodyAt }),
      ...(bodyClause === undefined ? {} : { bodyClause }),
      headers,
      queries,
      request,
      answers,
      scopes: statements.find(({ scopes }) => scopes.length > 0)?.scopes ?? [],
      security: scheme ?? null,
      signed: statements.flatMap(({ signed }) => signed),
      unclear: statements.flatMap(({ unclear }) => unclear),
      uses: statements.flatMap(({ uses = [] }) => uses),
      lives: statements.flatMap(({ lives = [] }) => lives),
      clocks: statements.flatMap((one) => [...(one.clocks ?? []), ...clocksBeside(one.headers)]),
      made: madeFields(
        [...headers, ...queries, ...request.map((one) => ({ ...one, name: lastKeyOf(one.pointer) }))],
        statements.flatMap(({ made = [] }) => made),
      ),
    },
    contradictions: sink.contradictions,
    todos: together(claimed(asOne(sink.todos), passages)),
  };
}

/** The path that a description gives: what stands for its parts is described with it. */
const describedPath = (statements: Statement[]): Said | undefined =>
  statements.find(({ origin }) => origin === 'openapi')?.path;

/** Merges statements about the operation that issues tokens. */
export function merge(stated: Statement[], left: Todo[], passages: Passage[] = []): Facts {
  const others = withoutOthers(stated);
  const given = others.statements;
  const own = ownStatuses(given);
  const asked = withoutFields(left, others.others);
  const { facts, ...sink } = joined(own.statements, [...asked, ...others.todos, ...own.todos], passages);
  const { path, method, answers, servers } = facts;
  const open = describedPath(given) ? null : firstVariable(path?.value ?? '');
  if (path && open)
    sink.todos.push({
      name: 'path',
      what: `what stands for ${open} in the path ${path.value} (${path.at})`,
      ask: { about: 'path' },
    });
  const granted = grantIn(answers)?.members ?? [];
  tokenLife(granted, sink);
  if (!path)
    sink.todos.push({
      name: 'path',
      what: 'the path of the token endpoint',
      claim: { subject: 'path', none: '; the page gives none we can read' },
      ask: { about: 'path' },
    });
  if (!method)
    sink.todos.push({
      name: 'method',
      what: 'the method of the token endpoint',
      claim: { subject: 'method', none: '; the page gives none' },
      ask: { about: 'method' },
    });
  if (servers.length === 0 && !sink.todos.some(({ ask }) => ask?.about === 'servers'))
    sink.todos.push({
      name: 'servers',
      what: 'the addresses of the provider',
      claim: { subject: 'address', none: '; the page gives none' },
      ask: { about: 'servers' },
    });
  if (granted.length === 0)
    sink.todos.push({
      name: 'granted',
      what: 'what an answer that grants looks like',
      claim: { subject: 'answer', none: '; the page shows no members of it' },
      ask: { about: 'granted' },
    });
  if (own.todos.length === 0 && !answers.some(({ status }) => status >= 400))
    sink.todos.push({
      name: 'refused',
      what: 'how a request is refused: statuses and body',
      claim: {
        subject: 'refusal',
        none: '; the page documents no refusal, 401 for credentials and 400 for parameters are guesses',
        guess:
          '; no refusal was read, and 401 for credentials and 400 for parameters are guesses, where the draft has clauses of them',
      },
      ask: { about: 'refused' },
    });
  const paths = given.find((one) => one.paths !== undefined)?.paths;
  // What stands for a part of the path is asked once.
  const asking = open ? sink.todos.filter(({ kind }) => kind?.of !== 'path') : sink.todos;
  const replaced = given.flatMap((one) => one.replaced ?? []);
  const todos = withoutParts(claimed(asking, passages), answers);
  return {
    ...facts,
    ...(paths === undefined ? {} : { paths }),
    replaced,
    ...sink,
    todos,
    passages,
    others: [],
    account: [],
  };
}
