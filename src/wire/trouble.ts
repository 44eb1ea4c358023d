import { certificateFault, HandshakeFault, type Phase, WireFault } from './connect.ts';
import type { Response, Trouble } from './exchange.ts';
import { framingFault } from './framing.ts';
import { frontOf } from './fronts.ts';
import { limitAdvice, limitCause } from './rate.ts';
import { redirectTrouble } from './redirect.ts';

const byCode: Record<string, string> = {
  ECONNREFUSED: 'the connection was refused: nothing listens at the address',
  ECONNRESET: 'the connection was reset before an answer came',
  EPIPE: 'the connection was closed before the request was sent',
  ENOTFOUND: 'the host name does not resolve',
  EAI_AGAIN: 'the name server did not answer',
  EAI_FAIL: 'the name server failed',
  EAI_NODATA: 'the host name has no address',
  ENODATA: 'the host name has no address',
  EADDRNOTAVAIL: 'this machine has no address to connect from; it may be out of free ports',
  EMFILE: 'this machine has no free file handles to connect with',
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
};

/** Alerts of TLS (RFC 8446, section 6), as OpenSSL names them. */
const byAlert: Record<string, string> = {
  PROTOCOL_VERSION: 'the server offers no version from 1.2 on',
  UNRECOGNIZED_NAME: 'the server does not know the host name of baseUrl',
};

/** Alerts by which a server turns a client certificate away, or a client that sends none (RFC 8446, section 6.2). */
const turningAway: Record<string, string> = {
  CERTIFICATE_REQUIRED: 'the server asks for a client certificate; give tls.cert and tls.key in the environment file',
  UNKNOWN_CA: 'the server does not know the authority of the client certificate; check tls.cert',
  CERTIFICATE_EXPIRED: 'the server says that the client certificate has expired; check tls.cert',
  CERTIFICATE_REVOKED: 'the server says that the client certificate is revoked; check tls.cert',
  CERTIFICATE_UNKNOWN: 'the server does not accept the client certificate; check tls.cert',
  BAD_CERTIFICATE: 'the server does not accept the client certificate; check tls.cert',
  UNSUPPORTED_CERTIFICATE: 'the server does not accept a client certificate of this kind; check tls.cert',
  ACCESS_DENIED: 'the server does not let the client certificate in; check tls.cert',
};

/** The alert that a code names. Versions of OpenSSL differ in what they write before it: SSLV3, TLSV1 or SSL/TLS. */
export const alertOf = (code: string | null): string =>
  /^ERR_SSL_(?:SSLV3|TLSV1\d?|SSL\/TLS)_(?:ALERT_)?(\w+)$/.exec(code ?? '')?.[1] ?? '';

const words = (alert: string): string => alert.toLowerCase().replaceAll('_', ' ');

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

/** Codes that a wrong clock can cause as well. */
const byClock = ['CERT_HAS_EXPIRED', 'CERT_NOT_YET_VALID'];

/** Codes of a certificate whose authority is not known. */
const byAuthority = [
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
];

/** How far an attempt came before it failed: `begun` once a byte of an answer was read. */
export interface Progress {
  phase: Phase;
  begun: boolean;
  /** Seconds the attempt was given. */
  seconds: number;
  /** The first bytes of the answer. */
  start?: Buffer;
  /** What the server asked of the client in the handshake. */
  certificate?: CertificateState;
}

/** Whether the server asked for a client certificate, and the one that was sent, in PEM. */
export interface CertificateState {
  asked: boolean;
  given: string | undefined;
}

/** Whether an error says only that the server closed the connection. */
function closes(code: string | null): boolean {
  return ['ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET'].includes(code ?? '') || alertOf(code) === 'HANDSHAKE_FAILURE';
}

/** Whether a server turned the client away because of its certificate; it may do so without a word, or its alert may be lost. */
function isTurnedAway(error: unknown, certificate: CertificateState | undefined): boolean {
  const code = codeOf(error);
  const asked = certificate?.asked || (error instanceof HandshakeFault && error.certificateAsked);
  return Object.hasOwn(turningAway, alertOf(code)) || (asked === true && closes(code));
}

