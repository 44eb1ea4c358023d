/** The certificate by which a target's client authenticates itself, where the contract says that one does. */
import { mutualTls, wantsCertificate } from '../contract/mutual-tls.ts';
import type { Contract } from '../contract/types.ts';
import type { ClientCertificate } from '../scenario/auth/mechanism.ts';
import { literal, type Shell, variable } from '../scenario/shell.ts';
import type { TlsSettings } from '../wire/connect.ts';
import type { ProviderSettings } from './environment.ts';
import { variableIn } from './reference.ts';

type Part = 'cert' | 'key' | 'passphrase';

/**
 * The certificate as requests send it; null where the environment gives none. `nameOf` names the variable from which a
 * shell takes a text that the environment file holds itself.
 */
export function clientCertificateOf(
  { cert, key }: TlsSettings,
  given: ProviderSettings['tls'],
  nameOf: (part: Part) => string,
): ClientCertificate | null {
  if (cert === undefined || key === undefined) return null;
  const shell = (part: Part): Shell | undefined => {
    const value = given[part];
    if (value === undefined) return undefined;
    const isText = part === 'passphrase' || value.includes('-----BEGIN');
    const name = variableIn(value) ?? (isText ? nameOf(part) : null);
    return name === null ? literal(value) : variable(name);
  };
  const [own, apart, passphrase] = [shell('cert') ?? shell('key'), given.cert && shell('key'), shell('passphrase')];
  if (own === undefined) return null;
  return { cert, key, from: { cert: own, ...(apart ? { key: apart } : {}), ...(passphrase ? { passphrase } : {}) } };
}

/** Why no certificate could authenticate the client, though the contract says that one does; null where one can. */
export function certificateFault(contract: Contract, { cert }: TlsSettings, baseUrl: string | null): string | null {
  if (!wantsCertificate(contract)) return null;
  if (cert === undefined)
    return `a certificate authenticates the client (${mutualTls}), and none is given; give tls.cert and tls.key`;
  return baseUrl?.startsWith('http:')
    ? `a certificate authenticates the client (${mutualTls}), and it is sent over https only; correct baseUrl`
    : null;
}
