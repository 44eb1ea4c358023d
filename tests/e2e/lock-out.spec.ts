/** A provider that locks out a client which sends wrong credentials, as RFC 6749, section 2.3.1, has it guard itself. */
import { expect, test } from '@playwright/test';
import type { Answer, Intercept } from '../../mock/server.ts';
import { contractNamed, contracts } from '../../proof/run.ts';
import type { Results, TargetResult } from '../../src/formats/results.ts';
import { compare } from '../../src/results/compare.ts';
import { rejudge } from '../../src/results/rejudge-target.ts';
import { staleWaivers } from '../../src/results/waivers.ts';
import type { ScenarioEvidence } from '../../src/run/session.ts';
import type { Scenario } from '../../src/scenario/plan.ts';
import { loadEnvironment } from '../../src/target/environment.ts';
import { metaOf } from '../../src/target/meta.ts';
import { against, atOnce, headerOf, raised } from '../support/lax.ts';

const refusal = (status: number): Answer => ({
  status,
  headers: [
    ['Content-Type', 'application/json'],
    ['WWW-Authenticate', 'Basic realm="x"'],
  ],
  body: `{"status":${status},"success":false,"error":{"code":${status},"message":"locked"}}`,
});

/** Refuses everything once so many requests were unauthorised. */
const locking = (after: number, status: number): Intercept => {
  let wrong = 0;
  return (call) => {
    if (wrong >= after) return refusal(status);
    const answer = call.answer();
    if (call.operation === 'token' && answer.status === 401) wrong += 1;
    return answer;
  };
};

for (const [after, status] of [
  [3, 401],
  [10, 403],
  [10, 423],
  [20, 400],
] as const)
  test(`${status} for everything after ${after} wrong credentials is no deviation, and says what happened`, async () => {
    const result = await against('singapay', locking(after, status));
    expect(Object.keys(raised(result))).toEqual(['inconclusive']);
    expect(result.verdict).toBe('not-judged');
    expect(result.reason).toMatch(
      new RegExp(`the provider answered ${status}: .*locked.*granted before.* may lock out a client`),
    );
  });

test('a provider that takes no time before the latest it granted is not said to have locked anybody out alone', async () => {
  let latest = 0;
  const result = await against('finnet', (call) => {
    const at = Date.parse(headerOf(call, 'X-TIMESTAMP'));
    if (call.operation !== 'token' || !(at > 0)) return call.answer();
    const answer = call.answer();
    const refused = '{"responseCode":"4017300","responseMessage":"Unauthorized. Replay"}';
    // It takes small disorder, as of requests on their way.
    if (at < latest - 30_000) return { ...answer, status: 401, body: refused };
    if (answer.status === 200) latest = Math.max(latest, at);
    return answer;
  });
  expect(result.reason).toMatch(
    /or it takes no time before the latest that it granted, which was \d.* ahead: then wait/,
  );
});

test('a provider that fails for everything from some moment on is down, and accused of nothing', async () => {
  let sent = 0;
  const result = await against('pyng', (call) => (++sent > 20 ? { ...refusal(500), body: '' } : call.answer()));
  expect(Object.keys(raised(result))).toEqual(['inconclusive']);
  expect(result.reason).toMatch(/the provider answered 500: .*granted before.* the provider fails since then/);
});

test('a good request that is refused while the control is still granted fails, and so does a grant that comes once', async () => {
  const picky = await against('singapay', (call) =>
    headerOf(call, 'Authorization').startsWith('basic ') ? refusal(401) : call.answer(),
  );
  expect(raised(picky)).toEqual({ warns: ['scheme-case'] });
  let grants = 0;
  const once = await against('singapay', (call) => {
    const answer = call.answer();
    return call.operation === 'token' && answer.status === 200 && ++grants > 1 ? refusal(401) : answer;
  });
  expect(raised(once)['fails']).toEqual(['granted-again']);
  expect(once.verdict).toBe('deviates');
});

/** Takes the password in the other letter case, and locks the client out for good once so many requests were refused. */
const hiding = (most: number): Intercept => {
  let wrong = 0;
  return (call) => {
    if (call.operation !== 'token') return call.answer();
    const locked = {
      ...refusal(401),
      body: '{"error":"invalid_client","error_description":"Client authentication failed"}',
    };
    if (wrong >= most) return locked;
    const answer = call.answer();
    if (answer.status === 401) wrong += 1;
    return answer;
  };
};