/** Why no byte of an answer came. */
function silence(error: unknown, certificate: CertificateState | undefined): string {
  const code = codeOf(error);
  const known = code === null ? undefined : byCode[code];
  const handshake = error instanceof HandshakeFault ? error : null;
  if (closes(code) && isTurnedAway(error, certificate)) return certificateFault(certificate?.given ?? handshake?.given);
  if (known && byClock.includes(code ?? ''))
    return `${known}, by the clock of this machine (${new Date().toISOString().slice(0, 16)}Z)`;
  if (known && byAuthority.includes(code ?? ''))
    return `${known}${handshake?.issuer ? ` (${handshake.issuer})` : ''}; for an authority of your own, or of a proxy of yours that opens TLS, give its certificate as tls.ca or in NODE_EXTRA_CA_CERTS`;
  if (known) return known;
  const alert = alertOf(code);
  if (alert !== '')
    return `TLS: ${turningAway[alert] ?? byAlert[alert] ?? `the server ended the connection with the alert "${words(alert)}"`}`;
  if (code?.startsWith('ERR_SSL') || code === 'EPROTO') return `TLS: the handshake failed (${code})`;
  return `the request could not be sent (${code ?? 'unknown cause'})`;
}

/** Explains a failed send in plain words; the error's own message may hold what was sent and is never used. */
export function troubleOf(error: unknown, { phase, begun, seconds, start, certificate }: Progress): Trouble {
  if (error instanceof WireFault) return { kind: error.kind, cause: error.message };
  const kind = begun ? 'broken-answer' : 'no-answer';
  const timedOut = error instanceof Error && (error.name === 'TimeoutError' || error.name === 'AbortError');
  if (timedOut) return { kind, cause: outOfTime[begun ? 'body' : phase](seconds) };
  if (!begun)
    return {
      kind,
      cause: silence(error, certificate),
      ...(isTurnedAway(error, certificate) ? { turnedAway: true as const } : {}),
    };
  const fault = error instanceof Error && start ? framingFault(error, codeOf(error), start) : null;
  return { kind, cause: fault ?? 'the answer was cut off before its end' };
}

/**
 * Statuses that show nothing of the provider, whatever the body; a contract may document those of a server in front.
 */
const gateways: Record<number, { cause: string; front: boolean }> = {
  407: { cause: 'a proxy asks for credentials (407)', front: false },
  408: { cause: 'the server gave up waiting for the request (408)', front: true },
  502: { cause: 'a gateway got no good answer from the provider (502)', front: true },
  503: { cause: 'the service is not available at the moment (503)', front: true },
  504: { cause: 'a gateway got no answer from the provider in time (504)', front: true },
  511: { cause: 'the network asks to sign in first (511)', front: false },
};

const refused = (cause: string, front: boolean): Trouble => ({
  kind: 'refused-by-network',
  cause,
  ...(front && { front: true as const }),
});

/**
 * Whether an answer comes from the network and not from the provider: a rate limit, a gateway, a server in front, a
 * portal. `waits` is how often the request was sent before, and again after the wait that an answer asked for.
 */
export function networkAnswer(response: Response, baseUrl: string, target: string, waits: number): Trouble | null {
  const front = frontOf(response);
  if (front?.aside)
    return refused(`a server in front of the provider answered ${response.status}: ${front.name}`, false);
  const gateway = gateways[response.status];
  if (gateway) return refused(`${gateway.cause}${limitAdvice(response)}`, gateway.front);
  if (front) return refused(`a server in front of the provider answered ${response.status}: ${front.name}`, true);
  const limit = limitCause(response, waits);
  if (limit !== null) return refused(`${limit}${limitAdvice(response)}`, true);
  return redirectTrouble(response, baseUrl, target);
}
