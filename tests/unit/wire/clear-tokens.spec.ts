/** Tokens are known by what they are, and to the whole run once they were granted. */
import { generateKeyPairSync } from 'node:crypto';
import { expect, test } from '@playwright/test';
import { jwt } from '../../../proof/answers.ts';
import { createGate } from '../../../src/wire/clear/gate.ts';
import type { Exchange } from '../../../src/wire/exchange.ts';
import { exchange, mixed, opaque, shownOf } from '../../support/shown.ts';

const part = (text: string): string => Buffer.from(text).toString('base64url');
/** A public key of Ed25519 is any 32 bytes (RFC 8032, section 5.1.5), and so may a token be. */
const likeKey = part('a token of 32 bytes, with 4 more');
const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const pem = String(publicKey.export({ format: 'pem', type: 'spki' }));
const der = publicKey.export({ format: 'der', type: 'spki' });
const okp = { kty: 'OKP', crv: 'Ed25519', x: likeKey };

const tokens: Record<string, [token: string, exchange: (token: string) => Exchange]> = {
  'at its place': [opaque, (token) => exchange(JSON.stringify({ accessToken: token }))],
  'of one case': ['abcdefghijkl', (token) => exchange(JSON.stringify({ accessToken: token }))],
  'in a member named access': [opaque, (token) => exchange(JSON.stringify({ data: { access: token } }))],
  'in a member named session': ['s-48213-71', (token) => exchange(JSON.stringify({ session: token }))],
  'in a member of any name': [opaque, (token) => exchange(JSON.stringify({ kunci: [token] }))],
  'in a form': [opaque, (token) => exchange(`kunci=${token}&expires=900`, [], 'application/x-www-form-urlencoded')],
  'in XML': [opaque, (token) => exchange(`<r><kunci>${token}</kunci></r>`, [], 'application/xml')],
  'in UTF-16': [opaque, (token) => exchange(Buffer.from(`\ufeff{"kunci":"${token}"}`, 'utf16le'))],
  'in Authorization': ['k-7312-ab', (token) => exchange('{}', [['Authorization', `Bearer ${token}`]])],
  'in X-Auth-Token': ['k-7312-ab', (token) => exchange('{}', [['X-Auth-Token', token]])],
  'in a cookie': ['k-7312-ab', (token) => exchange('{}', [['Set-Cookie', `sid=${token}; Path=/; HttpOnly`]])],
  'a JWT': [jwt({ sub: 'x' }), (token) => exchange(JSON.stringify({ message: `see ${token}.` }))],
  'a JWT whose header begins with a blank': [
    `${part('{ "alg":"HS256" }')}.${part('{"sub":"x"}')}.c2lnbmF0dXJl`,
    (token) => exchange(`<p>${token}</p>`, [], 'text/html'),
  ],
  'a JWE': [
    `${part('{"alg":"dir","enc":"A256GCM"}')}..${part('initial-vect')}.${part('cipher text')}.${part('tag of it')}`,
    (token) => exchange(`<p>${token}</p>`, [], 'text/html'),
  ],
  'a PASETO': [`v4.local.${part('random bytes of a paseto')}`, (token) => exchange(`<p>${token}</p>`, [], 'text/html')],
};

test('a token is masked where it is granted, and in every later text', () => {
  const wrong = Object.entries(tokens).flatMap(([name, [token, make]]) => {
    const gate = createGate({ secrets: [] });
    const first = shownOf(gate, make(token));
    const later = `<p>${encodeURIComponent(token)}</p> then ${Buffer.from(`x${token}`).toString('base64')} then ${token.slice(0, -1)}`;
    const shown = gate.clear(later);
    const isRight = !first.includes(token) && !shown.includes(token.slice(0, 8)) && shown.match(/token/g)?.length === 3;
    return isRight ? [] : [{ name, first, shown }];
  });
  expect(wrong).toEqual([]);
});

const form = 'application/x-www-form-urlencoded';
const xml = 'application/xml';
const header = (name: string, value: string): Exchange => exchange('{}', [[name, value]]);
const json = (value: unknown): Exchange => exchange(JSON.stringify(value));

