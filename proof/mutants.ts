import type { Clause, DemandClause, On, PromiseClause } from '../src/contract/types.ts';
import { isUntestable } from '../src/contract/types.ts';
import { judge } from '../src/judge/judge.ts';
import { isControl, type Scenario } from '../src/scenario/plan.ts';
import { at, jsonOf, withStatus } from './answers.ts';
import { byCheck } from './by-check.ts';
import { byDemand } from './by-demand.ts';
import { bySchema } from './by-schema.ts';
import type { Deviation, Mutant } from './mutant.ts';
import type { Behaviour, Rig } from './rig.ts';

interface Place {
  scenario: Scenario;
  status: number | null;
}

function judgedAt(rig: Rig, clause: Clause, scenario: Scenario): boolean {
  return rig.baseline.some(
    (outcome) =>
      outcome.scenario === scenario.id &&
      outcome.observations.some((one) => one.clause === clause.id && one.verdict !== 'inapplicable'),
  );
}

/** One scenario for each kind of answer a promise is made about; where the mock gives none, a refusal put to that status. */
function placesOf(rig: Rig, clause: PromiseClause): Place[] {
  const about = rig.scenarios.filter(({ operation }) => clause.operations.includes(operation));
  const refusals = about.filter(({ expects }) => expects === 'refused');
  const hasBody = ({ id }: Scenario): boolean => String(rig.faithful.get(id)?.body ?? '') !== '';
  const best = (able: Scenario[]): Scenario | undefined => {
    const judged = able.filter((one) => judgedAt(rig, clause, one));
    return judged.find(hasBody) ?? judged[0] ?? able[0];
  };
  const place = (one: On[number]): Place[] => {
    const control = about.filter(isControl).map((scenario) => ({ scenario, status: null }));
    const refused = best(refusals.filter(({ change }) => change?.part !== 'method'));
    if (one === 'granted') return control;
    if (one === 'refused') return refused ? [{ scenario: refused, status: null }] : [];
    if (one === 'any') return refused ? [...control, { scenario: refused, status: null }] : control;
    const same = best(refusals.filter((scenario) => rig.faithful.get(scenario.id)?.status === one));
    if (same && judgedAt(rig, clause, same)) return [{ scenario: same, status: null }];
    const other = same ?? refused;
    return other ? [{ scenario: other, status: same ? null : one }] : [];
  };
  if (clause.check === 'default-scope') {
    const without = about.find(({ change }) => change?.name === clause.parameters['field'] && change?.way === 'absent');
    return without ? [{ scenario: without, status: null }] : [];
  }
  return clause.on.flatMap(place);
}

function scenariosOf(rig: Rig, clause: Clause): Scenario[] {
  return rig.scenarios.filter((scenario) => scenario.clause?.id === clause.id);
}

/** A demand as what is sent for a scenario of it is judged. */
function asSent(rig: Rig, scenario: Scenario, demand: DemandClause): DemandClause {
  const { clause } = rig.asSent(scenario);
  return clause?.kind === 'demand' && 'refusal' in clause && clause.id === demand.id ? clause : demand;
}

function mutantsAt(rig: Rig, clause: Clause, { scenario, status }: Place): Mutant[] {
  const mock = rig.faithful.get(scenario.id);
  if (!mock) throw new Error(`the mock gave no answer to ${scenario.id}`);
  const faithful = status === null ? mock : withStatus(mock, status);
  const material = { rig, faithful, way: scenario.change?.way ?? '' };
  let deviations: Deviation[] = [];
  if (isUntestable(clause)) deviations = [];
  else if (clause.kind === 'demand') deviations = byDemand(asSent(rig, scenario, clause), material);
  else if (clause.check === 'value') {
    // RFC 6749, section 5.1: the value of token_type is case insensitive.
    const tokenType = rig.contract.token.value.replace(/[^/]*$/, 'token_type');
    deviations = bySchema(clause, at(jsonOf(faithful), String(clause.parameters['at'])), tokenType);
  } else deviations = byCheck(clause, material);
  const check = isUntestable(clause) || clause.kind === 'demand' ? 'refusal' : clause.check;
  return deviations.map((deviation) => ({
    ...deviation,
    clause: clause.id,
    check,
    ...deviation.stated,
    scenario,
    status,
  }));
}

/** Every mutant of a provider: for each clause, what it alone has to catch. */
export function mutantsOf(rig: Rig): Mutant[] {
  return rig.contract.clauses.flatMap((clause) => {
    if (isUntestable(clause)) return [];
    const places =
      clause.kind === 'promise' && !clause.request
        ? placesOf(rig, clause)
        : scenariosOf(rig, clause).map((scenario) => ({ scenario, status: null }));
    return places.flatMap((place) => mutantsAt(rig, clause, place));
  });
}

/** The clauses that fail when a provider behaves like the mutant, and those of them that report a cause. */
export async function caughtBy(rig: Rig, mutant: Mutant): Promise<{ caught: string[]; causes: string[] }> {
  const { status, scenario, elsewhere } = mutant;
  const behave: Behaviour = (call) => {
    const mock = call.answer();
    return mutant.answer(status === null ? mock : withStatus(mock, status), call);
  };
  const observations = elsewhere
    ? judge(
        rig.contract,
        scenario,
        elsewhere(await rig.exchange(scenario, behave)),
        rig.target.secrets,
        undefined,
        rig.judges,
      )
    : (await rig.send([scenario], behave)).flatMap((outcome) => outcome.observations);
  const failed = observations.filter(({ verdict }) => verdict === 'fail');
  const idsOf = (list: typeof failed): string[] => [...new Set(list.map(({ clause }) => clause))];
  return { caught: idsOf(failed), causes: idsOf(failed.filter(({ cause }) => cause === undefined)) };
}
