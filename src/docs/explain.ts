/** One clause for a person: what is documented and where, how it is tested, what a failure breaks, how to try it by hand. */
import { placeUrl } from '../contract/place.ts';
import { isSuccess } from '../contract/status.ts';
import { type Clause, type Contract, isUntestable } from '../contract/types.ts';
import { isControl } from '../scenario/plan.ts';
import { commandOf, pageOf } from './by-hand.ts';

/** What there is to say of a clause; null and empty lists where there is nothing. */
export interface Explanation {
  provider: string;
  id: string;
  kind: Clause['kind'];
  level: Clause['level'];
  statement: string;
  source: { title: string; at: string; url: string };
  /** What breaks at a client when the clause fails. */
  impact: string | null;
  /** The answers that a promise is judged on: a class of them, or a status. */
  judgedOn: (string | number)[];
  /** How a demand that is broken is refused. */
  refusal: string | null;
  /** Why no request shows it, or why a conforming provider may never show it. */
  untested: string | null;
  /** The requests that show it, each with the command that sends it; those of a promise are the good requests. */
  scenarios: { id: string; title: string; curl: string | null }[];
}

/** What there is to say of a clause of a contract. */
export function explained(clause: Clause, contract: Contract): Explanation {
  const page = pageOf(contract);
  const own = page.scenarios.filter((scenario) => scenario.clause?.id === clause.id);
  // What a refusal promises, every request shows that is refused; what a grant promises, the good requests.
  const onGrants = 'on' in clause && clause.on.some((on) => on === 'granted' || on === 'any' || isSuccess(Number(on)));
  const sent = own.length > 0 || !onGrants ? own : page.scenarios.filter(isControl);
  return {
    provider: contract.provider,
    id: clause.id,
    kind: clause.kind,
    level: clause.level,
    statement: clause.statement,
    source: { title: clause.source.title, at: clause.at, url: placeUrl(clause) },
    impact: clause.impact ?? null,
    judgedOn: 'on' in clause ? [...clause.on] : [],
    refusal: 'refusal' in clause ? clause.refusal.statement : null,
    untested: isUntestable(clause) ? clause.untestable : (clause.unreached ?? null),
    scenarios: sent.map((scenario) => ({
      id: scenario.id,
      title: scenario.title,
      curl: commandOf(scenario, page),
    })),
  };
}

const words: Record<string, string> = { granted: 'grants', refused: 'refusals', any: 'every answer' };

/** Most scenarios whose command is shown: the others are like them. */
const mostCommands = 2;

/** An explanation as lines for a terminal. */
export function explanationLines(said: Explanation): string[] {
  const { id, kind, level, statement, source, impact, judgedOn, refusal, untested, scenarios } = said;
  const judged = judgedOn.map((on) => words[on] ?? `answers ${on}`).join(', ');
  const shown = scenarios.filter(({ curl }) => curl !== null).slice(0, mostCommands);
  return [
    `${id}: ${statement}`,
    `  ${kind} of ${said.provider}, level ${level}`,
    `  documented: ${source.title}, ${source.at}`,
    `              ${source.url}`,
    ...(refusal === null ? [] : [`  expected:   a request that breaks it is ${refusal}`]),
    ...(judged === '' ? [] : [`  judged on:  ${judged}`]),
    ...(impact === null ? [] : [`  if it fails: ${impact}`]),
    ...(untested === null ? [] : [`  not shown:  ${untested}`]),
    ...(scenarios.length > 0 ? ['', '  requests that show it:'] : []),
    ...scenarios.map((scenario) => `    ${scenario.id}: ${scenario.title}`),
    ...shown.flatMap((scenario) => ['', `  by hand, ${scenario.id}:`, '', scenario.curl ?? '']),
  ];
}
