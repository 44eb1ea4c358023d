import { schemaOf } from '../contract/part-schema.ts';
import type { Clause, Contract, Operation, RequestChange } from '../contract/types.ts';
import { isUntestable, probeOperationId, tokenOperationId } from '../contract/types.ts';
import { own } from '../formats/json.ts';
import { visible } from '../output/visible.ts';
import { timedWays } from './auth/bearer.ts';
import { waysOf } from './ways/index.ts';

/** One request to send: the control, or the control with one part broken or varied. */
export interface Scenario {
  /**
   * `control`, or `<clause id>/<way>` and `:<variant>` where the way has variants; `control@<operation>` and
   * `…@<operation>` where that is not clear.
   */
  id: string;
  /** Id of the operation it is a request to; `probe` for the protected resource of the environment. */
  operation: string;
  /** What the request is like, at most 70 characters. */
  title: string;
  /** Clause the scenario was made for; null for a control, which serves all of its operation. */
  clause: Clause | null;
  change: { part: RequestChange['part']; name: string; way: string; variant: string } | null;
  /** What a conforming provider does with it. */
  expects: 'granted' | 'refused';
  gate: boolean;
  /** It is sent in the deep profile alone; or it is the control of such a run. */
  deep: boolean;
}

/** Id of the scenario that sends the good request for a token. */
export const controlId = 'control';

/** Whether a scenario sends the good request of its operation. */
export function isControl({ clause }: Scenario): boolean {
  return clause === null;
}

/** Whether a scenario sends a fresh token to the protected resource: what that answers to others means something only then. */
export function isResourceControl({ operation, change }: Scenario): boolean {
  return operation === probeOperationId && change?.way === 'fresh';
}

/** The operation of a contract; its token operation for an id that is none, as that of the protected resource. */
export function operationOf(contract: Contract, id: string): Operation {
  return contract.operations.find((operation) => operation.id === id) ?? contract.operation;
}

/** The contract as the ways to change a request of an operation see it: that operation is the one they ask of. */
export function seenFrom(contract: Contract, id: string): Contract {
  const operation = operationOf(contract, id);
  return operation === contract.operation ? contract : { ...contract, operation };
}

function scenariosOf(contract: Contract, clause: Clause, operation: string): Scenario[] {
  if (isUntestable(clause) || !clause.request) return [];
  const { part, name, ways, deep } = clause.request;
  const all = contract.profile === 'deep' ? [...ways, ...deep] : ways;
  const seen = seenFrom(contract, operation);
  const { control } = seen.operation;
  const schema = schemaOf(seen.operation, part, name);
  const suffix = clause.operations.length > 1 ? `@${operation}` : '';
  return all.flatMap((way) => {
    const known = own(waysOf(part, name, control), way);
    if (!known) throw new Error(`${clause.where}: no way "${way}" to change ${part} ${name}`);
    return (known.variants?.(seen) ?? ['']).map(
      (variant): Scenario => ({
        id: `${clause.id}/${way}${variant === '' ? '' : `:${visible(variant)}`}${suffix}`,
        operation,
        title: known.title({ contract: seen, name, schema, variant }),
        clause,
        change: { part, name, way, variant },
        expects: clause.kind === 'demand' ? 'refused' : 'granted',
        gate: clause.gate,
        deep: clause.deep === true || deep.includes(way),
      }),
    );
  });
}

function controlOf(operation: string, deep: boolean): Scenario {
  const token = operation === tokenOperationId;
  return {
    id: token ? controlId : `${controlId}@${operation}`,
    operation,
    title: token ? 'the good request' : `the good request to ${operation}`,
    clause: null,
    change: null,
    expects: 'granted',
    gate: token,
    // Selected alone, the scenarios of the deep profile rest on it as the others do.
    deep: deep && token,
  };
}

/** The good request of an operation for which the plan has none: that of a protected resource, where no clause is about it. */
export function unplannedControl(operation: string): Scenario {
  return controlOf(operation, false);
}

type Plan = [control: Scenario, ...others: Scenario[]];

const plans = new WeakMap<Contract, Readonly<Plan>>();

/** Every scenario of a contract: the control first, then in the order of the clauses, one operation after the other. */
export function plan(contract: Contract): Plan {
  // A contract is never changed once it has loaded, and every part of a run asks for its plan.
  const known = plans.get(contract) ?? planOf(contract);
  plans.set(contract, known);
  return [...known];
}

function planOf(contract: Contract): Plan {
  const deep = contract.profile === 'deep';
  const about = new Map<string, Clause[]>();
  for (const clause of contract.clauses)
    for (const operation of clause.operations) {
      const clauses = about.get(operation) ?? [];
      about.set(operation, clauses);
      clauses.push(clause);
    }
  const of = (operation: string): Scenario[] =>
    (about.get(operation) ?? []).flatMap((clause) => scenariosOf(contract, clause, operation));
  const others = contract.operations.slice(1).flatMap(({ id }) => [controlOf(id, deep), ...of(id)]);
  const scenarios = [...of(tokenOperationId), ...of(probeOperationId), ...others];
  // A token is taken at once and followed to its end last, so that it ages while the other requests are sent. A second good
  // request is sent before any wrong one, which may lock out the client.
  const first = ({ change }: Scenario): boolean =>
    change?.way === 'fresh' || (change?.part === 'whole' && change.way === 'again');
  const place = (one: Scenario): number => (first(one) ? 0 : timedWays.includes(one.change?.way ?? '') ? 2 : 1);
  const turns = [0, 1, 2].flatMap((turn) => scenarios.filter((scenario) => place(scenario) === turn));
  return [controlOf(tokenOperationId, deep), ...turns];
}
