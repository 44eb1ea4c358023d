/** Tokens are known by what they are, and to the whole run once they were granted. */
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { jwt } from '../../../proof/answers.ts';
import { fileGranted } from '../../../src/run/granted.ts';
import { plain } from '../../../src/scenario/text.ts';
import { createGate, type Gate } from '../../../src/wire/clear/gate.ts';
import { innocentParts } from '../../../src/wire/clear/known.ts';
import { tokensIn } from '../../../src/wire/clear/tokens.ts';
import type { Exchange } from '../../../src/wire/exchange.ts';

const places = { token: { value: '/accessToken', lifetime: '/expiresIn', shown: ['/deviceKey'] } };
const opaque = 'q7Wf0aKz3XvT9mBd2LhR6yPj5NcE8sUg';
const part = (text: string): string => Buffer.from(text).toString('base64url');

function exchange(body: string | Uint8Array, headers: [string, string][] = [], type = 'application/json'): Exchange {
  const request = { method: 'POST', target: plain('/token'), headers: [], body: null, prelude: [] };
  const all: [string, string][] = [['Content-Type', type], ...headers];
  const response = { status: 200, headers: all, body: Buffer.from(body), bodyFault: null };
  return {
    scenario: 'control',
    baseUrl: 'https://host.example',
    request,
    attempts: [],
    response,
    trouble: null,
    answeredAt: new Date(0),
  };
}

/** What a gate shows of an exchange: its headers, then its body. */
function shownOf(gate: Gate, one: Exchange, grants = true): string {
  gate.learn(one, places, grants);
  if (!one.response) return '';
  const headers = one.response.headers.map(([name, value]) => `${gate.clear(name)}: ${gate.clear(value)}`);
  return [...headers, gate.body(one.response)].join('\n');
}

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

for (const [name, [token, make]] of Object.entries(tokens))
  test(`a token ${name} is masked where it is granted, and in every later text`, () => {
    const gate = createGate({ secrets: [] });
    expect(shownOf(gate, make(token))).not.toContain(token);
    const later = `<p>${encodeURIComponent(token)}</p> then ${Buffer.from(`x${token}`).toString('base64')} then ${token.slice(0, -1)}`;
    const shown = gate.clear(later);
    expect(shown).not.toContain(token.slice(0, 8));
    expect(shown.match(/token/g)?.length).toBe(3);
  });

const mixed = 'A7kQ2mZx9Lp4Vt8Rw3Yb6Nc1';
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
  'in a trace id': [mixed, json({ traceId: mixed })],
  'in the first of two members': ['A-7312-ab', exchange('{"access_token":"A-7312-ab","access_token":"B-9981-cd"}')],
  'under an escaped name': ['A-7312-ab', exchange('{"\\u0061ccess_token":"A-7312-ab","access_token":"B-9981-cd"}')],
  'in WWW-Authenticate': ['k-7312-ab', header('WWW-Authenticate', 'Bearer token="k-7312-ab"')],
  'in ETag': [mixed, header('ETag', `W/"${mixed}"`)],
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
  'in X-Session-Id': ['4bf92f3577b34da6', header('X-Session-Id', '4bf92f3577b34da6')],
};

