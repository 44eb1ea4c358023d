/** Providers that are careless about names and values. */
import { verify } from 'node:crypto';
import type { Intercept } from '../mock/server.ts';
import {
  accounts,
  authorization,
  body,
  comparing,
  type DeepServer,
  f,
  grantType,
  header,
  members,
  p,
  parameters,
  reading,
  row,
  s,
  setHeader,
} from './careless.ts';

/** Listed before the ways of the families were chosen. */
export const carelessNames: DeepServer[] = [
  row(
    'names-letter-case',
    'binds JSON members in any letter case, as Go does',
    s,
    reading(members((name) => name.toLowerCase())),
  ),
  row(
    'names-style',
    'takes grantType for grant_type, as a renaming mapper does',
    s,
    reading(members((name) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`))),
  ),
  row('names-style', 'takes grant-type for grant_type', s, reading(members((name) => name.replaceAll('-', '_')))),
  row('names-blanks', 'trims member names', s, reading(members((name) => name.trim()))),
  row(
    'names-brackets',
    'finds the member in an object of any name',
    s,
    reading((received) => {
      const found = /"grant_type"\s*:\s*"([^"]*)"/.exec(body(received))?.[1];
      if (found !== undefined && body(received).startsWith('{'))
        received.body = Buffer.from(JSON.stringify({ grant_type: found }));
    }),
  ),
  row(
    'names-letter-case',
    'reads parameter names in any letter case',
    p,
    reading(parameters((name, value) => [name.toLowerCase(), value])),
  ),
  row(
    'names-brackets',
    'takes a[] for a, as PHP does',
    p,
    reading(parameters((name, value) => [name.replace(/\[\d*\]$/, ''), value])),
  ),
  row(
    'names-style',
    'turns dots and blanks in names to underscores, as PHP does',
    p,
    reading(parameters((name, value) => [name.replace(/[. ]/g, '_'), value])),
  ),
  row(
    'names-header-underscores',
    'folds hyphens and underscores of header names, as WSGI does',
    s,
    reading((received) => {
      received.headers = received.headers.map(([name, value]) => [name.replaceAll('_', '-'), value]);
    }),
  ),
  row(
    'names-header',
    'takes PARTNER-ID for X-PARTNER-ID',
    s,
    reading((received) => {
      if (header(received, 'PARTNER-ID')) setHeader(received, 'X-PARTNER-ID', header(received, 'PARTNER-ID'));
    }),
  ),
  row(
    'values-constant',
    'asks whether the grant type starts with the constant',
    s,
    reading(grantType((value) => (value.startsWith('client_credentials') ? 'client_credentials' : value))),
  ),
  row(
    'values-constant',
    'matches the grant type by a pattern over lines',
    s,
    reading(grantType((value) => (/^client_credentials$/m.test(value) ? 'client_credentials' : value))),
  ),
  row('values-constant', 'cuts a text at a NUL', f, reading(grantType((value) => value.split('\u0000')[0] ?? ''))),
  row(
    'values-constant',
    'takes hyphens for underscores in the grant type',
    f,
    reading(grantType((value) => value.replaceAll('-', '_'))),
  ),
  row(
    'values-credentials',
    'normalises texts to NFKC',
    s,
    comparing((given, own) => given.normalize('NFKC') === own),
  ),
  row(
    'values-other-grants',
    'grants refresh_token as well',
    s,
    reading(grantType((value) => (value === 'refresh_token' ? 'client_credentials' : value))),
  ),
  row(
    'values-credentials',
    'compares the first half of a secret only',
    s,
    comparing((given, own, part) => (part === 'id' ? given === own : given.slice(0, 20) === own.slice(0, 20))),
  ),
  row(
    'values-credentials',
    'looks the id up by LIKE',
    s,
    comparing((given, own, part) => given === own || (part === 'id' && given === '%')),
  ),
  row(
    'values-credentials',
    'strips white space that is no blank from a secret',
    s,
    comparing((given, own) => given.replace(/[\r\n\t]+$/, '') === own),
  ),
  row(
    'values-credential-form',
    'reads the secret up to the next colon',
    s,
    comparing((given, own) => (given.split(':')[0] ?? '') === own),
  ),
  row(
    'values-base64',
    'skips what is no Base64 in credentials',
    s,
    reading((received) => {
      const [scheme, value = ''] = authorization(received).split(' ');
      if (scheme === 'Basic' && value.length > 8)
        setHeader(received, 'Authorization', `Basic ${value.replace(/[^A-Za-z0-9+/=]/g, '')}`);
    }),
  ),
  row(
    'values-signed-text',
    'checks no signature whose client is known',
    f,
    (): Intercept => (call) => {
      const { headers } = call.received;
      const text = header(call.received, 'X-CLIENT-KEY');
      const signature = Buffer.from(header(call.received, 'X-SIGNATURE'), 'base64');
      const careless =
        headers.length > 0 &&
        verify(
          'RSA-SHA512',
          Buffer.from(`${text}|${header(call.received, 'X-TIMESTAMP')}`),
          accounts.finnet.publicKey,
          signature,
        );
      return careless && call.operation === 'token' ? call.grant() : call.answer();
    },
  ),
];
