import type { Clause, On, PromiseClause } from '../src/contract/types.ts';
import { isUntestable } from '../src/contract/types.ts';
import { judge } from '../src/judge/judge.ts';
import { isControl, type Scenario } from '../src/scenario/plan.ts';
import { at, jsonOf, withStatus } from './answers.ts';
import type { Behaviour, Bench } from './bench.ts';
import { byCheck } from './by-check.ts';
import { byDemand } from './by-demand.ts';
import { bySchema } from './by-schema.ts';
import type { Deviation, Mutant } from './mutant.ts';

interface Place {
  scenario: Scenario;
  status: number | null;
}

function judgedAt(bench: Bench, clause: Clause, scenario: Scenario): boolean {
  return bench.baseline.some(
    (outcome) =>
      outcome.scenario === scenario.id &&
      outcome.observations.some((one) => one.clause === clause.id && one.verdict !== 'inapplicable'),
  );
}

/** One scenario for each kind of answer a promise is made about; where the mock gives none, a refusal put to that status. */
function placesOf(bench: Bench, clause: PromiseClause): Place[] {
  const about = bench.scenarios.filter(({ operation }) => clause.operations.includes(operation));
  const refusals = about.filter(({ expects }) => expects === 'refused');
  const best = (able: Scenario[]): Scenario | undefined => able.find((one) => judgedAt(bench, clause, one)) ?? able[0];
  const place = (one: On[number]): Place[] => {
    const control = about.filter(isControl).map((scenario) => ({ scenario, status: null }));
    const refused = best(refusals.filter(({ change }) => change?.part !== 'method'));
    if (one === 'granted') return control;
    if (one === 'refused') return refused ? [{ scenario: refused, status: null }] : [];
    if (one === 'any') return refused ? [...control, { scenario: refused, status: null }] : control;
    const same = best(refusals.filter((scenario) => bench.faithful.get(scenario.id)?.status === one));
    if (same && judgedAt(bench, clause, same)) return [{ scenario: same, status: null }];
    const other = same ?? refused;
    return other ? [{ scenario: other, status: same ? null : one }] : [];
  };
  if (clause.check === 'default-scope') {
    const without = about.find(({ change }) => change?.name === clause.parameters['field'] && change?.way === 'absent');
    return without ? [{ scenario: without, status: null }] : [];
  }
  return clause.on.flatMap(place);
}

function scenariosOf(bench: Bench, clause: Clause): Scenario[] {
  return bench.scenarios.filter((scenario) => scenario.clause?.id === clause.id);
}

function mutantsAt(bench: Bench, clause: Clause, { scenario, status }: Place): Mutant[] {
  const mock = bench.faithful.get(scenario.id);
  if (!mock) throw new Error(`the mock gave no answer to ${scenario.id}`);
  const faithful = status === null ? mock : withStatus(mock, status);
  const material = { bench, faithful, way: scenario.change?.way ?? '' };
  let deviations: Deviation[] = [];
  if (isUntestable(clause)) deviations = [];
  else if (clause.kind === 'demand') deviations = byDemand(clause, material);
  else if (clause.check === 'value')
    deviations = bySchema(clause, at(jsonOf(faithful), String(clause.parameters['at'])));
  else deviations = byCheck(clause, material);
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
export function mutantsOf(bench: Bench): Mutant[] {
  return bench.contract.clauses.flatMap((clause) => {
    if (isUntestable(clause)) return [];
    const places =
      clause.kind === 'promise' && !clause.request
        ? placesOf(bench, clause)
        : scenariosOf(bench, clause).map((scenario) => ({ scenario, status: null }));
    return places.flatMap((place) => mutantsAt(bench, clause, place));
  });
}

/** The clauses that fail when a provider behaves like the mutant, and those of them that tell a cause. */
export async function caughtBy(bench: Bench, mutant: Mutant): Promise<{ caught: string[]; causes: string[] }> {
  const { status, scenario, elsewhere } = mutant;
  const behave: Behaviour = (call) => {
    const mock = call.answer();
    return mutant.answer(status === null ? mock : withStatus(mock, status), call);
  };
  const observations = elsewhere
    ? judge(
        bench.contract,
        scenario,
        elsewhere(await bench.exchange(scenario, behave)),
        bench.target.secrets,
        undefined,
        bench.judges,
      )
    : (await bench.send([scenario], behave)).flatMap((outcome) => outcome.observations);
  const failed = observations.filter(({ verdict }) => verdict === 'fail');
  const idsOf = (list: typeof failed): string[] => [...new Set(list.map(({ clause }) => clause))];
  return { caught: idsOf(failed), causes: idsOf(failed.filter(({ cause }) => cause === undefined)) };
}
