import { expect, test } from '@playwright/test';
import { type Intercept, startMock } from '../../mock/server.ts';
import { contractNamed, contracts, runProvider } from '../../proof/run.ts';
import { InputError } from '../../src/contract/problems.ts';
import type { ExchangeRecord } from '../../src/formats/exchange-record.ts';
import type { Results, TargetResult } from '../../src/formats/results.ts';
import { gate } from '../../src/results/gate.ts';
import { appendHistory, dated } from '../../src/results/history.ts';
import { readResults } from '../../src/results/read.ts';
import { rejudgeResults } from '../../src/results/rejudge.ts';
import { rejudge } from '../../src/results/rejudge-target.ts';
import { loadEnvironment } from '../../src/target/environment.ts';
import { metaOf } from '../../src/target/meta.ts';
import { recorded, resealed, resultsOf, wholeOf } from '../support/recorded.ts';

const verdicts = (result: { clauses: { id: string; verdict: string }[] }) =>
  result.clauses.map(({ id, verdict }) => `${id}: ${verdict}`);

for (const provider of ['singapay', 'finnet', 'pyng']) {
  test(`${provider}: recorded exchanges are judged as they were`, async () => {
    const result = await wholeOf(provider);
    const contract = contractNamed(provider);
    const meta = metaOf(contract, loadEnvironment('mock', contracts));
    const again = rejudge(structuredClone(result), contract, meta, '2026-11-23');
    expect(verdicts(again)).toEqual(verdicts(result));
  });
}

test('a contract that changed judges the same exchanges otherwise', async () => {
  const mock = await startMock({ lifeSeconds: 3 });
  const result = await runProvider(mock, 'pyng', { select: ({ id }) => id === 'control' });
  await mock.close();
  const today = contractNamed('pyng');
  const clauses = today.clauses.map((clause) =>
    clause.id === 'pyng-expires-in' && 'parameters' in clause
      ? { ...clause, parameters: { ...clause.parameters, schema: { type: 'string' } } }
      : clause,
  );
  const contract = { ...today, clauses };
  const meta = metaOf(contract, loadEnvironment('mock', contracts));
  const again = rejudge(result, contract, meta, '2026-11-23');
  expect(again.clauses.find(({ id }) => id === 'pyng-expires-in')?.verdict).toBe('fail');
  expect(again.verdict).toBe('deviates');
});

const again = (results: Results): Results =>
  rejudgeResults(structuredClone(results), { contracts, unloaded: {} }, 'results.json');

test('a whole run stays whole, and sound, when it is judged again', async () => {
  const results = resultsOf([await wholeOf('pyng')]);
  const judged = again(results);
  expect(judged.exitCode).toBe(0);
  expect(gate(resealed(judged))).toMatchObject({ exitCode: 0, lines: gate(results).lines });
});

test('a part stays that part, and a control that was refused stays refused', async () => {
  const part = resultsOf([await recorded('pyng', undefined, ({ gate: quick }) => quick)], '--grep=@gate');
  const judged = resealed(again(part));
  expect(judged.run?.selection).toEqual({ name: '--grep=@gate' });
  expect(gate(judged).exitCode).toBe(2);
  expect(gate(judged, '@gate')).toMatchObject({ exitCode: 0, lines: gate(part, '@gate').lines });

  const refuse: Intercept = () => ({ status: 401, headers: [['Content-Type', 'application/json']], body: '{}' });
  const refused = resultsOf([await recorded('pyng', refuse)], '--grep=x');
  expect(refused.exitCode).toBe(2);
  expect(again(refused)).toMatchObject({ exitCode: 2, targets: [{ reason: refused.targets[0]?.reason }] });
});

test('a control that was sent and not selected is not counted as selected', async () => {
  for (const way of ['missing-field', 'no-token', 'control']) {
    const part = await recorded('finnet', undefined, ({ id, change }) => id === way || change?.way === way);
    const [judged] = again(resultsOf([part], '--grep=x')).targets;
    expect.soft(judged).toMatchObject({ scenarios: part.scenarios, reason: part.reason, leftOut: part.leftOut });
  }
});

