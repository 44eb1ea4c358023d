/** Careless providers that take something of the client's in place of its credentials. */
import { createHash } from 'node:crypto';
import type { Answer, Call, Intercept } from '../mock/server.ts';
import {
  accounts,
  authorization,
  basicOf,
  body,
  type DeepServer,
  f,
  granting,
  header,
  p,
  pyngPair,
  reading,
  row,
  s,
  setHeader,
  singapayPair,
} from './careless.ts';
import { granted } from './variant.ts';

const tokenIn = ({ body: text }: Answer): string =>
  /"(?:access_token|accessToken)":"([^"]+)"/.exec(String(text))?.[1] ?? '';

/** Grants what a token that was granted before comes with. */
const renewing = (where: (call: Call) => string) => (): Intercept => {
  const known = new Set<string>();
  return (call) => {
    const answer = call.answer();
    if (call.operation !== 'token') return answer;
    const given = granted(answer) || !known.has(where(call)) ? answer : call.grant();
    if (granted(given)) known.add(tokenIn(given));
    return given;
  };
};

const secretOf = ({ received }: Call): string => basicOf(received).split(':').slice(1).join(':');

/** Grants what comes with the id of the client and another form of its secret. */
const storing = (pair: string, form: (secret: string) => string) =>
  granting(({ received }) => {
    const [id, ...secret] = pair.split(':');
    return basicOf(received) === `${id}:${form(secret.join(':'))}`;
  });

const digest = (hash: string) => (text: string) => createHash(hash).update(text).digest('hex');

/** Takes a signature from another place where its header is not there. */
const signedIn = (place: (call: Call) => string | null | undefined) =>
  reading((received, call) => {
    const found = header(received, 'X-SIGNATURE') === '' ? place(call) : null;
    if (found) setHeader(received, 'X-SIGNATURE', found);
  });

const memberOf = (call: Call, name: string): string | undefined => {
  try {
    return (JSON.parse(body(call.received)) as Record<string, string>)[name];
  } catch {
    return undefined;
  }
};

/** Each of them. */
export const carelessCallers: DeepServer[] = [
  row('around-granted-token', 'takes a token for the secret', s, renewing(secretOf)),
  row('around-granted-token', 'takes a token for the secret, of a form', p, renewing(secretOf)),
  row(
    'around-granted-token',
    'takes a token for a signature',
    f,
    renewing(({ received }) => header(received, 'X-SIGNATURE')),
  ),
  row(
    'around-granted-token',
    'renews a token that comes as Bearer',
    p,
    renewing(({ received }) => authorization(received).replace(/^Bearer /, '')),
  ),
  row('values-credentials', 'takes the SHA-256 of the secret', s, storing(singapayPair, digest('sha256'))),
  row('values-credentials', 'takes the MD5 of the secret', p, storing(pyngPair, digest('md5'))),
  row(
    'values-credentials',
    'takes the secret in Base64',
    p,
    storing(pyngPair, (secret) => Buffer.from(secret).toString('base64')),
  ),
  row(
    'values-credentials',
    'takes the word undefined for a secret',
    s,
    storing(singapayPair, () => 'undefined'),
  ),
  row(
    'values-credential-form',
    'takes the partner for id and secret',
    s,
    granting(({ received }) => basicOf(received) === `${accounts.singapay.partnerId}:${accounts.singapay.partnerId}`),
  ),
  row(
    'values-credential-form',
    'takes the word undefined for a signature',
    f,
    granting(({ received }) => header(received, 'X-SIGNATURE') === 'undefined'),
  ),
  row(
    'around-misplaced-signature',
    'takes a signature from the body',
    f,
    signedIn((call) => memberOf(call, 'X-SIGNATURE')),
  ),
  row(
    'around-misplaced-signature',
    'takes a signature from Authorization',
    f,
    signedIn(({ received }) => authorization(received).split(' ')[1]),
  ),
  row(
    'around-preflight',
    'grants a token to OPTIONS',
    s,
    granting(({ received }) => received.method === 'OPTIONS'),
  ),
  row(
    'around-paths',
    'asks for no credentials behind two slashes',
    p,
    granting(({ received }) => received.path.startsWith('//')),
  ),
];
