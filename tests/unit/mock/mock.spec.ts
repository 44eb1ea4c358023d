import { createPublicKey } from 'node:crypto';
import { expect, test } from '@playwright/test';
import type { Mock } from '../../../mock/server.ts';
import { baseUrls, startMock } from '../../../mock/server.ts';
import { canary, demands } from '../../support/mock-demands.ts';
import { credentials, environment, now, resourceRequest, signedAt, tokenRequest } from '../../support/mock-requests.ts';
import type { RawAnswer } from '../../support/raw-http.ts';
import { sendRaw } from '../../support/raw-http.ts';

const life = 900;
const providers = Object.keys(demands);
let clock = now;
let mock: Mock;

test.beforeAll(async () => {
  mock = await startMock({ clock: () => clock, lifeSeconds: life });
});
test.beforeEach(() => {
  clock = now;
});
test.afterAll(() => mock.close());

type Json = Record<string, unknown>;
const json = (answer: RawAnswer) => JSON.parse(answer.text) as Json;
const claims = (token: string) => JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as Json;

async function newToken(provider: string): Promise<string> {
  const body = json(await sendRaw(mock.url, tokenRequest(provider)));
  return String(body.access_token ?? body.accessToken ?? (body.data as Json).access_token);
}

const isText = (value: unknown): boolean => typeof value === 'string';

/** What an answer says in the envelope of its provider; another envelope is given as it is. */
const envelopes: Record<string, (answer: RawAnswer) => string> = {
  singapay: (answer) => {
    const body = json(answer);
    const error = body.error as Json;
    const isRight =
      answer.status === 200
        ? body.status === 200 && body.success === true
        : Object.keys(body).join() === 'status,success,error' &&
          body.status === answer.status &&
          body.success === false &&
          Object.keys(error).join() === 'code,message' &&
          error.code === answer.status &&
          isText(error.message);
    return isRight ? String(answer.status) : answer.text;
  },
  finnet: (answer) => {
    const { responseCode, responseMessage, ...rest } = json(answer);
    const isRight =
      new RegExp(`^${answer.status}73\\d\\d$`).test(String(responseCode)) &&
      isText(responseMessage) &&
      (answer.status === 200 || Object.keys(rest).length === 0);
    return isRight ? String(responseCode) : answer.text;
  },
  pyng: (answer) => {
    const body = json(answer);
    const isRight =
      answer.headers.get('cache-control') === 'no-store' &&
      answer.headers.get('pragma') === 'no-cache' &&
      (answer.status === 200 ||
        (Object.keys(body).sort().join() === 'error,error_description' &&
          isText(body.error) &&
          isText(body.error_description)));
    return isRight ? `${answer.status} ${body.error ?? body.scope}` : answer.text;
  },
};

