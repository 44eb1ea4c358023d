/** What a token that is a JWT says of itself, judged on every grant of a run; it sends nothing of its own. */
import type { JsonObject } from '../../formats/json.ts';
import type { Family, Origin, Row } from './family.ts';

const isJwt = 'only a token that is a JWT shows it';

const row = (
  what: string,
  statement: string,
  origin: Origin,
  check: string,
  { unreached = isJwt, given }: { unreached?: string; given?: JsonObject } = {},
): Row => ({ what, statement, origin, ways: [], judged: { check, unreached, ...(given ? { with: given } : {}) } });

function jwtRows(): Row[] {
  return [
    row(
      'encoding',
      'Where the token is a JWT, its segments are base64url without padding, and no name occurs twice in its header or claims.',
      { standard: 'rfc7515', at: 'section 2, section 4', level: 'must' },
      'jose-encoding',
    ),
    row(
      'header',
      'Where the token is a JWT, the members of its header have the types and values of RFC 7515, and hold no private key.',
      { standard: 'rfc7515', at: 'section 4.1', level: 'must' },
      'jose-header',
    ),
    row(
      'signature',
      'Where the token is a JWT, its signature is as long as its algorithm makes it.',
      { standard: 'rfc7518', at: 'section 3.1', level: 'must' },
      'jose-signature',
    ),
    row(
      'key',
      'Where the token is a JWT with a MAC, its key is no word that anyone would try first.',
      { standard: 'rfc8725', at: 'section 3.5', level: 'must' },
      'jose-key',
    ),
    row(
      'types',
      'Where the token is a JWT, iss, sub, aud and jti have the types of RFC 7519.',
      { standard: 'rfc7519', at: 'section 4.1', level: 'must' },
      'claims-types',
      { given: { types: { string: ['jti'], stringOrUri: ['iss', 'sub'], audience: ['aud'] } } },
    ),
    row(
      'oauth-claims',
      'Where the token is a JWT, scope is a string of scopes with blanks between them, and client_id is a string.',
      { standard: 'rfc8693', at: 'section 4.2, section 4.3', level: 'should' },
      'claims-types',
      { given: { types: { string: ['scope', 'client_id'] } } },
    ),
    row(
      'dates',
      'Where the token is a JWT, its dates are seconds since 1970, and it does not end before it begins.',
      { standard: 'rfc7519', at: 'section 2, section 4.1', level: 'must' },
      'claims-order',
    ),
    row(
      'unique',
      'Where tokens are JWTs, no two that differ have the same jti.',
      { standard: 'rfc7519', at: 'section 4.1.7', level: 'must' },
      'claims-unique',
    ),
  ];
}

function opaqueRows(): Row[] {
  return [
    row(
      'predictable',
      'Tokens that are no JWTs differ in so much that none tells the next: 128 bits or more.',
      { standard: 'rfc6749', at: 'section 10.10', level: 'must' },
      'token-varies',
      { unreached: 'only tokens that are no JWTs, two of them, show it' },
    ),
    row(
      'guessable',
      'A token that is no JWT is long enough that nobody guesses it: 128 bits or more.',
      { standard: 'rfc6749', at: 'section 10.10', level: 'must' },
      'token-length',
      { unreached: 'only a token that is no JWT shows it' },
    ),
  ];
}

/** The token's own header and claims. */
export const jose: Family = {
  name: 'jose',
  about: 'header and claims of a token that is a JWT: encoding, types, algorithm and signature, dates, uniqueness',
  ways: {},
  rows: (contract) => [
    ...jwtRows(),
    // Where the page says that the token is a JWT, one that is none is told by that clause.
    ...(contract.clauses.some((clause) => 'check' in clause && clause.check === 'jwt') ? [] : opaqueRows()),
  ],
};
