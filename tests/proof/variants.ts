/** Conforming providers: each answers in another way that the pages and standards allow. Nothing may be said of them. */
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import type { Answer, Call, Reply } from '../../mock/server.ts';
import type { Contract, Json, JsonObject } from '../../src/contract/types.ts';
import type { Scenario } from '../../src/scenario/plan.ts';
import {
  at,
  jsonOf,
  jwt,
  lifeOf,
  withBody,
  withClaims,
  withHeader,
  withLife,
  withMember,
  withText,
} from './answers.ts';

/** One respect in which a conforming provider may differ. */
export interface Variant {
  name: string;
  /** What it changes: at most one of a kind goes into a combination. */
  kind:
    | 'token'
    | 'life'
    | 'members'
    | 'layout'
    | 'coding'
    | 'content-type'
    | 'headers'
    | 'connection'
    | 'scope'
    | 'type';
  /** Whether the contract leaves room for it. */
  fits?(contract: Contract): boolean;
  answer(faithful: Answer, context: { contract: Contract; call: Call; scenario: Scenario }): Reply;
}

const now = (): number => Math.floor(Date.now() / 1000);
const text = (answer: Answer): string => Buffer.from(answer.body).toString('utf8');
const granted = (answer: Answer): boolean => answer.status === 200;
const schemaAt = (contract: Contract, pointer: string): JsonObject =>
  (
    contract.clauses.find(
      (clause) =>
        clause.kind === 'promise' &&
        'parameters' in clause &&
        clause.check === 'value' &&
        clause.parameters['at'] === pointer &&
        clause.parameters['required'] === true,
    ) as { parameters: { schema: JsonObject } } | undefined
  )?.parameters.schema ?? {};
const mustBeJwt = ({ clauses }: Contract): boolean =>
  clauses.some((clause) => 'check' in clause && clause.check === 'jwt');

function everywhere(value: Json, add: (object: JsonObject) => JsonObject): Json {
  if (Array.isArray(value)) return value.map((item) => everywhere(item, add));
  if (typeof value !== 'object' || value === null) return value;
  return add(Object.fromEntries(Object.entries(value).map(([name, member]) => [name, everywhere(member, add)])));
}

/** Only grants differ. */
const onGrant =
  (how: (answer: Answer, contract: Contract, call: Call) => Answer): Variant['answer'] =>
  (faithful, { contract, call }) =>
    granted(faithful) ? how(faithful, contract, call) : faithful;

const claims = (name: string, make: (life: number) => JsonObject, header?: Json): Variant => ({
  name,
  kind: 'token',
  answer: onGrant((answer, contract) => withClaims(contract, answer, make(lifeOf(contract, answer)), header)),
});

const token = (name: string, value: string): Variant => ({
  name,
  kind: 'token',
  fits: (contract) => !mustBeJwt(contract),
  answer: onGrant((answer, contract) => withMember(answer, contract.token.value, value)),
});

const life = (name: string, seconds: number): Variant => ({
  name,
  kind: 'life',
  answer: onGrant((answer, contract) => withLife(contract, answer, seconds)),
});

const coded = (name: string, coding: string, how: (body: Uint8Array) => Uint8Array): Variant => ({
  name,
  kind: 'coding',
  answer: (faithful) => withHeader(withText(faithful, how(Buffer.from(faithful.body))), 'Content-Encoding', coding),
});

const laidOut = (name: string, how: (json: JsonObject, body: string) => string): Variant => ({
  name,
  kind: 'layout',
  answer: (faithful) => withText(faithful, how(jsonOf(faithful), text(faithful))),
});

const headers = (name: string, ...lines: [string, string][]): Variant => ({
  name,
  kind: 'headers',
  answer: (faithful) => ({ ...faithful, headers: [...faithful.headers, ...lines] }),
});

const typed = (name: string, value: string): Variant => ({
  name,
  kind: 'content-type',
  answer: (faithful) => withHeader(faithful, 'Content-Type', value),
});

