/** What a contract says of the members of a grant. */
import type { TokenPointers } from '../formats/contract.ts';
import type { TokenMembers } from './types.ts';

/** What stands for the pointer to the lifetime where the sources promise no life of a token. */
export const noLifetime = 'none';

/** The members of a grant, as the engine knows them. */
export function tokenMembers(token: TokenPointers): TokenMembers {
  return { ...token, lifetime: token.lifetime === noLifetime ? null : token.lifetime };
}
