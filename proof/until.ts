/** Sends scenarios one after the other, until one shows what was asked. */
import type { ScenarioEvidence, Session } from '../src/run/session.ts';
import type { Scenario } from '../src/scenario/plan.ts';

/** Whether an outcome shows what was asked: no further scenario is sent. */
export type IsEnough = (outcome: ScenarioEvidence) => boolean;

/** The scenarios that were sent, each to the session that `next` gives then, and their outcomes. */
export async function runUntil(
  next: () => Promise<Pick<Session, 'run'>>,
  scenarios: readonly Scenario[],
  isEnough: IsEnough = () => false,
): Promise<{ selected: string[]; outcomes: ScenarioEvidence[] }> {
  const outcomes: ScenarioEvidence[] = [];
  for (const scenario of scenarios) {
    const session = await next();
    const outcome = await session.run(scenario);
    outcomes.push(outcome);
    if (isEnough(outcome)) break;
  }
  return { selected: scenarios.slice(0, outcomes.length).map(({ id }) => id), outcomes };
}
