/** Providers that are careless about tokens, those they issue and those they take, in ways that no family was made for. */
import { accounts, bearerOf, body, claimed, type DeepServer, header, issuing, p, row, s, taking } from './careless.ts';

/** Listed after the families. */
export const laterTokens: DeepServer[] = [
  row(
    null,
    'issues a sub that is a number',
    s,
    claimed(() => ({ sub: 7 })),
  ),
  row(
    null,
    'issues tokens that begin with the time, and end alike',
    p,
    issuing((count) => `${(0x5f3a0000 + count).toString(16)}-7c1d-11ef-9a4b-0242ac120002`, '/access_token'),
  ),
  row(
    null,
    'issues the name of the client and the time as a token',
    p,
    issuing(
      (count) => Buffer.from(`${accounts.pyng.username}:${1_764_000_000 + count}`).toString('base64url'),
      '/access_token',
    ),
  ),
  row(
    null,
    'takes a token in a body of form',
    s,
    taking((received, known) => known.has(new URLSearchParams(body(received)).get('access_token') ?? '')),
  ),
  row(
    null,
    'takes a token that a proxy names',
    s,
    taking((received, known) =>
      ['X-Forwarded-Authorization', 'X-Original-Authorization'].some((name) =>
        known.has(header(received, name).replace(/^Bearer /, '')),
      ),
    ),
  ),
  row(
    null,
    'asks for no token by POST',
    s,
    taking((received) => received.method === 'POST'),
  ),
  row(
    null,
    'takes a token with a dot behind it',
    s,
    taking((received, known) => bearerOf(received).endsWith('.') && known.has(bearerOf(received).slice(0, -1))),
  ),
];
