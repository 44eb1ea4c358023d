/** The secrets among the variables, for what is read before an environment file says which they are. */
import { isCredentialName } from '../wire/clear/names.ts';

/** Fewest characters of a secret; a shorter value, or a word, may stand in any page. */
const least = 8;
const word = /^(?:[a-z]+|\d+|true|false)$/i;

/** The values of the variables that are named as credentials and keys are: `ACME_CLIENT_SECRET`, `ACME_PRIVATE_KEY`. */
export function variableSecrets(variables: Record<string, string>): { name: string; value: string }[] {
  return Object.entries(variables)
    .filter(([name]) => isCredentialName(name) || /(?:key|signature|pin)$/i.test(name))
    .filter(([, value]) => value.length >= least && !word.test(value))
    .map(([name, value]) => ({ name, value }));
}
