/** What an embedded mock must know of a target, and the target of the mock. */
import type { Target } from './target.ts';

/** The client's credentials as the mock takes them, its certificate included. */
export function accountOf({ credentials, clientCertificate }: Target): Record<string, string | string[]> {
  const values = Object.entries(credentials).map(([name, { value }]) => [name, value] as const);
  return { ...Object.fromEntries(values), ...(clientCertificate ? { 'tls.cert': clientCertificate.cert } : {}) };
}

/** The target, trusting one more authority (PEM text) where there is one. */
export function trusting(target: Target, ca: string | null): Target {
  if (ca === null) return target;
  const own = target.tls.ca === undefined ? [] : [target.tls.ca];
  return { ...target, tls: { ...target.tls, ca: [...own, ca].join('\n') } };
}