test('a control that was refused with 2xx is the same one finding', async () => {
  const body = '{"error":"invalid_client"}';
  const refuse: Intercept = () => ({ status: 200, headers: [['Content-Type', 'application/json']], body });
  const refused = resultsOf([await recorded('pyng', refuse)]);
  const failed = ({ targets }: Results): string[] =>
    targets.flatMap(({ clauses }) => clauses.filter(({ verdict }) => verdict === 'fail').map(({ id }) => id));
  expect(failed(refused)).toEqual(['pyng-documented-status']);
  expect(failed(again(refused))).toEqual(failed(refused));
  // The exchanges are those of that night, and so is since when they fail.
  const startedAt = '2026-11-01T02:00:00.000Z';
  const nightBefore = appendHistory([], { ...refused, startedAt });
  const night = resealed(dated(refused, appendHistory(nightBefore, refused)));
  const standings = again(night).targets.flatMap(({ clauses }) => clauses.flatMap(({ standing }) => standing ?? []));
  expect(standings).toEqual([{ since: startedAt, failed: 2, of: 2 }]);
  expect(again(refused)).toMatchObject({ exitCode: 2, targets: [{ reason: refused.targets[0]?.reason }] });
});

test('a run that was stopped, lost evidence, or failed as a whole is not bettered', async () => {
  const some = await recorded('pyng');
  const [first = '', second = ''] = some.exchanges.map(({ scenario }) => scenario).slice(-2);
  const stopped = { ...some, notRun: [first], exchanges: some.exchanges.filter(({ scenario }) => scenario !== first) };
  const lost = { ...some, lost: [second] };
  const day = '2026-11-23';
  const meta = metaOf(contractNamed('pyng'), loadEnvironment('mock', contracts));
  expect(rejudge(stopped, contractNamed('pyng'), meta, day).verdict).toBe('not-judged');
  expect(rejudge(lost, contractNamed('pyng'), meta, day).verdict).toBe('error');
  for (const exitCode of [2, 3] as const)
    expect(again(resealed({ ...resultsOf([some]), exitCode })).exitCode).toBe(exitCode);
});

const old = 'tests/fixtures/results-77b82bd.json';

test('every exchange of a scenario is judged: an intermittent server that deviated deviates again', async () => {
  // Written by an earlier version with --repeat-each 2: both exchanges are called ex-0, and the second deviates.
  const results = readResults(old);
  expect(results.targets[0]?.exchanges.map(({ id }) => id)).toEqual(['ex-0', 'ex-0']);
  const judged = again(results);
  expect(judged.exitCode).toBe(1);
  expect(judged.targets[0]?.exchanges.map(({ id }) => id)).toEqual(['ex-1', 'ex-2']);
  const clause = judged.targets[0]?.clauses.find(({ id }) => id === 'pyng-expires-in');
  expect(clause?.observations.map(({ exchange, verdict }) => [exchange, verdict])).toEqual([
    ['ex-1', 'pass'],
    ['ex-2', 'fail'],
  ]);
});

test('an exchange of a scenario that the plan of today has not got keeps what it showed', async () => {
  const lax: Intercept = (call) =>
    call.received.query === '' && call.answer().status === 400 ? call.grant() : call.answer();
  const results = resultsOf([await recorded('pyng', lax)]);
  expect(results.exitCode).toBe(1);
  const failed = results.targets[0]?.clauses.find(({ verdict }) => verdict === 'fail');
  const scenario = failed?.observations.find(({ verdict }) => verdict === 'fail')?.scenario ?? '';
  const renamed = JSON.parse(
    JSON.stringify(results).replaceAll(JSON.stringify(scenario), '"pyng-of-old/way"'),
  ) as Results;
  const judged = again(resealed(renamed));
  expect(judged.targets[0]?.clauses.find(({ id }) => id === failed?.id)?.verdict).toBe('fail');
  expect(judged.exitCode).toBe(1);
  expect(judged.targets[0]?.notes.join()).toContain('pyng-of-old/way');
});

