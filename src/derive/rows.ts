/** The clauses of a draft that no schema can say: what every token endpoint promises, and how its mechanism is broken. */
import type { JsonObject } from '../contract/types.ts';
import type { Access } from './auth.ts';
import type { Facts } from './facts.ts';
import { lifeRows } from './life-rows.ts';
import type { Names } from './names.ts';

/** What the rows need to know of the draft. */
export interface RowContext {
  names: Names;
  facts: Facts;
  access: Access;
  /** Statuses of the answers that refuse. */
  refused: number[];
}

/** A clause of a draft: a `must` of the page unless it says otherwise. */
export interface Row {
  id: string;
  statement: string;
  at: string;
  level?: 'should' | 'may';
  source?: string;
  rest: JsonObject;
}

function authRows({ access, facts, names }: RowContext): Row[] {
  const at =
    facts.security?.at ?? facts.headers.find(({ name }) => name.toLowerCase() === 'x-signature')?.at ?? 'Request';
  const broken = (id: string, statement: string, change: JsonObject, refusal = 'credentials', gate = true): Row => ({
    id,
    statement,
    at,
    rest: { demand: change, refusal, ...(gate ? { gate: true } : {}) },
  });
  switch (access.mechanism) {
    case 'basic': {
      const secrets = ['other-secret', 'empty-secret', 'shortened-secret', 'lengthened-secret', 'flipped-case-secret'];
      return [
        broken('basic-present', 'A request without usable HTTP Basic credentials is refused.', {
          auth: 'basic',
          break: ['absent', 'empty', 'other-scheme', 'not-base64', 'no-colon'],
        }),
        broken('basic-client', 'Basic credentials of an id that was never issued are refused.', {
          auth: 'basic',
          break: ['other-id'],
        }),
        broken('basic-secret', "Basic credentials with any other secret than the client's are refused.", {
          auth: 'basic',
          break: secrets,
        }),
      ];
    }
    case 'snap-signature': {
      const auth = 'snap-signature';
      return [
        broken(
          'timestamp-format',
          'X-TIMESTAMP is an ISO 8601 date and time with offset; anything else is refused.',
          { auth, break: ['timestamp-not-iso', 'timestamp-no-offset', 'timestamp-date-only'] },
          'parameters',
          false,
        ),
        broken('timestamp-current', "A timestamp out of the provider's window is refused.", {
          auth,
          break: ['timestamp-stale', 'timestamp-future'],
        }),
        broken('client-key-known', 'An X-CLIENT-KEY that was never issued is refused.', {
          auth,
          break: ['unknown-client', 'shortened-client', 'lengthened-client'],
        }),
        broken('signature-verified', 'A request whose X-SIGNATURE does not verify is refused.', {
          auth,
          break: [
            'other-key',
            'other-timestamp',
            'other-client',
            'sha1',
            'swapped',
            'truncated',
            'bit-flip',
            'not-base64',
          ],
        }),
      ];
    }
    default:
      return access.fields.map((field): Row => {
        const member = facts.request.find(({ pointer }) => pointer === `/${field}`);
        return {
          id: `${names.request(member ?? facts.request[0] ?? { pointer: `/${field}`, at, origin: 'text', required: true, schema: {} }).slice(names.of('').length)}-known`,
          statement: `A ${field} that was never issued is refused.`,
          at: member?.at ?? at,
          rest: { demand: { field, break: ['other-value', 'padded'] }, refusal: 'credentials', gate: true },
        };
      });
  }
}

/** The rows of a draft, in the order of a contract. */
export function rowsOf(context: RowContext): JsonObject[] {
  const { facts, names, refused } = context;
  const answer = facts.answers.find(({ status }) => status < 300);
  const at = answer?.at ?? 'Response';
  const all = ['granted', ...refused];
  const form = facts.mediaType?.value.endsWith('x-www-form-urlencoded') === true;
  const promise = (check: string, rest: JsonObject): JsonObject => ({ promise: { check, ...rest } });
  const request = (part: string, name: string, vary: string[]): JsonObject =>
    promise('granted', { request: { [part]: name, vary } });
  const rows: Row[] = [
    ...authRows(context),
    {
      id: 'granted',
      statement: `A good request is granted with ${answer?.status ?? 200}.`,
      at,
      rest: { ...promise('status', { on: 'granted', with: { equals: answer?.status ?? 200 } }), gate: true },
    },
    {
      id: 'granted-again',
      statement: 'A second good request is granted as well.',
      at,
      rest: request('whole', 'request', ['again']),
    },
    {
      id: 'json',
      statement: 'An answer is JSON, and says so in Content-Type.',
      at,
      rest: promise('media-type', { on: all, with: { equals: 'application/json' } }),
    },
    {
      id: 'json-object',
      statement: 'The body of an answer is one JSON object.',
      at,
      rest: promise('json-object', { on: all }),
    },
    {
      id: 'unique-members',
      statement: 'A member name occurs once in a JSON object.',
      at: 'section 4',
      level: 'should',
      source: 'rfc8259',
      rest: promise('unique-members', { on: all }),
    },
    {
      id: 'lifetime',
      statement: "The lifetime is the token's life in seconds, above 0 and at most one year.",
      at,
      rest: promise('lifetime', { on: 'granted' }),
    },
    ...lifeRows(at, facts.security?.at ?? at),
    {
      id: 'documented-status',
      statement: 'A request that is refused gets a 4xx status, never a 5xx.',
      at,
      rest: promise('client-error', { on: 'refused' }),
    },
    {
      id: 'no-token-in-error',
      statement: 'An answer that refuses carries no token.',
      at,
      rest: promise('no-token', { on: 'refused' }),
    },
    {
      id: 'no-echo',
      statement: 'No secret that was sent comes back in an answer.',
      at,
      rest: promise('no-echo', { on: 'any' }),
    },
    {
      id: 'allow',
      statement: `A 405 lists ${facts.method?.value ?? 'POST'} in Allow.`,
      at: 'section 15.5.6',
      source: 'rfc9110',
      rest: {
        ...promise('allow', { on: [405], with: { method: facts.method?.value ?? 'POST' } }),
        unreached: 'only a provider that answers another method with 405 shows it',
      },
    },
    {
      id: 'https',
      statement: 'The endpoint is served over https.',
      at: facts.servers[0]?.at ?? at,
      rest: {
        ...promise('https', { on: 'granted' }),
        unreached: 'a target on loopback may be reached over plain http',
      },
    },
    {
      id: 'header-case',
      statement: 'Header names are read in any letter case.',
      at: 'section 5.1',
      source: 'rfc9110',
      rest: request('whole', 'request', ['lower-case-headers']),
    },
    form
      ? {
          id: 'parameter-order',
          statement: 'The parameters are read in any order.',
          at: facts.mediaType?.at ?? at,
          rest: request('body', 'form', ['reversed-parameters']),
        }
      : {
          id: 'spaced',
          statement: 'JSON over several lines is read as any other.',
          at: facts.mediaType?.at ?? at,
          rest: request('body', 'json', ['spaced']),
        },
  ];
  return rows.map(({ id, statement, at: place, level, source, rest }) => ({
    id: names.of(id),
    statement,
    level: level ?? 'must',
    source: source ?? 'page',
    at: place,
    ...rest,
  }));
}
