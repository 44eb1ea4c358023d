/** Requests about a token's life that hang, so that their answers come too late to show anything. */
import { expect, test } from '@playwright/test';
import { baseUrls, type Intercept, startMock } from '../../mock/server.ts';
import { memoryStore, openSession, type ScenarioEvidence } from '../../src/run/session.ts';
import { plan } from '../../src/scenario/plan.ts';
import type { Target } from '../../src/target/target.ts';
import { calledDeadline, mockTarget } from '../support/network.ts';
import { standingClock } from '../support/standing-clock.ts';

/** Seconds that an attempt may take which hangs. */
const timeout = 1.1;

/**
 * What comes of the scenario of one way, at a resource that answers its n-th request by `nth`, on a clock that waits and
 * attempts that hang alone move.
 */
async function asking(
  way: string,
  lifeSeconds: number,
  nth: (n: number, hang: ReturnType<Intercept>) => ReturnType<Intercept> | undefined,
  settings: Partial<Target> = {},
): Promise<{ outcome: ScenarioEvidence; asked: number }> {
  const target = { ...mockTarget(), pace: { perSecond: null, timeout }, ...settings };
  const scenario = plan(target.contract).find(({ change }) => change?.way === way);
  if (!scenario) throw new Error(`no scenario asks in the way ${way}`);
  const [time, { deadline, pass }] = [standingClock(), calledDeadline()];
  const mock = await startMock({ lifeSeconds, clock: time.now });
  const hang = {
    raw: async () => {
      await time.options.sleep(timeout * 1000);
      await pass();
    },
  };
  let asked = 0;
  mock.intercept = (call) => {
    if (call.operation === 'token') return call.answer();
    asked += 1;
    return nth(asked, hang) ?? call.answer();
  };
  const session = openSession(target, `${mock.url}${baseUrls[target.contract.provider]}`, memoryStore(), {
    ...time.options,
    deadline,
  });
  const outcome = await session.run(scenario);
  await session.close();
  await mock.close();
  return { outcome, asked };
}

test('a token whose end passes while its request is tried again is not called refused', async () => {
  const nth = (n: number, hang: ReturnType<Intercept>) => (n % 2 === 1 ? hang : undefined);
  const { outcome, asked } = await asking('fresh', 1, nth, { expiryWait: 0 });
  expect(asked).toBe(4);
  expect(outcome.notes).toEqual([]);
  expect(outcome.notSent?.text).toBe('the request came too late to show anything');
  expect([...new Set(outcome.observations.map(({ verdict }) => verdict))]).toEqual(['inapplicable']);
});

test('a token asked for just before its end, and answered when it may fairly have ended, is not called refused', async () => {
  const { outcome, asked } = await asking('before-end', 3, (n, hang) => {
    if (n === 2) return hang;
    return n === 3 ? { status: 401, headers: [], body: '{}' } : undefined;
  });
  expect(asked).toBe(3);
  expect(outcome.notSent?.text).toBe('the request came too late to show anything');
});
