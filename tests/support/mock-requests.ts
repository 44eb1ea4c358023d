import { createSign } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { RawRequest } from './raw-http.ts';

/** The client's side of the mock's accounts. */
export interface Credentials {
  singapay: { partnerId: string; clientId: string; clientSecret: string };
  finnet: { clientKey: string; privateKey: string };
  pyng: { username: string; password: string; scopes: string[]; siteId: string; apiVersion: string };
}

/** What environments/mock.yaml says of each provider. */
export const environment = parse(readFileSync(new URL('../../environments/mock.yaml', import.meta.url), 'utf8')) as {
  kind: string;
  providers: Record<string, { credentials: Record<string, unknown>; probe: { path: string } }>;
};

/** The credentials of environments/mock.yaml. */
export const credentials = Object.fromEntries(
  Object.entries(environment.providers).map(([name, { credentials }]) => [name, credentials]),
) as unknown as Credentials;

/** The moment the mock's clock shows in these tests, in milliseconds since the epoch. */
export const now = Date.parse('2026-03-04T05:06:07.890Z');

/** The same moment as a good X-TIMESTAMP. */
export const timestamp = '2026-03-04T12:06:07+07:00';

/** What differs from the good request: a header set to null is left out, one set to a list is repeated. */
export interface Change {
  method?: string;
  query?: string;
  headers?: Record<string, string | string[] | null>;
  body?: string | Uint8Array;
}

/** An HTTP Basic header value. */
export function basic(user: string, password: string): string {
  return `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
}

/** The Base64 signature over client key and timestamp. */
export function sign(
  clientKey: string,
  at: string,
  key: string = credentials.finnet.privateKey,
  hash = 'RSA-SHA256',
): string {
  return createSign(hash).update(`${clientKey}|${at}`).sign(key, 'base64');
}

/** Headers of a Finnet request that is signed over the timestamp it carries. */
export function signedAt(at: string): Change {
  return { headers: { 'X-TIMESTAMP': at, 'X-SIGNATURE': sign(credentials.finnet.clientKey, at) } };
}

/** The four scopes as a form value. */
export const scopes = credentials.pyng.scopes.join('%20');

const { singapay, finnet, pyng } = credentials;
const good: Record<string, { path: string; headers: Record<string, string>; body: string }> = {
  singapay: {
    path: '/api/v1.0/access-token/b2b',
    headers: {
      Authorization: basic(singapay.clientId, singapay.clientSecret),
      'X-PARTNER-ID': singapay.partnerId,
      'Content-Type': 'application/json',
    },
    body: '{"grant_type":"client_credentials"}',
  },
  finnet: {
    path: '/pg/snap/oauth/v1.0/access-token/b2b',
    headers: {
      'X-TIMESTAMP': timestamp,
      'X-CLIENT-KEY': finnet.clientKey,
      'X-SIGNATURE': sign(finnet.clientKey, timestamp),
      'Content-Type': 'application/json',
    },
    body: '{"grantType":"client_credentials"}',
  },
  pyng: {
    path: '/billing/oauth2/token',
    headers: {
      Authorization: basic(pyng.username, pyng.password),
      'Content-Type': 'application/x-www-form-urlencoded',
    },
    body: `grant_type=client_credentials&scope=${scopes}`,
  },
};

/** The good token request of a provider with one change made to it. */
export function tokenRequest(provider: string, change: Change = {}): RawRequest {
  const control = good[provider];
  if (!control) throw new Error(`No good request is written for the provider ${provider}; add it to this table.`);
  const headers = Object.entries({ ...control.headers, ...change.headers });
  return {
    method: change.method ?? 'POST',
    target: control.path + (change.query ?? ''),
    headers: headers.flatMap(([name, value]) => (value === null ? [] : [value].flat().map((one) => [name, one]))) as [
      string,
      string,
    ][],
    body: change.body ?? control.body,
  };
}

/** A request to the protected resource of a provider. */
export function resourceRequest(provider: string, authorization: string | string[] | null): RawRequest {
  const target = { singapay: '/api/v1.0/balance', finnet: '/pg/snap/v1.0/balance-inquiry' }[provider];
  const values = authorization === null ? [] : [authorization].flat();
  return {
    method: 'GET',
    target: target ?? '/billing/sites/site-1/customers',
    headers: [
      ...values.map((value): [string, string] => ['Authorization', value]),
      // One provider asks for its version with every request; the others do not know the header.
      ['Pyng-Api-Version', 'mock-version'],
    ],
    body: '',
  };
}
