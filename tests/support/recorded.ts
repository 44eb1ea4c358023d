/** Results as the command would write them, made in this process. */
import { type Intercept, startMock } from '../../mock/server.ts';
import { contractNamed, runProvider } from '../../proof/run.ts';
import { sealed } from '../../src/formats/digest.ts';
import type { Results, TargetResult } from '../../src/formats/results.ts';
import { identityOf } from '../../src/results/identity.ts';
import { exitCodeOf } from '../../src/results/ledger.ts';
import { isTimed } from '../../src/run/life.ts';
import { plan, type Scenario } from '../../src/scenario/plan.ts';

/** Sealed results of one command whose options were `selectors`. */
export function resultsOf(targets: TargetResult[], selectors = ''): Results {
  const command = { id: 'e58ed763-928c-4155-bee9-fdbaaadc15f3', name: null, version: '1', commit: null };
  return sealed({
    formatVersion: 1,
    tool: { name: 'tool', version: '1' },
    run: identityOf([{ ...command, selectors, shard: null }], targets, 'one command'),
    startedAt: '2026-11-23T10:00:00.000Z',
    durationMs: 1,
    exitCode: exitCodeOf(targets, []),
    problems: [],
    targets,
  });
}

/** Results once more with the digest of what they hold, as if a run had written them so. */
export function resealed(results: Results): Results {
  const { digest: _digest, ...content } = results;
  return sealed(content);
}

/** A lifetime as a string of digits, where the page of this provider documents a number. */
export const deviating: Intercept = (call) => {
  const answer = call.answer();
  return { ...answer, body: String(answer.body).replace(/"expires_in":(\d+)/, '"expires_in":"$1"') };
};

const kept = new Map<Intercept | undefined, Map<string, Promise<TargetResult>>>();

/** A copy of what was made before under the same key, for tests that change it. */
async function once(intercept: Intercept | undefined, key: string, make: () => Promise<TargetResult>) {
  const ofIntercept = kept.get(intercept) ?? new Map<string, Promise<TargetResult>>();
  kept.set(intercept, ofIntercept);
  const made = ofIntercept.get(key) ?? make();
  ofIntercept.set(key, made);
  return structuredClone(await made);
}

/** The ledger of one provider of the mock, without the scenarios that wait; the same scenarios are sent once in a process. */
export function recorded(
  provider: string,
  intercept?: Intercept,
  select: (scenario: Scenario) => boolean = () => true,
): Promise<TargetResult> {
  const chosen = (scenario: Scenario): boolean => !isTimed(scenario) && select(scenario);
  const ids = plan(contractNamed(provider)).filter(chosen);
  return once(intercept, JSON.stringify([provider, ids.map(({ id }) => id)]), async () => {
    const mock = await startMock({ lifeSeconds: 600, ...(intercept ? { intercept } : {}) });
    try {
      return await runProvider(mock, provider, { select: chosen });
    } finally {
      await mock.close();
    }
  });
}

/** The ledger of every scenario of a provider of the mock, on a clock that only waiting moves; sent once in a process. */
export function wholeOf(provider: string): Promise<TargetResult> {
  return once(undefined, provider, () => wholeRun(provider));
}

async function wholeRun(provider: string): Promise<TargetResult> {
  let now = Date.parse('2026-11-23T10:00:00Z');
  const mock = await startMock({ lifeSeconds: 3, clock: () => now });
  try {
    return await runProvider(mock, provider, {
      clock: () => new Date(now),
      sleep: async (ms) => {
        now += ms;
      },
    });
  } finally {
    await mock.close();
  }
}