const parts: [string, (scenario: Scenario) => boolean][] = [
  ['@gate', ({ id, gate }) => id === 'control' || gate],
  ['one clause', ({ id }) => id === 'control' || id.startsWith('pyng-basic-secret/')],
  ['the whole', atOnce],
];
for (const most of [1, 3])
  for (const [part, select] of parts)
    test(`a lock-out after ${most} wrong credentials makes no refusal a pass in ${part} of a run`, async () => {
      const result = await against('pyng', hiding(most), { select });
      expect(result.verdict).toBe('not-judged');
      expect(result.reason).toMatch(/granted before.* may lock out a client/);
      const { verdict, reason } = result.clauses.find(({ id }) => id === 'pyng-basic-secret') ?? {};
      expect(verdict).toBe('inconclusive');
      expect(reason).toMatch(/lock-out/);
    });

test('where the good request is granted after the refusals, they stand, for one request more', async () => {
  const select = ({ id }: Scenario): boolean => id === 'control' || id.startsWith('pyng-basic-secret/');
  const result = await against('pyng', (call) => call.answer(), { select });
  expect(result.verdict).toBe('conforms');
  expect(result.requests).toBe(result.exchanges.length + 1);
});

test('rejudge comes to the same of a lock-out', async () => {
  const result = await against('pyng', hiding(3), { select: parts[0]?.[1] ?? atOnce });
  const contract = contractNamed('pyng');
  const again = rejudge(result, contract, metaOf(contract, loadEnvironment('mock', contracts)), '2026-11-23');
  const said = ({ verdict, reason, control, clauses }: TargetResult) => ({
    ...{ verdict, reason, control },
    clauses: clauses.map((one) => [one.id, one.verdict]),
  });
  expect(said(again)).toEqual(said(result));
});

test('a lock-out by 403 that asks for a long wait ends the run after three requests, and says what it may be', async () => {
  let wrong = 0;
  let asked = 0;
  const result = await against('pyng', (call) => {
    if (call.operation !== 'token') return call.answer();
    if (wrong >= 3) {
      asked += 1;
      return { ...refusal(403), headers: [['Retry-After', '900']] };
    }
    const answer = call.answer();
    if (answer.status === 401) wrong += 1;
    return answer;
  });
  expect(asked).toBe(3);
  expect(result.verdict).toBe('not-judged');
  expect(result.incidents.map(({ cause }) => cause).join()).toMatch(/given up after 3 .*may lock out a client/);
});

test('a run against a client that is locked out already says that it may be', async () => {
  const result = await against('pyng', locking(0, 423));
  expect(result.verdict).toBe('not-judged');
  expect(result.reason).toMatch(
    /answered 423: .*locked out after wrong credentials of an earlier run: ask the provider, or wait/,
  );
});

test('where the control was lost, no waiver is called needless, and no clause fixed', async () => {
  const select = parts[0]?.[1] ?? atOnce;
  const before = await against('pyng', (call) => call.answer(), { select });
  const result = await against('pyng', hiding(3), { select });
  const contract = contractNamed('pyng');
  const meta = metaOf(contract, loadEnvironment('mock', contracts));
  const ids = result.clauses.flatMap(({ id, observations }) => (observations.length > 0 ? [id] : []));
  const row = { reason: 'known', owner: 'us', until: '2027-01-01', where: 'x.yaml:1', provider: 'pyng' };
  const waivers = ids.map((clause) => ({ ...row, clause }));
  const run = { meta: { ...meta, waivers }, selected: meta.scenarios, durationMs: 0, day: '2026-11-23' };
  const outcomes = meta.scenarios.map((scenario) => ({ scenario }) as ScenarioEvidence);
  expect(staleWaivers({ ...run, outcomes }, before).length).toBeGreaterThan(0);
  expect(staleWaivers({ ...run, outcomes }, result)).toEqual([]);
  const failed = before.clauses.map((clause) => ({ ...clause, verdict: 'fail' as const }));
  const report = (target: TargetResult): Results => ({
    ...{ formatVersion: 1, tool: { name: 'x', version: '0' }, startedAt: '', durationMs: 0, exitCode: 0 },
    ...{ problems: [], targets: [target] },
  });
  const fixed = (target: TargetResult): number =>
    compare(report({ ...before, clauses: failed }), report(target)).targets[0]?.fixed.length ?? 0;
  expect(fixed(before)).toBeGreaterThan(0);
  expect(fixed(result)).toBe(0);
});
