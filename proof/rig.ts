/** A provider under proof: the real mock on a port of its own, the real wire, the real judge. */
import type { Answer, Call, Reply } from '../mock/server.ts';
import { isSuccess } from '../src/contract/status.ts';
import { type Contract, tokenOperationId } from '../src/contract/types.ts';
import type { TargetResult } from '../src/formats/results.ts';
import { sha256Of } from '../src/formats/sha256.ts';
import { type Judges, ownJudges } from '../src/judge/judge.ts';
import { ledgerOf } from '../src/results/ledger.ts';
import { wideBack } from '../src/run/instants.ts';
import { isTimed } from '../src/run/life.ts';
import { freshMemory, type Memory, mostRechecks } from '../src/run/memory.ts';
import { openSession, type ScenarioEvidence } from '../src/run/session.ts';
import { build } from '../src/scenario/build.ts';
import { asSent } from '../src/scenario/one-answer.ts';
import { plan, type Scenario } from '../src/scenario/plan.ts';
import { isReplay } from '../src/scenario/replay.ts';
import { sendsToken } from '../src/scenario/sends-token.ts';
import { basePathOf } from '../src/target/address.ts';
import { metaOf } from '../src/target/meta.ts';
import { buildingOf, type Target } from '../src/target/target.ts';
import type { Exchange } from '../src/wire/exchange.ts';
import { createTransport } from '../src/wire/transport.ts';
import { type ProofOptions, serveProvider } from './provider.ts';

/** How a provider answers a call of a scenario. */
export type Behaviour = (call: Call, scenario: Scenario) => Reply;

export interface Rig {
  contract: Contract;
  target: Target;
  scenarios: Scenario[];
  /** What the faithful mock answers, by scenario. */
  faithful: Map<string, Answer>;
  /** What judges, one of which the proof may switch off. */
  judges: Judges;
  /** What the engine makes of the faithful mock. */
  baseline: ScenarioEvidence[];
  /** A scenario with its demand as what is sent for it is judged: one request may be refused as either of two documented faults. */
  asSent(scenario: Scenario): Scenario;
  /** Sends the scenarios to a provider that behaves so. */
  send(scenarios: Scenario[], behave: Behaviour): Promise<ScenarioEvidence[]>;
  /** Sends one scenario and hands over what was recorded. */
  exchange(scenario: Scenario, behave: Behaviour): Promise<Exchange>;
  /** The ledger of outcomes. */
  ledger(outcomes: ScenarioEvidence[]): TargetResult;
  close(): Promise<void>;
}

/** The jti of a token that is known to every run on a rig. */
export const earlierJti = 'earlier';

const earlierJwt: Memory['grants'][number] = {
  sha256: '',
  scope: '',
  jti: sha256Of(earlierJti),
  ends: [null, null],
};

/** Starts a rig. @throws InputError where the environment does not hold the provider. */
export async function openRig(provider: string, options: ProofOptions = {}): Promise<Rig> {
  const { contract, environment, target, mock, baseUrl } = await serveProvider(provider, options);
  const scenarios = plan(contract).filter((scenario) => !isTimed(scenario));
  let memory: Memory = freshMemory();
  const store = {
    read: () => memory,
    write: (next: Memory) => {
      memory = next;
    },
  };
  const clock = () => (options.clock ? new Date(options.clock()) : new Date());
  const judges = { ...ownJudges };
  const open = () => openSession(target, baseUrl, store, { clock, judges, selected: new Set() });
  const session = open();
  // Operations beside the token's send tokens that the mock knows, whatever became of those in the answers under proof.
  let others = open();
  // Where a signature is taken once, each run signs with a token of its own: it does not know what those before it signed.
  const takesOnce = scenarios.some((scenario) => isReplay(scenario) && scenario.operation !== tokenOperationId);
  let grants: Memory['grants'] = [];
  let sentUnique: Memory['sentUnique'] = {};
  const granted = Object.fromEntries(contract.operations.map(({ id }) => [id, { granted: true as const }]));

  async function send(chosen: Scenario[], behave: Behaviour): Promise<ScenarioEvidence[]> {
    // The control was granted once, by the faithful mock; it is not sent again for each mutant.
    // Nor does it learn again that the mock takes older timestamps: a mutant would answer in the mock's stead.
    const reach = wideBack[options.profile ?? 'default'];
    // A mutant would answer the good request, sent once more, as it answers the scenario.
    const rechecked: number[] = Array(mostRechecks).fill(0);
    memory = { ...freshMemory(), controls: granted, reach, grants, sentUnique, rechecked };
    if (takesOnce) {
      await others.close();
      others = open();
    }
    const outcomes: ScenarioEvidence[] = [];
    for (const scenario of chosen) {
      const token = scenario.operation === tokenOperationId;
      // What is sent again is granted first, as it is.
      let faithfully = isReplay(scenario) ? 1 : 0;
      // What is sent with a token is preceded by the good request for one, which is granted as it is.
      const isGood = (call: Call): boolean => sendsToken(contract, scenario) && isSuccess(call.answer().status);
      mock.intercept = (call) =>
        token !== (call.operation === 'token') || faithfully-- > 0 || isGood(call)
          ? call.answer()
          : behave(call, scenario);
      outcomes.push(await (token ? session : others).run(scenario));
    }
    return outcomes;
  }

  const given = new Map<string, Answer[]>();
  const baseline = await send(scenarios, (call, scenario) => {
    const answer = call.answer();
    given.set(scenario.id, [...(given.get(scenario.id) ?? []), answer]);
    return answer;
  });
  // A scenario may measure something by more requests: what it is judged by is the answer with the status that was recorded.
  const judgedAnswer = ({ scenario, exchange }: ScenarioEvidence): [string, Answer][] => {
    const answers = given.get(scenario) ?? [];
    const own = answers.findLast(({ status }) => status === exchange?.response?.status) ?? answers.at(-1);
    return own ? [[scenario, own]] : [];
  };
  const faithful = new Map(baseline.flatMap(judgedAnswer));
  // What the faithful mock granted is known to whoever comes after, as in one run.
  grants = [...memory.grants, earlierJwt];
  // And what was sent once can be sent again.
  ({ sentUnique } = memory);
  return {
    contract,
    target,
    scenarios,
    faithful,
    judges,
    baseline,
    asSent(scenario) {
      if (!['field', 'header', 'parameter'].includes(scenario.change?.part ?? '')) return scenario;
      const request = build(scenario, { ...buildingOf(target), now: clock(), probe: null, token: 'one of any' });
      return asSent(contract, scenario, { request }).scenario;
    },
    send,
    async exchange(scenario, behave) {
      mock.intercept = (call) => behave(call, scenario);
      const transport = createTransport({ baseUrl, ...target.pace, tls: target.tls, proxy: null });
      const basePath = basePathOf(baseUrl);
      const request = build(scenario, { ...buildingOf(target), now: clock(), probe: null, basePath });
      const exchange = await transport.exchange(scenario.id, () => request);
      await transport.close();
      return exchange;
    },
    ledger: (outcomes) =>
      ledgerOf({
        meta: metaOf(contract, environment),
        selected: outcomes.map(({ scenario }) => scenario),
        outcomes,
        durationMs: 0,
        day: '2000-01-01',
      }),
    async close() {
      await session.close();
      await others.close();
      await mock.close();
    },
  };
}
