/** Why a proxy opens no way to a provider, in plain words, without its credentials. Pure. */
import type { ProxyServer } from './proxy.ts';

/** Ways to sign in that a proxy may ask for, other than Basic. */
const otherSchemes = ['Negotiate', 'NTLM', 'Kerberos', 'Digest', 'Bearer'];

/** The ways to sign in that Proxy-Authenticate offers, in lower case (RFC 9110, section 11.7.1). */
function schemesIn(rawHeaders: readonly string[]): string[] {
  const values = rawHeaders.filter(
    (_, at) => at % 2 === 1 && rawHeaders[at - 1]?.toLowerCase() === 'proxy-authenticate',
  );
  // What is followed by = is a parameter of the scheme before it.
  return values
    .flatMap((value) => value.split(','))
    .flatMap((part) => {
      const [, scheme] = /^\s*([a-z]+)(?=\s+[^\s=]|\s*$)/i.exec(part) ?? [];
      return scheme === undefined ? [] : [scheme.toLowerCase()];
    });
}

/** Explains the answer of a proxy to CONNECT that is no 2xx. */
export function tunnelRefused(
  { authorization, variable }: ProxyServer,
  status: number,
  rawHeaders: readonly string[],
): string {
  if (status === 403) return 'the proxy does not let the request through (403)';
  if (status !== 407) return `the proxy could not open a way to the provider (${status})`;
  const offered = schemesIn(rawHeaders);
  const other = otherSchemes.filter((scheme) => offered.includes(scheme.toLowerCase()));
  if (other.length > 0 && !offered.includes('basic'))
    return `the proxy asks to sign in (407): it asks for ${other.join(' or ')}; only user and password (Basic) are sent: use a local proxy that signs in, or another proxy`;
  if (authorization !== null) return `the proxy refuses the credentials in ${variable} (407)`;
  return `the proxy asks for credentials (407); write them as http://user:password@host:port into ${variable}`;
}

/** Codes of a handshake with what does not speak TLS. */
const noTls = ['EPROTO', 'ERR_SSL_WRONG_VERSION_NUMBER', 'ERR_SSL_PACKET_LENGTH_TOO_LONG'];

/** Explains a proxy that did not answer. The message of the error is only looked at: one with an alert of TLS comes from what speaks it. */
export function proxyUnreached({ protocol, hostname, port, variable }: ProxyServer, error: Error): string {
  const code = 'code' in error ? String(error.code) : 'no code';
  const place = `${hostname}:${port}`;
  if (protocol === 'https:' && noTls.includes(code) && !/alert/i.test(error.message))
    return `the proxy ${place} does not speak TLS: write http:// in ${variable}`;
  return `the proxy ${place} cannot be reached (${code}); check ${variable} and NO_PROXY`;
}
