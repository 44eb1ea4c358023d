/** The credential that is no part of a request: the client certificate of the connection. */
import type { Contract } from './types.ts';

/** The name of the mechanism. */
export const mutualTls = 'mutual-tls';

/** Whether a certificate authenticates the client of any operation. */
export function wantsCertificate({ operations }: Pick<Contract, 'operations'>): boolean {
  return operations.some(({ control }) => control.auth.some(({ mechanism }) => mechanism === mutualTls));
}
