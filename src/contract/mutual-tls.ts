/** The credential that is no part of a request: the client certificate of the connection. */
import { createHash, X509Certificate } from 'node:crypto';
import type { Contract } from './types.ts';

/** The name of the mechanism. */
export const mutualTls = 'mutual-tls';

/** Whether a certificate authenticates the client of any operation. */
export function wantsCertificate({ operations }: Pick<Contract, 'operations'>): boolean {
  return operations.some(({ control }) => control.auth.some(({ mechanism }) => mechanism === mutualTls));
}

/** The thumbprint by which a token names a certificate, given as PEM (RFC 8705, section 3.1). @throws Error of node:crypto where it is none */
export function thumbprintOf(cert: string): string {
  return createHash('sha256').update(new X509Certificate(cert).raw).digest('base64url');
}
