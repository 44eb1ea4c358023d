/**
 * Finds the test that shows a clause without a test of its own, for a user whose --grep with its name selects nothing.
 */
import { isSuccess } from '../contract/status.ts';
import { type Clause, type Contract, isUntestable } from '../contract/types.ts';
import { type Case, casesOf } from '../scenario/cases.ts';
import { deepened } from '../scenario/families/deepen.ts';

/** Most clauses that are listed; a word such as the provider's name matches all of them. */
const mostListed = 3;

/** The pattern of --grep, without letter case, as Playwright reads it; null where it is invalid. */
function patternOf(grep: string): RegExp | null {
  const [, source = grep, flags = 'i'] = /^\/(.*)\/([dimsuvy]*)g?[dimsuvy]*$/s.exec(grep) ?? [];
  try {
    return new RegExp(source, flags);
  } catch {
    // Playwright itself says what is wrong with it.
    return null;
  }
}

const isGrant = (status: unknown): boolean =>
  status === 'granted' || status === 'any' || (typeof status === 'number' && isSuccess(status));

/** Whether a promise is about the documented answer of a test. */
function shows({ scenarios: [{ clause, operation }] }: Case, promise: Extract<Clause, { kind: 'promise' }>): boolean {
  const { on, operations } = promise;
  if (!operations.includes(operation)) return false;
  if (clause === null) return on.some(isGrant);
  if (isUntestable(clause) || clause.kind !== 'demand') return false;
  const statuses = clause.refusal.documented.flatMap(({ status }) => (status === 'probe' ? [] : status));
  return on.includes('refused') || statuses.some((status) => on.includes(status));
}

function sentence(clause: Clause, cases: readonly Case[]): string {
  const { id } = clause;
  if (isUntestable(clause)) return `${id} cannot be tested from outside`;
  const shown = clause.kind === 'promise' ? cases.find((one) => shows(one, clause)) : undefined;
  const about = `${id} has no test of its own: it is judged on the answers to others`;
  if (!shown) return `${about}; run the whole target`;
  const [{ id: control, clause: other }] = shown.scenarios;
  // A control by its whole title, since other titles contain the word.
  return `${about}, and ${other?.id ?? control} shows it; run --grep=${other?.id ?? `'${control}:'`}`;
}

function sentencesFor(contract: Contract, named: RegExp): string[] {
  const cases = casesOf(contract);
  const own = new Set(cases.map(({ scenarios: [{ clause }] }) => clause?.id));
  const here = contract.clauses.filter(({ id }) => named.test(id) && !own.has(id)).map((one) => sentence(one, cases));
  if (here.length > 0 || contract.profile === 'deep') return here;
  const known = new Set(contract.clauses.map(({ id }) => id));
  return deepened(contract)
    .clauses.filter(({ id }) => named.test(id) && !known.has(id))
    .map(({ id }) => `${id} is a clause of the deep profile; set CONFORMANCE_PROFILE=deep`);
}

/**
 * For clauses that --grep matches and that have no test of their own: which test shows each; empty where there are
 * none.
 */
export function whereShown(grep: string, contracts: readonly Contract[]): string {
  const named = grep === '' ? null : patternOf(grep);
  if (!named) return '';
  const all = contracts.flatMap((contract) => sentencesFor(contract, named));
  const more = all.length > mostListed ? [`and ${all.length - mostListed} more`] : [];
  return [...all.slice(0, mostListed), ...more].join('; ');
}
