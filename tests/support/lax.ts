/** Whole runs against the mock behind an intercept, and what they raise. */
import { type Answer, type Call, type Intercept, startMock } from '../../mock/server.ts';
import { observeProvider, type RunOptions } from '../../proof/run.ts';
import type { TargetResult } from '../../src/formats/results.ts';
import type { Scenario } from '../../src/scenario/plan.ts';

/** Clauses by what is said of them. */
export type Raised = Record<string, string[]>;

/** A token's life is followed on a clock of its own elsewhere. */
export const atOnce = ({ change }: Scenario): boolean => change?.part !== 'probe' && change?.way !== 'later';
/** The control, and what is sent to the protected resource. */
export const atResource = ({ id, change }: Scenario): boolean => id === 'control' || change?.part === 'probe';

/** The first scenario of each clause: what is wrong in each answer, or in each to one demand, shows in it. Make a new one for each run. */
export function oneOfEach(): (scenario: Scenario) => boolean {
  const seen = new Set<string>();
  return ({ id, clause }) => seen.size < seen.add(clause?.id ?? id).size;
}

/** The ledger of a run against the mock with an intercept, on a clock that only waiting moves. */
export async function against(provider: string, intercept: Intercept, options: RunOptions = {}): Promise<TargetResult> {
  return (await observed(provider, intercept, options))(options.meta);
}

/** The ledgers of such a run: one for whatever the environment says otherwise. */
export async function observed(
  provider: string,
  intercept: Intercept,
  options: RunOptions = {},
): ReturnType<typeof observeProvider> {
  let now = Date.parse('2026-11-23T08:00:00Z');
  const mock = await startMock({ clock: () => now, lifeSeconds: 2, intercept });
  try {
    return await observeProvider(mock, provider, {
      clock: () => new Date(now),
      sleep: async (ms) => {
        now += ms;
      },
      select: atOnce,
      ...options,
    });
  } finally {
    await mock.close();
  }
}

/** The clauses of which a run raises something, without their prefix, by what they do to it. */
export function raised({ clauses }: TargetResult): Raised {
  const by: Raised = {};
  for (const { id, verdict, effect } of clauses) {
    const key = verdict === 'fail' || effect === 'waived' ? effect : verdict;
    if (key !== 'pass' && key !== 'not-exercised' && key !== 'none')
      by[key] = [...(by[key] ?? []), id.replace(/^[a-z]+-/, '')];
  }
  return by;
}

/** A provider whose answers about tokens are other ones. */
export const onToken =
  (how: (answer: Answer, call: Call) => Answer): Intercept =>
  (call) =>
    call.operation === 'token' ? how(call.answer(), call) : call.answer();

/** One whose grants are other ones. */
export const onGrant = (how: (answer: Answer, call: Call) => Answer): Intercept =>
  onToken((answer, call) => (answer.status === 200 ? how(answer, call) : answer));

/** One whose refusals are other ones. */
export const onRefusal = (how: (answer: Answer, call: Call) => Answer): Intercept =>
  onToken((answer, call) => (answer.status === 200 ? answer : how(answer, call)));

/** A header of a request; empty where it has none. */
export const headerOf = ({ received }: Call, name: string): string =>
  received.headers.find(([header]) => header.toLowerCase() === name.toLowerCase())?.[1] ?? '';

/** The parameters of a form. */
export const parametersOf = ({ received }: Call): URLSearchParams =>
  new URLSearchParams(Buffer.from(received.body).toString('utf8'));
