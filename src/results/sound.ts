/** Whether results agree with themselves: everything that can be computed from their content is computed again. */
import { isDeepStrictEqual } from 'node:util';
import { contractHashOf } from '../formats/digest.ts';
import type { ClauseResult, Effect, Results, TargetResult } from '../formats/results.ts';
import { carrierOf, causesOf } from './carried.ts';
import { clauseEffect, clauseVerdict, conclude, countsOf, leftOutOf } from './conclude.ts';
import { isPartial } from './identity.ts';

/** Whether the version that wrote a target recorded all facts that decide its verdict. */
function isComplete({ control, strictness, scenarios }: TargetResult): boolean {
  return control !== undefined && strictness !== undefined && scenarios !== undefined;
}

function twice(values: readonly string[]): string[] {
  const seen = new Set<string>();
  return [...new Set(values.filter((value) => seen.size === seen.add(value).size))];
}

/** The possible effects in a file of an earlier version, which did not record what decides them. */
function effectsOf(clause: ClauseResult, { strictness }: TargetResult): Effect[] {
  if (strictness !== undefined) return [clauseEffect(clause, strictness)];
  const variants = (['standard', 'page'] as const).flatMap((one) => [
    clauseEffect({ ...clause, named: true }, one),
    clauseEffect({ ...clause, named: false, unexercised: clause.unexercised ?? 'unreached' }, one),
  ]);
  return [...new Set(variants)];
}

/** Whether a waiver covers a clause: its own where it fails, that of the clause it rests on where it was not judged. */
function isCovered(clause: ClauseResult, clauses: ReadonlyMap<string, ClauseResult>, day: string): boolean {
  const { verdict, waiver } = clause;
  if (waiver && waiver.until < day) return false;
  return verdict === 'fail' || isDeepStrictEqual(waiver, carrierOf(clause, clauses)?.waiver ?? null);
}

/** Whether a clause rests on the clauses that its observations name or, where none is recorded, on failing ones. */
function restsSoundly(clause: ClauseResult, clauses: ReadonlyMap<string, ClauseResult>): boolean {
  const { restsOn, verdict, unexercised, observations } = clause;
  if (restsOn?.length === 0 || restsOn?.some((id) => clauses.get(id)?.verdict !== 'fail')) return false;
  if (verdict === 'not-exercised') return restsOn === undefined || unexercised === 'unshown';
  return isDeepStrictEqual(restsOn ?? [], causesOf(clause, observations));
}

function clauseFaults(
  clause: ClauseResult,
  clauses: ReadonlyMap<string, ClauseResult>,
  target: TargetResult,
  day: string,
): string[] {
  const { id, verdict, effect, unexercised, observations } = clause;
  const complete = isComplete(target);
  const own = clauseVerdict(clause);
  const fits = complete
    ? own === verdict
    : own === verdict || (own !== 'fail' && ['error', 'inconclusive'].includes(verdict));
  const exchanges = new Map(target.exchanges.map((exchange) => [exchange.id, exchange]));
  const strays = observations.filter(({ exchange, scenario, verdict: seen }) => {
    if (exchange === '') return seen === 'pass' || seen === 'fail';
    return exchanges.get(exchange)?.scenario !== scenario;
  });
  return [
    ...(fits ? [] : [`${id} is "${verdict}", its observations say "${own}"`]),
    ...(effectsOf(clause, target).includes(effect) ? [] : [`the effect of ${id} is not "${effect}"`]),
    ...(isCovered(clause, clauses, day) ? [] : [`the waiver of ${id} does not cover it`]),
    ...(restsSoundly(clause, clauses) ? [] : [`${id} does not rest on the clauses that it names`]),
    ...(clause.standing && verdict !== 'fail' ? [`${id} is "${verdict}", and says since when it fails`] : []),
    ...(complete && (unexercised !== undefined) !== (verdict === 'not-exercised')
      ? [`${id} is "${verdict}", and does not say why it was not exercised`]
      : []),
    ...strays
      .map(({ exchange, scenario }) => `${id} was judged on no exchange of ${scenario}: "${exchange}"`)
      .slice(0, 1),
  ];
}

function sumFaults(target: TargetResult): string[] {
  const { clauses, counts, exchanges, requests } = target;
  const attempts = exchanges.reduce((sum, exchange) => sum + Math.max(1, exchange.attempts.length), 0);
  return [
    ...(clauses.length === 0 ? ['it holds no clause'] : []),
    ...(isDeepStrictEqual({ ...counts }, countsOf(clauses)) ? [] : ['its counts are not those of its clauses']),
    ...(requests < attempts ? [`it counts ${requests} requests, and holds ${attempts}`] : []),
    ...(target.scenarios && target.scenarios.selected > target.scenarios.planned
      ? ['more scenarios were selected than planned']
      : []),
  ];
}

function contractFaults({
  clauses,
  contractHash,
  judgedByHash,
  target,
  provider,
  environment,
}: TargetResult): string[] {
  const hash = judgedByHash === undefined ? undefined : contractHashOf(clauses, judgedByHash);
  return [
    ...(contractHash === hash ? [] : ['its clauses are not those of the contract that it names']),
    ...(target === `${provider}@${environment}` ? [] : [`its provider and environment are ${provider}@${environment}`]),
  ];
}

function targetFaults(target: TargetResult, day: string): string[] {
  const { clauses, exchanges, readings, verdict, leftOut = [] } = target;
  const ids = new Set(exchanges.map(({ id }) => id));
  const concluded = conclude(target).verdict;
  const complete = isComplete(target);
  const byId = new Map(clauses.map((clause) => [clause.id, clause]));
  // An earlier version did not record why nothing was judged; its verdict may be worse than its clauses, never better.
  const fits = verdict === concluded || (!complete && concluded === 'conforms' && verdict !== 'deviates');
  const doubled = complete ? twice(exchanges.map(({ id }) => id)) : [];
  const faults = [
    ...sumFaults(target),
    ...contractFaults(target),
    ...twice(clauses.map(({ id }) => id)).map((id) => `it holds the clause ${id} twice`),
    ...doubled.map((id) => `it holds the exchange ${id} twice`),
    ...clauses.flatMap((clause) => clauseFaults(clause, byId, target, day)),
    ...readings
      .filter(({ exchange }) => exchange !== '' && !ids.has(exchange))
      .map(({ id }) => `the reading ${id} was decided on no exchange that it holds`),
    ...(fits ? [] : [`its verdict is "${verdict}", its clauses say "${concluded}"`]),
    ...(complete && !isDeepStrictEqual(leftOut, leftOutOf(clauses))
      ? ['it does not say which clauses were left out']
      : []),
  ];
  return faults.map((fault) => `${target.target}: ${fault}`);
}

/** What contradicts itself in results, one line each; empty where they are sound. */
export function contradictions({ targets, run, startedAt }: Results): string[] {
  const day = startedAt.slice(0, 10);
  const partial = targets.some(isPartial);
  return [
    ...twice(targets.map(({ target }) => target)).map((target) => `${target} occurs in it twice`),
    ...targets.flatMap((target) => targetFaults(target, day)),
    ...(run && partial !== (run.selection !== null) ? ['it does not say which selection was run'] : []),
  ];
}
