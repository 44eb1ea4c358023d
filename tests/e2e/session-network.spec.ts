import { expect, test } from '@playwright/test';
import { baseUrls, type Intercept, type Mock, startMock } from '../../mock/server.ts';
import { ledgerOf } from '../../src/results/ledger.ts';
import { memoryStore, openSession, type ScenarioEvidence, type SessionOptions } from '../../src/run/session.ts';
import { plan } from '../../src/scenario/plan.ts';
import { metaOf } from '../../src/target/meta.ts';
import type { Target } from '../../src/target/target.ts';
import { guard } from '../support/earned.ts';
import { calledDeadline, deadPort, mockTarget } from '../support/network.ts';

const dead = (): { raw: (response: unknown, socket: { destroy(): void }) => void } => ({
  raw: (_response, socket) => socket.destroy(),
});

/** Runs every scenario of a target; `fresh` opens a new session each time, as a new worker does. */
async function runAll(
  target: Target,
  baseUrl: string,
  fresh = false,
  options: SessionOptions = {},
): Promise<ScenarioEvidence[]> {
  const store = memoryStore();
  const outcomes: ScenarioEvidence[] = [];
  const open = () => openSession(target, baseUrl, store, options);
  let session = open();
  for (const scenario of plan(target.contract)) {
    outcomes.push(await session.run(scenario));
    if (!fresh) continue;
    await session.close();
    session = open();
  }
  await session.close();
  return outcomes;
}

function ledger(target: Target, outcomes: ScenarioEvidence[]) {
  const meta = metaOf(target.contract, target.environment);
  return ledgerOf({ meta, selected: meta.scenarios, outcomes, durationMs: 0, day: '2026-11-23' });
}

/** A mock whose n-th request is answered by `nth` instead. */
async function withMock<T>(
  nth: (n: number) => ReturnType<Intercept> | undefined,
  use: (mock: Mock) => Promise<T>,
): Promise<T> {
  const mock = await startMock();
  let count = 0;
  mock.intercept = (call) => {
    count += 1;
    return nth(count) ?? call.answer();
  };
  try {
    return await use(mock);
  } finally {
    await mock.close();
  }
}

const verdicts = (outcomes: ScenarioEvidence[]): Set<string> =>
  new Set(outcomes.flatMap(({ observations }) => observations.map(({ verdict }) => verdict)));

const url = (mock: Mock, target: Target): string => `${mock.url}${baseUrls[target.contract.provider] ?? ''}`;

for (const provider of ['singapay', 'finnet', 'pyng']) {
  test(`${provider}: drops, hangs and 503s in between cost only their scenarios, and no clause fails`, async () => {
    const target = mockTarget(provider);
    const { deadline, pass } = calledDeadline();
    const [outcomes, result] = await withMock(
      (n) => {
        if (n % 17 === 0) return { raw: pass };
        if (n % 13 === 0) return dead();
        if (n % 11 === 0) return { status: 503, headers: [], body: '' };
        return undefined;
      },
      async (mock) => {
        const done = await runAll(target, url(mock, target), false, { deadline });
        return [done, ledger(target, done)] as const;
      },
    );
    expect(verdicts(outcomes)).not.toContain('fail');
    expect(verdicts(outcomes)).not.toContain('error');
    expect(result.counts.fail + result.counts.warning).toBe(0);
    expect(result.incidents.length).toBeGreaterThan(0);
    expect(outcomes.filter(({ notSent }) => notSent?.kind === 'stopped')).toEqual([]);
    const untouched = outcomes.filter(({ incident, exchange }) => !incident && exchange);
    expect(untouched.length).toBeGreaterThan(result.incidents.length);
  });
}

test('a proxy that answers some requests with a page of its own turns no clause red; a page of the provider does', async () => {
  const target = mockTarget();
  const every4 = async (title: string) =>
    await withMock(
      (n) => {
        const headers: [string, string][] = [
          ['Via', '1.1 x (squid)'],
          ['Content-Type', 'text/html;charset=utf-8'],
        ];
        const body = `<!DOCTYPE html><html><head><title>${title}</title></head><body>Access Denied.</body></html>`;
        return n % 4 === 0 ? { status: 403, headers, body } : undefined;
      },
      async (mock) => ledger(target, await runAll(target, url(mock, target))),
    );
  const proxied = await every4('ERROR: The requested URL could not be retrieved');
  expect(proxied.counts.fail + proxied.counts.warning).toBe(0);
  expect(proxied.verdict).toBe('not-judged');
  expect(proxied.incidents.map(({ cause }) => cause)).toContain(
    'a server in front of the provider answered 403: a proxy with a page of its own (Squid)',
  );
  expect((await every4('Forbidden')).counts.fail).toBeGreaterThan(0);
});

