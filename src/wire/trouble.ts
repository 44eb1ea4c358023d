import { type Phase, WireFault } from './connect.ts';
import { headerValues, mediaTypeOf, type Response, type Trouble } from './exchange.ts';

const byCode: Record<string, string> = {
  ECONNREFUSED: 'the connection was refused: nothing listens at the address',
  ECONNRESET: 'the connection was reset before an answer came',
  EPIPE: 'the connection was closed before the request was sent',
  ENOTFOUND: 'the host name does not resolve',
  EAI_AGAIN: 'the name server did not answer',
  EHOSTUNREACH: 'the host cannot be reached',
  ENETUNREACH: 'the network cannot be reached',
  ETIMEDOUT: 'the connection timed out',
  UND_ERR_SOCKET: 'the connection was closed before an answer came',
  CERT_HAS_EXPIRED: "TLS: the server's certificate has expired",
  CERT_NOT_YET_VALID: "TLS: the server's certificate is not valid yet",
  CERT_REVOKED: "TLS: the server's certificate was revoked",
  ERR_TLS_CERT_ALTNAME_INVALID: "TLS: the server's certificate is for another host",
  DEPTH_ZERO_SELF_SIGNED_CERT: "TLS: the server's certificate is self-signed",
  SELF_SIGNED_CERT_IN_CHAIN: "TLS: the chain of the server's certificate ends in an unknown authority",
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: "TLS: the server's certificate is of an unknown authority",
  UNABLE_TO_GET_ISSUER_CERT: "TLS: the server's certificate is of an unknown authority",
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: "TLS: the server's certificate is of an unknown authority",
  ERR_SSL_WRONG_VERSION_NUMBER: 'TLS: what listens at the address does not speak TLS',
  ERR_SSL_PACKET_LENGTH_TOO_LONG: 'TLS: what listens at the address does not speak TLS',
  ERR_SSL_UNSUPPORTED_PROTOCOL: 'TLS: the server offers no version from 1.2 on',
  ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION: 'TLS: the server offers no version from 1.2 on',
  ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED:
    'TLS: the server asks for a client certificate; give tls.cert and tls.key in the environment file',
  ERR_SSL_TLSV1_ALERT_UNKNOWN_CA: 'TLS: the server does not know the authority of the client certificate',
};

const outOfTime: Record<Phase, (seconds: number) => string> = {
  connect: (seconds) => `no connection within ${seconds} s`,
  proxy: (seconds) => `the proxy opened no way to the provider within ${seconds} s`,
  tls: (seconds) => `TLS: no handshake within ${seconds} s`,
  answer: (seconds) => `connected, but no answer within ${seconds} s`,
  body: (seconds) => `the answer was not complete within ${seconds} s`,
};

/** The code of an error or of the nearest of its causes that has one. */
export function codeOf(error: unknown): string | null {
  for (let here = error; here instanceof Error; here = here.cause) {
    if ('code' in here && typeof here.code === 'string') return here.code;
  }
  return null;
}

/** How far an attempt came before it failed: `begun` once a byte of an answer was read. */
export interface Progress {
  phase: Phase;
  begun: boolean;
  /** Seconds the attempt was given. */
  seconds: number;
}

/** A failed send in a person's words; the error's own message may hold what was sent and is never used. */
export function troubleOf(error: unknown, { phase, begun, seconds }: Progress): Trouble {
  if (error instanceof WireFault) return { kind: error.kind, cause: error.message };
  const kind = begun ? 'broken-answer' : 'no-answer';
  const timedOut = error instanceof Error && (error.name === 'TimeoutError' || error.name === 'AbortError');
  if (timedOut) return { kind, cause: outOfTime[begun ? 'body' : phase](seconds) };
  const code = codeOf(error);
  const unread = error instanceof Error && error.name === 'HTTPParserError';
  if (unread) return { kind, cause: 'what came back is not HTTP' };
  if (begun) return { kind, cause: 'the answer was cut off before its end' };
  const known = code === null ? undefined : byCode[code];
  if (known) return { kind, cause: known };
  if (code?.startsWith('ERR_SSL') || code === 'EPROTO') return { kind, cause: `TLS: the handshake failed (${code})` };
  return { kind, cause: `the request could not be sent (${code ?? 'unknown cause'})` };
}

/** Seconds of silence an answer asks for (RFC 9110, section 10.2.3), as seconds or as a date; null when it asks for none. */
export function retryAfter(response: Response, now: Date): number | null {
  const [value] = headerValues(response, 'Retry-After');
  if (value === undefined) return null;
  if (/^\s*\d+\s*$/.test(value)) return Number(value);
  const instant = Date.parse(value);
  return Number.isNaN(instant) ? null : Math.max(0, (instant - now.getTime()) / 1000);
}

const gateways: Record<number, string> = {
  407: 'a proxy asks for credentials (407)',
  408: 'the server gave up waiting for the request (408)',
  429: 'the provider limits the rate of requests (429)',
  502: 'a gateway got no good answer from the provider (502)',
  503: 'the service is not available at the moment (503)',
  504: 'a gateway got no answer from the provider in time (504)',
  511: 'the network asks to sign in first (511)',
};

const proxyServers = /squid|zscaler|bluecoat|fortigate|websense|forcepoint|mcafee web gateway/i;

/** Whether an answer is the network's and not the provider's: a rate limit, a gateway, a proxy's page, a portal. */
export function networkAnswer(response: Response, baseUrl: string): Trouble | null {
  const gateway = gateways[response.status];
  if (gateway) return { kind: 'refused-by-network', cause: gateway };
  const [server = ''] = headerValues(response, 'Server');
  const proxied = headerValues(response, 'X-Squid-Error').length > 0 || proxyServers.test(server);
  if (proxied && mediaTypeOf(response) === 'text/html') {
    return { kind: 'refused-by-network', cause: 'a proxy answered with a page of its own' };
  }
  const [location] = headerValues(response, 'Location');
  if (response.status >= 300 && response.status < 400 && location) {
    const target = URL.canParse(location, baseUrl) ? new URL(location, baseUrl) : null;
    if (target && target.host !== new URL(baseUrl).host) {
      return {
        kind: 'refused-by-network',
        cause: `the answer leads to another host, ${target.host}, as a sign-in page of a network does`,
      };
    }
  }
  return null;
}
