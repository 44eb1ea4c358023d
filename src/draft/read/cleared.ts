/** What was read from pages without the secrets of whoever reads: a portal writes the credentials of an account into its samples. */
import { InputError } from '../../contract/problems.ts';
import { sha256Of } from '../../formats/sha256.ts';
import { variableSecrets } from '../../target/variable-secrets.ts';
import { createGate, type Gate } from '../../wire/clear/gate.ts';
import type { Facts } from '../facts/facts.ts';
import { PageNotReached } from '../page/source.ts';

/** A gate that knows the secrets among some variables, and masks each in the same way in every reading. */
export function gateOfPages(variables: Record<string, string>): Gate {
  const secrets = variableSecrets(variables);
  // Whoever knows all of the secrets, and nobody else, can try a guess against a mask. What is new in each session of a shell or
  // a CI would change every mask; it is guessed by its entropy, which protects it without salt.
  const named = secrets.filter(({ guessed }) => !guessed).map(({ value }) => value);
  const salt = sha256Of(JSON.stringify(named.sort()));
  return createGate({ secrets, granted: { fresh: () => [], add: () => undefined, salt } });
}

/** The facts of pages as they may be printed and written. */
export function clearedFacts(facts: Facts, gate: Gate): Facts {
  // The account has few names, each of them very many times.
  const names = new Map<string, string>();
  const nameOf = (name: string): string => {
    const cleared = names.get(name) ?? gate.clear(name);
    names.set(name, cleared);
    return cleared;
  };
  return JSON.parse(JSON.stringify(facts), (_name, value: unknown) => {
    if (typeof value === 'string') return gate.clear(value);
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
