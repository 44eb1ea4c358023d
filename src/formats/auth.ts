// Written by npm run formats; npm run check compares.
/** How a good request is authenticated: by one mechanism, or by several beside each other. */
export type Auth = MechanismRow[] | MechanismRow;
export type MechanismRow = SignatureRow | NamedRow;
export type HeaderName = string;
/** Offset from UTC in which times and dates are written: Z or +07:00 */
export type Zone = string;

/** A signature over parts of the request, in a header of its own */
export interface SignatureRow {
  mechanism: 'signature';
  header: HeaderName;
  algorithm: 'rsa-sha256' | 'rsa-pss-sha256' | 'ecdsa-p256-sha256' | 'ed25519' | 'hmac-sha256' | 'hmac-sha512';
  key: SignatureKey;
  encoding: 'base64' | 'base64url' | 'hex' | 'hex-upper';
  /** What is signed: a text in which {ingredient} stands for a part of the request */
  over: string;
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
  /** yyyy-MM-dd'T'HH:mm:ssXXX and the like, epoch-seconds or epoch-milliseconds */
  form: string;
  zone?: Zone;
}
/** A mechanism by its name, and the credential for each of its inputs */
export interface NamedRow {
  mechanism: string;
  [k: string]: string;
}
