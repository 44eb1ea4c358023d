/** Which test shows a clause that has none of its own, for whoever selects it by its name and so selects nothing. */
import { isSuccess } from '../contract/status.ts';
import { type Clause, type Contract, isUntestable } from '../contract/types.ts';
import { type Case, casesOf } from '../scenario/cases.ts';
import { deepened } from '../scenario/families/deepen.ts';

/** Most clauses told; a word such as the provider's name fits all of them. */
const mostTold = 3;

/** What --grep fits, in whatever letter case, as Playwright reads it; null where it is no pattern. */
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

/** Whether an answer as a test documents it is one that a promise is about. */
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
  // A control by its whole title: other titles hold the word.
  return `${about}, and ${other?.id ?? control} shows it; run --grep=${other?.id ?? `'${control}:'`}`;
}

function told(contract: Contract, named: RegExp): string[] {
  const cases = casesOf(contract);
  const own = new Set(cases.map(({ scenarios: [{ clause }] }) => clause?.id));
  const here = contract.clauses.filter(({ id }) => named.test(id) && !own.has(id)).map((one) => sentence(one, cases));
  if (here.length > 0 || contract.profile === 'deep') return here;
  const known = new Set(contract.clauses.map(({ id }) => id));
  return deepened(contract)
    .clauses.filter(({ id }) => named.test(id) && !known.has(id))
    .map(({ id }) => `${id} is a clause of the deep profile; set CONFORMANCE_PROFILE=deep`);
}

/** For clauses whose names --grep fits and which no test bears: which test shows each; empty where there are none. */
export function whereShown(grep: string, contracts: readonly Contract[]): string {
  const named = grep === '' ? null : patternOf(grep);
  if (!named) return '';
  const all = contracts.flatMap((contract) => told(contract, named));
  const more = all.length > mostTold ? [`and ${all.length - mostTold} more`] : [];
  return [...all.slice(0, mostTold), ...more].join('; ');
}