const named = (name: string, how: (header: string) => string): Variant => ({
  name,
  kind: 'headers',
  answer: (faithful) => ({ ...faithful, headers: faithful.headers.map(([header, value]) => [how(header), value]) }),
});

const escapeAll = (body: string): string =>
  body.replace(/"([^"\\]*)"(\s*:)?/g, (whole, inner: string, colon: string | undefined) =>
    colon === undefined
      ? `"${[...inner].map((letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`).join('')}"`
      : whole,
  );

const longToken = (contract: Contract): string =>
  'a'.repeat(Number(schemaAt(contract, contract.token.value)['maxLength'] ?? 8000));

const textMembers = (contract: Contract, most: number): string[] =>
  contract.clauses.flatMap((clause) =>
    'check' in clause &&
    clause.check === 'value' &&
    clause.parameters['required'] === true &&
    (clause.parameters['schema'] as JsonObject)['maxLength'] === most
      ? [String(clause.parameters['at'])]
      : [],
  );

/** In pieces, each in a packet of its own. */
const pieces = (answer: Answer): Reply => ({
  raw: (response) => {
    response.writeHead(answer.status, answer.headers.flat());
    const body = Buffer.from(answer.body);
    const size = Math.max(1, Math.ceil(body.length / 8));
    const write = (from: number): void => {
      if (from >= body.length) response.end();
      else {
        response.write(body.subarray(from, from + size));
        setImmediate(write, from + size);
      }
    };
    response.flushHeaders();
    write(0);
  },
});

const askedScopes = (call: Call): string[] =>
  (new URLSearchParams(Buffer.from(call.received.body).toString('utf8')).get('scope') ?? '').split(' ').filter(Boolean);

const scoped = (name: string, how: (scopes: string[]) => string[]): Variant => ({
  name,
  kind: 'scope',
  fits: ({ token: { scope } }) => scope !== undefined,
  answer: onGrant((answer, contract, call) =>
    withMember(answer, contract.token.scope ?? '', how(askedScopes(call)).join(' ')),
  ),
});

const optional = (contract: Contract): string[] =>
  contract.clauses.flatMap((clause) =>
    'check' in clause && clause.check === 'value' && clause.parameters['required'] === false
      ? [String(clause.parameters['at'])]
      : [],
  );

let cached: { at: number; token: string } | null = null;

