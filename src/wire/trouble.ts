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
  UND_ERR_CONNECT_TIMEOUT: 'no connection within the time allowed',
  UND_ERR_HEADERS_TIMEOUT: 'no answer within the time allowed',
  UND_ERR_BODY_TIMEOUT: 'the answer stopped half-way',
  UND_ERR_SOCKET: 'the connection was closed before an answer came',
  CERT_HAS_EXPIRED: "TLS: the server's certificate has expired",
  CERT_NOT_YET_VALID: "TLS: the server's certificate is not valid yet",
  ERR_TLS_CERT_ALTNAME_INVALID: "TLS: the server's certificate is for another host",
  DEPTH_ZERO_SELF_SIGNED_CERT: "TLS: the server's certificate is self-signed",
  SELF_SIGNED_CERT_IN_CHAIN: "TLS: the chain of the server's certificate ends in an unknown authority",
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: "TLS: the server's certificate is of an unknown authority",
  UNABLE_TO_GET_ISSUER_CERT: "TLS: the server's certificate is of an unknown authority",
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: "TLS: the server's certificate is of an unknown authority",
};

function codeOf(error: unknown): string | null {
  for (let here = error; here instanceof Error; here = here.cause) {
    if ('code' in here && typeof here.code === 'string') return here.code;
  }
  return null;
}

/** A failed send in a person's words; the error's own message may hold what was sent and is never used. */
export function troubleOf(error: unknown, headersCame: boolean, seconds: number): Trouble {
  const code = codeOf(error);
  const kind = headersCame ? 'broken-answer' : 'no-answer';
  const timedOut = error instanceof Error && (error.name === 'TimeoutError' || error.name === 'AbortError');
  if (timedOut)
    return {
      kind,
      cause: headersCame ? `the answer was not complete within ${seconds} s` : `no answer within ${seconds} s`,
    };
  if (headersCame) return { kind, cause: 'the answer was cut off before its end' };
  const known = code === null ? undefined : byCode[code];
  if (known) return { kind, cause: known };
  if (code?.startsWith('ERR_SSL') || code === 'EPROTO') return { kind, cause: 'TLS: the handshake failed' };
  if (code?.startsWith('HPE_')) return { kind, cause: 'what came back is not HTTP' };
  return { kind, cause: `the request could not be sent (${code ?? 'unknown cause'})` };
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
