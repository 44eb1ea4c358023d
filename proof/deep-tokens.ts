/** Providers that are careless about the tokens they issue, and about those they take. */
import { createHmac } from 'node:crypto';
import type { Json } from '../src/formats/json.ts';
import { jwt } from './answers.ts';
import {
  authorization,
  basic,
  bearerOf,
  claimed,
  type DeepServer,
  f,
  header,
  headOf,
  issuing,
  now,
  p,
  partsOf,
  refusing,
  row,
  s,
  singapayPair,
  taking,
} from './careless.ts';

/** Listed before the ways of the families were chosen. */
export const carelessTokens: DeepServer[] = [
  row(
    'jose-unique',
    'issues one jti for all tokens',
    s,
    claimed(() => ({ jti: 'one' })),
  ),
  row(
    'jose-types',
    'issues a jti that is a number',
    s,
    claimed((count) => ({ jti: count })),
  ),
  row(
    'jose-types',
    'issues an aud that is a number',
    s,
    claimed(() => ({ aud: 7 })),
  ),
  row(
    'jose-dates',
    'ends a token before it begins',
    s,
    claimed(() => ({ nbf: now() + 1, exp: now() })),
  ),
  row(
    'jose-signature',
    'cuts its signature to 16 bytes',
    s,
    issuing((_count, own) => {
      const [head = '', claims = '', signature = ''] = partsOf(own);
      return `${head}.${claims}.${Buffer.from(signature, 'base64url').subarray(0, 16).toString('base64url')}`;
    }),
  ),
  row(
    'jose-signature',
    'names RS256 over a MAC',
    s,
    claimed(() => ({}), { typ: 'JWT', alg: 'RS256' }),
  ),
  row(
    'jose-key',
    'signs with the key secret',
    s,
    issuing((count) => {
      const part = (value: Json): string => Buffer.from(JSON.stringify(value)).toString('base64url');
      const text = `${part({ alg: 'HS256' })}.${part({ jti: `${count}`, exp: now() + 3 })}`;
      return `${text}.${createHmac('sha256', 'secret').update(text).digest('base64url')}`;
    }),
  ),
  row(
    'jose-header',
    'puts a private key into the header',
    s,
    claimed(() => ({}), { alg: 'HS256', jwk: { kty: 'oct', k: 'AAAA' } }),
  ),
  row(
    'jose-header',
    'issues a kid that is a number',
    f,
    issuing((count) => jwt({ jti: `${count}`, exp: now() + 3 }, { alg: 'HS256', kid: 1 }), '/accessToken'),
  ),
  row(
    'jose-guessable',
    'counts its tokens',
    p,
    issuing((count) => `token-${count}`, '/access_token'),
  ),
  row(
    'jose-predictable',
    'issues tokens that differ in their last characters only',
    p,
    issuing((count) => `aVeryLongPrefixOfEveryToken-${String(count).padStart(8, '0')}`, '/access_token'),
  ),
  row(
    'tokens-scheme',
    'takes a token without its scheme',
    s,
    taking((received, known) => known.has(authorization(received))),
  ),
  row(
    'tokens-place',
    'takes a token in the query',
    s,
    taking((received, known) => known.has(new URLSearchParams(received.query).get('access_token') ?? '')),
  ),
  row(
    'tokens-place',
    'takes a token in X-Access-Token',
    s,
    taking((received, known) => known.has(header(received, 'X-Access-Token'))),
  ),
  row(
    'tokens-place',
    'takes a token in a cookie',
    p,
    taking((received, known) => [...known].some((token) => token !== '' && header(received, 'Cookie').includes(token))),
  ),
  row(
    'tokens-text',
    'verifies no token of two segments',
    s,
    taking((received, known) =>
      [...known].some(
        (token) => token.startsWith(`${bearerOf(received)}.`) && partsOf(bearerOf(received)).length === 2,
      ),
    ),
  ),
  row(
    'tokens-text',
    'reads a token up to its third dot',
    s,
    taking((received, known) => known.has(partsOf(bearerOf(received)).slice(0, 3).join('.'))),
  ),
  row(
    'tokens-forged',
    'verifies with the key that the header holds',
    s,
    taking((received) => headOf(bearerOf(received))['jwk'] !== undefined),
  ),
  row(
    'tokens-forged',
    'reads the key from the file that kid names',
    s,
    taking((received) => String(headOf(bearerOf(received))['kid'] ?? '').includes('/dev/null')),
  ),
  row(
    'tokens-forged',
    'takes alg None',
    s,
    taking((received) => headOf(bearerOf(received))['alg'] === 'None'),
  ),
  row(
    'tokens-text',
    'takes the word null',
    p,
    taking((received) => bearerOf(received) === 'null'),
  ),
  row(
    'tokens-text',
    'looks a token up by its start',
    p,
    taking((received, known) =>
      [...known].some((token) => bearerOf(received).length > 10 && token.startsWith(bearerOf(received))),
    ),
  ),
  row(
    'tokens-text',
    'takes a token in quotation marks',
    s,
    taking((received, known) => known.has(bearerOf(received).replaceAll('"', ''))),
  ),
  row(
    'tokens-two',
    'takes the last of two Authorization lines',
    s,
    taking((received, known) => {
      const all = received.headers.filter(([name]) => name.toLowerCase() === 'authorization');
      return all.length > 1 && known.has((all.at(-1)?.[1] ?? '').slice(7));
    }),
  ),
  row(
    'tokens-granted',
    'refuses the scheme bearer',
    s,
    refusing((received) => authorization(received).startsWith('bearer ')),
  ),
  row(
    'tokens-granted',
    'splits at one blank behind the scheme',
    s,
    refusing((received) => /^bearer {2}/i.test(authorization(received))),
  ),
  row(
    'tokens-caller',
    'opens the resource to the client’s own Basic credentials',
    s,
    taking((received) => authorization(received) === basic(singapayPair)),
  ),
  row(
    'tokens-text',
    'decodes the escapes of a token',
    s,
    taking((received, known) =>
      known.has(
        bearerOf(received).replace(/%([\da-f]{2})/gi, (_whole, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
      ),
    ),
  ),
  row(
    'tokens-text',
    'reads a token up to a comma',
    s,
    taking((received, known) => known.has(bearerOf(received).split(',')[0] ?? '')),
  ),
  row(
    'tokens-scheme',
    'reads a token up to a semicolon',
    p,
    taking((received, known) => known.has(bearerOf(received).split(';')[0] ?? '')),
  ),
  row(
    'tokens-text',
    'takes padding off a token',
    s,
    taking((received, known) => known.has(bearerOf(received).replace(/=+$/, ''))),
  ),
  row(
    'tokens-caller',
    'asks for no token where a part is asked for',
    s,
    taking((received) => header(received, 'Range') !== ''),
  ),
  row(
    'tokens-path',
    'asks for no token where the path has a parameter',
    s,
    taking((received) => received.path.includes(';')),
  ),
];
