/** What a scenario showed, for the reports: its exchange judged and recorded, or why none was sent. Every text passes the gate. */
import { tokenOperationId } from '../contract/types.ts';
import type { NotSent } from '../formats/results.ts';
import { type Background, evidenceOf, judge, skewOf, withoutVerdict } from '../judge/judge.ts';
import type { Judged } from '../judge/observation.ts';
import { decideReadings } from '../judge/readings.ts';
import { judgeRefusedControl } from '../judge/refused-control.ts';
import { skewNotes } from '../judge/skew.ts';
import { controlId, isControl, isResourceControl, type Scenario } from '../scenario/plan.ts';
import type { Target } from '../target/target.ts';
import type { Gate } from '../wire/clear/gate.ts';
import type { Token } from '../wire/clear/tokens.ts';
import type { Exchange } from '../wire/exchange.ts';
import { recordOf } from '../wire/record.ts';
import { whyRefused } from './controls.ts';
import type { LifeOutcome } from './life.ts';
import { afterGrant, incidentOf, type MemoryStore } from './memory.ts';
import { leavesOpen } from './not-sent.ts';
import type { SessionOptions } from './options.ts';
import { type ClearedEvidence, clearedResult } from './outcome.ts';
import type { Spent } from './sender.ts';

/** What the evidence needs from the session. */
export interface EvidenceTools extends Pick<SessionOptions, 'judges'> {
  target: Target;
  scenarios: readonly Scenario[];
  store: MemoryStore;
  gate: Gate;
  /** The tokens in the body of an answer. */
  tokensIn(exchange: Exchange): Token[];
  /** What the run learned about the target, none of which is a clause. */
  notes(): string[];
  /** What was sent since the last evidence. */
  spent(): Spent;
}

/** Makes the evidence of a session's scenarios. */
export interface Evidence {
  notSent(scenario: Scenario, kind: NotSent['kind'], reason: string): ClearedEvidence;
  /** Of an exchange about the life of a token, or of the reason why none was sent. */
  of(scenario: Scenario, outcome: LifeOutcome): ClearedEvidence;
  /** What the run knows that an exchange is judged with. */
  background(tokens?: Partial<Background>): Background;
  judge(scenario: Scenario, exchange: Exchange, background: Background): Judged[];
  /** Of an exchange, and of what was judged on it. */
  ofJudged(scenario: Scenario, exchange: Exchange, background: Background, judged: readonly Judged[]): ClearedEvidence;
}

/** Opens the evidence of a session. */
export function createEvidence(tools: EvidenceTools): Evidence {
  const { target, scenarios, store, gate } = tools;
  const { contract, probe, mockHost } = target;

  function outcome(scenario: Scenario, part: Partial<ClearedEvidence>): ClearedEvidence {
    const nothing = { exchange: null, observations: [], readings: [], incident: null, notSent: null };
    const notes = tools.notes().map((note) => gate.clear(note));
    return { target: target.name, scenario: scenario.id, ...nothing, notes, ...tools.spent(), ...part };
  }

  function notSent(scenario: Scenario, kind: NotSent['kind'], reason: string): ClearedEvidence {
    const text = gate.clear(reason);
    const verdict = leavesOpen({ kind, text }) ? ('inconclusive' as const) : ('inapplicable' as const);
    const all = withoutVerdict(contract, scenario, text);
    const observations = all.map((one) => ({ ...clearedResult(one, gate), verdict, exchange: '' }));
    return outcome(scenario, { observations, notSent: { kind, text } });
  }

  function controlState(scenario: Scenario, { trouble }: Exchange): Pick<ClearedEvidence, 'control'> {
    if (!isControl(scenario) || trouble) return {};
    const reason = whyRefused(store.read(), scenario.operation, gate);
    return { control: reason === null ? { granted: true } : { granted: false, reason } };
  }

  function background(tokens: Partial<Background> = {}): Background {
    return { probeRefused: probe?.refused ?? [], earlier: null, grants: store.read().grants, ...tokens, mockHost };
  }

  function judged(scenario: Scenario, exchange: Exchange, background: Background): Judged[] {
    // What breaks a good request rests on the control of the token, and a control on nothing but itself.
    const isOwn = isControl(scenario) || isResourceControl(scenario);
    const refused = whyRefused(store.read(), isOwn ? scenario.operation : tokenOperationId, gate);
    if (refused === null) return judge(contract, scenario, exchange, gate, background, tools.judges);
    if (!isOwn) return withoutVerdict(contract, scenario, refused);
    return judgeRefusedControl(contract, scenario, exchange, refused, gate);
  }

  function ofJudged(
    scenario: Scenario,
    exchange: Exchange,
    background: Background,
    judged: readonly Judged[],
  ): ClearedEvidence {
    const id = `ex-${scenarios.findIndex((one) => one.id === scenario.id)}`;
    const refused = isControl(scenario) && whyRefused(store.read(), scenario.operation, gate) !== null;
    const shown = exchange.trouble === null && !refused;
    const evidence = shown ? evidenceOf(contract, scenario, exchange, gate, background) : null;
    store.write(afterGrant(store.read(), evidence));
    const skew = skewOf(exchange);
    const isFirst = scenario.id === controlId;
    return outcome(scenario, {
      ...(isFirst && exchange.response ? { clockSkew: skew } : {}),
      ...controlState(scenario, exchange),
      exchange: recordOf({ ...exchange, scenario: scenario.id }, id, scenario.title, gate, tools.tokensIn(exchange)),
      observations: judged.map((one) => ({ ...clearedResult(one, gate), exchange: id })),
      readings: evidence ? decideReadings(contract.readings, evidence).map((one) => ({ ...one, exchange: id })) : [],
      notes: [...(isFirst ? skewNotes(skew) : []), ...tools.notes()].map((one) => gate.clear(one)),
      incident: incidentOf(store.read(), exchange, gate),
    });
  }

  return {
    notSent,
    background,
    judge: judged,
    ofJudged,
    of(scenario, outcome) {
      if ('notSent' in outcome) return notSent(scenario, outcome.open ? 'stopped' : 'life', outcome.notSent);
      const { exchange, earlier = null, followed = null } = outcome;
      const known = background({ earlier, followed });
      return ofJudged(scenario, exchange, known, judged(scenario, exchange, known));
    },
  };
}
