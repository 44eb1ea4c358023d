/** What is taken for a token by its randomness in a grant, and what names and ids are not. */
import { expect, test } from '@playwright/test';
import { createGate } from '../../../src/wire/clear/gate.ts';
import { isKeyLike } from '../../../src/wire/clear/guess.ts';
import { numbers, seed } from '../../support/seed.ts';
import { exchange, opaque, shownOf } from '../../support/shown.ts';

const letters = 'abcdefghijklmnopqrstuvwxyz';
const base62 = `${letters.toUpperCase()}${letters}0123456789`;
/** Alphabets of tokens, with the most of a hundred that may pass for words or numbers at 20 and at 40 characters. */
const alphabets: Record<string, [characters: string, missed: [at20: number, at40: number]]> = {
  'base 62': [base62, [0.2, 0]],
  base64url: [`${base62}-_`, [3, 0.1]],
  Base64: [`${base62}+/`, [3, 0.1]],
  hexadecimal: ['0123456789abcdef', [1, 0.2]],
  'letters of both cases': [`${letters.toUpperCase()}${letters}`, [0.2, 0]],
  'small letters and digits': [`${letters}0123456789`, [5, 2]],
  Base32: [`${letters.toUpperCase()}234567`, [6, 3]],
};

test('random texts of 20 characters or more are taken for tokens in every alphabet', () => {
  const random = numbers(seed);
  const count = 2000;
  for (const [name, [alphabet, missed]] of Object.entries(alphabets))
    for (const [index, length] of [20, 40].entries()) {
      const one = (): string => Array.from({ length }, () => alphabet[Math.floor(random() * alphabet.length)]).join('');
      const left = Array.from({ length: count }, one).filter((text) => !isKeyLike(text));
      expect((left.length / count) * 100, `${name}, ${length}, seed ${seed}`).toBeLessThanOrEqual(missed[index] ?? 0);
    }
});

/** Members of ordinary answers, by what a person sees in their values. */
const shown: Record<string, [name: string, value: string][]> = {
  'ids of a request in any form': [
    ['requestId', '01ARZ3NDEKTSV4RRFFQ69G5FAV'],
    ['correlationId', '1NmhJp7SRqqrQ2YdBBn0Jg'],
    ['request_id', 'req_7xKqW2mNvB4cLp9RtY6z'],
    ['idTransaksi', 'ckopqwooh000001la8mbi2im9'],
    ['nomorReferensi', '8f14e45fceea167a5a36dedd4bea2543'],
    ['X-Trace', '105445aa7843bc8bf206b12000100000'],
    ['log_ref', '8f9e2c3b1a4d5e6f7a8b9c0d1e2f3a4b'],
  ],
  'ids of objects': [
    ['id', '507f1f77bcf86cd799439011'],
    ['app_id', 'APP-80W284485P519543T'],
    ['organization_id', 'org_2abcDEFghiJKLmnoPQRstu'],
    ['urn', 'urn:uuid:9b1deb4d-3b7d-4bad-9bdd-2b0d7b3dcb6d'],
    ['sku', 'PRD-2026-XL-RED-0001-ID-JKT'],
    ['externalNumber', '41807553358950093184162180797837'],
  ],
  'versions and machines': [
    ['ver', '2.0.1-rc.3+build.20261126.a1b2c3d'],
    ['build', 'v1.24.3-20-g0a1b2c3d4e5f'],
    ['pod', 'token-issuer-deployment-6b7c9d8f5c-4kz8n'],
    ['image', 'sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08'],
    ['ip', '2001:0db8:85a3:0000:0000:8a2e:0370:7334'],
    ['arn', 'arn:aws:iam::123456789012:role/service-role/AuthLambdaRole-1A2B3C4D5E6F'],
    ['alg', 'RSA-OAEP-256+A256CBC-HS512'],
    ['errorcode', 'oauth.v2.InvalidApiKey'],
  ],
  'digests by their names': [
    ['at_hash', 'MTIzNDU2Nzg5MDEyMzQ1Ng'],
    ['x5t#S256', 'bwcK0esc3ACC3DB2Y5_lESsXE8o9ltc05O89jdN-dg2'],
    ['kid', 'NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs'],
    ['key_id', '2fd4e1c67a2d28fced849ee1bb76e7391b93eb12'],
    ['etag', '"33a64df551425fcc55e4d42a148795d9"'],
    ['md5', 'XUFAKrxLKna5cZ2REBfFkg=='],
    ['checksumSha256', '3a7bd3e2360a3d29eea436fcfb7e44c735d117c42d1c1835420b6b9942dd4f1b'],
    ['commit', 'a94a8fe5ccb19ba61c4c0873d391e987982fbbd3'],
    ['version', '1.2.3+a94a8fe5ccb19ba61c4c0873d391e987982fbbd3'],
    ['image', 'registry.example/auth@sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08'],
    ['ticket', 'SUP-2026-0012345678901'],
  ],
  'words about a credential': [
    ['token', 'TokenExpiredError'],
    ['token', 'INVALID_TOKEN_B2B'],
    ['signature', 'SignatureDoesNotMatch'],
    ['credentials', 'InvalidCredentials401'],
    ['client_secret', 'client_secret_too_short'],
  ],
};
const shownHeaders: [string, string][] = [
  ['X-Amz-Cf-Id', 'k7N3sR9dQ2vXcLw5YtPzJf8HbGm1TaEoUiKqBnVxCzRlWsDyMpFhAg=='],
  ['x-amz-id-2', 'eftixk72aD6Ap51TnqcoF8eFidJG9Z/2mkiDFu8yU9AS1ed4OpIszj7UDNEHGran'],
  ['X-Azure-Ref', '20261126T021204Z-17f8c5d4b9c2m8xkhC1SINabc00000000abc0000000012ab'],
  ['x-vercel-id', 'sin1::iad1::x2x9k-1764123124123-0a1b2c3d4e5f'],
  [
    'opc-request-id',
    'csid0a1b2c3d4e5f60718293a4b5c6d7/8f3a2d9c0d434f6e9a390a1e8e2a1f0d/AABBCCDDEEFF00112233445566778899',
  ],
  ['Content-Security-Policy', "script-src 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='"],
  ['X-Backend', 'auth-service-7d9f8b6c5d-x2x9k'],
  ['ETag', 'W/"4f-w4Jc8Zp1Tq6Xn3Rb7Vk2Md9Gf5H"'],
  ['Content-Digest', 'sha-256=:X48E9qOokqqrvdts8nOJRJN3OWDUoyWxBf7kbu9DBPE=:'],
  ['Content-MD5', 'XUFAKrxLKna5cZ2REBfFkg=='],
  ['x-goog-hash', 'crc32c=n03x6A==,md5=Ojk9c3dhfxgoKVVHYwFbHQ=='],
  ['X-Git-Commit', 'a94a8fe5ccb19ba61c4c0873d391e987982fbbd3'],
  [
    'Report-To',
    '{"endpoints":[{"url":"https:\\/\\/a.nel.example\\/report\\/v4?s=yB8%2FvG7XQ9bKn3mZxTq2L5pRwJhVd6sFaEoUiCyN0&sid=c46efe9b-d3d2-4a0c-8c76-bfafa16c5add"}],"group":"nel"}',
  ],
  ['Content-Security-Policy-Report-Only', "script-src 'nonce-mZ4tW8kQ2vR7yX1cN5bL9g=='"],
  ['X-ORACLE-DMS-ECID', '0062aBcDeFgHiJkLmNo1ZQ0000Kq000Zr2'],
];

