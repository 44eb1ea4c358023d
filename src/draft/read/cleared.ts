/** What was read from pages without the secrets of whoever reads: a portal writes the credentials of an account into its samples. */
import { InputError } from '../../contract/problems.ts';
import { variableSecrets } from '../../target/variable-secrets.ts';
import { createGate, type Gate } from '../../wire/clear/gate.ts';
import { withoutHashes } from '../../wire/clear/mask.ts';
import type { Facts } from '../facts/facts.ts';
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
  const clear = (text: string): string => withoutHashes(gate.clear(text));
  // The account has few names, each of them very many times.
  const names = new Map<string, string>();
  const nameOf = (name: string): string => {
    const cleared = names.get(name) ?? clear(name);
    names.set(name, cleared);
    return cleared;
  };
  return JSON.parse(JSON.stringify(facts), (_name, value: unknown) => {
    if (typeof value === 'string') return clear(value);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
    if (Object.keys(value).every((name) => nameOf(name) === name)) return value;
    return Object.fromEntries(Object.entries(value).map(([name, member]) => [nameOf(name), member]));
  });
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