const firstOf = ({ targets }: Results): TargetResult => {
  const [target] = targets;
  if (!target) throw new Error('there was to be a target');
  return target;
};

/** Changes every exchange that holds a redacted value. */
const each = (change: (exchange: ExchangeRecord) => unknown) => (results: Results) => {
  for (const exchange of firstOf(results).exchanges) if (exchange.response?.redacted.length) change(exchange);
};

const pointing = (pointer: string) =>
  each(({ response }) => response?.redacted.map((value) => Object.assign(value, { pointer })));

const hostile: [title: string, change: (results: Results) => unknown, message: RegExp][] = [
  ['a pointer to a prototype', pointing('/__proto__/x'), /holds no text at "\/__proto__\/x"/],
  ['a pointer to a constructor', pointing('/constructor/prototype/x'), /holds no text at/],
  ['a pointer to nothing', pointing('/nowhere'), /holds no text at "\/nowhere"/],
  [
    'a length beyond memory',
    each(({ response }) => response?.redacted.map((value) => Object.assign(value, { length: 2 ** 40 }))),
    /longer than any answer/,
  ],
  [
    'an address that is none',
    each(({ request }) => Object.assign(request, { url: 'nowhere' })),
    /its address is not an http or https URL/,
  ],
  [
    'an address without a host',
    each(({ request }) => Object.assign(request, { url: 'data:x' })),
    /its address is not an http or https URL/,
  ],
  ['no attempt', each((exchange) => Object.assign(exchange, { attempts: [] })), /it was never sent/],
  [
    'a time beyond time',
    each(({ attempts }) => attempts.map((attempt) => Object.assign(attempt, { ms: 1e300 }))),
    /the time of an attempt is invalid/,
  ],
  ['a provider like a member of Object', (results) => renamed(results, 'constructor'), /no contract of constructor/],
  ['a provider like a prototype', (results) => renamed(results, '__proto__'), /no contract of __proto__/],
  ['a provider that is gone', (results) => renamed(results, 'gone'), /no contract of gone/],
  [
    'an environment that is gone',
    (results) => Object.assign(firstOf(results), { environmentFile: 'nowhere' }),
    /no environment "nowhere"/,
  ],
];

function renamed(results: Results, provider: string): void {
  Object.assign(firstOf(results), { provider, target: `${provider}@mock` });
}

for (const [title, change, message] of hostile) {
  test(`hostile results are refused with one message: ${title}`, async () => {
    const some = await recorded('pyng', undefined, ({ id }) => /^(control|pyng-scope-alone)/.test(id));
    const results = structuredClone(resultsOf([some], '--grep=x'));
    change(results);
    // Without a digest and what came with it, as an earlier version wrote it: nothing of it is computed again first.
    const { digest: _digest, run: _run, ...bare } = results;
    for (const target of bare.targets) {
      delete target.contractHash;
      delete target.control;
    }
    let caught: unknown;
    try {
      rejudgeResults(bare, { contracts, unloaded: {} }, 'results.json');
    } catch (error) {
      caught = error;
    }
    expect(caught).toBeInstanceOf(InputError);
    expect(String(caught)).toMatch(message);
    expect(String(caught).length).toBeLessThan(1500);
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect(({} as { x?: unknown }).x).toBeUndefined();
  });
}

test('a body that was cut is not judged', async () => {
  const some = await recorded('pyng', undefined, ({ id }) => id === 'control');
  const cut = structuredClone(resultsOf([some], '--grep=x'));
  for (const { response } of firstOf(cut).exchanges) Object.assign(response?.body ?? {}, { cut: true });
  expect(again(resealed(cut)).exitCode).toBe(2);
});
