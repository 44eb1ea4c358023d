import type { Json, JsonObject } from '../../formats/json.ts';
import { isObject } from '../../formats/json.ts';
import { isUrl } from '../../formats/url.ts';
import { type Check, inapplicable } from './check.ts';
import { jwtHeaderOf } from './claims.ts';

const isText = (value: Json | undefined): boolean => typeof value === 'string';
const isAddress = (value: Json | undefined): boolean => typeof value === 'string' && isUrl(value);
const isTexts = (value: Json | undefined): boolean =>
  Array.isArray(value) && value.length > 0 && value.every((item) => typeof item === 'string' && item !== '');

const registered = /^([HRPE]S(256|384|512)|ES256K|EdDSA|none)$/;
const anyCase = new RegExp(registered.source, 'i');

/** What each registered member holds (RFC 7515, 4.1.1 to 4.1.11). */
const members: Record<string, (value: Json, header: JsonObject) => boolean> = {
  // Names are case-sensitive (4.1.1): one that differs from a registered name in case alone is not registered.
  alg: (value) => typeof value === 'string' && value !== '' && (registered.test(value) || !anyCase.test(value)),
  typ: isText,
  cty: isText,
  kid: isText,
  jku: isAddress,
  x5u: isAddress,
  x5t: isText,
  'x5t#S256': isText,
  x5c: isTexts,
  jwk: isObject,
  // What is critical is in the header, and is not one of the members that every reader knows.
  crit: (value, header) =>
    isTexts(value) &&
    Array.isArray(value) &&
    new Set(value).size === value.length &&
    value.every((name) => header[String(name)] !== undefined && !Object.hasOwn(members, String(name))),
};

/** Members of a JSON Web Key that only its owner may know (RFC 7518, 6.2.2, 6.3.2 and 6.4.1). */
const secret = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k'];

/** The members of a JWT's header have the types and values registered for them, and hold no private key. */
export const joseHeader: Check = (evidence) => {
  const documented = 'a header whose members are as RFC 7515 registers them';
  const header = jwtHeaderOf(evidence);
  if (!header) return inapplicable(documented, 'the token is not a JWT');
  const { jwk } = header;
  const wrong = [
    ...Object.entries(header).flatMap(([name, value]) =>
      Object.hasOwn(members, name) && !members[name]?.(value, header) ? [name] : [],
    ),
    ...(isObject(jwk) ? secret.filter((name) => jwk[name] !== undefined).map((name) => `jwk.${name}`) : []),
  ];
  return {
    verdict: wrong.length > 0 ? 'fail' : 'pass',
    documented,
    // The value itself may be a key.
    received: wrong.length > 0 ? `not so: ${wrong.join(', ')}` : documented,
    pointer: evidence.contract.token.value,
  };
};
