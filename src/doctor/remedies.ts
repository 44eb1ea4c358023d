/** What to do about what the doctor meets on the way to a provider. */
import { checkCredentials } from '../run/controls.ts';
import { basePathOf, pathShared } from '../target/address.ts';
import type { Exchange } from '../wire/exchange.ts';
import { isLimited, retryAfter } from '../wire/rate.ts';
import { alertOf, codeOf, troubleOf } from '../wire/trouble.ts';

const oldVersion = 'ask the operator of the host to offer TLS 1.2 or 1.3; the suite speaks no older one';
const otherHost = 'write the host of baseUrl as the certificate names it, or ask the operator of the host';
const noTls =
  'check the port of baseUrl; where it speaks plain HTTP, http:// is for loopback alone, and for a host that mockHosts names';
const ownAuthority = 'otherwise ask the operator of the host to fix it';
const outOfDate =
  'check the clock of this machine; if it is right, ask the operator of the host to renew the certificate';
const closed = 'check the port of baseUrl, and what stands between: a firewall or a proxy may end the connection';

/** By the code of the error, or the alert that it names. */
const ofHandshake: Record<string, string> = {
  CERT_HAS_EXPIRED: outOfDate,
  CERT_NOT_YET_VALID: outOfDate,
  CERT_REVOKED: 'ask the operator of the host for another certificate',
  ERR_TLS_CERT_ALTNAME_INVALID: otherHost,
  UNRECOGNIZED_NAME: otherHost,
  DEPTH_ZERO_SELF_SIGNED_CERT: ownAuthority,
  SELF_SIGNED_CERT_IN_CHAIN: ownAuthority,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: ownAuthority,
  UNABLE_TO_GET_ISSUER_CERT: ownAuthority,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: ownAuthority,
  ERR_SSL_WRONG_VERSION_NUMBER: noTls,
  ERR_SSL_PACKET_LENGTH_TOO_LONG: noTls,
  ERR_SSL_UNSUPPORTED_PROTOCOL: oldVersion,
  PROTOCOL_VERSION: oldVersion,
  ECONNRESET: closed,
  EPIPE: closed,
};

/** What to do about a handshake that failed. */
export function handshakeRemedy(error: unknown): string {
  if (troubleOf(error, { phase: 'tls', begun: false, seconds: 0 }).turnedAway)
    return 'check tls.cert and tls.key, and with the provider that it knows the certificate';
  const code = codeOf(error);
  if (code === null) return closed;
  return (
    ofHandshake[code] ??
    ofHandshake[alertOf(code)] ??
    'ask the operator of the host which versions and ciphers of TLS it takes'
  );
}

/** What to do where no answer came that says anything of the request; `otherwise`: where it was no limit of the rate. */
export function troubleRemedy({ response }: Exchange, otherwise: string): string {
  if (!response || !isLimited(response)) return otherwise;
  const seconds = retryAfter(response, new Date());
  return `the doctor does not wait; try again ${seconds === null ? 'later' : `in ${Math.ceil(seconds)} s`}`;
}

/** Statuses of a server that knows no such place, whatever the credentials. */
const ofAddress = [404, 405, 410, 421];

/** What to do about an answer that refuses the good request of an operation. */
export function refusalRemedy({ response, baseUrl, request }: Exchange, operationPath: string): string {
  const status = response?.status ?? 0;
  if (status >= 500) return `try again later, and ask the provider: a ${status} says nothing of the credentials`;
  if (!ofAddress.includes(status) && (status < 300 || status >= 400)) return checkCredentials;
  const shared = pathShared(baseUrl, operationPath);
  if (shared !== '') return `leave ${shared} out of baseUrl: the path of the operation begins with it`;
  return `check baseUrl: with the path of the operation it leads to ${basePathOf(baseUrl)}${request.target.shown}; if that is right, ask the provider whether this host has the operation, and for these credentials`;
}