for (const [name, [token, one]] of Object.entries(anywhere))
  test(`a token ${name} is masked in a grant`, () => {
    expect(shownOf(createGate({ secrets: [] }), one)).not.toContain(token);
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

for (const [name, one] of Object.entries(refused))
  test(`a token ${name} is masked in a refusal`, () => {
    expect(shownOf(createGate({ secrets: [] }), one, false)).not.toContain('k-7312-ab');
  });

test('a key in a refusal is masked, and the key of a message stays', () => {
  const one = json({ error: { key: mixed }, other: { key: 'error.token.is.invalid' } });
  const shown = shownOf(createGate({ secrets: [] }), one, false);
  expect(shown).not.toContain(mixed);
  expect(shown).toContain('error.token.is.invalid');
});

test('the ids that support asks for stay in a grant', () => {
  const hex = '4bf92f3577b34da6a3ce929d0e0e4736';
  const headers: [string, string][] = [
    ['b3', `${hex}-00f067aa0ba902b7-1`],
    ['X-EXTERNAL-REFERENCE', hex],
    ['baggage', `sentry-trace_id=${hex},userTier=gold`],
    ['x-ms-activity-id', '3b241101-e2bb-4255-8caf-4136c566a962'],
    ['X-B3-TraceId', hex],
    ['traceparent', `00-${hex}-00f067aa0ba902b7-01`],
    ['X-Request-ID', hex],
    ['CF-RAY', '8f2b1c9d7e6a5f4b-SIN'],
    ['X-Amzn-Trace-Id', 'Root=1-5759e988-bd862e3fe1be46a994272793'],
    ['Access-Control-Allow-Credentials', 'true'],
    ['Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'"],
    ['Strict-Transport-Security', 'max-age=31536000; includeSubDomains'],
  ];
  const body = {
    partnerReferenceNo: hex,
    referenceNo: hex,
    originalPartnerReferenceNumberOfCustomer: 'x',
    path: '/api/v1.0/access-token/b2b2c/v2',
  };
  const shown = shownOf(createGate({ secrets: [] }), exchange(JSON.stringify(body), headers)).split('\n');
  expect(shown).toEqual([
    'Content-Type: application/json',
    ...headers.map(([name, value]) => `${name}: ${value}`),
    JSON.stringify(body),
  ]);
});

test('what is no token stays: ids, dates, scopes, addresses, sentences, and what the contract shows', () => {
  const body = {
    traceId: '4bf92f3577b34da6a3ce929d0e0e4736',
    requestId: '3b241101-e2bb-4255-8caf-4136c566a962',
    issuedAt: '2026-11-22T09:12:04.120+07:00',
    scope: 'billing:customers:invite',
    docs: 'https://docs.provider.example/errors#invalid-request-2',
    message: 'The token is missing or has expired, please ask for another one',
    errors: { password: ['The password field is required.'], token: ['required'] },
    deviceKey: 'Zx81pQ4mV7tR2kW9bN3cJ6hL5dF0gS',
    expiresIn: '900',
  };
  const headers: [string, string][] = [
    ['X-Request-Id', '7b1f0c9e-5a34-4c8e-9a55-0f3f1f2f8a11'],
    ['ETag', 'W/"1a2b3c4d5e6f7a8b9c0d1e2f3a4b5c6d"'],
    ['CF-Ray', '8f2b1c9d7e6a5f4b-SIN'],
  ];
  const shown = shownOf(createGate({ secrets: [] }), exchange(JSON.stringify(body), headers));
  expect(shown.split('\n').at(-1)).toBe(JSON.stringify(body));
  for (const [name, value] of headers) expect(shown).toContain(`${name}: ${value}`);
});

test('of a JWT header and claims are shown, the signature never; a secret in a claim is masked', () => {
  const secret = 'ClaimCanary5Tq8Wn2Zr';
  const gate = createGate({ secrets: [{ name: 'clientSecret', value: secret }] });
  const shown = gate.json({
    header: { alg: 'HS256' },
    claims: { sub: 'x', note: Buffer.from(secret).toString('base64') },
  });
  expect(JSON.stringify(shown)).toMatch(
    /^\{"header":\{"alg":"HS256"\},"claims":\{"sub":"x","note":"‹secret clientSecret: 20 characters/,
  );
});

test('a token granted to another process is known, and written to no file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'granted-'));
  const secrets = [{ name: 'clientSecret', value: 'AnyCanary4Yx7Pm1Kd' }];
  const store = () => fileGranted(folder, [secrets[0]?.value ?? ''], 1024);
  const [first, second] = [createGate({ secrets, granted: store() }), createGate({ secrets, granted: store() })];
  first.learn(exchange(JSON.stringify({ accessToken: opaque })), places, true);
  expect(shownOf(second, exchange(`{"echo":"${opaque}"}`), false)).not.toContain(opaque.slice(0, 8));
  expect(first.clear(secrets[0]?.value ?? '')).toBe(second.clear(secrets[0]?.value ?? ''));
  const written = readdirSync(folder)
    .map((file) => readFileSync(join(folder, file), 'latin1'))
    .join('\n');
  expect(written.length).toBeGreaterThan(50);
  for (const text of [written, ...written.split('\n').map((line) => Buffer.from(line, 'base64').toString('latin1'))])
    for (let at = 0; at + 8 <= opaque.length; at++) expect(text).not.toContain(opaque.slice(at, at + 8));
  // A store whose secrets are others reads nothing of it.
  expect(fileGranted(folder, ['other'], 1024).fresh()).toEqual([]);
});

test('of a secret that a grant gives back no more is shown than its mask', () => {
  const secret = 'GivenBackCanary6Lm4Xk9Wz2';
  const gate = createGate({ secrets: [{ name: 'clientSecret', value: secret }] });
  const body = JSON.stringify({ accessToken: secret, secret: Buffer.from(secret).toString('hex'), session: opaque });
  expect(gate.learn(exchange(body), places, true)).toEqual([{ pointer: '/session', value: opaque }]);
});

test('what cannot be read is not shown: its size, type and a hash are', () => {
  const gate = createGate({ secrets: [] });
  const bytes = Buffer.from('89504e470d0a1a0a0000000d49484452010203040506ff', 'hex');
  const headers: [string, string][] = [['Content-Type', 'image/png']];
  expect(gate.body({ status: 200, headers, body: bytes, bodyFault: null })).toMatch(
    /^‹not shown: 23 bytes of image\/png, no text, hash [0-9a-f]{8}›$/,
  );
  const coded = {
    status: 200,
    headers,
    body: Buffer.from('readable'),
    bodyFault: 'the content coding "zstd" is not known',
  };
  expect(gate.body(coded)).toMatch(/zstd.*hash/);
});

test('a text is masked first and cut then, and no mask is cut in two', () => {
  const secret = 'CutCanary9Rw3Jx6Bt0Vz';
  const gate = createGate({ secrets: [{ name: 'password', value: secret }] });
  for (let before = 0; before < 60; before++) {
    const shown = gate.clear(`${'-'.repeat(before)}${secret} and more of it`, 30);
    expect(shown.length).toBeLessThanOrEqual(31);
    expect(shown).not.toMatch(/CutCan|‹[^›]*$/);
  }
});

test('a part of a secret that the contract says as well is no leak, unless there is more of it', () => {
  const gate = createGate({
    secrets: [{ name: 'password', value: 'my-password-of-2026' }],
    innocent: innocentParts(['the password of the client']),
  });
  expect(gate.clear('the password is wrong')).toBe('the password is wrong');
  expect(gate.clear('it is my-password now')).toContain('‹part of secret password: ');
});

test('a short secret is masked where it is a word of its own', () => {
  const gate = createGate({ secrets: [{ name: 'pin', value: 'k9x2' }] });
  expect(gate.clear('pin k9x2, not k9x27; azJ4Mg==')).toMatch(
    /^pin ‹secret pin: 4 characters, hash [0-9a-f]{8}›, not k9x27/,
  );
});

test('the time and memory of a hostile megabyte stay bounded: what is encoded too often is not shown', () => {
  const gate = createGate({ secrets: [{ name: 'password', value: 'DeepCanary2Nf6Hs9Qc' }] });
  let nested = 'DeepCanary2Nf6Hs9Qc '.repeat(40);
  for (let level = 0; level < 3; level++) nested = Buffer.from(nested).toString('base64');
  expect(gate.clear(nested)).not.toContain(nested.slice(100, 140));
});

test('a refusal is blamed for a token wherever one is masked, and for no token of a form', () => {
  const xmlBody = '<r><access_token><![CDATA[k-7312-ab]]></access_token></r>';
  const inString = JSON.stringify({ debug: '{"access_token":"k-7312-ab"}' });
  for (const text of [xmlBody, inString, 'error=1&access_token=k-7312-ab', 'use Bearer k-7312-ab'])
    expect(tokensIn(text, text.startsWith('{') ? (JSON.parse(text) as { debug: string }) : undefined)).toEqual([
      { pointer: '', value: 'k-7312-ab' },
    ]);
  for (const text of ['<input name="csrf_token" value="k-7312-ab">', 'The token is missing or has expired.', ''])
    expect(tokensIn(text, undefined)).toEqual([]);
});