/** Every variant. */
export const variants: Variant[] = [
  {
    name: 'unknown members at every level',
    kind: 'members',
    answer: (faithful) =>
      withBody(
        faithful,
        everywhere(jsonOf(faithful), (object) => ({
          ...object,
          additionalInfo: { id: 1 },
          traceId: 'x',
          list: [1, null],
        })),
      ),
  },
  {
    name: 'unknown members before all others',
    kind: 'members',
    answer: (faithful) =>
      withBody(
        faithful,
        everywhere(jsonOf(faithful), (object) => ({ request_id: null, meta: [], ...object })),
      ),
  },
  {
    name: 'members in reverse order',
    kind: 'members',
    answer: (faithful) =>
      withBody(
        faithful,
        everywhere(jsonOf(faithful), (object) => Object.fromEntries(Object.entries(object).reverse())),
      ),
  },
  {
    name: 'optional members of a refusal absent',
    kind: 'members',
    fits: (contract) => optional(contract).some((pointer) => !pointer.startsWith('/error/')),
    answer: (faithful, { contract }) =>
      granted(faithful)
        ? faithful
        : optional(contract)
            .filter((pointer) => !pointer.startsWith('/error/'))
            .reduce((answer, pointer) => withMember(answer, pointer, undefined), faithful),
  },
  {
    name: 'messages of the most characters',
    kind: 'members',
    fits: (contract) => textMembers(contract, 150).length > 0,
    answer: (faithful, { contract }) =>
      textMembers(contract, 150)
        .filter((pointer) => at(jsonOf(faithful), pointer) !== undefined)
        .reduce((answer, pointer) => withMember(answer, pointer, 'm'.repeat(150)), faithful),
  },
  {
    name: 'messages of one character',
    kind: 'members',
    fits: (contract) => textMembers(contract, 150).length > 0,
    answer: (faithful, { contract }) =>
      textMembers(contract, 150)
        .filter((pointer) => at(jsonOf(faithful), pointer) !== undefined)
        .reduce((answer, pointer) => withMember(answer, pointer, 'm'), faithful),
  },
  {
    name: 'messages beyond ASCII',
    kind: 'members',
    fits: (contract) => contract.token.scope === undefined,
    answer: (faithful) =>
      withBody(
        faithful,
        everywhere(jsonOf(faithful), (object) => ({
          ...object,
          ...('message' in object ? { message: 'Kredensial tidak sah — 無効' } : {}),
          ...('responseMessage' in object ? { responseMessage: 'Berhasil — 成功 🎉' } : {}),
        })),
      ),
  },
  {
    name: 'field errors beside the message',
    kind: 'members',
    answer: (faithful) =>
      withBody(
        faithful,
        everywhere(jsonOf(faithful), (object) =>
          'message' in object ? { ...object, fields: { grant_type: ['The grant type field is required.'] } } : object,
        ),
      ),
  },

  laidOut('pretty-printed', (json) => JSON.stringify(json, null, 4)),
  laidOut('with tabs and CRLF', (json) => `${JSON.stringify(json, null, '\t').replaceAll('\n', '\r\n')}\r\n`),
  laidOut('blanks on either side', (_json, body) => ` \n ${body} \n`),
  laidOut('every character of a string escaped', (_json, body) => escapeAll(body)),
  laidOut('slashes escaped', (_json, body) => body.replaceAll('/', '\\/')),

  coded('gzip', 'gzip', (body) => gzipSync(body)),
  coded('gzip, written x-gzip', 'X-GZip', (body) => gzipSync(body)),
  coded('br', 'br', (body) => brotliCompressSync(body)),
  coded('deflate', 'deflate', (body) => deflateSync(body)),
  coded('identity', 'identity', (body) => body),

  typed('no charset', 'application/json'),
  typed('charset=utf-8', 'application/json; charset=utf-8'),
  typed('charset in quotes, no space', 'application/json;charset="UTF-8"'),
  typed('in capitals', 'APPLICATION/JSON'),
  typed('another parameter', 'application/json; profile="https://example.org/p"; charset=utf-8'),
  typed('a semicolon behind', 'application/json;'),

  headers(
    'more headers',
    ['X-Request-Id', '3b241101-e2bb-4255-8caf-4136c566a962'],
    ['Strict-Transport-Security', 'max-age=31536000'],
    ['Vary', 'Accept-Encoding'],
    ['Server', 'nginx'],
    ['X-RateLimit-Remaining', '59'],
  ),
  headers(
    'cookies',
    ['Set-Cookie', 'XSRF-TOKEN=eyJpdiI6Ik1pS2xtIiwidmFsdWUiOiJ4In0%3D; path=/'],
    ['Set-Cookie', 'laravel_session=eyJpdiI6IjEifQ%3D%3D; httponly'],
  ),
  headers('a cache that may not keep it', ['Cache-Control', 'no-cache, private'], ['Expires', '0']),
  headers('an empty header', ['X-Powered-By', '']),
  headers('several challenges', ['WWW-Authenticate', 'Bearer realm="api", error="invalid_token"']),
  {
    name: 'Cache-Control with more',
    kind: 'headers',
    answer: (faithful) => withHeader(faithful, 'Cache-Control', 'private, No-Store, max-age=0'),
  },
  {
    name: 'a challenge in small letters',
    kind: 'headers',
    answer: (faithful) =>
      ((name) =>
        faithful.headers.some(([header]) => header === name)
          ? withHeader(faithful, name, String(faithful.headers.find(([header]) => header === name)?.[1]).toLowerCase())
          : faithful)('WWW-Authenticate'),
  },
  named('header names in small letters', (name) => name.toLowerCase()),
  named('header names in capitals', (name) => name.toUpperCase()),

  {
    name: 'chunked',
    kind: 'connection',
    answer: (faithful) => ({ ...faithful, headers: [...faithful.headers, ['Transfer-Encoding', 'chunked']] }),
  },
  { name: 'slow, in pieces', kind: 'connection', answer: pieces },
  {
    name: 'the connection closed after each',
    kind: 'connection',
    answer: (faithful) => ({ ...faithful, headers: [...faithful.headers, ['Connection', 'close']] }),
  },

  life('a lifetime of 1 s', 1),
  life('a lifetime of 59 s', 59),
  life('a lifetime of 3599 s', 3599),
  life('a lifetime of 86400 s', 86_400),
  life('a lifetime of 99999 s', 99_999),

  {
    name: 'a token of the most characters',
    kind: 'token',
    fits: (contract) => !mustBeJwt(contract),
    answer: onGrant((answer, contract) => withMember(answer, contract.token.value, longToken(contract))),
  },
  claims('a JWT', () => ({})),
  claims('a JWT of RS256 with a kid', () => ({}), { alg: 'RS256', kid: '1', typ: 'at+jwt' }),
  claims('a JWT with fractional dates', (seconds) => ({
    iat: now() + 0.365457,
    nbf: now() + 0.36546,
    exp: now() + seconds + 0.354133,
  })),
  claims('a JWT a second off', (seconds) => ({ exp: now() + seconds + 1 })),
  claims('a JWT a second off the other way', (seconds) => ({ exp: now() + seconds - 1, iat: now() - 1 })),
  claims('a JWT without nbf and iat', (seconds) => ({ iat: now(), exp: now() + seconds, aud: ['a', 'b'] })),
  claims('a JWT begun earlier', () => ({ nbf: now() - 60, iat: now() - 60 })),
  claims('a JWT whose claims tell the client', () => ({
    sub: '',
    client_id: 'client',
    scopes: ['request'],
    jti: 'a'.repeat(80),
  })),
  {
    name: 'a JWT without dates',
    kind: 'token',
    answer: onGrant((answer, contract) => withMember(answer, contract.token.value, jwt({ sub: 'x', jti: 'y' }))),
  },
  {
    name: 'a JWT of 2048 characters',
    kind: 'token',
    answer: onGrant((answer, contract) => withClaims(contract, answer, { note: 'n'.repeat(1200) })),
  },
  token('a token of one character', 'x'),
  token('a token of hex digits', '0123456789abcdef0123456789abcdef'),
  token('a token of every character allowed', 'AZaz09-._~+/=='),
  token('a UUID for a token', '3b241101-e2bb-4255-8caf-4136c566a962'),
  token('a token with two dots that is no JWT', 'v2.local.dGVzdA'),
  {
    name: 'a token from a cache with its remaining life',
    kind: 'token',
    answer: onGrant((answer, contract) => {
      cached =
        cached && now() - cached.at < 600 ? cached : { at: now(), token: jwt({ iat: now() - 100, exp: now() + 800 }) };
      return withMember(withLifeOnly(contract, answer, cached.at + 800 - now()), contract.token.value, cached.token);
    }),
  },

  {
    name: 'the lifetime as a number',
    kind: 'type',
    fits: (contract) => Array.isArray(schemaAt(contract, contract.token.lifetime)['type']),
    answer: onGrant((answer, contract) => withMember(answer, contract.token.lifetime, lifeOf(contract, answer))),
  },
  {
    name: 'the token type in small letters',
    kind: 'type',
    fits: ({ token: { scope } }) => scope !== undefined,
    answer: onGrant((answer) => withMember(answer, '/token_type', 'bearer')),
  },

  scoped('the scopes in another order', (scopes) => [...scopes].reverse()),
  scoped('the scopes in order of the alphabet', (scopes) => [...scopes].sort()),
  scoped('fewer scopes than asked for', (scopes) => scopes.slice(0, 1)),
];

function withLifeOnly(contract: Contract, answer: Answer, seconds: number): Answer {
  const typed = typeof at(jsonOf(answer), contract.token.lifetime) === 'string' ? String(seconds) : seconds;
  return withMember(answer, contract.token.lifetime, typed);
}
