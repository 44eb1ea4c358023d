/** The secrets among the variables, for what is read before an environment file says which they are. */
import { isKeyLike } from '../wire/clear/guess.ts';
import { wordsIn } from '../wire/clear/letters.ts';
import { isCredentialName } from '../wire/clear/names.ts';

/** Fewest characters of a secret; a shorter value may stand in any page. */
const least = 8;
/** A word, which may stand in any page as well, unless it is longer than words are. */
const word = /^(?:[a-z]{1,15}|\d+)$/i;
/** Words for a credential in the name of a variable, in English and Indonesian. */
const credential =
  /^(?:pass|passwd|pwd|passwords?|passphrases?|secrets?|tokens?|(?:api|secret|private)?keys?|creds?|credentials?|auth|authorization|bearer|jwt|signature|hmac|salt|pin|otp|basic|kunci|sandi|rahasia)$/i;
/** Words which say that a value describes a credential, or where it is. */
const about =
  /^(?:ur[il]|endpoint|path|place|host|port|address|file|dir|folder|sock|header|name|id|method|type|kind|version|alg|algorithm|scope|issuer|audience|ttl|expir\w*|lifetime|timeout|count|size|length|format|state|status)$/i;
/** A name that keeps what it says of its value at its end, such as `ACME_PRIVATE_KEY`. */
const ofKey = /(?:key|signature|pin)$/i;
/** An address or a path of a file: where something is, but no secret. */
const place = /^(?:[a-z][a-z\d+.-]*:\/\/|[a-z]:\\|\/)/i;
const login = /^[a-z][a-z\d+.-]*:\/\/[^/?#]*?:([^/?#]*)@/i;

/** Whether a name is that of a credential or a key, in whatever order its words are: `ACME_TOKEN_DEV`. */
function isSecretName(name: string): boolean {
  if (isCredentialName(name) || ofKey.test(name)) return true;
  const words = wordsIn(name);
  return words.length > 1 && words.some((one) => credential.test(one)) && !words.some((one) => about.test(one));
}

/** The password in an address, as it is written and as it is meant. */
function passwordsIn(value: string): string[] {
  const [, written = ''] = login.exec(value) ?? [];
  try {
    return [written, decodeURIComponent(written)];
  } catch {
    return [written];
  }
}

/** A secret among the variables. */
export interface VariableSecret {
  /** Name of the variable. */
  name: string;
  value: string;
  /** Whether only its value shows that it is one, whatever the name. */
  guessed: boolean;
}

function secretsIn(name: string, value: string): VariableSecret[] {
  const isPlace = place.test(value);
  const isNamed = isPlace ? isCredentialName(name) || ofKey.test(name) : isSecretName(name);
  if (isNamed) return [{ name, value, guessed: false }];
  if (!isPlace && isKeyLike(value)) return [{ name, value, guessed: true }];
  return [...new Set(passwordsIn(value))].map((password) => ({ name, value: password, guessed: false }));
}

/**
 * The values of the variables that are named as credentials and keys are (`ACME_CLIENT_SECRET`, `ACME_KEY_2`), those that nobody
 * can guess, and the passwords in addresses.
 */
export function variableSecrets(variables: Record<string, string>): VariableSecret[] {
  return Object.entries(variables)
    .flatMap(([name, value]) => secretsIn(name, value))
    .filter(({ value }) => value.length >= least && !word.test(value));
}
