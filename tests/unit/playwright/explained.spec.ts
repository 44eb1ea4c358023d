/** Which tests turn red for a fault that another test has shown. */
import { expect, test } from '@playwright/test';
import { contractNamed, contracts } from '../../../proof/run.ts';
import { TestReport } from '../../../src/playwright/test-report.ts';
import type { ScenarioEvidence } from '../../../src/run/session.ts';
import { plan } from '../../../src/scenario/plan.ts';
import { loadEnvironment } from '../../../src/target/environment.ts';
import { metaOf } from '../../../src/target/meta.ts';

const meta = metaOf(contractNamed('singapay'), loadEnvironment('mock', contracts));

const granted = (clause: string, fault: string | undefined, impliedBy: string[]): ScenarioEvidence => ({
  target: meta.target,
  scenario: `${clause}/any`,
  exchange: null,
  observations: [
    {
      ...{
        clause,
        scenario: `${clause}/any`,
        verdict: 'fail',
        documented: 'refused',
        received: 'granted',
        exchange: '',
      },
      ...(fault === undefined ? {} : { fault }),
      impliedBy,
    },
  ],
  readings: [],
  notes: [],
  incident: null,
  notSent: null,
  requests: 1,
});

const scenarios = new Map(plan(contractNamed('singapay')).map((scenario) => [scenario.clause?.id, scenario]));

/** Failures of each outcome, every one in a test of its own. */
function reds(...outcomes: [demand: string, outcome: ScenarioEvidence][]): number[] {
  const reported = new Set<string>();
  const run = {
    claimReport: (cause: string) => !reported.has(cause) && reported.add(cause).size > 0,
    reported: () => [...reported],
  };
  return outcomes.map(([demand, outcome]) => {
    const scenario = scenarios.get(demand);
    if (!scenario) throw new Error(`no scenario of ${demand}`);
    return new TestReport(run, meta, '2026-11-26').add(scenario, outcome).failures.length;
  });
}

const [present, client, secret] = ['singapay-basic-present', 'singapay-basic-client', 'singapay-basic-secret'] as const;

test('what is granted because of a fault that was shown turns no further test red, however far it follows', () => {
  const without = granted(present, 'without', []);
  const anyClient = granted(client, 'any client', ['without']);
  const nearClient = granted(client, undefined, ['any client']);
  expect(reds([present, without], [client, anyClient], [client, nearClient])).toEqual([1, 0, 0]);
  // Where nothing explains it, each is its own.
  expect(reds([client, anyClient], [secret, granted(secret, 'any secret', ['without'])])).toEqual([1, 1]);
  expect(reds([client, nearClient], [client, nearClient])).toEqual([1, 1]);
});
