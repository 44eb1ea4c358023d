/** What the gate shows of an exchange: what is no token stays. */
import { createPrivateKey, createPublicKey } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { fileGranted } from '../../../src/run/granted.ts';
import { createGate } from '../../../src/wire/clear/gate.ts';
import { innocentParts } from '../../../src/wire/clear/known.ts';
import { publicTexts } from '../../../src/wire/clear/public.ts';
import { tokensIn } from '../../../src/wire/clear/tokens.ts';
import { newFolder } from '../../support/folders.ts';
import { otherRsaKey, rsaKey } from '../../support/keys.ts';
import { exchange, opaque, places, shownOf } from '../../support/shown.ts';
import { leaksIn } from '../../support/spellings.ts';

const pairOf = (pem: string) => ({ privateKey: createPrivateKey(pem), publicKey: createPublicKey(pem) });
const [pair, another] = [pairOf(rsaKey), pairOf(otherRsaKey)];

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

test('what standards define to be public stays in a grant, whatever its size, and no token in its place', () => {
  const random = 'x8Kq2Zr9mT4vB7nLpQ3sYw1dFgHj';
  const other = 'Kd7Vq3Lm9Xw2Pz8Rt5Yb4Nc6JhGf';
  const jwk = pair.publicKey.export({ format: 'jwk' });
  // The second line of this key begins with a slash, as one in 64 does.
  const der =
    'MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEu3g4twmFbX9KaF6BzMjKU+w5KN5x/m7ainvmBkSnrrTJcj3ZXLtToeaWrM9V5IUWY5fHggjBXdygk1tymb06nQ==';
  const pem = `-----BEGIN PUBLIC KEY-----\n${der.slice(0, 64)}\n${der.slice(64)}\n-----END PUBLIC KEY-----\n`;
  const headers: [string, string][] = [
    ['ETag', `W/"${random}"`],
    ['X-Nonce', random],
    ['DPoP-Nonce', random],
    ['X-Cache-Key', `/L/1234/origin.example/${random}`],
    ['Cache-Status', `cdn.example; hit; key="${random}"`],
    ['Link', `<https://api.example/x?cursor=${random}>; rel="next"`],
    ['Location', `https://api.example/things/${random}`],
  ];
  const body = {
    requestId: `req_${other}`,
    flow_id: `${other}Kl6o`,
    cursor: 'eyJpZCI6MTIzNDU2fQ==',
    jwks: { keys: [{ ...jwk, kid: 'key-2026' }] },
    publicKey: pem,
    der,
  };
  const shown = shownOf(createGate({ secrets: [] }), exchange(JSON.stringify(body), headers)).split('\n');
  expect(shown).toEqual([
    'Content-Type: application/json',
    ...headers.map(([name, value]) => `${name}: ${value}`),
    JSON.stringify(body),
  ]);
  const granting = createGate({ secrets: [] });
  const granted = shownOf(granting, exchange(JSON.stringify({ accessToken: random, ...body }), headers));
  expect(granted).not.toContain(random);
  expect(granted).toContain(other);
  const private_ = another.privateKey.export({ format: 'jwk' });
  const others = {
    uid: `${random}Kl6o`,
    authRequestId: random,
    session: { requestId: random },
    key: private_,
    n: [...String(private_.n)].reverse().join(''),
    location: `https://api.example/sessions/${random}`,
  };
  const masked = shownOf(
    createGate({ secrets: [] }),
    exchange(JSON.stringify(others), [
      ['Location', `https://api.example/tokens/${random}`],
      ['Location', `https://api.example/cb#access_token=${random}`],
      ['X-Auth-Nonce-Token', random],
    ]),
  );
  expect(masked).not.toContain(random);
  expect(masked).not.toContain(String(private_.d).slice(0, 8));
  expect(masked).toContain('"n":"‹token: ');
});

test('what is public of a private key is no part of the secret, and the key itself is one', () => {
  const { privateKey, publicKey } = pair;
  const value = String(privateKey.export({ format: 'pem', type: 'pkcs8' }));
  const gate = createGate({
    secrets: [{ name: 'privateKey', value }],
    innocent: innocentParts(publicTexts(value)),
  });
  const spki = publicKey.export({ format: 'der', type: 'spki' });
  for (const text of [
    String(publicKey.export({ format: 'pem', type: 'spki' })),
    spki.toString('base64'),
    spki.toString('hex'),
    JSON.stringify(publicKey.export({ format: 'jwk' })),
  ])
    expect(gate.clear(text)).toBe(text);
  const other = another.publicKey.export({ format: 'pem', type: 'spki' });
  expect(gate.clear(String(other))).toBe(String(other));
  expect(gate.clear(value)).toMatch(
    /^-+BEGIN PRIVATE KEY-+‹secret privateKey: \d+ characters, hash \w+›-+END PRIVATE KEY-+\s*$/,
  );
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
  const folder = newFolder('granted');
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
  const texts = [written, ...written.split('\n').map((line) => Buffer.from(line, 'base64').toString('latin1'))];
  expect(texts.flatMap((text) => leaksIn(text, { opaque }))).toEqual([]);
  // A store whose secrets are others reads nothing of it.
  expect(fileGranted(folder, ['other'], 1024).fresh()).toEqual([]);
});

test('of a secret that a grant gives back no more is shown than its mask', () => {
  const secret = 'GivenBackCanary6Lm4Xk9Wz2';
  const gate = createGate({ secrets: [{ name: 'clientSecret', value: secret }] });
  const hex = Buffer.from(secret).toString('hex');
  const body = JSON.stringify({ accessToken: `${secret}-of-a-client`, secret: hex, session: opaque });
  expect(gate.learn(exchange(body), places, true)).toEqual([{ pointer: '/session', value: opaque }]);
  const kinds = [`${secret}-of-a-client`, hex, opaque].map((value) => gate.known.get(value)?.kind ?? null);
  expect(kinds).toEqual([null, null, 'token']);
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

test('a token as a step of a path is masked in a member that the contract shows, and wherever else it stands', () => {
  for (const body of [
    { deviceKey: `/cb/${opaque}`, note: `see ${opaque}` },
    { deviceKey: `see /cb/${opaque} first`, more: `go to /cb/${opaque}` },
  ])
    expect(shownOf(createGate({ secrets: [] }), exchange(JSON.stringify(body)))).not.toContain(opaque);
});
