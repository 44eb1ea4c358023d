import { constants, verify } from 'node:crypto';
import { formParameters, jsonObject } from './body.ts';
import { publicKeyOf, sameSecret } from './credentials.ts';
import type { Account, Row } from './generic-contract.ts';
import { at } from './generic-contract.ts';
import type { Received } from './http.ts';

/** A request with a client assertion, and what it is held against. */
export interface Asserted {
  /** What the contract says is asserted, and how. */
  row: Row;
  received: Received;
  account: Account;
  /** Milliseconds since the epoch. */
  now: number;
  /** Identifiers of assertions that were taken before. */
  sentOnce: Set<string>;
}

const bearerType = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

/** Farthest in the future that an assertion may end, in seconds. */
const mostLife = 3600;

/** The bytes of strict Base64url without padding; undefined for anything else. */
function bytesOf(text: string): Buffer | undefined {
  const bytes = Buffer.from(text, 'base64url');
  return text !== '' && bytes.toString('base64url') === text ? bytes : undefined;
}

function isSigned(algorithm: string, key: string, input: string, signature: Buffer): boolean {
  const publicKey = publicKeyOf(key);
  const text = Buffer.from(input);
  if (algorithm === 'EdDSA') return verify(null, text, publicKey, signature);
  if (algorithm === 'ES256') return verify('sha256', text, { key: publicKey, dsaEncoding: 'ieee-p1363' }, signature);
  const padding = { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_DIGEST };
  return verify('sha256', text, { key: publicKey, ...(algorithm === 'PS256' ? padding : {}) }, signature);
}

/** An assertion that can be read, and what it is held against. */
interface Read {
  asserted: Asserted;
  type: string;
  /** What is signed. */
  input: string;
  header: ReadonlyMap<string, unknown>;
  claims: ReadonlyMap<string, unknown>;
  signature: Buffer | undefined;
}

interface Part {
  /** The ways to break it, the likeliest first. */
  ways: string[];
  holds(read: Read): boolean;
}

/** A credential of the client, by the name that the contract has for it. */
const known = ({ row, account }: Asserted, name: string): string => String(account[String(row[name])] ?? '');

const claimIs =
  (claim: string, credential: string) =>
  ({ asserted, claims }: Read): boolean =>
    sameSecret(String(claims.get(claim) ?? ''), known(asserted, credential));

const once = (claims: Read['claims']): string => `assertion ${String(claims.get('jti'))}`;

/** What is checked of an assertion (RFC 7523, section 3), in that order. */
export const assertionParts: Readonly<Record<string, Part>> = {
  type: { ways: ['other-type', 'absent'], holds: ({ type }) => type === bearerType },
  algorithm: {
    ways: ['alg-none', 'other-algorithm'],
    holds: ({ asserted, header }) => header.get('alg') === asserted.row['algorithm'],
  },
  signature: {
    ways: ['other-key', 'unsigned', 'bit-flip'],
    holds({ asserted, header, input, signature }) {
      const { row, account } = asserted;
      const key = String(account[String(at(row, 'key')['credential'])] ?? '');
      // Only where the algorithm does not count does that of the header differ: one that is none has no signature.
      const algorithm = String(header.get('alg'));
      if (algorithm === 'none') return signature?.length === 0;
      return signature !== undefined && isSigned(algorithm, key, input, signature);
    },
  },
  iss: { ways: ['other-issuer', 'no-issuer'], holds: claimIs('iss', 'client') },
  sub: { ways: ['other-subject', 'no-subject'], holds: claimIs('sub', 'client') },
  aud: {
    ways: ['other-audience', 'no-audience'],
    holds: ({ asserted, claims }) => [claims.get('aud') ?? []].flat().includes(known(asserted, 'audience')),
  },
  exp: {
    ways: ['expired', 'no-expiry'],
    holds({ asserted: { now }, claims }) {
      const ends = claims.get('exp');
      return typeof ends === 'number' && ends * 1000 > now && ends * 1000 <= now + mostLife * 1000;
    },
  },
  jti: {
    ways: ['no-identifier'],
    holds: ({ claims }) => typeof claims.get('jti') === 'string' && claims.get('jti') !== '',
  },
  once: { ways: ['replayed'], holds: ({ asserted: { sentOnce }, claims }) => !sentOnce.has(once(claims)) },
};

/**
 * How a request fails what its contract says is asserted: the ways to break it; null when it does not. A part that is
 * `ignored` is not checked.
 */
export function brokenAssertion(asserted: Asserted, ignored: string | null = null): string[] | null {
  const { received, sentOnce } = asserted;
  const parameters = formParameters(received.body);
  const [type, ...types] = parameters?.get('client_assertion_type') ?? [];
  const [assertion, ...assertions] = parameters?.get('client_assertion') ?? [];
  if (type === undefined || assertion === undefined) return ['absent'];
  if (types.length > 0 || assertions.length > 0 || assertion === '') return ['empty', 'absent'];
  const [head = '', payload = '', signature = '', ...more] = assertion.split('.');
  const parts = [head, payload].map((part) => jsonObject(bytesOf(part) ?? new Uint8Array()));
  const [header, claims] = parts;
  if (!header || !claims || more.length > 0) return ['not-jwt', 'empty'];
  const bytes = signature === '' ? Buffer.alloc(0) : bytesOf(signature);
  const read: Read = { asserted, type, header, claims, input: `${head}.${payload}`, signature: bytes };
  const broken = Object.entries(assertionParts).find(([part, { holds }]) => part !== ignored && !holds(read));
  if (broken) return broken[1].ways;
  sentOnce.add(once(claims));
  return null;
}
