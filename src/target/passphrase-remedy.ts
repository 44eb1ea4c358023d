/** What to do where the passphrase of a key is missing or wrong. */
import type { KeyError } from './pem.ts';
import { shownVariable, variableIn } from './reference.ts';

/**
 * Follows what is wrong with a key; empty where that is not its passphrase. `given` is what the environment file says for the
 * passphrase, under `name`.
 */
export function passphraseRemedy(
  { passphrase }: Pick<KeyError, 'passphrase'>,
  given: string | undefined,
  name: string,
): string {
  if (passphrase === null) return '';
  if (given === undefined)
    return `; write ${name}: $NAME beside it in the environment file, and set a variable of that name`;
  const variable = variableIn(given);
  const called = variable === null ? name : (shownVariable(variable) ?? `the variable of ${name}`);
  return passphrase === 'missing'
    ? `; set ${called}${variable === null ? '' : ' in the shell or in .env'}`
    : `; set ${called} to the passphrase of this very key, as it was typed when the key was made`;
}
