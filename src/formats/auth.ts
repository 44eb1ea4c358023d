// Written by npm run formats; npm run check compares.
/** How a good request is authenticated: by one mechanism, or by several beside each other. */
export type Auth = MechanismRow[] | MechanismRow;
export type MechanismRow = SignatureRow | AssertedOrNamed;
export type HeaderName = string;
/** Offset from UTC in which times and dates are written: Z or +07:00 */
export type Zone = string;
export type AssertedOrNamed = AssertionRow | NamedRow;

/** A signature over parts of the request, in a header of its own */
export interface SignatureRow {
  mechanism: 'signature';
  header: HeaderName;
  algorithm: 'rsa-sha256' | 'rsa-pss-sha256' | 'ecdsa-p256-sha256' | 'ed25519' | 'hmac-sha256' | 'hmac-sha512';
  key: SignatureKey;
  encoding: 'base64' | 'base64url' | 'hex' | 'hex-upper';
  /** What is signed: a text in which {ingredient} stands for a part of the request */
  over: string;
  /** The value of the header, in which {signature} stands for the signature, beside {credential:…} and {header:…} */
  value?: string;
  timestamp?: Timestamp;
  zone?: Zone;
}
/** Names of the credentials that hold the key and its passphrase */
export interface SignatureKey {
  credential: string;
  passphrase?: string;
}
/** The header that shows the time of the request */
export interface Timestamp {
  header: HeaderName;
  /** yyyy-MM-dd'T'HH:mm:ssXXX, with xx for an offset without a colon, and the like, epoch-seconds or epoch-milliseconds */
  form: string;
  zone?: Zone;
}
/** A signed assertion in the body (RFC 7523, section 2.2) */
export interface AssertionRow {
  mechanism: 'private-key-jwt';
  algorithm: 'RS256' | 'PS256' | 'ES256' | 'EdDSA';
  key: SignatureKey;
  /** The credential that is issuer and subject */
  client: string;
  /** The credential that holds the audience: the address of the token endpoint, or the issuer */
  audience: string;
  /** The credential that holds the kid of the key */
  keyId?: string;
  /** Seconds from iat to exp */
  lifetime?: number;
}
/** A mechanism by its name, and the credential for each of its inputs */
export interface NamedRow {
  mechanism: string;
  [k: string]: string;
}
