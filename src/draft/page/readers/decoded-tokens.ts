/** The parts of a JWT as JSON: they are what a token says, and no body of a request or an answer. */
import type { JsonObject } from '../../../formats/json.ts';
import { tokens } from '../blocks/sides.ts';
import { lettersOf } from '../words/spellings.ts';

/** Members of the header of a JWT (RFC 7515 4.1), and the claims that are registered (RFC 7519 4.1). */
const ofHeader: ReadonlySet<string> = new Set([
  'alg',
  'typ',
  'kid',
  'x5t',
  'x5t#S256',
  'x5c',
  'x5u',
  'jku',
  'jwk',
  'cty',
  'crit',
]);
const claims: readonly string[] = ['iss', 'sub', 'aud', 'exp', 'nbf', 'iat', 'jti'];

/** Claims of which a body may have fewer without being those of a token. */
const fewest = 3;

/** Whether a body is the header of a JWT, or its claims: an answer that holds a token is neither. */
export function isDecodedToken(body: JsonObject): boolean {
  const names = Object.keys(body);
  const isHeader = names.includes('alg') && names.length > 1 && names.every((name) => ofHeader.has(name));
  const isGrant = names.some((name) => tokens.includes(lettersOf(name)) || name === 'active');
  return isHeader || (!isGrant && claims.filter((name) => names.includes(name)).length >= fewest);
}
