import { createHmac, randomBytes } from 'node:crypto';

/** The tokens issued since the start, each with its provider and expiry. */
export interface TokenStore {
  /** Remembers a token until `expiresAt`, in milliseconds since the epoch. */
  add(provider: string, token: string, expiresAt: number): void;
  /** Whether this provider issued the token and it has not expired by the clock. */
  isLive(provider: string, token: string): boolean;
}

/** Makes an empty store that reads the time from `clock` (milliseconds since the epoch). */
export function createTokenStore(clock: () => number): TokenStore {
  const expiries = new Map<string, number>();
  const key = (provider: string, token: string) => `${provider} ${token}`;
  return {
    add: (provider, token, expiresAt) => void expiries.set(key(provider, token), expiresAt),
    // RFC 7519, section 4.1.4: refused on or after the expiry.
    isLive: (provider, token) => clock() < (expiries.get(key(provider, token)) ?? Number.NEGATIVE_INFINITY),
  };
}

// RFC 7518, section 3.2: an HS256 key holds at least 256 bits.
const signingKey = randomBytes(32);

/** A JWT and the moment it expires, in milliseconds since the epoch. */
interface SignedToken {
  token: string;
  expiresAt: number;
}

/**
 * Signs an HS256 JWT that lives `life` whole seconds from the second `now` (milliseconds) falls in; `more` are further
 * claims.
 */
export function signToken(issuer: string, subject: string, now: number, life: number, more: object = {}): SignedToken {
  const iat = Math.floor(now / 1000);
  const exp = iat + life;
  const claims = { iss: issuer, sub: subject, jti: randomBytes(16).toString('hex'), iat, nbf: iat, exp, ...more };
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const signed = `${part({ typ: 'JWT', alg: 'HS256' })}.${part(claims)}`;
  const signature = createHmac('sha256', signingKey).update(signed).digest('base64url');
  return { token: `${signed}.${signature}`, expiresAt: exp * 1000 };
}

/** An opaque token of 256 random bits. */
export function opaqueToken(): string {
  return randomBytes(32).toString('base64url');
}
