import { readAccounts } from '../mock/accounts.ts';
import type { Answer, Call, Intercept, Received } from '../mock/server.ts';
import type { Json, JsonObject } from '../src/formats/json.ts';
import { jsonOf, jwt, withMember } from './answers.ts';
import { granted } from './variant.ts';

/** The accounts of the mock. */
export const accounts = readAccounts();

/** One careless provider. */
export interface DeepServer {
  title: string;
  provider: string;
  /** How the ids of the clauses begin that are to catch it, behind the profile; null where no family was made for it. */
  caughtBy: string | null;
  intercept(): Intercept;
}

/** A header of a request; empty where it has none. */
export const header = ({ headers }: Received, name: string): string =>
  headers.find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1] ?? '';

/** Replaces a header of a request, or takes it out. */
export function setHeader(received: Received, name: string, value: string | null): void {
  const rest = received.headers.filter(([key]) => key.toLowerCase() !== name.toLowerCase());
  received.headers = value === null ? rest : [...rest, [name, value]];
}

/** The body of a request, as text. */
export const body = ({ body: bytes }: Received): string => Buffer.from(bytes).toString('utf8');

/** The text behind Basic, decoded. */
export const basicOf = (received: Received): string =>
  Buffer.from(header(received, 'Authorization').slice(6), 'base64').toString();

/** The Authorization of a text. */
export const basic = (text: string): string => `Basic ${Buffer.from(text).toString('base64')}`;

/** Id and secret. */
export const singapayPair = `${accounts.singapay.clientId}:${accounts.singapay.clientSecret}`;
/** Name and password. */
export const pyngPair = `${accounts.pyng.username}:${accounts.pyng.password}`;

/** Reads what came otherwise, and then does as the faithful provider does. */
export const reading =
  (how: (received: Received, call: Call) => void, operation = 'token') =>
  (): Intercept =>
  (call) => {
    if (call.operation === operation) how(call.received, call);
    return call.answer();
  };

/** Reads member names otherwise. */
export const members =
  (how: (name: string) => string) =>
  (received: Received): void => {
    try {
      const json = JSON.parse(body(received)) as JsonObject;
      if (Array.isArray(json)) return;
      const read = Object.fromEntries(Object.entries(json).map(([name, value]) => [how(name), value]));
      received.body = Buffer.from(JSON.stringify(read));
    } catch {
      // What is no JSON is refused as such.
    }
  };

/** Reads parameters of a form otherwise. */
export const parameters =
  (how: (name: string, value: string) => [string, string]) =>
  (received: Received): void => {
    if (!header(received, 'Content-Type').includes('urlencoded')) return;
    const read = [...new URLSearchParams(body(received))].map(([name, value]) => how(name, value));
    received.body = Buffer.from(new URLSearchParams(read).toString());
  };

/** Reads the grant type otherwise. */
export const grantType =
  (how: (value: string) => string) =>
  (received: Received): void => {
    try {
      const json = JSON.parse(body(received)) as JsonObject;
      for (const name of ['grant_type', 'grantType']) if (typeof json[name] === 'string') json[name] = how(json[name]);
      received.body = Buffer.from(JSON.stringify(json));
    } catch {
      // As above.
    }
  };

/** Compares each part of Basic credentials in its own way. */
export const comparing = (same: (given: string, own: string, part: 'id' | 'secret') => boolean) =>
  reading((received) => {
    if (!header(received, 'Authorization').startsWith('Basic ')) return;
    const [id = '', ...rest] = basicOf(received).split(':');
    const { clientId, clientSecret } = accounts.singapay;
    if (same(id, clientId, 'id') && same(rest.join(':'), clientSecret, 'secret'))
      setHeader(received, 'Authorization', basic(singapayPair));
  });

/** Lets a request pass whose sender it ought to ask for. */
export const trusting = (when: (received: Received) => boolean) =>
  reading((received) => {
    if (when(received)) setHeader(received, 'Authorization', basic(singapayPair));
  });

/** Refuses some good requests. */
export const refusedIf = (when: (received: Received) => boolean) => (): Intercept => (call) =>
  call.operation === 'token' && when(call.received)
    ? {
        status: 400,
        headers: [['Content-Type', 'application/json']],
        body: '{"status":400,"success":false,"error":{"code":400,"message":"no"}}',
      }
    : call.answer();

/** What a resource answers to a token it takes. */
export const accepted: Answer = {
  status: 200,
  headers: [['Content-Type', 'application/json']],
  body: '{"status":200,"success":true,"data":{}}',
};

