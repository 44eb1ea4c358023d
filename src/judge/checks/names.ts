/** Names in HTTP headers. A contract that writes one of them with a slip is refused; any other name is free. */
import type { Schema } from '../../formats/json.ts';

/** A field name, which is a token (RFC 9110, 5.1), as other words of headers are. */
export const headerToken: Schema = { type: 'string', pattern: "^[A-Za-z0-9!#$%&'*+.^_`|~-]+$" };

/** Directives of Cache-Control: RFC 9111, section 5.2, RFC 5861 and RFC 8246. */
export const directive: Schema = {
  ...headerToken,
  examples: [
    ...['max-age', 'max-stale', 'min-fresh', 'must-revalidate', 'must-understand', 'no-cache', 'no-store'],
    ...['no-transform', 'only-if-cached', 'private', 'proxy-revalidate', 'public', 's-maxage'],
    ...['stale-while-revalidate', 'stale-if-error', 'immutable'],
  ],
};

/** Methods: RFC 9110, section 9, and RFC 5789; letter case counts, and these are in capitals. */
export const method: Schema = {
  type: 'string',
  pattern: "^[A-Z0-9!#$%&'*+.^_`|~-]+$",
  examples: ['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'CONNECT', 'OPTIONS', 'TRACE', 'PATCH'],
};

/** Schemes of the IANA registry of HTTP authentication schemes (RFC 9110, section 16.4.1). */
export const authScheme: Schema = {
  ...headerToken,
  examples: [
    ...['Basic', 'Bearer', 'Concealed', 'Digest', 'DPoP', 'GNAP', 'HOBA', 'Mutual', 'Negotiate', 'OAuth'],
    ...['PrivateToken', 'SCRAM-SHA-1', 'SCRAM-SHA-256', 'vapid'],
  ],
};
