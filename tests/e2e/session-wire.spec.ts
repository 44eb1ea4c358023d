/** When a run sends: every request is signed as it goes out, a rate limit is waited out, and a pace is kept. */
import { expect, test } from '@playwright/test';
import { type Answer, baseUrls, startMock } from '../../mock/server.ts';
import { parseTimestamp } from '../../mock/timestamp.ts';
import { memoryStore, openSession } from '../../src/run/session.ts';
import { plan } from '../../src/scenario/plan.ts';
import { headerOf } from '../support/lax.ts';
import { mockTarget } from '../support/network.ts';
import { failed, runAgainst, standingClock, unlimited } from '../support/standing-clock.ts';

for (const fresh of [false, true]) {
  for (const windowSeconds of [5, 300]) {
    test(`no signature is sent twice, and none is stale in a window of ${windowSeconds} s${fresh ? ', worker after worker' : ''}`, async () => {
      const seen = new Set<string>();
      const stale: string[] = [];
      const target = { ...mockTarget('finnet'), pace: unlimited, expiryWait: 0 };
      const { result, calls } = await runAgainst(
        target,
        (call, now) => {
          const signature = headerOf(call, 'x-signature');
          if (call.operation !== 'token' || !signature) return call.answer();
          const repeated = seen.has(signature);
          seen.add(signature);
          const sentAt = parseTimestamp(headerOf(call, 'x-timestamp')) ?? now;
          const off = Math.abs(now - sentAt) / 1000;
          // What is further off measures the window.
          if (off > windowSeconds && off < 60) stale.push(headerOf(call, 'x-timestamp'));
          const body = '{"responseCode":"4017300","responseMessage":"Unauthorized. [Replayed]"}';
          return repeated ? { status: 401, headers: [['Content-Type', 'application/json']], body } : call.answer();
        },
        { fresh, windowSeconds },
      );
      expect(failed(result)).toEqual([]);
      expect(result.verdict).toBe('conforms');
      expect(stale).toEqual([]);
      const signatures = calls
        .flatMap((call) => headerOf(call, 'x-signature') || [])
        .filter((one) => !one.startsWith('***'));
      expect(new Set(signatures).size).toBe(signatures.length);
      // A new worker holds no token, and has to ask for one.
      if (!fresh) expect(result.requests).toBeLessThanOrEqual(75);
    });
  }
}

test('a request that is waited for, or tried again, is signed when it goes out', async () => {
  const target = { ...mockTarget('finnet'), pace: { perSecond: 0.1, timeout: 5 } };
  let limited = 0;
  const { result, outcomes } = await runAgainst(
    { ...target, maxRequests: 200 },
    (call) => {
      if (call.operation !== 'token' || limited >= 2) return call.answer();
      limited += 1;
      return { status: 429, headers: [['Retry-After', '20']], body: '' };
    },
    { windowSeconds: 5 },
  );
  expect(failed(result)).toEqual([]);
  expect(outcomes[0]?.exchange?.attempts).toHaveLength(3);
});

const limit = (value?: string): Answer => ({
  status: 429,
  headers: value === undefined ? [] : [['Retry-After', value]],
  body: '',
});

for (const fresh of [false, true]) {
  test(`a rate limit is waited out, each attempt recorded, and said once${fresh ? ', worker after worker' : ''}`, async () => {
    let count = 0;
    let limits = 0;
    const target = { ...mockTarget(), pace: unlimited, expiryWait: 0 };
    const { result, outcomes } = await runAgainst(
      target,
      (call) => {
        count += 1;
        if (count % 20 !== 0) return call.answer();
        limits += 1;
        return count % 40 === 0 ? { ...limit('7'), status: 503 } : limit('7');
      },
      { fresh },
    );
    expect(result.verdict).toBe('conforms');
    expect(result.incidents).toEqual([]);
    const notes = result.notes.filter((note) => note.includes('limited the rate'));
    expect(limits).toBeGreaterThan(2);
    expect(notes).toEqual([
      `the provider limited the rate ${limits} times; the run waited ${limits * 7} s and sent again; set a slower pace (pace.perSecond in the environment file)`,
    ]);
    const twice = outcomes.flatMap(({ exchange }) => (exchange && exchange.attempts.length > 1 ? [exchange] : []));
    expect(twice.map(({ attempts }) => attempts.map(({ cause = '' }) => cause))).toContainEqual([
      '429: sent again after 7 s',
      '',
    ]);
  });
}

