/** What was read from pages without the secrets of whoever reads: a portal writes the credentials of an account into its samples. */
import { InputError } from '../../contract/problems.ts';
import { variableSecrets } from '../../target/variable-secrets.ts';
import { createGate, type Gate } from '../../wire/clear/gate.ts';
import { withoutHashes } from '../../wire/clear/mask.ts';
import type { Facts } from '../facts/facts.ts';
import { remembered } from '../page/remembered.ts';
import { PageNotReached } from '../page/source.ts';

/** A gate that knows the secrets among some variables. */
export function gateOfPages(variables: Record<string, string>): Gate {
  return createGate({ secrets: variableSecrets(variables) });
}

/**
 * The facts of pages as they may be printed and written. Their masks have no hashes: these depend on a salt, and facts of two
 * readings are compared.
 */
export function clearedFacts(facts: Facts, gate: Gate): Facts {
  // The account has few names and titles, each of them very many times.
  const clear = remembered((text: string): string => withoutHashes(gate.clear(text)));
  // A function that is given to JSON.parse takes three times as long.
  const cleared = (value: unknown): unknown => {
    if (typeof value === 'string') return clear(value);
    if (Array.isArray(value)) return value.map(cleared);
    if (typeof value !== 'object' || value === null) return value;
    const members: [string, unknown][] = [];
    for (const [name, member] of Object.entries(value))
      if (member !== undefined) members.push([clear(name), cleared(member)]);
    return Object.fromEntries(members);
  };
  return Object.assign({ ...facts }, cleared(facts));
}

/** Does something, and clears what an error quotes of a page. @throws InputError */
export async function clearingErrors<T>(gate: Gate, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const { title, problems } = error;
    const Cleared = error instanceof PageNotReached ? PageNotReached : InputError;
    throw new Cleared(
      gate.clear(title),
      problems.map((problem) => gate.clear(problem)),
    );
  }
}
