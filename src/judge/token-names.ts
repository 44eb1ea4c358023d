/** Members that have the name of a token. */

import type { Contract } from '../contract/types.ts';
import type { Json } from '../formats/json.ts';
import { lastKeyOf } from '../formats/json.ts';
import { type Place, pointerAt, stringsIn } from '../wire/strings.ts';

/** The tokens that an answer of OAuth may hold (RFC 6749, section 5.1, and OpenID Connect Core 1.0, section 3.1.3.3). */
const ofOauth = ['access_token', 'refresh_token', 'id_token'];

/** A name without letter case and separators: `accessToken` and `access_token` are the same name. */
const plainName = (name: string): string => name.toLowerCase().replace(/[_-]/g, '');

/** JSON pointers of members that the contract or OAuth names as a token, in any spelling and of any length. */
export function tokensNamed({ token }: Contract, json: Json | undefined): string[] {
  const names = new Set([...ofOauth, lastKeyOf(token.value)].map(plainName));
  const inArray = (place: Place | null): boolean => {
    for (let here = place; here; here = here.holder) if (typeof here.key === 'number') return true;
    return false;
  };
  return (
    stringsIn(json)
      // A sentence about a token is not a token.
      .filter(({ value, place }) => place && names.has(plainName(String(place.key))) && /^\S+$/.test(value))
      .filter(({ place }) => !inArray(place))
      .map(({ place }) => pointerAt(place))
  );
}
