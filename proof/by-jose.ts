/** Deviations of a JWT's encoding, header, signature and claims, and of tokens that anyone could guess. */
import { createHmac } from 'node:crypto';
import type { Answer } from '../mock/server.ts';
import type { Json, JsonObject } from '../src/formats/json.ts';
import { at, jsonOf, withMember } from './answers.ts';
import { withClaims } from './claims.ts';
import { type Maker, type Material, one } from './mutant.ts';
import { earlierJti } from './rig.ts';

const now = (): number => Math.floor(Date.now() / 1000);
const part = (text: string): string => Buffer.from(text).toString('base64url');

/** Tokens of other claims, and of other headers. */
const claims =
  (rows: Record<string, JsonObject>): Maker =>
  (_clause, { rig }) =>
    Object.entries(rows).map(([name, wrong]) => one(name, (faithful) => withClaims(rig.contract, faithful, wrong)));

const headers =
  (rows: Record<string, Json>): Maker =>
  (_clause, { rig }) =>
    Object.entries(rows).map(([name, header]) =>
      one(name, (faithful) => withClaims(rig.contract, faithful, {}, header)),
    );

/** Tokens made of a good JWT. */
const remade =
  (rows: Record<string, (header: string, claims: string, signature: string) => string>): Maker =>
  (_clause, { rig }) =>
    Object.entries(rows).map(([name, how]) =>
      one(name, (faithful) => {
        const { contract } = rig;
        const good = withClaims(contract, faithful, {});
        const [header = '', body = '', signature = ''] = String(at(jsonOf(good), contract.token.value)).split('.');
        return withMember(faithful, contract.token.value, how(header, body, signature));
      }),
    );

const signed = (header: string, body: string, key: string): string =>
  `${header}.${body}.${createHmac('sha256', key).update(`${header}.${body}`).digest('base64url')}`;

/** What the control was granted by the faithful mock. */
function firstToken({ rig }: Material): string {
  const answer = rig.faithful.get('control') as Answer;
  return String(at(jsonOf(answer), rig.contract.token.value));
}

const opaque =
  (rows: Record<string, (first: string) => string>): Maker =>
  (_clause, material) => {
    const first = firstToken(material);
    return Object.entries(rows).map(([name, how]) =>
      one(name, (faithful) => withMember(faithful, material.rig.contract.token.value, how(first))),
    );
  };

/** By check. */
export const joseTables: Record<string, Maker> = {
  'jose-encoding': remade({
    'a padded header': (header, body, signature) => `${header}=.${body}.${signature}`,
    'a signature with bits left over': (header, body) => `${header}.${body}.AB`,
    'a claim twice': (header, _body, signature) => `${header}.${part('{"jti":"1","jti":"2"}')}.${signature}`,
    'a member of the header twice': (_header, body, signature) =>
      `${part('{"alg":"HS256","alg":"HS256"}')}.${body}.${signature}`,
  }),
  'jose-header': headers({
    'a typ that is a number': { alg: 'HS256', typ: 1 },
    'a kid that is a number': { alg: 'HS256', kid: 1 },
    'a jku that is no URL': { alg: 'HS256', jku: 'keys' },
    'an x5c that is a text': { alg: 'HS256', x5c: 'MII' },
    'an empty crit': { alg: 'HS256', crit: [] },
    'a crit of what is not there': { alg: 'HS256', crit: ['x'] },
    'a crit of what everybody knows': { alg: 'HS256', crit: ['alg'] },
    'a jwk that is a text': { alg: 'HS256', jwk: 'key' },
    'a private RSA key': { alg: 'HS256', jwk: { kty: 'RSA', n: 'AA', e: 'AQAB', d: 'AA' } },
    'a symmetric key': { alg: 'HS256', jwk: { kty: 'oct', k: 'AA' } },
    'an alg in small letters': { alg: 'hs256' },
  }),
  'jose-signature': headers({
    'HS512 with 32 bytes': { alg: 'HS512' },
    'RS256 with 32 bytes': { alg: 'RS256' },
    'PS256 with 32 bytes': { alg: 'PS256' },
    'ES256 with 32 bytes': { alg: 'ES256' },
    'EdDSA with 32 bytes': { alg: 'EdDSA' },
  }),
  'jose-key': remade({
    'the key secret': (header, body) => signed(header, body, 'secret'),
    'an empty key': (header, body) => signed(header, body, ''),
  }),
  'claims-types': (clause, material) =>
    JSON.stringify(clause.parameters).includes('client_id')
      ? claims({ 'scope as a list': { scope: ['a'] }, 'client_id as a number': { client_id: 1 } })(clause, material)
      : claims({
          'jti as a number': { jti: 1 },
          'iss as a list': { iss: ['issuer'] },
          'sub as a number': { sub: 1 },
          'iss with a colon that is no URI': { iss: '1:issuer' },
          'aud as a number': { aud: 1 },
          'aud as a list of numbers': { aud: [1] },
        })(clause, material),
  'claims-order': claims({
    'exp in milliseconds': { exp: now() * 1000 },
    'iat in milliseconds': { iat: now() * 1000 },
    'nbf later than exp': { nbf: now() + 100_000 },
    'iat later than exp': { iat: now() + 100_000 },
  }),
  'claims-unique': claims({ 'the jti of an earlier token': { jti: earlierJti } }),
  'token-length': opaque({
    'a counter': () => 'token-17',
    'ten digits': () => '1234567890',
    'eight bytes': () => '0123456789abcdef',
  }),
  'token-varies': opaque({
    'an earlier token with another start': (first) => `abc${first.slice(3)}`,
    // One that begins as a JWT does is read as one.
    'an earlier token with another end': (first) =>
      first.includes('.') ? `.${first.slice(1)}` : `${first.slice(0, -3)}abc`,
  }),
};
