/**
 * Providers that each read a request, or write a token, in one careless way that software is known for. They were listed
 * before the ways of the families were chosen, so that the share of them that is caught says something.
 */
import { createHmac, verify } from 'node:crypto';
import { brotliCompressSync } from 'node:zlib';
import { readAccounts } from '../mock/accounts.ts';
import type { Answer, Call, Intercept, Received } from '../mock/server.ts';
import type { Json, JsonObject } from '../src/formats/json.ts';
import { jsonOf, jwt, withHeader, withMember, withText } from './answers.ts';

const accounts = readAccounts();

/** One careless provider. */
export interface DeepServer {
  title: string;
  provider: string;
  /** Family that is to catch it; null where none was made for it. */
  family: string | null;
  intercept(): Intercept;
}

const header = ({ headers }: Received, name: string): string =>
  headers.find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1] ?? '';

function setHeader(received: Received, name: string, value: string | null): void {
  const rest = received.headers.filter(([key]) => key.toLowerCase() !== name.toLowerCase());
  received.headers = value === null ? rest : [...rest, [name, value]];
}

const body = ({ body: bytes }: Received): string => Buffer.from(bytes).toString('utf8');

const basicOf = (received: Received): string =>
  Buffer.from(header(received, 'Authorization').slice(6), 'base64').toString();

const basic = (text: string): string => `Basic ${Buffer.from(text).toString('base64')}`;

const singapayPair = `${accounts.singapay.clientId}:${accounts.singapay.clientSecret}`;
const pyngPair = `${accounts.pyng.username}:${accounts.pyng.password}`;

/** Reads what came otherwise, and then does as the faithful provider does. */
const reading =
  (how: (received: Received, call: Call) => void, operation = 'token') =>
  (): Intercept =>
  (call) => {
    if (call.operation === operation) how(call.received, call);
    return call.answer();
  };

const members =
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

const parameters =
  (how: (name: string, value: string) => [string, string]) =>
  (received: Received): void => {
    if (!header(received, 'Content-Type').includes('urlencoded')) return;
    const read = [...new URLSearchParams(body(received))].map(([name, value]) => how(name, value));
    received.body = Buffer.from(new URLSearchParams(read).toString());
  };

const grantType =
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
const comparing = (same: (given: string, own: string, part: 'id' | 'secret') => boolean) =>
  reading((received) => {
    if (!header(received, 'Authorization').startsWith('Basic ')) return;
    const [id = '', ...rest] = basicOf(received).split(':');
    const { clientId, clientSecret } = accounts.singapay;
    if (same(id, clientId, 'id') && same(rest.join(':'), clientSecret, 'secret'))
      setHeader(received, 'Authorization', basic(singapayPair));
  });

/** Lets a request pass whose sender it ought to ask for. */
const trusting = (when: (received: Received) => boolean) =>
  reading((received) => {
    if (when(received)) setHeader(received, 'Authorization', basic(singapayPair));
  });

const refusedIf = (when: (received: Received) => boolean) => (): Intercept => (call) =>
  call.operation === 'token' && when(call.received)
    ? {
        status: 400,
        headers: [['Content-Type', 'application/json']],
        body: '{"status":400,"success":false,"error":{"code":400,"message":"no"}}',
      }
    : call.answer();

const accepted: Answer = {
  status: 200,
  headers: [['Content-Type', 'application/json']],
  body: '{"status":200,"success":true,"data":{}}',
};

/** What a resource answers to a token it takes; one of them wants a version as well. */
const resourceOf = ({ provider, received }: Call): Answer =>
  provider !== 'pyng' || header(received, 'Pyng-Api-Version') !== ''
    ? accepted
    : { ...accepted, status: 400, body: '{"errors":[{"code":"urn:pyng:error:version:missing"}],"traceId":"0"}' };

const isBearer = (received: Received): boolean =>
  received.headers.filter(([name]) => name.toLowerCase() === 'authorization').length === 1 &&
  /^bearer /i.test(authorization(received));

const granted = (answer: Answer): boolean => answer.status === 200;

/** Grants whose token is another. */
const issuing =
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

const now = (): number => Math.floor(Date.now() / 1000);