/** Places of a token that no list of names has; each in a grant. */
const anywhere: Record<string, [token: string, exchange: Exchange]> = {
  'in JSON in a string': ['r-48213-71', json({ data: JSON.stringify({ refresh_token: 'r-48213-71' }) })],
  'behind Bearer in a sentence': ['k-7312-ab', json({ message: 'use Bearer k-7312-ab from now on' })],
  'in a sentence': [mixed, json({ message: `your token is ${mixed} now` })],
  'in the query of an address': ['k-7312-ab', json({ next: 'https://host.example/cb?access_token=k-7312-ab&a=1' })],
  'in a path': [mixed, json({ next: `https://host.example/cb/${mixed}/x` })],
  'in the fragment of Location': ['k-7312-ab', header('Location', 'https://host.example/cb#access_token=k-7312-ab')],
  'in Link': ['k-7312-ab', header('Link', '<https://host.example/?a=1&access_token=k-7312-ab>; rel="next"')],
  'in Content-Location': ['k-7312-ab', header('Content-Location', '/t?access_token=k-7312-ab')],
  'as a member name': [mixed, json({ [mixed]: 900 })],
  'in a later cookie': [
    'k-7312-ab',
    header('Set-Cookie', 'a=b; Path=/; Expires=Thu, 26 Nov 2026 02:04:05 GMT, sid=k-7312-ab'),
  ],
  'as the name of a cookie': [mixed, header('Set-Cookie', `${mixed}=1; Path=/`)],
  'in device_id': [mixed, json({ device_id: mixed })],
  'in the id of a user': [mixed, json({ uid: mixed })],
  'in the first of two members': ['A-7312-ab', exchange('{"access_token":"A-7312-ab","access_token":"B-9981-cd"}')],
  'under an escaped name': ['A-7312-ab', exchange('{"\\u0061ccess_token":"A-7312-ab","access_token":"B-9981-cd"}')],
  'in WWW-Authenticate': ['k-7312-ab', header('WWW-Authenticate', 'Bearer token="k-7312-ab"')],
  'in the location of a session': [mixed, header('Location', `https://host.example/sessions/${mixed}`)],
  'in Server-Timing': [mixed, header('Server-Timing', `db;desc="${mixed}";dur=1`)],
  'in a Content header': [mixed, header('Content-Key', mixed)],
  'in the first of two members of the contract': [
    'abcdefghijkl',
    exchange('{"accessToken":"abcdefghijkl","accessToken":"mnopqrstuvwx"}'),
  ],
  'as a number': ['739182645501', exchange('{"access_token":739182645501}')],
  'of bcrypt': [
    '$2b$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy',
    json({ kunci: '$2b$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy' }),
  ],
  'with signs': ['a9!Xk2#Lm7$Qp4^Zt8*Vw3@Rb6', json({ kunci: 'a9!Xk2#Lm7$Qp4^Zt8*Vw3@Rb6' })],
  'percent-encoded in a form': ['cd73kx91', exchange('access_token=ab%2Fcd73kx91%2Bq&a=1', [], form)],
  'in the name of a header': [mixed, header(`X-${mixed}`, '1')],
  'at its place and as the id of a key': [mixed, json({ cnf: { kty: 'EC', kid: mixed }, accessToken: mixed })],
  'as the id of a key': [mixed, json({ cnf: { kty: 'EC', kid: mixed } })],
  'as a member of what is no key': [mixed, json({ cnf: { kty: 'RSA', e: 'AQAB', n: mixed } })],
  'as a foreign member of a key': [mixed, json({ cnf: { ...okp, y: mixed } })],
  'at its place and as a key': [likeKey, json({ cnf: { jwk: okp }, accessToken: likeKey })],
  'under the name of a token and as a key': [likeKey, json({ jwk: okp, data: { refresh_token: likeKey } })],
  'in the first of two members and as a key': [
    likeKey,
    exchange(`{"jwk":${JSON.stringify(okp)},"access_token":"${likeKey}","access_token":"B-9981-cd"}`),
  ],
  'in the query of an address and as a key': [
    likeKey,
    json({ jwk: okp, next: `https://host.example/cb?access_token=${likeKey}` }),
  ],
  'behind a public key': [mixed, json({ publicKey: `${pem}${mixed}` })],
  'between two public keys': [mixed, json({ publicKeys: `${pem}${mixed}\n${pem}` })],
  'behind the end of a public key in Base64': [
    mixed,
    json({ der: Buffer.concat([der, Buffer.alloc(2), Buffer.from(mixed, 'base64')]).toString('base64') }),
  ],
  'a public key': [der.toString('base64'), json({ accessToken: der.toString('base64') })],
  'in X-Session-Id': ['4bf92f3577b34da6', header('X-Session-Id', '4bf92f3577b34da6')],
};

test('a token is masked in a grant wherever it stands', () => {
  const left = Object.entries(anywhere)
    .map(([name, [token, one]]) => ({ name, token, shown: shownOf(createGate({ secrets: [] }), one) }))
    .filter(({ token, shown }) => shown.includes(token));
  expect(left).toEqual([]);
});

const refused: Record<string, Exchange> = {
  'in a sentence': json({ message: 'your access_token=k-7312-ab expired' }),
  'in CDATA': exchange('<r><access_token><![CDATA[k-7312-ab]]></access_token></r>', [], xml),
  'in an element with attributes': exchange('<r><token xmlns="x">k-7312-ab</token></r>', [], xml),
  'in an attribute': exchange('<t name="access_token" value="k-7312-ab"/>', [], xml),
  'in a part': exchange(
    '--x\r\nContent-Disposition: form-data; name="access_token"\r\nContent-Type: text/plain\r\n\r\nk-7312-ab\r\n--x--',
    [],
    'multipart/form-data; boundary=x',
  ),
};

test('a token is masked in a refusal', () => {
  const left = Object.entries(refused)
    .map(([name, one]) => ({ name, shown: shownOf(createGate({ secrets: [] }), one, false) }))
    .filter(({ shown }) => shown.includes('k-7312-ab'));
  expect(left).toEqual([]);
});

test('a key in a refusal is masked, and the key of a message stays', () => {
  const one = json({ error: { key: mixed }, other: { key: 'error.token.is.invalid' } });
  const shown = shownOf(createGate({ secrets: [] }), one, false);
  expect(shown).not.toContain(mixed);
  expect(shown).toContain('error.token.is.invalid');
});

test('a token is found at its place whatever its name is, and also where a later member of that name hides it', () => {
  const names = {
    'data/kunci': '/data~1kunci',
    'data~kunci': '/data~0kunci',
    'kode akses': '/kode akses',
    ключ: '/ключ',
  };
  for (const [name, value] of Object.entries(names))
    for (const body of [`{"${name}":"k-7312-ab"}`, `{"${name}":"k-7312-ab","${name}":"none"}`]) {
      const gate = createGate({ secrets: [] });
      gate.learn(exchange(body), { token: { value, lifetime: '/expiresIn' } }, true);
      expect(gate.clear('see k-7312-ab'), body).not.toContain('k-7312-ab');
    }
});