/** What is wrong with the answer to one demand, in a few words each. */
function faultsOf(provider: string, { headers, status, text }: RawAnswer, isHead: boolean): string[] {
  const rules: [fault: string, isRight: boolean][] = [
    ['date', headers.get('date') === new Date(now).toUTCString()],
    ['challenge', status !== 401 || /^(Basic|Signature) realm="/.test(headers.get('www-authenticate') ?? '')],
    ['allow', status !== 405 || headers.get('allow') === 'POST'],
    ['media type', /^application\/json(;|$)/.test(headers.get('content-type') ?? '')],
    ['length', isHead || Number(headers.get('content-length')) === Buffer.byteLength(text)],
    ['it repeats what was sent', isHead || !text.includes(canary)],
    ['no envelope is known', provider in envelopes],
  ];
  return rules.filter(([, isRight]) => !isRight).map(([fault]) => fault);
}

for (const [provider, rows] of Object.entries(demands))
  test(`${provider} answers each demand as it documents`, async () => {
    const wrong = [];
    for (const [title, change, expected] of rows) {
      const answer = await sendRaw(mock.url, tokenRequest(provider, change));
      const isHead = change.method === 'HEAD';
      const faults = faultsOf(provider, answer, isHead);
      const said = isHead ? String(answer.status) : envelopes[provider]?.(answer);
      if (faults.length > 0 || said !== expected) wrong.push({ title, expected, said, faults });
    }
    expect(rows.length).toBeGreaterThan(10);
    expect(wrong).toEqual([]);
  });

test('singapay grants a JWT whose lifetime is the string expires_in', async () => {
  const body = json(await sendRaw(mock.url, tokenRequest('singapay')));
  const data = body.data as Json;
  expect(data).toEqual({ access_token: expect.any(String), token_type: 'Bearer', expires_in: '900' });
  const iat = Math.floor(now / 1000);
  expect(claims(String(data.access_token))).toMatchObject({ iat, nbf: iat, exp: iat + life });
});

test('finnet grants a JWT and answers with the two headers of the standard', async () => {
  const answer = await sendRaw(mock.url, tokenRequest('finnet'));
  const body = json(answer);
  expect(body).toMatchObject({ tokenType: 'Bearer', expiresIn: '900' });
  const iat = Math.floor(now / 1000);
  expect(claims(String(body.accessToken))).toMatchObject({ iat, nbf: iat, exp: iat + life });
  expect(answer.headers.get('x-timestamp')).toBe('2026-03-04T12:06:07+07:00');
  expect(answer.headers.get('x-client-key')).toBe(credentials.finnet.clientKey);
});

test('pyng grants an opaque token of 256 bits', async () => {
  const body = json(await sendRaw(mock.url, tokenRequest('pyng')));
  expect(body).toMatchObject({ token_type: 'Bearer', expires_in: 900 });
  expect(String(body.access_token)).toMatch(/^[A-Za-z0-9_-]{43}$/);
});

for (const provider of providers) {
  test(`${provider} never grants the same token twice`, async () => {
    expect(await newToken(provider)).not.toBe(await newToken(provider));
  });

  test(`${provider} opens its resource to its own token until it expires`, async () => {
    const token = await newToken(provider);
    const status = async (authorization: string | string[] | null) =>
      (await sendRaw(mock.url, resourceRequest(provider, authorization))).status;
    expect(await status(`Bearer ${token}`)).toBe(200);
    expect(await status(`bearer ${token}`)).toBe(200);
    for (const wrong of [
      null,
      '',
      token,
      `Basic ${token}`,
      'Bearer',
      `Bearer ${token}x`,
      `Bearer ${token.slice(0, -1)}`,
    ]) {
      expect(await status(wrong)).toBe(401);
    }
    expect(await status([`Bearer ${token}`, `Bearer ${token}`])).toBe(401);
    for (const other of providers.filter((name) => name !== provider)) {
      expect(await status(`Bearer ${await newToken(other)}`)).toBe(401);
    }
    // A JWT expires on a whole second, 900 seconds after the one it was issued in.
    const expiry = (provider === 'pyng' ? now : Math.floor(now / 1000) * 1000) + life * 1000;
    clock = expiry - 1;
    expect(await status(`Bearer ${token}`)).toBe(200);
    clock = expiry;
    expect(await status(`Bearer ${token}`)).toBe(401);
  });
}

test('each resource refuses in the words of its provider', async () => {
  const refusal = async (provider: string) => sendRaw(mock.url, resourceRequest(provider, `Bearer ${canary}`));
  expect(json(await refusal('singapay'))).toMatchObject({ status: 401, success: false, error: { code: 401 } });
  expect(json(await refusal('finnet'))).toMatchObject({ responseCode: '4011101' });
  const answer = await refusal('pyng');
  expect(json(answer)).toEqual({
    errors: [{ code: expect.stringMatching(/^urn:/), displayMessage: expect.any(String) }],
    traceId: expect.any(String),
  });
  expect(answer.headers.get('www-authenticate')).toMatch(/^Bearer /);
});

test('a protected resource that wants a version refuses a request without one', async () => {
  const { headers, ...request } = resourceRequest('pyng', `Bearer ${await newToken('pyng')}`);
  const bare = await sendRaw(mock.url, { ...request, headers: headers.filter(([name]) => name === 'Authorization') });
  expect(bare.status).toBe(400);
  expect(json(bare)).toMatchObject({ errors: [{ code: 'urn:pyng:error:version:missing' }] });
});

test('the timestamp window and the lifetime are settings', async () => {
  const other = await startMock({ clock: () => now, timestampWindowSeconds: 10, lifeSeconds: 5 });
  try {
    expect((await sendRaw(other.url, tokenRequest('finnet', signedAt('2026-03-04T05:06:20Z')))).status).toBe(401);
    expect(json(await sendRaw(other.url, tokenRequest('pyng'))).expires_in).toBe(5);
  } finally {
    await other.close();
  }
});

test('environments/mock.yaml and accounts.yaml are two sides of the same accounts', () => {
  const publicKey = createPublicKey(credentials.finnet.privateKey).export({ type: 'spki', format: 'pem' });
  const { clientKey } = credentials.finnet;
  const { siteId: _site, apiVersion: _version, ...pyng } = credentials.pyng;
  expect({ ...credentials, pyng, finnet: { clientKey, publicKey: String(publicKey).trim() } }).toEqual(mock.accounts);
  expect(environment.kind).toBe('mock');
  for (const secret of [credentials.singapay.clientSecret, credentials.pyng.password]) {
    expect(secret).toMatch(/^(?=.*[a-z])(?=.*[A-Z])[A-Za-z0-9]{23,}[A-Za-z]$/);
  }
});

test('the probe of each provider lies under its base URL', async () => {
  for (const [provider, { probe }] of Object.entries(environment.providers)) {
    const headers: [string, string][] = [['Authorization', `Bearer ${await newToken(provider)}`]];
    if (provider === 'pyng') headers.push(['Pyng-Api-Version', credentials.pyng.apiVersion]);
    const request = { method: 'GET', target: `${baseUrls[provider]}${probe.path}`, headers, body: '' };
    expect((await sendRaw(mock.url, request)).status).toBe(200);
  }
});
