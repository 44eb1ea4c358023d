/** Several statements about one endpoint as one set of facts, with what contradicts itself and what nobody says. */

import type { Json } from '../../formats/json.ts';
import { atPointer, parseJson } from '../../formats/json.ts';
import {
  type AnswerFact,
  type Facts,
  type HeaderFact,
  type Member,
  origins,
  type PageReading,
  type ServerFact,
  type Statement,
  type Todo,
} from './facts.ts';
import { mergeMembers } from './members.ts';

interface Sink {
  contradictions: PageReading[];
  todos: Todo[];
}

type Said = { value: string; at: string };

/** The first that is said; the others have to say the same. */
function agreed(name: string, all: (Said | null | undefined)[], sink: Sink): Said | undefined {
  const given = all.filter((one): one is Said => one !== null && one !== undefined);
  const [first] = given;
  const other = given.find(({ value }) => value !== first?.value);
  if (first && other)
    sink.todos.push({ name, what: `the ${name}: ${first.value} (${first.at}) or ${other.value} (${other.at})` });
  return first;
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Hosts that documentation uses for nobody's server. */
const placeholder = (url: string): boolean => {
  const { hostname } = URL.canParse(url) ? new URL(url) : { hostname: '' };
  return ['example.com', 'example.org', 'example.net', 'localhost'].some(
    (name) => hostname === name || hostname.endsWith(`.${name}`),
  );
};

/** Servers with the path of the endpoint taken off; a contradiction where two statements put it elsewhere. */
function serversOf(statements: Statement[], path: string, sink: Sink): ServerFact[] {
  const all = statements
    .flatMap(({ servers }) => servers)
    .flatMap((server): ServerFact[] => {
      if (server.path === undefined) return [server];
      if (server.path.endsWith(path))
        return [{ ...server, url: `${server.url}${server.path.slice(0, -path.length)}`.replace(/\/+$/, '') }];
      sink.todos.push({ name: 'path', what: `the path: ${path}, or ${server.path} (${server.at})` });
      return [];
    });
  const told = all.filter(({ origin, url }) => origin !== 'sample' && !placeholder(url));
  const sampled = all.filter(
    ({ origin, url, path: whole }) =>
      origin === 'sample' && !placeholder(url) && (whole !== undefined || told.length === 0),
  );
  const listed = [...told, ...sampled];
  const byOrigin = origins
    .map((origin) => listed.filter((server) => server.origin === origin))
    .filter((group) => group.length > 0);
  const [first = [], ...rest] = byOrigin;
  const [one] = first;
  const [odd] = rest.find((group) => group.every(({ url }) => !first.some((known) => known.url === url))) ?? [];
  if (one && odd) sink.contradictions.push(addressContradiction(one, odd, path));
  const unique = new Map<string, ServerFact>();
  for (const server of listed) if (!unique.has(server.url)) unique.set(server.url, server);
  return [...unique.values()];
}

function addressContradiction(one: ServerFact, other: ServerFact, path: string): PageReading {
  const prefix = ({ url }: ServerFact): string => new URL(url).pathname.replace(/\/+$/, '');
  const samePrefix = prefix(one) === prefix(other);
  const option = (server: ServerFact) => ({
    name: server.origin,
    documented: samePrefix
      ? `${server.at} gives the host ${new URL(server.url).host}.`
      : `${server.at} puts the path ${prefix(server) === '' ? 'at the root' : `under ${prefix(server)}`}.`,
    url: samePrefix
      ? `^https?://${escaped(new URL(server.url).host)}/`
      : `^https?://[^/]+${escaped(prefix(server) + path)}`,
  });
  return {
    name: 'base url',
    statement: 'Which of the addresses on the page the endpoint is served at.',
    at: `${one.at}, and ${other.at}`,
    options: [option(one), option(other)],
  };
}

function headersOf(statements: Statement[], sink: Sink): HeaderFact[] {
  const all = statements.flatMap(({ headers }) => headers);
  const names = [...new Set(all.map(({ name }) => name.toLowerCase()))];
  return names.flatMap((name) => {
    const group = all.filter((header) => header.name.toLowerCase() === name);
    const [first] = group;
    if (!first) return [];
    const told = group.filter(({ origin }) => origin !== 'sample');
    const said = told.map(({ required }) => required).filter((one) => one !== null);
    if (told.length === 0)
      sink.todos.push({
        name: `header ${first.name}`,
        what: `whether the header ${first.name} is mandatory; only a sample (${first.at}) shows it`,
      });
    if (new Set(said).size > 1)
      sink.todos.push({
        name: `header ${first.name}`,
        what: `whether the header ${first.name} is mandatory: the page says both (${told.map(({ at }) => at).join(', and ')})`,
      });
    return {
      ...first,
      schema: Object.assign({}, ...group.map(({ schema }) => schema).reverse()),
      required: said[0] ?? null,
    };
  });
}

function answersOf(statements: Statement[], sink: Sink): AnswerFact[] {
  const listed = statements.map(({ answers }) => answers);
  const certain = listed.flat().find(({ status, assumed }) => status < 300 && !assumed)?.status;
  const all = listed
    .flat()
    .map((answer) => (answer.assumed && certain !== undefined ? { ...answer, status: certain } : answer));
  const statuses = [...new Set(all.map(({ status }) => status))].sort();
  return statuses.flatMap((status) => {
    const group = all.filter((answer) => answer.status === status);
    const [first] = group;
    if (!first) return [];
    const label = status < 300 ? 'the answer' : `the ${status} answer`;
    const members = mergeMembers(
      { side: status < 300 ? 'granted' : 'refused', key: status < 300 ? 'granted' : `refused-${status}`, label },
      group.map((answer) => answer.members),
      sink,
    );
    return { status, at: first.at, origin: first.origin, members };
  });
}

const flat = (pointer: string): string => (pointer.split('/').at(-1) ?? '').replace(/[^a-z]/gi, '').toLowerCase();

/** The member whose last name is one of those, letter case and separators aside. */
export function memberCalled(members: Member[], ...names: string[]): Member | undefined {
  return members.find(({ pointer }) => names.includes(flat(pointer)));
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

/** Merges statements; the order of `origins` decides where two say the same thing differently. */
export function merge(given: Statement[], open: Todo[]): Facts {
  const statements = [...given].sort((a, b) => origins.indexOf(a.origin) - origins.indexOf(b.origin));
  const sink: Sink = { contradictions: [], todos: [...open] };
  const say = (name: 'method' | 'path' | 'mediaType'): (Said | undefined)[] => statements.map((one) => one[name]);
  const located = statements.flatMap(({ servers }) => servers).find((server) => server.path !== undefined);
  const byText = statements.find(({ origin }) => origin === 'openapi')?.path;
  const path =
    byText ??
    agreed('path', say('path'), sink) ??
    (located?.path ? { value: located.path, at: located.at } : undefined);
  const method = agreed('method', say('method'), sink);
  const mediaType = agreed('media type', say('mediaType'), sink);
  const security = statements.map((one) => one.security);
  const scheme =
    agreed(
      'security scheme',
      security.filter((one) => one?.value !== 'none'),
      sink,
    ) ?? security.find((one) => one !== null);
  const servers = serversOf(statements, path?.value ?? '/', sink);
  const headers = headersOf(statements, sink);
  const request = mergeMembers(
    { side: 'request', key: 'request', label: 'the request' },
    statements.map((one) => one.request),
    sink,
  );
  const answers = answersOf(statements, sink);
  const granted = answers.find(({ status }) => status < 300)?.members ?? [];
  tokenLife(granted, sink);
  if (!path) sink.todos.push({ name: 'path', what: 'the path of the token endpoint; the page gives none we can read' });
  if (!method) sink.todos.push({ name: 'method', what: 'the method of the token endpoint; the page gives none' });
  if (servers.length === 0)
    sink.todos.push({ name: 'servers', what: 'the addresses of the provider; the page gives none' });
  if (granted.length === 0)
    sink.todos.push({
      name: 'granted',
      what: 'what an answer that grants looks like; the page shows no members of it',
    });
  if (!answers.some(({ status }) => status >= 400))
    sink.todos.push({
      name: 'refused',
      what: 'how a request is refused: statuses and body; the page documents no refusal',
    });
  const title = statements.find((one) => one.title)?.title;
  const bodyRequired = statements.some((one) => one.bodyRequired) || request.some(({ required }) => required === true);
  const bodyAt = statements.find((one) => one.bodyRequired)?.bodyAt ?? request[0]?.at;
  return {
    ...(title === undefined ? {} : { title }),
    servers,
    ...(method ? { method } : {}),
    ...(path ? { path } : {}),
    ...(mediaType ? { mediaType } : {}),
    bodyRequired,
    ...(bodyAt === undefined ? {} : { bodyAt }),
    headers,
    request,
    answers,
    scopes: statements.find(({ scopes }) => scopes.length > 0)?.scopes ?? [],
    security: scheme ?? null,
    ...sink,
    others: [],
  };
}
