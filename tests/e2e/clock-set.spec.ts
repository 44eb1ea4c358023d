/** A clock of this machine that is set during a run, or runs on while the machine sleeps: no provider is accused of it. */
import { expect, test } from '@playwright/test';
import { startMock } from '../../mock/server.ts';
import { following } from '../../proof/life.ts';
import { runProvider, withVerdict } from '../../proof/run.ts';

/** When a clock is set: as the mock answers the n-th request, or in the n-th wait. */
interface ClockSet {
  during: 'request' | 'wait';
  at: number;
  seconds: number;
}

const begin = Date.parse('2026-11-23T08:00:00Z');

async function clockSet(provider: string, { during, at, seconds }: ClockSet) {
  let [real, off, waited] = [begin, 0, 0];
  const count = { request: 0, wait: 0 };
  const pass = (what: ClockSet['during']): void => {
    if (what === during && count[what] === at) off = seconds * 1000;
    count[what] += 1;
  };
  const mock = await startMock({ clock: () => real, lifeSeconds: 5 });
  mock.intercept = (call) => {
    pass('request');
    return call.answer();
  };
  const result = await runProvider(mock, provider, {
    clock: () => new Date(real + off),
    steady: () => real,
    sleep: async (ms) => {
      real += ms;
      waited += ms;
      pass('wait');
    },
    select: following,
  });
  await mock.close();
  return { result, waited, isSet: count[during] > at };
}

/** Of each provider, the jumps in seconds, and at which of every four requests or waits: together they are set at each. */
for (const [provider, jumps] of [
  ['singapay', { 0: 3600, 1: -10 }],
  ['finnet', { 2: -3600, 3: 1.5 }],
] as const)
  test(`${provider}: a clock that is set at any request or wait of a token's life accuses nobody, and keeps nobody waiting`, async () => {
    const ends = [];
    let notJudged = 0;
    for (const [first, seconds] of Object.entries(jumps))
      for (const during of ['request', 'wait'] as const)
        for (let at = Number(first), isSet = true; isSet; at += 4) {
          const { result, waited, ...ended } = await clockSet(provider, { during, at, seconds });
          isSet = ended.isSet;
          const faults = withVerdict(result, 'fail', 'error');
          if (!isSet && !withVerdict(result, 'pass').includes(`${provider}-token-ends`))
            faults.push('its end is not seen');
          // What could not be followed is no part of a green verdict.
          const isLost = result.clauses.some(({ reason }) => reason.includes('the clock of this machine was set'));
          if (isLost && result.verdict !== 'not-judged') faults.push(`it ${result.verdict}`);
          notJudged += Number(isLost);
          ends.push({ during, at, seconds, faults, isLong: waited > 60_000 });
        }
    expect(ends.length).toBeGreaterThan(10);
    expect(notJudged).toBeGreaterThan(0);
    expect(ends.filter(({ faults, isLong }) => faults.length > 0 || isLong)).toEqual([]);
  });
