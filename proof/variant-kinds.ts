/** Ways of a conforming provider to answer otherwise, to be named and filled in. */
import type { Answer, Call, Reply } from '../mock/server.ts';
import type { Contract } from '../src/contract/types.ts';
import type { Json, JsonObject } from '../src/formats/json.ts';
import { jsonOf, withHeader, withMember, withText } from './answers.ts';
import { onGrant, type Variant } from './variant.ts';

const text = (answer: Answer): string => Buffer.from(answer.body).toString('utf8');

/** A value with every object in it added to. */
export function everywhere(value: Json, add: (object: JsonObject) => JsonObject): Json {
  if (Array.isArray(value)) return value.map((item) => everywhere(item, add));
  if (typeof value !== 'object' || value === null) return value;
  return add(Object.fromEntries(Object.entries(value).map(([name, member]) => [name, everywhere(member, add)])));
}

export const coded = (name: string, coding: string, how: (body: Uint8Array) => Uint8Array): Variant => ({
  name,
  kind: 'coding',
  answer: (faithful) => withHeader(withText(faithful, how(Buffer.from(faithful.body))), 'Content-Encoding', coding),
});

export const laidOut = (name: string, how: (json: JsonObject, body: string) => string): Variant => ({
  name,
  kind: 'layout',
  answer: (faithful) => withText(faithful, how(jsonOf(faithful), text(faithful))),
});

export const headers = (name: string, ...lines: [string, string][]): Variant => ({
  name,
  kind: 'headers',
  answer: (faithful) => ({ ...faithful, headers: [...faithful.headers, ...lines] }),
});

/** The media type of an answer written otherwise. */
export const typed = (name: string, write: (type: string) => string): Variant => ({
  name,
  kind: 'content-type',
  answer: (faithful) => {
    const [, type = ''] = faithful.headers.find(([header]) => header === 'Content-Type') ?? [];
    return withHeader(faithful, 'Content-Type', write(type.replace(/;.*/, '')));
  },
});

export const named = (name: string, how: (header: string) => string): Variant => ({
  name,
  kind: 'headers',
  answer: (faithful) => ({ ...faithful, headers: faithful.headers.map(([header, value]) => [how(header), value]) }),
});

export const escapeAll = (body: string): string =>
  body.replace(/"([^"\\]*)"(\s*:)?/g, (whole, inner: string, colon: string | undefined) =>
    colon === undefined
      ? `"${[...inner].map((letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`).join('')}"`
      : whole,
  );

export const textMembers = (contract: Contract, most: number): string[] =>
  contract.clauses.flatMap((clause) =>
    'check' in clause &&
    clause.check === 'value' &&
    clause.parameters['required'] === true &&
    (clause.parameters['schema'] as JsonObject)['maxLength'] === most
      ? [String(clause.parameters['at'])]
      : [],
  );

/** In pieces, each in a packet of its own. */
export const pieces = (answer: Answer): Reply => ({
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

export const scoped = (name: string, how: (scopes: string[]) => string[]): Variant => ({
  name,
  kind: 'scope',
  fits: ({ token: { scope } }) => scope !== undefined,
  answer: onGrant((answer, contract, call) =>
    withMember(answer, contract.token.scope ?? '', how(askedScopes(call)).join(' ')),
  ),
});

export const optional = (contract: Contract): string[] =>
  contract.clauses.flatMap((clause) =>
    'check' in clause && clause.check === 'value' && clause.parameters['required'] === false
      ? [String(clause.parameters['at'])]
      : [],
  );