const claimed = (claims: (count: number) => JsonObject, head: Json = { typ: 'JWT', alg: 'HS256' }) =>
  issuing((count) =>
    jwt({ n: count, iss: 'issuer', jti: `${count}`, iat: now(), nbf: now(), exp: now() + 3, ...claims(count) }, head),
  );

/** A resource that takes a token from somewhere, or a text that is none. */
const taking = (token: (received: Received, known: Set<string>) => boolean) => (): Intercept => {
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

const refusing = (when: (received: Received) => boolean) => (): Intercept => (call) =>
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

const authorization = (received: Received): string => header(received, 'Authorization');
const partsOf = (token: string): string[] => token.split('.');
const headOf = (token: string): JsonObject => {
  try {
    return JSON.parse(Buffer.from(partsOf(token)[0] ?? '', 'base64url').toString()) as JsonObject;
  } catch {
    return {};
  }
};
const bearerOf = (received: Received): string => authorization(received).replace(/^Bearer +/i, '');

const row = (family: string | null, title: string, provider: string, intercept: () => Intercept): DeepServer => ({
  title,
  provider,
  family,
  intercept,
});

const s = 'singapay';
const p = 'pyng';
const f = 'finnet';

/** Every careless provider. */
export const deepServers: DeepServer[] = [
  row('names', 'binds JSON members in any letter case, as Go does', s, reading(members((name) => name.toLowerCase()))),
  row(
    'names',
    'takes grantType for grant_type, as a renaming mapper does',
    s,
    reading(members((name) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`))),
  ),
  row('names', 'takes grant-type for grant_type', s, reading(members((name) => name.replaceAll('-', '_')))),
  row('names', 'trims member names', s, reading(members((name) => name.trim()))),
  row(
    'names',
    'finds the member in an object of any name',
    s,
    reading((received) => {
      const found = /"grant_type"\s*:\s*"([^"]*)"/.exec(body(received))?.[1];
      if (found !== undefined && body(received).startsWith('{'))
        received.body = Buffer.from(JSON.stringify({ grant_type: found }));
    }),
  ),
  row(
    'names',
    'reads parameter names in any letter case',
    p,
    reading(parameters((name, value) => [name.toLowerCase(), value])),
  ),
  row(
    'names',
    'takes a[] for a, as PHP does',
    p,
    reading(parameters((name, value) => [name.replace(/\[\d*\]$/, ''), value])),
  ),
  row(
    'names',
    'turns dots and blanks in names to underscores, as PHP does',
    p,
    reading(parameters((name, value) => [name.replace(/[. ]/g, '_'), value])),
  ),
  row(
    'names',
    'folds hyphens and underscores of header names, as WSGI does',
    s,
    reading((received) => {
      received.headers = received.headers.map(([name, value]) => [name.replaceAll('_', '-'), value]);
    }),
  ),
  row(
    'names',
    'takes PARTNER-ID for X-PARTNER-ID',
    s,
    reading((received) => {
      if (header(received, 'PARTNER-ID')) setHeader(received, 'X-PARTNER-ID', header(received, 'PARTNER-ID'));
    }),
  ),
  row(
    'values',
    'asks whether the grant type starts with the constant',
    s,
    reading(grantType((value) => (value.startsWith('client_credentials') ? 'client_credentials' : value))),
  ),
  row(
    'values',
    'matches the grant type by a pattern over lines',
    s,
    reading(grantType((value) => (/^client_credentials$/m.test(value) ? 'client_credentials' : value))),
  ),
  row('values', 'cuts a text at a NUL', f, reading(grantType((value) => value.split('\u0000')[0] ?? ''))),
  row(
    'values',
    'takes hyphens for underscores in the grant type',
    f,
    reading(grantType((value) => value.replaceAll('-', '_'))),
  ),
  row(
    'values',
    'normalises texts to NFKC',
    s,
    comparing((given, own) => given.normalize('NFKC') === own),
  ),
  row(
    'values',
    'grants refresh_token as well',
    s,
    reading(grantType((value) => (value === 'refresh_token' ? 'client_credentials' : value))),
  ),
  row(
    'values',
    'compares the first half of a secret only',
    s,
    comparing((given, own, part) => (part === 'id' ? given === own : given.slice(0, 20) === own.slice(0, 20))),
  ),
  row(
    'values',
    'looks the id up by LIKE',
    s,
    comparing((given, own, part) => given === own || (part === 'id' && given === '%')),
  ),
  row(
    'values',
    'strips white space that is no blank from a secret',
    s,
    comparing((given, own) => given.replace(/[\r\n\t]+$/, '') === own),
  ),
  row(
    'values',
    'reads the secret up to the next colon',
    s,
    comparing((given, own) => (given.split(':')[0] ?? '') === own),
  ),
  row(
    'values',
    'skips what is no Base64 in credentials',
    s,
    reading((received) => {
      const [scheme, value = ''] = authorization(received).split(' ');
      if (scheme === 'Basic' && value.length > 8)
        setHeader(received, 'Authorization', `Basic ${value.replace(/[^A-Za-z0-9+/=]/g, '')}`);
    }),
  ),
  row(
    'values',
    'checks no signature whose client is known',
    f,
    (): Intercept => (call) => {
      const { headers } = call.received;
      const text = header(call.received, 'X-CLIENT-KEY');
      const signature = Buffer.from(header(call.received, 'X-SIGNATURE'), 'base64');
      const careless =
        headers.length > 0 &&
        verify(
          'RSA-SHA512',
          Buffer.from(`${text}|${header(call.received, 'X-TIMESTAMP')}`),
          accounts.finnet.publicKey,
          signature,
        );
      return careless && call.operation === 'token' ? call.grant() : call.answer();
    },
  ),
  row(
    'same',
    'reads JSON by a pattern that knows no escapes',
    s,
    refusedIf((received) => body(received).includes('\\u')),
  ),
  row(
    'same',
    'knows no charset in quotation marks',
    s,
    refusedIf((received) => header(received, 'Content-Type').includes('"')),
  ),
  row(
    'same',
    'wants Accept to name JSON and nothing else',
    s,
    refusedIf((received) => header(received, 'Accept') !== 'application/json'),
  ),
  row(
    'same',
    'knows no line breaks in JSON',
    f,
    refusedIf((received) => /[\r\n\t]/.test(body(received))),
  ),
  row(
    'same',
    'wants a User-Agent',
    s,
    refusedIf((received) => header(received, 'User-Agent') === ''),
  ),
  row(
    'same',
    'refuses on a connection that is to be closed',
    s,
    refusedIf((received) => header(received, 'Connection') === 'close'),
  ),
  row(
    'same',
    'knows escapes of reserved characters only',
    p,
    refusedIf((received) => /%6[0-9A-F]/.test(body(received))),
  ),
  row(
    'same',
    'refuses a cookie it did not set',
    s,
    refusedIf((received) => header(received, 'Cookie') !== ''),
  ),
  row(
    'same',
    'refuses additionalInfo, which BI SNAP allows',
    f,
    refusedIf((received) => body(received).includes('additionalInfo')),
  ),
  row(
    null,
    'codes its answer in a way that the client says it does not take',
    s,
    (): Intercept => (call) => {
      const answer = call.answer();
      if (!header(call.received, 'Accept-Encoding').includes('*;q=0')) return answer;
      return withText(withHeader(answer, 'Content-Encoding', 'br'), brotliCompressSync(Buffer.from(answer.body)));
    },
  ),
  row(
    'around',
    'lets X-HTTP-Method-Override decide',
    s,
    reading((received) => {
      if (header(received, 'X-HTTP-Method-Override')) received.method = header(received, 'X-HTTP-Method-Override');
    }),
  ),
  row(
    'around',
    'lets _method in the query decide',
    p,
    reading((received) => {
      received.method = new URLSearchParams(received.query).get('_method') ?? received.method;
    }),
  ),
  row(
    'around',
    'trusts callers that X-Forwarded-For calls local',
    s,
    trusting((received) => header(received, 'X-Forwarded-For') === '127.0.0.1'),
  ),
  row(
    'around',
    'trusts the user that a proxy names',
    s,
    trusting((received) => header(received, 'X-Remote-User') !== ''),
  ),
  row(
    'around',
    'trusts everybody who sends debug=true',
    s,
    trusting((received) => /debug=(true|1)/.test(received.query)),
  ),
  row(
    'around',
    'takes the credentials of the body before those of the header',
    p,
    reading((received) => {
      const given = new URLSearchParams(body(received));
      const [id, secret] = [given.get('client_id'), given.get('client_secret')];
      if (id === null || secret === null) return;
      setHeader(received, 'Authorization', basic(`${id}:${secret}`));
      given.delete('client_id');
      given.delete('client_secret');
      received.body = Buffer.from(given.toString());
    }),
  ),
  row(
    'around',
    'reads the last of two Authorization lines',
    s,
    reading((received) => {
      const all = received.headers.filter(([name]) => name.toLowerCase() === 'authorization');
      if (all.length > 1) setHeader(received, 'Authorization', all.at(-1)?.[1] ?? '');
    }),
  ),
  row(
    'around',
    'takes multipart/form-data at a form endpoint',
    p,
    reading((received) => {
      if (!header(received, 'Content-Type').startsWith('multipart/')) return;
      const found = [...body(received).matchAll(/name="([^"]+)"\r\n\r\n(.*?)\r\n/g)].map(
        ([, name = '', value = '']): [string, string] => [name, value],
      );
      received.body = Buffer.from(new URLSearchParams(found).toString());
      setHeader(received, 'Content-Type', 'application/x-www-form-urlencoded');
    }),
  ),
  row(
    'around',
    'grants by HEAD',
    s,
    (): Intercept => (call) =>
      call.received.method === 'HEAD' && call.operation === 'token' ? call.grant() : call.answer(),
  ),
  row(
    null,
    'takes a session cookie, set with a grant, for credentials',
    s,
    (): Intercept => (call) => {
      if (header(call.received, 'Cookie').includes('sid=granted'))
        setHeader(call.received, 'Authorization', basic(singapayPair));
      const answer = call.answer();
      return granted(answer) ? withHeader(answer, 'Set-Cookie', 'sid=granted; HttpOnly') : answer;
    },
  ),
  row('again', 'remembers a connection as authenticated', s, (): Intercept => {
    let known = false;
    return (call) => {
      if (call.operation !== 'token') return call.answer();
      if (known && authorization(call.received) === '') setHeader(call.received, 'Authorization', basic(singapayPair));
      const answer = call.answer();
      known = granted(answer) && header(call.received, 'Connection') !== 'close';
      return answer;
    };
  }),
  row('again', 'passes the third wrong secret in a row', p, (): Intercept => {
    let wrong = 0;
    let last = '';
    return (call) => {
      if (call.operation !== 'token') return call.answer();
      const given = basicOf(call.received);
      wrong = given !== pyngPair && given !== '' && given === last ? wrong + 1 : 0;
      last = given;
      if (wrong < 1) return call.answer();
      setHeader(call.received, 'Authorization', basic(pyngPair));
      return call.answer();
    };
  }),
  row('again', 'crashes on the second alike refusal', s, (): Intercept => {
    let last = '';
    return (call) => {
      const answer = call.answer();
      const key = `${answer.status} ${header(call.received, 'Authorization')} ${body(call.received)}`;
      const twice = call.operation === 'token' && !granted(answer) && key === last;
      last = key;
      return twice ? { status: 500, headers: [], body: '' } : answer;
    };
  }),
  row('again', 'locks out for one request after two refusals', s, (): Intercept => {
    let refused = 0;
    return (call) => {
      if (call.operation !== 'token') return call.answer();
      const answer = call.answer();
      if (!granted(answer)) refused += 1;
      else if (refused >= 2) {
        refused = 0;
        return { ...answer, status: 403, body: '{"status":403,"success":false,"error":{}}' };
      } else refused = 0;
      return answer;
    };
  }),
  row(
    'jose',
    'issues one jti for all tokens',
    s,
    claimed(() => ({ jti: 'one' })),
  ),
  row(
    'jose',
    'issues a jti that is a number',
    s,
    claimed((count) => ({ jti: count })),
  ),
  row(
    'jose',
    'issues an aud that is a number',
    s,
    claimed(() => ({ aud: 7 })),
  ),
  row(
    'jose',
    'ends a token before it begins',
    s,
    claimed(() => ({ nbf: now() + 1, exp: now() })),
  ),
  row(
    'jose',
    'cuts its signature to 16 bytes',
    s,
    issuing((_count, own) => {
      const [head = '', claims = '', signature = ''] = partsOf(own);
      return `${head}.${claims}.${Buffer.from(signature, 'base64url').subarray(0, 16).toString('base64url')}`;
    }),
  ),
  row(
    'jose',
    'names RS256 over a MAC',
    s,
    claimed(() => ({}), { typ: 'JWT', alg: 'RS256' }),
  ),
  row(
    'jose',
    'signs with the key secret',
    s,
    issuing((count) => {
      const part = (value: Json): string => Buffer.from(JSON.stringify(value)).toString('base64url');
      const text = `${part({ alg: 'HS256' })}.${part({ jti: `${count}`, exp: now() + 3 })}`;
      return `${text}.${createHmac('sha256', 'secret').update(text).digest('base64url')}`;
    }),
  ),
  row(
    'jose',
    'puts a private key into the header',
    s,
    claimed(() => ({}), { alg: 'HS256', jwk: { kty: 'oct', k: 'AAAA' } }),
  ),
  row(
    'jose',
    'issues a kid that is a number',
    f,
    issuing((count) => jwt({ jti: `${count}`, exp: now() + 3 }, { alg: 'HS256', kid: 1 }), '/accessToken'),
  ),
  row(
    'jose',
    'counts its tokens',
    p,
    issuing((count) => `token-${count}`, '/access_token'),
  ),
  row(
    'jose',
    'issues tokens that differ in their last characters only',
    p,
    issuing((count) => `aVeryLongPrefixOfEveryToken-${String(count).padStart(8, '0')}`, '/access_token'),
  ),
  row(
    'tokens',
    'takes a token without its scheme',
    s,
    taking((received, known) => known.has(authorization(received))),
  ),
  row(
    'tokens',
    'takes a token in the query',
    s,
    taking((received, known) => known.has(new URLSearchParams(received.query).get('access_token') ?? '')),
  ),
  row(
    'tokens',
    'takes a token in X-Access-Token',
    s,
    taking((received, known) => known.has(header(received, 'X-Access-Token'))),
  ),
  row(
    'tokens',
    'takes a token in a cookie',
    p,
    taking((received, known) => [...known].some((token) => token !== '' && header(received, 'Cookie').includes(token))),
  ),
  row(
    'tokens',
    'verifies no token of two segments',
    s,
    taking((received, known) =>
      [...known].some(
        (token) => token.startsWith(`${bearerOf(received)}.`) && partsOf(bearerOf(received)).length === 2,
      ),
    ),
  ),
  row(
    'tokens',
    'reads a token up to its third dot',
    s,
    taking((received, known) => known.has(partsOf(bearerOf(received)).slice(0, 3).join('.'))),
  ),
  row(
    'tokens',
    'verifies with the key that the header holds',
    s,
    taking((received) => headOf(bearerOf(received))['jwk'] !== undefined),
  ),
  row(
    'tokens',
    'reads the key from the file that kid names',
    s,
    taking((received) => String(headOf(bearerOf(received))['kid'] ?? '').includes('/dev/null')),
  ),
  row(
    'tokens',
    'takes alg None',
    s,
    taking((received) => headOf(bearerOf(received))['alg'] === 'None'),
  ),
  row(
    'tokens',
    'takes the word null',
    p,
    taking((received) => bearerOf(received) === 'null'),
  ),
  row(
    'tokens',
    'looks a token up by its start',
    p,
    taking((received, known) =>
      [...known].some((token) => bearerOf(received).length > 10 && token.startsWith(bearerOf(received))),
    ),
  ),
  row(
    'tokens',
    'takes a token in quotation marks',
    s,
    taking((received, known) => known.has(bearerOf(received).replaceAll('"', ''))),
  ),
  row(
    'tokens',
    'takes the last of two Authorization lines',
    s,
    taking((received, known) => {
      const all = received.headers.filter(([name]) => name.toLowerCase() === 'authorization');
      return all.length > 1 && known.has((all.at(-1)?.[1] ?? '').slice(7));
    }),
  ),
  row(
    'tokens',
    'refuses the scheme bearer',
    s,
    refusing((received) => authorization(received).startsWith('bearer ')),
  ),
  row(
    'tokens',
    'splits at one blank behind the scheme',
    s,
    refusing((received) => authorization(received).startsWith('Bearer  ')),
  ),
  row(
    'tokens',
    'opens the resource to the client’s own Basic credentials',
    s,
    taking((received) => authorization(received) === basic(singapayPair)),
  ),
];
