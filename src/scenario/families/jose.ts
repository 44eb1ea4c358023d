/** What a token that is a JWT says of itself, judged on every grant of a run; it sends nothing of its own. */
import type { JsonObject } from '../../formats/json.ts';
import type { Level } from '../../formats/results.ts';
import type { Standard } from '../../formats/standards.ts';
import type { Family, Row } from './family.ts';

/** A fact that a check of the token finds, and where a standard states it. */
interface Fact {
  statement: string;
  standard: Standard;
  at: string;
  /** `must` where it is left out. */
  level?: Level;
  check: string;
  with?: JsonObject;
  /** Why no answer may show it; where it is left out, that the token is no JWT. */
  unreached?: string;
}

/** The facts of a token that is a JWT, by the last part of their ids. */
const ofJwt: Record<string, Fact> = {
  encoding: {
    statement:
      'Where the token is a JWT, its segments are base64url without padding, and no name occurs twice in its header or claims.',
    standard: 'rfc7515',
    at: 'section 2, section 4',
    check: 'jose-encoding',
  },
  header: {
    statement:
      'Where the token is a JWT, the members of its header have the types and values of RFC 7515, and hold no private key.',
    standard: 'rfc7515',
    at: 'section 4.1',
    check: 'jose-header',
  },
  signature: {
    statement: 'Where the token is a JWT, its signature is as long as its algorithm makes it.',
    standard: 'rfc7518',
    at: 'section 3.1',
    check: 'jose-signature',
  },
  key: {
    statement: 'Where the token is a JWT with a MAC, its key is no word that anyone would try first.',
    standard: 'rfc8725',
    at: 'section 3.5',
    check: 'jose-key',
  },
  types: {
    statement: 'Where the token is a JWT, iss, sub, aud and jti have the types of RFC 7519.',
    standard: 'rfc7519',
    at: 'section 4.1',
    check: 'claims-types',
    with: { types: { string: ['jti'], stringOrUri: ['iss', 'sub'], audience: ['aud'] } },
  },
  'oauth-claims': {
    statement:
      'Where the token is a JWT, scope is a string of scopes with blanks between them, and client_id is a string.',
    standard: 'rfc8693',
    at: 'section 4.2, section 4.3',
    level: 'should',
    check: 'claims-types',
    with: { types: { string: ['scope', 'client_id'] } },
  },
  dates: {
    statement: 'Where the token is a JWT, its dates are seconds since 1970, and it does not end before it begins.',
    standard: 'rfc7519',
    at: 'section 2, section 4.1',
    check: 'claims-order',
  },
  unique: {
    statement: 'Where tokens are JWTs, no two that differ have the same jti.',
    standard: 'rfc7519',
    at: 'section 4.1.7',
    check: 'claims-unique',
  },
};

/** The facts of a token that is no JWT. */
const ofOpaque: Record<string, Fact> = {
  predictable: {
    statement:
      'Tokens that are no JWTs differ in 128 bits or more, so that nobody computes the next from earlier ones.',
    standard: 'rfc6749',
    at: 'section 10.10',
    check: 'token-varies',
    unreached: 'only tokens that are no JWTs, two of them, show it',
  },
  guessable: {
    statement: 'A token that is no JWT is long enough that nobody guesses it: 128 bits or more.',
    standard: 'rfc6749',
    at: 'section 10.10',
    check: 'token-length',
    unreached: 'only a token that is no JWT shows it',
  },
};

const rowsOf = (facts: Record<string, Fact>): Row[] =>
  Object.entries(facts).map(([what, fact]): Row => {
    const { statement, standard, at, level = 'must', check, with: given } = fact;
    const { unreached = 'only a token that is a JWT shows it' } = fact;
    return {
      ...{ what, statement, ways: [], origin: { standard, at, level } },
      judged: { check, unreached, ...(given ? { with: given } : {}) },
    };
  });

/** The token's own header and claims. */
export const jose: Family = {
  name: 'jose',
  about: 'header and claims of a token that is a JWT: encoding, types, algorithm and signature, dates, uniqueness',
  ways: {},
  rows(contract) {
    // Where the page says that the token is a JWT, that clause fails for a token that is none.
    const isJwt = contract.clauses.some((clause) => 'check' in clause && clause.check === 'jwt');
    return [...rowsOf(ofJwt), ...(isJwt ? [] : rowsOf(ofOpaque))];
  },
};