test('the budget of the environment bounds the waits, and a rate limit is as before once it is spent', async () => {
  const target = { ...mockTarget(), pace: unlimited, retryBudget: 30 };
  const { result, calls } = await runAgainst(target, () => limit('4'));
  expect(result.verdict).toBe('not-judged');
  // 4 s, 4 s, 4 s, 8 s for the first control; what is left is too short for 16, and pays for one wait of the next.
  expect(result.notes.join()).toContain('the run waited 28 s');
  expect(result.incidents[0]?.cause).toMatch(/given up .* limits the rate/);
  expect(calls.length).toBeLessThan(15);
});

for (const [status, value, time] of [
  [429, '3600', 'asks to wait 3600 s'],
  [429, 'Mon, 23 Nov 2026 11:00:00 GMT', 'asks to wait until 2026-11-23T11:00:00Z'],
  [429, undefined, 'names no time to wait'],
  [503, '3600', 'asks to wait 3600 s'],
] as const)
  test(`a ${status} that is not waited for says what it asks for (${value}), what bounds the wait and what to set`, async () => {
    const waits: string[] = [];
    const clock = standingClock();
    const target = { ...mockTarget(), pace: unlimited, retryBudget: 0.5 };
    const mock = await startMock({ clock: clock.now });
    mock.intercept = (call) => (mock.requests === 1 ? { ...limit(value), status } : call.answer());
    const session = openSession(target, `${mock.url}${baseUrls['singapay']}`, memoryStore(), {
      ...clock.options,
      onWait: (ms, what) => waits.push(`${ms / 1000} s ${what}`),
    });
    const [control, next] = plan(target.contract);
    const { incident, observations } = await session.run(control);
    if (next) await session.run(next);
    await session.close();
    await mock.close();
    const pace = status === 429 ? 'a slower pace (pace.perSecond), ' : '';
    expect(incident?.cause).toMatch(/^the (provider limits the rate of requests \(429\)|service is not available)/);
    expect(incident?.cause).toContain(
      ` and ${time}; a run waits at most retryBudget seconds in all: set ${pace}a larger retryBudget in the environment file, or run again later`,
    );
    expect(observations[0]?.received).toContain('retryBudget');
    // The request is not sent again: what waits is the next one.
    expect(waits).toEqual([`${value === undefined ? 1 : 30} s before it sends the next request`]);
  });

test('a wait before a request is sent again says so', async () => {
  const waits: string[] = [];
  const time = standingClock();
  const target = { ...mockTarget(), pace: unlimited };
  const mock = await startMock({ clock: time.now });
  mock.intercept = (call) => (mock.requests === 1 ? limit('45') : call.answer());
  const session = openSession(target, `${mock.url}${baseUrls['singapay']}`, memoryStore(), {
    ...time.options,
    onWait: (ms, what) => waits.push(`${ms / 1000} s ${what}`),
  });
  await session.run(plan(target.contract)[0]);
  await session.close();
  await mock.close();
  expect(waits).toEqual(['45 s before it sends the request again']);
});

test('a date, a value beyond every budget and none at all are read', async () => {
  const values = ['Mon, 23 Nov 2026 10:00:09 GMT', '99999999999999999999', undefined, 'soon', '-3', '0'];
  for (const value of values) {
    let count = 0;
    const target = { ...mockTarget(), pace: unlimited };
    const [control] = plan(target.contract);
    const time = standingClock();
    const mock = await startMock({ clock: time.now });
    mock.intercept = (call) => {
      count += 1;
      return count === 1 ? limit(value) : call.answer();
    };
    const session = openSession(target, `${mock.url}${baseUrls['singapay']}`, memoryStore(), time.options);
    const outcome = await session.run(control);
    await session.close();
    await mock.close();
    const granted = outcome.incident === null;
    expect([value, granted, outcome.limited?.seconds ?? 0]).toEqual(
      value?.startsWith('9') ? [value, false, 0] : [value, true, value?.startsWith('Mon') ? 9 : 1],
    );
  }
});

test('a pace of one request in 50 s is kept', async () => {
  const waits: number[] = [];
  const time = standingClock();
  const target = { ...mockTarget(), pace: { perSecond: 0.02, timeout: 5 } };
  const mock = await startMock({ clock: time.now });
  const session = openSession(target, `${mock.url}${baseUrls['singapay']}`, memoryStore(), {
    ...time.options,
    onWait: (ms) => waits.push(ms),
  });
  for (const scenario of plan(target.contract).slice(0, 3)) await session.run(scenario);
  await session.close();
  await mock.close();
  expect(waits.slice(0, 2)).toEqual([50_000, 50_000]);
});
