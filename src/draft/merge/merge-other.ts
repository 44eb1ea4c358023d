/** What pages state about an operation beside the one that issues tokens, as one set of facts. */

import { isSuccess } from '../../contract/status.ts';
import { keysOf } from '../../formats/json.ts';
import type { HeaderFact, Member, OtherFacts, Said, ServerFact, Statement, Todo } from '../facts/facts.ts';
import type { Passage } from '../facts/subjects.ts';
import { asTemplate, isFilledIn, namesIn } from '../page/values/address.ts';
import { lettersOf } from '../page/words/spellings.ts';
import { claimed } from './claims.ts';
import { joined } from './merge.ts';
import { parametersOf } from './parameters.ts';

/** Statements with the parameters that the path names in the path, wherever a table without places has them. */
function withPaths(statements: Statement[], names: string[]): Statement[] {
  const nameOf = (name: string): string | undefined => names.find((one) => lettersOf(one) === lettersOf(name));
  const inPath = ({ pointer }: Member): string | undefined =>
    keysOf(pointer).length === 1 ? nameOf(keysOf(pointer)[0] ?? '') : undefined;
  return statements.map((statement) => {
    if (statement.origin === 'openapi') return statement;
    const moved = statement.request.flatMap((member): HeaderFact[] => {
      const name = inPath(member);
      const { at, origin, schema, example, notes } = member;
      const shown = typeof example === 'string' || typeof example === 'number' ? { example: String(example) } : {};
      return name === undefined
        ? []
        : [{ name, at, origin, required: true, schema, ...shown, ...(notes ? { notes } : {}) }];
    });
    const request = statement.request.filter((member) => inPath(member) === undefined);
    const paths = (statement.paths ?? []).map((fact) => ({ ...fact, name: nameOf(fact.name) ?? fact.name }));
    return { ...statement, request, paths: [...paths, ...moved] };
  });
}

/** Statements with the path of their operation, where a sample shows it with values filled in. */
function withTemplate(statements: Statement[]): Statement[] {
  const paths = statements.flatMap(({ path, servers }) => [path?.value, ...servers.map((server) => server.path)]);
  const templates = paths.filter((path): path is string => path !== undefined && namesIn(path).length > 0);
  const whole = (path: string): string => templates.find((one) => isFilledIn(one, path)) ?? path;
  return statements.map((statement) => {
    const { path, servers } = statement;
    return {
      ...statement,
      ...(path ? { path: { ...path, value: whole(path.value) } } : {}),
      servers: servers.map((server) => (server.path === undefined ? server : { ...server, path: whole(server.path) })),
    };
  });
}

/** The question about parameters of which the page says that they stand in the path, and which the path does not name. */
function unplaced(paths: HeaderFact[], path: Said | undefined): Todo[] {
  if (paths.length === 0) return [];
  const what = `where ${paths.map(({ name }) => name).join(', ')} (${paths[0]?.at}) stands in the path ${path?.value ?? ''}, as the page has it; the path does not name it`;
  return [{ name: 'path', what }];
}

/** The question of which media type bodies are that the page shows; JSON without a clause is drafted. */
function mediaTypeTodos({ mediaType, request, answers }: Pick<Statement, 'mediaType' | 'request' | 'answers'>): Todo[] {
  const silent = answers.filter((answer) => answer.mediaType === undefined && answer.members.length > 0);
  const of = [
    ...(mediaType === undefined && request.length > 0 ? ['the request'] : []),
    ...(silent.length > 0 ? [`the answers ${silent.map(({ status }) => status).join(', ')}`] : []),
  ];
  if (of.length === 0) return [];
  return [
    {
      name: 'media type',
      what: `the media type of ${of.join(' and of ')}`,
      claim: {
        subject: mediaType === undefined && request.length > 0 ? 'media type of the request' : 'media type of answers',
        none: '; the page names none, and JSON is drafted without a clause',
        guess: '; JSON is drafted without a clause',
      },
    },
  ];
}

/** Where the token is issued, as far as it tells where others are served. */
type Issued = Pick<Statement, 'servers'>;

/** The path below a server that issues tokens, where pages give whole addresses, or a base that both share. */
function below(path: Said | undefined, servers: ServerFact[], token: Issued): Pick<OtherFacts, 'path' | 'servers'> {
  for (const { url } of servers)
    for (const known of token.servers) {
      const whole = `${url}${path?.value ?? ''}`;
      if (path && known.url !== url && whole.startsWith(`${known.url}/`))
        return { path: { ...path, value: whole.slice(known.url.length) }, servers: [known] };
    }
  return { servers, ...(path ? { path } : {}) };
}

/** Merges what pages state about an operation beside the token's. */
export function mergeOther(
  id: string,
  given: Statement[],
  left: Todo[],
  token: Issued,
  passages: Passage[] = [],
): OtherFacts {
  const addresses = given.flatMap(({ path, servers }) => [path?.value, ...servers.map((server) => server.path)]);
  const statements = withPaths(
    withTemplate(given),
    addresses.flatMap((path) => namesIn(path ?? '')),
  );
  const { facts, contradictions, todos } = joined(statements, left, passages);
  const path = facts.path && { ...facts.path, value: asTemplate(facts.path.value) };
  const names = namesIn(path?.value ?? '');
  const sink: { todos: Todo[] } = { todos: [] };
  const declared = parametersOf(
    statements.flatMap(({ paths = [] }) => paths),
    'path parameter',
    sink,
  ).map((fact) => ({ ...fact, required: true }));
  const paths = names.map(
    (name): HeaderFact =>
      declared.find((fact) => fact.name === name) ?? {
        ...{ name, at: path?.at ?? '', origin: 'text', required: true, schema: {} },
      },
  );
  const beside = given.flatMap((one) => one.beside ?? []);
  const isGranted = facts.answers.some(({ status }) => isSuccess(status));
  return {
    ...facts,
    ...below(path, facts.servers, token),
    origin: 'table',
    id,
    passages,
    paths,
    ...(beside.length > 0 ? { beside } : {}),
    todos: claimed(
      [
        ...todos.filter(({ kind }) => kind?.of !== 'path'),
        ...sink.todos,
        ...contradictions.map(({ name, statement, at }) => ({ name, what: `${statement.replace(/\.$/, '')} (${at})` })),
        ...unplaced(
          declared.filter(({ name }) => !names.includes(name)),
          path,
        ),
        ...mediaTypeTodos(facts),
        ...(facts.method
          ? []
          : [
              {
                name: 'method',
                what: 'the method; GET is drafted',
                claim: { subject: 'method' as const, none: ', the page gives none' },
              },
            ]),
        ...(isGranted
          ? []
          : [
              {
                name: 'granted',
                what: 'how a good request is answered',
                claim: { subject: 'status of a grant' as const, none: '; the page documents no such status' },
              },
            ]),
      ],
      passages,
    ),
  };
}
