/** What was read from pages without the secrets of whoever reads: a portal writes the credentials of an account into its samples. */
import { InputError } from '../../contract/problems.ts';
import { variableSecrets } from '../../target/variable-secrets.ts';
import { createGate, type Gate } from '../../wire/clear/gate.ts';
import { withoutHashes } from '../../wire/clear/mask.ts';
import type { Facts } from '../facts/facts.ts';
import { PageNotReached } from '../page/text/source.ts';
import { remembered } from '../page/words/remembered.ts';

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

/** Clears texts while the facts that have them are still read, so that the gate knows them then. */
export interface Ahead {
  take(texts: string[]): void;
  /** Begins with what was taken and is still to come. */
  begin(gate: Gate): void;
  end(): void;
}

/** Characters that are cleared ahead: a gate keeps no more than these. */
const mostAhead = 3 << 20;

/** Milliseconds of clearing after which it is looked whether the facts are there. */
const slice = 5;

/** What is cleared of texts ahead stays with the gate, which is asked for each of them again. */
export function clearingAhead(): Ahead {
  let gate: Gate | null = null;
  let waiting: string[] = [];
  let [next, room] = [0, mostAhead];
  let planned: NodeJS.Immediate | null = null;
  const plan = (): void => {
    if (gate !== null && next < waiting.length) planned ??= setImmediate(work);
  };
  const work = (): void => {
    planned = null;
    const until = performance.now() + slice;
    for (; next < waiting.length && performance.now() < until; next++) gate?.clear(waiting[next] ?? '');
    plan();
  };
  return {
    take(texts) {
      for (const text of texts) {
        room -= text.length;
        if (room >= 0) waiting.push(text);
      }
      plan();
    },
    begin(one) {
      gate = one;
      plan();
    },
    end() {
      gate = null;
      waiting = [];
      if (planned) clearImmediate(planned);
    },
  };
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
