/** "Conforms" is earned: the control was sent, granted and judged, and a clause of level must passed. */
import { expect, test } from '@playwright/test';
import type { Intercept } from '../../mock/server.ts';
import { gate } from '../../src/results/gate.ts';
import { ledgerOf } from '../../src/results/ledger.ts';
import { isTimed } from '../../src/run/life.ts';
import type { Scenario } from '../../src/scenario/plan.ts';
import type { Target } from '../../src/target/target.ts';
import { everything, guard, meta, named, run, withMock } from '../support/earned.ts';
import { resultsOf } from '../support/recorded.ts';

test('one clause selected is a judged run of it: the control that it rests on is judged and recorded too', async () => {
  await withMock(async (mock) => {
    const { result, outcomes } = await run([named('pyng-method/get-query')], { mock });
    expect(mock.requests).toBe(2);
    expect(result).toMatchObject({ verdict: 'conforms', control: { state: 'granted', reason: '' }, requests: 2 });
    expect(result.exchanges.map(({ id, scenario }) => [id, scenario])).toEqual([
      ['ex-1', 'control'],
      ['ex-2', 'pyng-method/get-query'],
    ]);
    expect(result.clauses.find(({ id }) => id === 'pyng-expires-in')?.verdict).toBe('pass');
    expect(outcomes[0]?.before?.map(({ scenario }) => scenario)).toEqual(['control']);
    expect(result.leftOut).toContain('pyng-basic-secret');
    expect(result.leftOut).not.toContain('pyng-method');
  });
});

test('a control that is refused, sent for another scenario, is the reason that nothing was judged', async () => {
  await withMock(async (mock) => {
    const refuse: Intercept = () => ({ status: 401, headers: [['Content-Type', 'application/json']], body: '{}' });
    const { result } = await run([named('pyng-method/get-query')], { mock, intercept: refuse });
    expect(mock.requests).toBe(1);
    expect(result).toMatchObject({ verdict: 'not-judged', control: { state: 'refused' } });
    expect(result.reason).toMatch(/^the control is not granted: the provider answered 401/);
    expect(result.exchanges.map(({ scenario }) => scenario)).toEqual(['control']);
  });
});

test('a selection in which nothing is judged is not judged, and says what to do', async () => {
  await withMock(async (mock) => {
    const cases: [scenarios: Scenario[], target: Partial<Target>, reason: RegExp][] = [
      [
        [named('pyng-method/get-query')],
        { onlyControl: guard },
        /the control was not selected.*select the control too/,
      ],
      [[], {}, /^no scenario was run$/],
    ];
    for (const [scenarios, target, reason] of cases) {
      const { result } = await run(scenarios, { mock, target });
      expect(result.verdict).toBe('not-judged');
      expect(result.reason).toMatch(reason);
      expect(gate(resultsOf([result], '--grep=pyng-method'), '--grep=pyng-method').exitCode).toBe(2);
    }
    // Nor is a selection in which nothing can be sent.
    const before = mock.requests;
    const { result } = await run([named('pyng-token-ends/after-end')], { mock, target: { probe: null } });
    expect(result).toMatchObject({ verdict: 'not-judged', control: { state: 'missing' } });
    expect(mock.requests).toBe(before);
  });
});

test('a control that was sent for scenarios of which none could be followed does not make the target conform', async () => {
  await withMock(async (mock) => {
    const short: Intercept = (call) => {
      const answer = call.answer();
      return { ...answer, body: String(answer.body).replace(/"expires_in":\d+/, '"expires_in":600') };
    };
    const scenarios = [named('pyng-token-ends/after-end'), named('pyng-token-lives/half-life')];
    const { result } = await run(scenarios, { mock, intercept: short, target: { expiryWait: 1 } });
    expect(result).toMatchObject({ verdict: 'not-judged', control: { state: 'granted' } });
    expect(result.reason).toMatch(/^nothing of what was selected was sent: the token lives 600 s/);
  });
});

test('what no clause of level must passed in does not conform', async () => {
  await withMock(async (mock) => {
    const { outcomes } = await run([named('control')], { mock });
    const weak = { ...meta, clauses: meta.clauses.map((clause) => ({ ...clause, level: 'should' as const })) };
    const result = ledgerOf({ meta: weak, selected: ['control'], outcomes, durationMs: 0, day: '2026-11-23' });
    expect(result).toMatchObject({ verdict: 'not-judged', reason: expect.stringContaining('no clause of level must') });
  });
});

test('production with the control alone is a part, which the gate takes only by its name', async () => {
  await withMock(async (mock) => {
    const { result } = await run(everything, { mock, target: { onlyControl: guard } });
    expect(mock.requests).toBe(1);
    expect(result).toMatchObject({ verdict: 'conforms', reason: guard });
    expect(result.leftOut?.length).toBeGreaterThan(10);
    const results = resultsOf([result]);
    expect(results.run?.selection).toEqual({ name: 'only-control' });
    expect(gate(results)).toMatchObject({ exitCode: 2 });
    expect(gate(results).lines.at(-1)).toContain('npm run gate -- --selection only-control');
    expect(gate(results, '@gate').exitCode).toBe(2);
    expect(gate(results, 'only-control').exitCode).toBe(0);
  });
});

/** Answers the first of two good requests well, and gives a lifetime of another type in the second. */
function intermittent(): Intercept {
  let granted = 0;
  return (call) => {
    const answer = call.answer();
    if (call.operation !== 'token' || answer.status !== 200 || ++granted !== 2) return answer;
    return { ...answer, body: String(answer.body).replace(/"expires_in":(\d+)/, '"expires_in":"$1"') };
  };
}

test('a scenario that is sent again has an exchange of its own each time, and its worst verdict counts', async () => {
  await withMock(async (mock) => {
    const again = [named('control'), named('control'), named('pyng-method/get-query'), named('control')];
    const { result, outcomes } = await run(again, { mock, intercept: intermittent() });
    expect(result.exchanges.map(({ id, scenario }) => `${id} ${scenario}`)).toEqual([
      'ex-1 control',
      'ex-2 control',
      'ex-3 control',
      'ex-4 pyng-method/get-query',
    ]);
    const clause = result.clauses.find(({ id }) => id === 'pyng-expires-in');
    expect(clause?.verdict).toBe('fail');
    expect(clause?.observations.map(({ exchange, verdict }) => [exchange, verdict])).toEqual([
      ['ex-1', 'pass'],
      ['ex-2', 'fail'],
      ['ex-3', 'pass'],
    ]);
    expect(result.verdict).toBe('deviates');
    const reversed = {
      meta,
      selected: meta.scenarios,
      outcomes: [...outcomes].reverse(),
      durationMs: 0,
      day: '2026-11-23',
    };
    expect(ledgerOf(reversed)).toEqual(ledgerOf({ ...reversed, outcomes }));
  });
});

test('a try that broke off without evidence is lost, whatever the next one shows', async () => {
  await withMock(async (mock) => {
    const { outcomes } = await run(
      everything.filter((scenario) => !isTimed(scenario)),
      { mock },
    );
    const selected = outcomes.map(({ scenario }) => scenario);
    const whole = { meta, selected, outcomes, durationMs: 0, day: '2026-11-23' };
    expect(ledgerOf(whole).verdict).toBe('conforms');
    const result = ledgerOf({ ...whole, lost: ['pyng-method/get-query'] });
    expect(result.verdict).toBe('error');
    expect(result.clauses.find(({ id }) => id === 'pyng-method')).toMatchObject({ verdict: 'error', effect: 'fails' });
  });
});
