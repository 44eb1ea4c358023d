import { isObject } from '../contract/openapi.ts';
import type { Clause, Contract, RequestChange, Schema } from '../contract/types.ts';
import { isUntestable } from '../contract/types.ts';
import { waysOf } from './ways/index.ts';
import { timedWays } from './ways/probe.ts';

/** One request to send: the control, or the control with one part broken or varied. */
export interface Scenario {
  /** `control`, or `<clause id>/<way>` and `:<variant>` where the way has variants. */
  id: string;
  /** What the request is like, at most 70 characters. */
  title: string;
  /** Clause the scenario was made for; null for the control, which serves all. */
  clause: Clause | null;
  change: { part: RequestChange['part']; name: string; way: string; variant: string } | null;
  /** What a conforming provider does with it. */
  expects: 'granted' | 'refused';
  gate: boolean;
}

/** Id of the scenario that sends the good request. */
export const controlId = 'control';

/** Schema of the field a change is about; empty when it is about something else. */
export function fieldSchema(contract: Contract, name: string): Schema {
  const properties = contract.operation.requestBody['properties'];
  const schema = isObject(properties) ? properties[name] : undefined;
  return isObject(schema) ? schema : {};
}

function scenariosOf(contract: Contract, clause: Clause): Scenario[] {
  if (isUntestable(clause) || !clause.request) return [];
  const { part, name, ways } = clause.request;
  const schema = fieldSchema(contract, name);
  return ways.flatMap((way) => {
    const known = waysOf(part, name)[way];
    if (!known) throw new Error(`${clause.where}: no way "${way}" to change ${part} ${name}`);
    return (known.variants?.(contract) ?? ['']).map(
      (variant): Scenario => ({
        id: `${clause.id}/${way}${variant === '' ? '' : `:${variant}`}`,
        title: known.title({ name, schema, variant }),
        clause,
        change: { part, name, way, variant },
        expects: clause.kind === 'demand' ? 'refused' : 'granted',
        gate: clause.gate,
      }),
    );
  });
}

/** Every scenario of a contract, the control first, in the order of the clauses. */
export function plan(contract: Contract): [control: Scenario, ...others: Scenario[]] {
  const control: Scenario = {
    id: controlId,
    title: 'the good request',
    clause: null,
    change: null,
    expects: 'granted',
    gate: true,
  };
  const scenarios = contract.clauses.flatMap((clause) => scenariosOf(contract, clause));
  // A token is taken at once and followed to its end last, so that it ages while the other requests are sent.
  const place = ({ change }: Scenario): number =>
    change?.way === 'fresh' ? 0 : timedWays.includes(change?.way ?? '') ? 2 : 1;
  return [control, ...[0, 1, 2].flatMap((turn) => scenarios.filter((scenario) => place(scenario) === turn))];
}