test('a host that is down is given up after three controls, with one cause and no fail', async () => {
  const target = mockTarget();
  const outcomes = await runAll(target, `http://127.0.0.1:${await deadPort()}`, true);
  const result = ledger(target, outcomes);
  expect(result.verdict).toBe('not-judged');
  expect(result.reason).toMatch(/the control is not granted: the connection was refused/);
  expect(result.requests).toBe(9);
  expect(result.incidents).toEqual([
    {
      scenario: 'control',
      cause: expect.stringMatching(/^the target is given up after 3 requests in a row .* the connection was refused/),
      attempts: 9,
    },
  ]);
  expect([...verdicts(outcomes)]).toEqual(['inconclusive']);
  expect(new Set(outcomes.slice(3).map(({ notSent }) => notSent?.text)).size).toBe(1);
});

test('a host that dies half-way is given up: what was judged stays, the rest is not sent', async () => {
  const target = mockTarget();
  await withMock(
    (n) => (n > 5 ? dead() : undefined),
    async (mock) => {
      const outcomes = await runAll(target, url(mock, target), true);
      const result = ledger(target, outcomes);
      expect(result.verdict).toBe('not-judged');
      expect(mock.requests).toBe(5 + 3 * 3);
      expect(result.incidents).toHaveLength(3);
      expect(result.counts.fail).toBe(0);
      expect(result.clauses.some(({ verdict }) => verdict === 'pass')).toBe(true);
      expect(outcomes.at(-1)?.notSent?.text).toMatch(/^nothing was sent: the target was given up after 3 requests/);
    },
  );
});

test('a gateway that is down answers three controls and no more', async () => {
  const target = mockTarget();
  await withMock(
    () => ({ status: 503, headers: [], body: '' }),
    async (mock) => {
      await runAll(target, url(mock, target));
      expect(mock.requests).toBe(3);
    },
  );
});

test('a blip at the control costs the control: the next scenario sends it again', async () => {
  const target = mockTarget();
  await withMock(
    (n) => (n === 1 ? { status: 503, headers: [], body: '' } : undefined),
    async (mock) => {
      const outcomes = await runAll(target, url(mock, target));
      expect(outcomes[0]?.incident?.cause).toMatch(/503/);
      expect(outcomes.slice(1).filter(({ incident }) => incident)).toEqual([]);
      expect(outcomes.slice(1).some(({ observations }) => observations.some(({ verdict }) => verdict === 'pass'))).toBe(
        true,
      );
    },
  );
});

test('a control that is refused is not sent again', async () => {
  const target = mockTarget();
  await withMock(
    () => ({ status: 401, headers: [['Content-Type', 'application/json']], body: '{}' }),
    async (mock) => {
      const outcomes = await runAll(target, url(mock, target));
      expect(mock.requests).toBe(1);
      expect(ledger(target, outcomes).reason).toMatch(/^the control is not granted: the provider answered 401/);
    },
  );
});

test('beyond maxRequests nothing is sent, and that is the reason', async () => {
  const target = { ...mockTarget(), maxRequests: 4 };
  await withMock(
    (n) => (n === 4 ? dead() : undefined),
    async (mock) => {
      const outcomes = await runAll(target, url(mock, target), true);
      expect(mock.requests).toBe(4);
      expect(outcomes.at(-1)?.notSent?.text).toBe(
        'nothing was sent: the budget of 4 requests is spent (maxRequests in the environment file)',
      );
      expect(ledger(target, outcomes).verdict).toBe('not-judged');
    },
  );
});

test('Retry-After delays the next request, also that of the next worker, and the answer is not retried', async () => {
  const target = mockTarget();
  const store = memoryStore();
  const [control] = plan(target.contract);
  if (!control) throw new Error('a plan begins with the control');
  await withMock(
    () => ({ status: 429, headers: [['Retry-After', '3600']], body: '' }),
    async (mock) => {
      const session = openSession(target, url(mock, target), store);
      const before = Date.now();
      const outcome = await session.run(control);
      await session.close();
      expect(mock.requests).toBe(1);
      expect(outcome.incident).toMatchObject({ cause: expect.stringContaining('limits the rate'), attempts: 1 });
      // Honoured up to the bound of 30 s, not for the hour that was asked for.
      expect(store.read().quietUntil).toBeGreaterThanOrEqual(before + 30_000);
      expect(store.read().quietUntil).toBeLessThanOrEqual(Date.now() + 30_000);
    },
  );
});

test('production: only the control goes out, and the verdict says so', async () => {
  const target = { ...mockTarget(), onlyControl: guard };
  await withMock(
    () => undefined,
    async (mock) => {
      const outcomes = await runAll(target, url(mock, target));
      const result = ledger(target, outcomes);
      expect(mock.requests).toBe(1);
      expect(result).toMatchObject({ verdict: 'conforms', reason: guard, requests: 1 });
      expect(result.counts.inconclusive).toBe(0);
      const open = result.clauses.filter(({ verdict }) => verdict === 'not-exercised');
      expect(open.length).toBeGreaterThan(10);
      expect(open.filter(({ effect }) => effect !== 'none')).toEqual([]);
    },
  );
});
