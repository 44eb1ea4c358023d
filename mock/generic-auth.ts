import { verify } from 'node:crypto';
import { basicCredentials, publicKeyOf, sameSecret, strictBase64, tokenIn, tokenValues } from './credentials.ts';
import { brokenAssertion } from './generic-assertion.ts';
import type { Account, Row } from './generic-contract.ts';
import { brokenSignature } from './generic-signature.ts';
import type { Received } from './http.ts';
import { headerValues, singleHeader } from './http.ts';
import { brokenCertificate } from './mutual-tls.ts';
import { parseTimestamp } from './timestamp.ts';

/** What is checked: the request, the client, and the clock. */
export interface Attempt {
  received: Received;
  account: Account;
  /** Credential names, by the inputs of the mechanism. */
  inputs: Record<string, string>;
  /** The mechanism as the contract gives it. */
  row: Row;
  /** Milliseconds since the epoch. */
  now: number;
  windowSeconds: number;
  /** Whether a token was issued here and has not ended. */
  isLive: (token: string) => boolean;
  /** How the contract has a token sent. */
  bearer?: Row;
  /** Values that may be sent once. */
  sentOnce: Set<string>;
}

const value = (attempt: Attempt, input: string): string => String(attempt.account[attempt.inputs[input] ?? ''] ?? '');

/** A value of a form; undefined where it is none. */
function formDecoded(part: Uint8Array): string | undefined {
  const text = Buffer.from(part).toString('latin1');
  if (!/^(?:[A-Za-z0-9*._~+-]|%[0-9A-Fa-f]{2})*$/.test(text)) return undefined;
  return Buffer.from(
    text.replaceAll('+', ' ').replace(/%(..)/g, (_all, digits: string) => String.fromCharCode(parseInt(digits, 16))),
    'latin1',
  ).toString('utf8');
}

function basic(attempt: Attempt): string | string[] | null {
  // Where no page speaks of two lines, they are credentials that nobody can read.
  if (headerValues(attempt.received, 'Authorization').length > 1) return ['repeated', 'absent'];
  const given = basicCredentials(attempt.received);
  if (!given) return 'absent';
  const read = attempt.row['encoding'] === 'form' ? formDecoded : (part: Uint8Array) => part;
  const [user, password] = [read(given.user), read(given.password)];
  if (user === undefined || !sameSecret(user, value(attempt, 'id'))) return 'other-id';
  return password !== undefined && sameSecret(password, value(attempt, 'secret')) ? null : 'other-secret';
}

function snapSignature(attempt: Attempt): string | null {
  const key = singleHeader(attempt.received, 'X-CLIENT-KEY').found ?? '';
  if (!sameSecret(key, value(attempt, 'clientKey'))) return 'unknown-client';
  const timestamp = singleHeader(attempt.received, 'X-TIMESTAMP').found ?? '';
  const sentAt = parseTimestamp(timestamp);
  if (sentAt === undefined) return 'timestamp-not-iso';
  if (Math.abs(attempt.now - sentAt) > attempt.windowSeconds * 1000) return 'timestamp-stale';
  const bytes = strictBase64(singleHeader(attempt.received, 'X-SIGNATURE').found ?? '');
  if (!bytes) return 'not-base64';
  const signed = Buffer.from(`${key}|${timestamp}`, 'latin1');
  return verify('RSA-SHA256', signed, publicKeyOf(value(attempt, 'privateKey')), bytes) ? null : 'other-key';
}

function bearer({ received, row, isLive }: Attempt): string | null {
  if (tokenValues(received, row).length === 0) return 'no-token';
  const token = tokenIn(received, row);
  return token !== undefined && isLive(token) ? null : 'unknown-token';
}

/**
 * Each mechanism: how a request fails it, in the words contracts use for breaking it, one or several that look alike; null
 * when it does not.
 */
export const mechanisms: Record<string, (attempt: Attempt) => string | string[] | null> = {
  basic,
  bearer,
  'mutual-tls': ({ received, account }) => brokenCertificate(received, account),
  signature: brokenSignature,
  'private-key-jwt': brokenAssertion,
  'snap-signature': snapSignature,
};