for (const [what, members] of Object.entries(shown))
  test(`${what} are shown in a grant and in a refusal`, () => {
    const wrong = members.flatMap(([name, value]) =>
      [true, false].flatMap((grants) => {
        const one = exchange(JSON.stringify({ accessToken: opaque, [name]: value }), shownHeaders);
        const text = shownOf(createGate({ secrets: [] }), one, grants);
        const open = [
          JSON.stringify({ [name]: value }).slice(1),
          ...shownHeaders.map(([header, id]) => `${header}: ${id}`),
        ];
        const hidden = open.filter((part) => !text.includes(part)).map((part) => ({ grants, hidden: part, text }));
        return grants && text.includes(opaque) ? [...hidden, { grants, leaked: opaque, text }] : hidden;
      }),
    );
    expect(wrong).toEqual([]);
  });

test('a password of words is masked, and so is a token with a word before it', () => {
  for (const [name, value] of [
    ['password', 'CorrectHorseBattery'],
    ['token', 'token-8f3a2d9c'],
    ['session', 'session_8f3a2d9c77'],
    ['PHPSESSID', '4bf92f3577b34da6a3ce929d0e0e4736'],
    ['ticket', 'TGT-1-k7N3sR9dQ2vXcLw5YtPzJf8HbGm1Ta'],
    ['passwordHash', '5f4dcc3b5aa765d61d8327deb882cf99'],
  ] as const)
    expect(shownOf(createGate({ secrets: [] }), exchange(JSON.stringify({ [name]: value })))).not.toContain(value);
});

test('a name of a digest, a policy or a version shows no token of another form, none that is known, and no JWT', () => {
  const jwt = 'eyJhbGciOiJIUzI1NiJ9.eyJhIjoxfQ.k7N3sR9dQ2vXcLw5YtPzJf8HbGm1TaEoUiKqBnVxCzR';
  const other = 'mZ4tW8kQ2vR7yX1cN5bL9gHs';
  const text = shownOf(
    createGate({ secrets: [] }),
    exchange(JSON.stringify({ accessToken: opaque, hash: other, kid: `${other}${other}` }), [
      ['ETag', `"${opaque}"`],
      ['Report-To', `{"url":"https://x.example/?s=${opaque}&j=${jwt}"}`],
      ['X-Version', `1.${jwt}`],
      ['X-Hash', other],
    ]),
    true,
  );
  for (const one of [opaque, other, jwt.slice(-20)]) expect(text).not.toContain(one);
});
