/** Providers that are careless about the form of credentials, signatures, times and headers, and about who calls. */
import { verify } from 'node:crypto';
import type { Received } from '../mock/server.ts';
import {
  accounts,
  authorization,
  basic,
  basicOf,
  type DeepServer,
  f,
  granting,
  header,
  p,
  reading,
  row,
  s,
  setHeader,
  singapayPair,
} from './careless.ts';

const { clientId, clientSecret, partnerId } = accounts.singapay;
const { clientKey } = accounts.finnet;

/** Takes these texts of Basic credentials beside the good one. */
const taking = (...texts: string[]) => granting(({ received }) => texts.includes(basicOf(received)));

/** Reads the partner id otherwise where there is one line of it. */
const partner = (how: (value: string) => string) =>
  reading((received) => {
    const lines = received.headers.filter(([name]) => name.toLowerCase() === 'x-partner-id');
    if (lines.length === 1) setHeader(received, 'X-PARTNER-ID', how(lines[0]?.[1] ?? '') || null);
  });

const isSigned = (received: Received): boolean =>
  verify(
    'RSA-SHA256',
    Buffer.from(`${header(received, 'X-CLIENT-KEY')}|${header(received, 'X-TIMESTAMP')}`),
    accounts.finnet.publicKey,
    Buffer.from(header(received, 'X-SIGNATURE'), 'base64'),
  );

/** Takes a time of another form, well signed by the known client. */
const timed = (isTaken: (time: string) => boolean) =>
  granting(
    ({ received }) =>
      header(received, 'X-CLIENT-KEY') === clientKey && isTaken(header(received, 'X-TIMESTAMP')) && isSigned(received),
  );

const wordless = (value: string): string => value.replace(/^"(.*)"$/, '$1');

/** Takes the line of a header that `pick` names, of several. */
const lineOf = (name: string, pick: (lines: string[]) => string | undefined) =>
  reading((received) => {
    const lines = received.headers.flatMap(([key, value]) => (key.toLowerCase() === name ? [value] : []));
    if (lines.length > 1) setHeader(received, name, pick(lines) ?? null);
  });

/** Listed before the ways that catch them. */
export const carelessForms: DeepServer[] = [
  row('values-credentials', 'takes the word null for a secret', s, taking(`${clientId}:null`)),
  row('values-credential-form', 'asks for no id beside the secret', s, taking(`:${clientSecret}`)),
  row(
    'values-credential-form',
    'takes the secret for an id',
    p,
    taking(`${accounts.pyng.password}:${accounts.pyng.password}`),
  ),
  row(
    'values-credential-form',
    'asks whether the scheme starts with Basic',
    s,
    reading((received) => {
      const [, text] = /^Basic\w+ +(\S+)$/i.exec(authorization(received)) ?? [];
      if (text !== undefined) setHeader(received, 'Authorization', `Basic ${text}`);
    }),
  ),
  row(
    'values-base64',
    'decodes Basic credentials without padding, or in base64url',
    s,
    reading((received) => {
      const [, text] = /^Basic ([\w-]+)$/.exec(authorization(received)) ?? [];
      if (text !== undefined) setHeader(received, 'Authorization', basic(Buffer.from(text, 'base64url').toString()));
    }),
  ),
  row('values-credentials', 'takes a carriage return off the secret', s, taking(`${singapayPair}\r`)),
  row('values-credentials', 'takes the partner id in quotation marks', s, partner(wordless)),
  row(
    'values-credentials',
    'takes any partner id of a list',
    s,
    partner((value) => value.split(/[,;] ?/).find((one) => one === partnerId) ?? value),
  ),
  row(
    'values-credentials',
    'decodes the partner id',
    s,
    partner((value) => (/^[\w%]+$/.test(value) ? decodeURIComponent(value) : value)),
  ),
  row(
    'values-credentials',
    'takes the client key in quotation marks',
    f,
    granting(({ received }) => header(received, 'X-CLIENT-KEY') === `"${clientKey}"`),
  ),
  row(
    'values-credential-form',
    'opens to the word test',
    f,
    granting(({ received }) => header(received, 'X-SIGNATURE') === 'test'),
  ),
  row(
    'values-credential-form',
    'opens to no signature, written null',
    f,
    granting(({ received }) => header(received, 'X-SIGNATURE') === 'null'),
  ),
  row(
    'values-credential-form',
    'verifies no signature that is too long for its buffer',
    f,
    granting(({ received }) => header(received, 'X-SIGNATURE').length > 1000),
  ),
  row(
    'values-base64',
    'reads a signature without its padding',
    f,
    granting(({ received }) => /^[\w+/]{342}$/.test(header(received, 'X-SIGNATURE')) && isSigned(received)),
  ),
  row(
    'values-signed-time',
    'takes a zone without a colon',
    f,
    timed((time) => /[+-]\d{4}$/.test(time)),
  ),
  row(
    'values-signed-time',
    'takes a time in seconds since 1970',
    f,
    timed((time) => /^\d{10}$/.test(time)),
  ),
  row(
    'values-credential-form',
    'passes over the zone of a time',
    f,
    timed((time) => Math.abs(Date.parse(time.replace(/Z$/, '+07:00')) - Date.now()) < 300_000),
  ),
  row(
    'around-header-twice',
    'takes the last of two signatures',
    f,
    lineOf('x-signature', (lines) => lines.at(-1)),
  ),
  row(
    'around-header-twice',
    'takes the first of two signatures',
    f,
    lineOf('x-signature', (lines) => lines[0]),
  ),
  row(
    'around-misplaced-header',
    'takes the client key from the query',
    f,
    reading((received) => {
      if (header(received, 'X-CLIENT-KEY') === '' && received.query.includes(clientKey))
        setHeader(received, 'X-CLIENT-KEY', clientKey);
    }),
  ),
  row(
    'around-granted-token',
    'asks for no signature beside a token of any kind',
    f,
    granting(
      ({ received }) => /^Bearer /.test(authorization(received)) && header(received, 'X-CLIENT-KEY') === clientKey,
    ),
  ),
  row(
    'around-forwarded',
    'trusts the client that a gateway names',
    s,
    granting(({ received }) => header(received, 'X-Consumer-Username') !== ''),
  ),
  row(
    'around-places',
    'reads Basic credentials up to a comma',
    s,
    reading((received) => {
      const [first = ''] = authorization(received).split(',');
      if (first === basic(singapayPair)) setHeader(received, 'Authorization', first);
    }),
  ),
  row(
    'around-methods',
    'takes every method that it does not know for POST',
    s,
    reading((received) => {
      if (!['GET', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS', 'TRACE'].includes(received.method))
        received.method = 'POST';
    }),
  ),
];
