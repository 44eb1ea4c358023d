/** Conforming providers: each answers in another way that the pages and standards allow. Nothing may be said of them. */
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { at, jsonOf, withBody, withHeader, withMember } from './answers.ts';
import { lifeOf } from './lifetimes.ts';
import { tokenVariants } from './token-variants.ts';
import { granted, onGrant, schemaAt, type Variant } from './variant.ts';
import {
  coded,
  escapeAll,
  everywhere,
  headers,
  laidOut,
  named,
  optional,
  pieces,
  scoped,
  textMembers,
  typed,
} from './variant-kinds.ts';

/** The most characters that a message may have. */
const messageLength = 150;

/** The documented messages, each with another text. */
const messagesOf = (title: string, text: string): Variant => ({
  name: `messages of ${title}`,
  kind: 'members',
  fits: (contract) => textMembers(contract, messageLength).length > 0,
  answer: (faithful, { contract }) =>
    textMembers(contract, messageLength)
      .filter((pointer) => at(jsonOf(faithful), pointer) !== undefined)
      .reduce((answer, pointer) => withMember(answer, pointer, text), faithful),
});

/** Every variant. */
export const variants: Variant[] = [
  ...tokenVariants,
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
    name: 'members of the other envelope, each without a value',
    kind: 'members',
    answer: (faithful, { contract }) => {
      const { granted: ofGrants, refused: ofRefusals } = contract.operation.envelopes;
      const others = (granted(faithful) ? ofRefusals : ofGrants).filter((pointer) => pointer.lastIndexOf('/') === 0);
      return others.reduce((answer, pointer) => withMember(answer, pointer, null), faithful);
    },
  },
  messagesOf('the most characters', 'm'.repeat(messageLength)),
  messagesOf('one character', 'm'),
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

  typed('no charset', (type) => type),
  typed('charset=utf-8', (type) => `${type}; charset=utf-8`),
  typed('charset in quotes, no space', (type) => `${type};charset="UTF-8"`),
  typed('in capitals', (type) => type.toUpperCase()),
  typed('another parameter', (type) => `${type}; profile="https://example.org/p"; charset=utf-8`),
  typed('a semicolon behind', (type) => `${type};`),

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

  {
    name: 'the lifetime as a number',
    kind: 'type',
    fits: (contract) => {
      const { lifetime } = contract.token;
      return lifetime !== null && Array.isArray(schemaAt(contract, lifetime)['type']);
    },
    answer: onGrant((answer, contract) => {
      const { lifetime } = contract.token;
      return lifetime === null ? answer : withMember(answer, lifetime, lifeOf(contract, answer));
    }),
  },
  {
    name: 'the token type in small letters',
    kind: 'type',
    fits: ({ token: { scope } }) => scope !== undefined,
    answer: onGrant((answer) => withMember(answer, '/token_type', 'bearer')),
  },

  scoped('the scopes in another order', (scopes) => [...scopes].reverse()),
  scoped('the scopes in order of the alphabet', (scopes) => [...scopes].sort()),
];
