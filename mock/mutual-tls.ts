/** Client certificates as credentials (RFC 8705): the TLS that asks for one, and the claim that binds a token to one. */
import { createHash, X509Certificate } from 'node:crypto';
import forge from 'node-forge';
import { mintAuthority } from './certificates.ts';
import type { Account } from './generic-contract.ts';
import type { Received } from './http.ts';
import type { Provider } from './provider.ts';
import type { MockOptions } from './server.ts';

/** The member of an account that holds the PEM text of the client's certificate. */
const member = 'tls.cert';

/** What is checked of a client certificate, and how it is broken: that there is one, and that it is the client's. */
export const certificateParts = { there: 'no-certificate', known: 'other-certificate' } as const;

/**
 * How a request fails to be of the client whose certificate is known; null when it does not. A part that is `ignored` is not
 * checked.
 */
export function brokenCertificate(
  { certificate }: Received,
  account: Account,
  ignored: string | null = null,
): string | null {
  if (!certificate) return ignored === 'there' ? null : certificateParts.there;
  const isKnown = new X509Certificate(String(account[member])).raw.equals(certificate);
  return isKnown || ignored === 'known' ? null : certificateParts.known;
}

/** The claim that binds a token to the certificate of the connection it was asked for on (section 3.1); none without one. */
export function boundTo({ certificate }: Received): Record<string, unknown> {
  if (!certificate) return {};
  return { cnf: { 'x5t#S256': createHash('sha256').update(certificate).digest('base64url') } };
}

/** The TLS of a mock, and the authority by which a client verifies it. */
export interface AskingTls {
  tls: NonNullable<MockOptions['tls']>;
  /** PEM text. */
  ca: string;
}

let minted: AskingTls | null = null;

/** TLS that asks each client for a certificate and takes any: the provider itself looks whose it is. Minted once in a process. */
export function askingTls({ wantsCertificate }: Pick<Provider, 'wantsCertificate'>): AskingTls | null {
  if (!wantsCertificate) return null;
  if (minted === null) {
    // To make a key takes a fifth of a second or more, and nobody needs the authority's to be another than the server's.
    let keys: forge.pki.rsa.KeyPair | null = null;
    const authority = mintAuthority(undefined, (bits) => (keys ??= forge.pki.rsa.generateKeyPair(bits)));
    const names = { commonName: 'localhost', altNames: ['localhost', '127.0.0.1'] };
    const { key, cert } = authority.issue({ ...names, usage: 'server' });
    minted = { tls: { key, cert, requestCert: true, rejectUnauthorized: false }, ca: authority.cert };
  }
  return minted;
}