/** What a resource answers to a token it takes; one of them wants a version as well. */
export const resourceOf = ({ provider, received }: Call): Answer =>
  provider !== 'pyng' || header(received, 'Pyng-Api-Version') !== ''
    ? accepted
    : { ...accepted, status: 400, body: '{"errors":[{"code":"urn:pyng:error:version:missing"}],"traceId":"0"}' };

export const isBearer = (received: Received): boolean =>
  received.headers.filter(([name]) => name.toLowerCase() === 'authorization').length === 1 &&
  /^bearer /i.test(authorization(received));

/** Grants whose token is another. */
export const issuing =
  (token: (count: number, own: string) => string, at = '/data/access_token') =>
  (): Intercept => {
    let count = 0;
    const issued = new Set<string>();
    return (call) => {
      const answer = call.answer();
      // Its own resource knows what it issued, so that nothing but the token itself shows.
      if (call.operation !== 'token')
        return issued.has(bearerOf(call.received)) && isBearer(call.received) ? resourceOf(call) : answer;
      if (!granted(answer)) return answer;
      count += 1;
      const own = String(
        (jsonOf(answer)['data'] as JsonObject | undefined)?.['access_token'] ?? jsonOf(answer)['access_token'],
      );
      const made = token(count, own);
      issued.add(made);
      return withMember(answer, at, made);
    };
  };

/** Seconds since the epoch. */
export const now = (): number => Math.floor(Date.now() / 1000);

/** Grants with claims of their own. */
export const claimed = (claims: (count: number) => JsonObject, head: Json = { typ: 'JWT', alg: 'HS256' }) =>
  issuing((count) =>
    jwt({ n: count, iss: 'issuer', jti: `${count}`, iat: now(), nbf: now(), exp: now() + 3, ...claims(count) }, head),
  );

/** A resource that accepts a token from any place, or an arbitrary text as one. */
export const taking = (token: (received: Received, known: Set<string>) => boolean) => (): Intercept => {
  const known = new Set<string>();
  return (call) => {
    const answer = call.answer();
    if (call.operation === 'token') {
      const json = jsonOf(answer);
      const given = (json['data'] as JsonObject | undefined)?.['access_token'] ?? json['access_token'];
      if (typeof given === 'string') known.add(given);
      return answer;
    }
    return token(call.received, known) ? accepted : answer;
  };
};

/** A resource that refuses some good requests. */
export const refusing = (when: (received: Received) => boolean) => (): Intercept => (call) =>
  call.operation === 'resource' && when(call.received)
    ? {
        status: 401,
        headers: [
          ['Content-Type', 'application/json'],
          ['WWW-Authenticate', 'Bearer realm="x"'],
        ],
        body: '{"status":401,"success":false,"error":{}}',
      }
    : call.answer();

/** The Authorization of a request. */
export const authorization = (received: Received): string => header(received, 'Authorization');
/** The segments of a token. */
export const partsOf = (token: string): string[] => token.split('.');
/** The header of a token; empty where it has none. */
export const headOf = (token: string): JsonObject => {
  try {
    return JSON.parse(Buffer.from(partsOf(token)[0] ?? '', 'base64url').toString()) as JsonObject;
  } catch {
    return {};
  }
};
/** The token behind Bearer. */
export const bearerOf = (received: Received): string => authorization(received).replace(/^Bearer +/i, '');

/** A careless provider; `caughtBy` names the clauses that are to catch it. */
export const row = (
  caughtBy: string | null,
  title: string,
  provider: string,
  intercept: () => Intercept,
): DeepServer => ({
  title,
  provider,
  caughtBy,
  intercept,
});

/** The provider with Basic and JSON. */
export const s = 'singapay';
/** The provider with Basic and a form. */
export const p = 'pyng';
/** The provider that signs. */
export const f = 'finnet';

/** The page of a server that failed. */
export const failed: Answer = { status: 500, headers: [['Content-Type', 'text/html']], body: '<h1>Server Error</h1>' };

/** One whose answer to some requests is another one. */
export const answering =
  (how: (call: Call) => Answer | null, operation = 'token') =>
  (): Intercept =>
  (call) =>
    (call.operation === operation && how(call)) || call.answer();

/** Grants what is refused, in some cases. */
export const granting = (when: (call: Call) => boolean) =>
  answering((call) => (call.answer().status >= 400 && when(call) ? call.grant() : null));
