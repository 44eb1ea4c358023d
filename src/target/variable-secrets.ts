/** The secrets among the variables, for what is read before an environment file says which they are. */
import { isKeyLike, keysIn, leastKey } from '../wire/clear/guess.ts';
import { wordsIn } from '../wire/clear/letters.ts';
import { isCredentialName, speaksOf } from '../wire/clear/names.ts';
import { wordsOf } from '../wire/clear/words.ts';

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
/** An address or a path of a file: where something is, but no secret as a whole. */
const place = /^(?:[a-z][a-z\d+.-]*:\/\/|[a-z]:\\)/i;
/** A path of which the first step is a word or a number, since one secret in Base64 of 64 begins with a slash. */
const path = /^\/\.?(?:[A-Z]?[a-z]+|[A-Z]+)?\d{0,4}(?:[/._:~ -]|$)/;
/** The password before a host; else one with signs that end the name of a host, which no port begins. */
const password = /^[^/?#:@]*:(?:([^/?#]*)@|(?!\d{1,5}[/?#])(.*)@)/s;

/** Whether a name is that of a credential or a key, in whatever order its words are: `ACME_TOKEN_DEV`. */
function isSecretName(name: string): boolean {
  if (isCredentialName(name) || ofKey.test(name)) return true;
  const words = wordsIn(name);
  return words.length > 1 && words.some((one) => credential.test(one)) && !words.some((one) => about.test(one));
}

/** The passwords in addresses, each as it is written and as it is meant. */
function passwordsIn(value: string): string[] {
  const written = value
    .split('://')
    .slice(1)
    .flatMap((address) => password.exec(address)?.slice(1) ?? [])
    .filter((one) => one !== undefined);
  return written.flatMap((one) => {
    try {
      return [one, decodeURIComponent(one)];
    } catch {
      return [one];
    }
  });
}

/** Whether a name within a value, such as that of a parameter, is one of a credential; it is read in the context of the value. */
const isNameWithin = (name: string): boolean => isSecretName(name) || credential.test(name);

/** The values within a value, such as those of a query or of the settings of a connection, that their names say are credentials. */
function namedIn(value: string): string[] {
  const isOne = (name: string, text: string): boolean =>
    isNameWithin(name) && (text.length >= leastKey || /\d|[a-z][A-Z]/.test(text)) && !speaksOf(name, text);
  return wordsOf(value).flatMap(({ name, value: text }) => (name !== '' && isOne(name, text) ? [text] : []));
}

/** A secret among the variables. */
export interface VariableSecret {
  /** Name of the variable. */
  name: string;
  value: string;
  /** Whether only its value shows that it is one, whatever the name. */
  guessed: boolean;
}

/** The parts of an address or a path that nobody can guess: steps, a name of a user, values of the query. */
function keysOfPlace(value: string): string[] {
  const [, steps = '', query = ''] = /^([^?#]*)(.*)$/s.exec(value) ?? [];
  return [...steps.split(/[\\/:@;,\s]/).filter(isKeyLike), ...query.split(/[?#&=;,\s]/).flatMap(keysIn)];
}

function secretsIn(name: string, value: string): VariableSecret[] {
  const isPlace = place.test(value) || path.test(value);
  const isNamed = isPlace ? isCredentialName(name) || ofKey.test(name) : isSecretName(name);
  if (isNamed) return [{ name, value, guessed: false }];
  const inside = [...passwordsIn(value), ...namedIn(value)];
  const keys = isPlace ? keysOfPlace(value) : [value].filter(isKeyLike);
  return [
    ...[...new Set(inside)].map((one) => ({ name, value: one, guessed: false })),
    ...keys.filter((one) => !inside.includes(one)).map((one) => ({ name, value: one, guessed: true })),
  ];
}

/**
 * The values of the variables that are named as credentials and keys are (`ACME_CLIENT_SECRET`, `ACME_KEY_2`), those that nobody
 * can guess, and what is one or the other within a value: the password or a parameter of an address, a setting of a connection.
 */
export function variableSecrets(variables: Record<string, string>): VariableSecret[] {
  return Object.entries(variables)
    .flatMap(([name, value]) => secretsIn(name, value))
    .filter(({ value }) => value.length >= least && !word.test(value));
}
