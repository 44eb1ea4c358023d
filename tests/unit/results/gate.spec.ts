/** What the gate makes of results: the worst decides, and no claim that a file makes about itself is believed. */
import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import type { ClauseResult, Results, TargetResult, TargetVerdict } from '../../../src/formats/results.ts';
import { conclude } from '../../../src/results/conclude.ts';
import { gate } from '../../../src/results/gate.ts';
import { validateResults } from '../../../src/results/validate.ts';
import { deviating, recorded, resealed, resultsOf, wholeOf } from '../../support/recorded.ts';

/** The quick subset of a faithful provider and of one that deviates, and the whole of a faithful one. */
let conforming: TargetResult;
let broken: TargetResult;
let whole: TargetResult;
test.beforeAll(async () => {
  conforming = await recorded('pyng', undefined, ({ gate: quick }) => quick);
  broken = await recorded('pyng', deviating, ({ gate: quick }) => quick);
  whole = await wholeOf('finnet');
});

const elsewhere = (target: TargetResult, environment: string): TargetResult => ({
  ...target,
  environment,
  target: `${target.provider}@${environment}`,
});

test('the results of a whole run fit the schema', () => {
  const value = JSON.parse(JSON.stringify(resultsOf([whole])));
  expect(validateResults(value)).toHaveProperty('results');
  expect(validateResults({ ...value, laterField: 1 })).toHaveProperty('results');
  value.targets[0].clauses[0].verdict = 'green';
  delete value.targets[0].counts.pass;
  expect(validateResults(value)).toEqual({
    problems: [
      expect.stringContaining("/targets/0/counts must have required property 'pass'"),
      expect.stringContaining('/targets/0/clauses/0/verdict must be one of "pass"'),
    ],
  });
});

const unjudged = (target: TargetResult): TargetResult => {
  const lost = { ...elsewhere(target, 'lost'), lost: ['pyng-unheard/of'] };
  return { ...lost, ...conclude(lost) };
};

const refused = (target: TargetResult): TargetResult => {
  const control = { state: 'refused' as const, reason: 'the control is not granted: 401' };
  const other = { ...elsewhere(target, 'refused'), control };
  return { ...other, ...conclude(other) };
};

test('one line per target; the worst decides, and a deviation outranks our own fault', () => {
  const cases: [TargetResult[], TargetVerdict[], number][] = [
    [[conforming], ['conforms'], 0],
    [[conforming, refused(conforming)], ['conforms', 'not-judged'], 2],
    [[conforming, unjudged(conforming), refused(conforming)], ['conforms', 'error', 'not-judged'], 3],
    [[conforming, elsewhere(broken, 'broken'), unjudged(conforming)], ['conforms', 'deviates', 'error'], 1],
    [[], [], 2],
  ];
  for (const [targets, verdicts, exitCode] of cases) {
    expect(targets.map(({ verdict }) => verdict)).toEqual(verdicts);
    expect(gate(resultsOf(targets, '--grep=@gate'), '@gate').exitCode).toBe(exitCode);
  }
  expect(gate(resultsOf([whole])).exitCode).toBe(0);
  expect(gate(resultsOf([whole])).lines).toEqual([expect.stringMatching(/^finnet@mock {2}conforms {2}\(\d+ passed/)]);
  const waived = { ...resultsOf([whole]), exitCode: 1 as const, problems: ['delete the waiver'] };
  expect(gate(resealed(waived)).exitCode).toBe(1);
});

test('a part of a run is named with the clauses it left out, and taken only where the caller names that part', () => {
  const results = resultsOf([conforming], '--grep=@gate');
  const { lines, exitCode } = gate(results);
  expect(exitCode).toBe(2);
  expect(lines.join('\n')).toMatch(
    /pyng@mock {2}partial {2}\d+ of \d+ scenarios; clauses left out: [\s\S]*pyng-method/,
  );
  expect(lines.filter((one) => one.length > 200)).toEqual([]);
  expect(lines.at(-1)).toContain('npm run gate -- --selection @gate');
  for (const name of ['@gate', '--grep=@gate']) expect(gate(results, name).exitCode).toBe(0);
  for (const name of ['@nightly', 'gate', '--grep=@gate --shard=1/2']) expect(gate(results, name).exitCode).toBe(2);
  // More than was asked for is enough.
  expect(gate(resultsOf([whole]), '@gate').exitCode).toBe(0);
});

/** What a file may claim over the same clauses; each is written with a digest of its own. */
const claims: [title: string, claim: (results: Results, target: TargetResult) => unknown][] = [
  ['conforms over a clause that fails', (_, target) => Object.assign(target, { verdict: 'conforms', reason: '' })],
  [
    'a clause passes over an observation that fails',
    (_, target) => Object.assign(failing(target), { verdict: 'pass' }),
  ],
  ['a failed clause has no effect', (_, target) => Object.assign(failing(target), { effect: 'none' })],
  ['a failed clause is waived by nobody', (_, target) => Object.assign(failing(target), { effect: 'waived' })],
  [
    'a waiver that ended',
    (_, target) =>
      Object.assign(failing(target), { effect: 'waived', waiver: { reason: 'r', owner: 'o', until: '2026-11-22' } }),
  ],
  [
    'a failed clause is of a lower level',
    (_, target) => Object.assign(failing(target), { level: 'may', effect: 'none' }),
  ],
  ['counts without the failure', (_, target) => Object.assign(target.counts, { fail: 0 })],
  ['nine failures', (_, target) => Object.assign(target.counts, { fail: 9 })],
  ['no clauses', (_, target) => Object.assign(target, { clauses: [] })],
  ['a clause less', (_, target) => target.clauses.splice(target.clauses.indexOf(failing(target)), 1)],
  ['a clause twice', (_, target) => target.clauses.push(failing(target))],
  ['no requests', (_, target) => Object.assign(target, { requests: 0 })],
  ['no exchanges', (_, target) => Object.assign(target, { exchanges: [] })],
  ['an exchange twice', (_, target) => target.exchanges.push(...target.exchanges.slice(0, 1))],
  [
    'the exchange of another scenario',
    (_, target) => target.exchanges.map((one) => Object.assign(one, { scenario: 'x' })),
  ],
  ['another contract', (_, target) => Object.assign(target, { contractHash: 'a'.repeat(64) })],
  ['no contract', (_, target) => delete target.contractHash],
  ['another target', (_, target) => Object.assign(target, { target: 'pyng@production' })],
  ['nothing left out', (_, target) => delete target.leftOut],
  ['a whole run', (results) => Object.assign(results.run ?? {}, { selection: null })],
  ['a target twice', (results, target) => results.targets.push(target)],
  ['exit code 0', (results) => Object.assign(results, { exitCode: 0 })],
  ['exit code 3', (results) => Object.assign(results, { exitCode: 3 })],
];

function failing({ clauses }: TargetResult): ClauseResult {
  const [found] = clauses.filter(({ verdict }) => verdict === 'fail');
  if (!found) throw new Error('the target was to deviate');
  return found;
}

for (const [title, claim] of claims) {
  test(`a file that says otherwise than its clauses is an error of ours: ${title}`, () => {
    const results = structuredClone(resultsOf([broken], '--grep=@gate'));
    const [target] = results.targets;
    if (!target) throw new Error('there was to be a target');
    claim(results, target);
    for (const file of [resealed(results), { ...resealed(results), exitCode: 0 as const }])
      expect(gate(file, '@gate')).toMatchObject({ exitCode: 3 });
    expect(gate(resealed(results), '@gate').lines.join('\n')).toMatch(/contradicts itself/);
  });
}

test('a control that was not granted, or that nothing was judged on, makes no target conform', () => {
  for (const claim of [
    (target: TargetResult) => Object.assign(target, { control: { state: 'missing', reason: 'it was not sent' } }),
    (target: TargetResult) => target.exchanges.map((one) => Object.assign(one, { response: null })),
  ]) {
    const results = structuredClone(resultsOf([whole]));
    for (const target of results.targets) claim(target);
    expect(gate(resealed(results))).toMatchObject({ exitCode: 3 });
  }
});

test('a file that was damaged or edited is noticed by its digest', () => {
  const results = resultsOf([whole]);
  const edited = { ...results, durationMs: 2 };
  expect(gate(edited)).toEqual({
    exitCode: 3,
    targets: [],
    lines: [expect.stringContaining('it was damaged or edited')],
  });
  const { digest: _digest, ...bare } = results;
  expect(gate(bare)).toEqual({ exitCode: 3, targets: [], lines: [expect.stringContaining('its digest is missing')] });
  // The order of members, and white space, are no content.
  const turned = Object.fromEntries(Object.entries(results).reverse()) as unknown as Results;
  expect(gate(turned).exitCode).toBe(0);
});

test('a file of an earlier version, which has no digest, is never taken for green', () => {
  const old = JSON.parse(readFileSync('tests/fixtures/results-77b82bd.json', 'utf8')) as Results;
  expect(gate(old).exitCode).toBe(1);
  const [target] = old.targets;
  const green = {
    ...old,
    exitCode: 0 as const,
    targets: old.targets.map((one) => ({
      ...one,
      verdict: 'conforms' as const,
      counts: { ...one.counts, fail: 0, pass: one.counts.pass + 1 },
      clauses: one.clauses.map((clause) =>
        clause.verdict === 'fail'
          ? {
              ...clause,
              verdict: 'pass' as const,
              effect: 'none' as const,
              observations: clause.observations.slice(0, 1),
            }
          : clause,
      ),
    })),
  };
  expect(target?.verdict).toBe('deviates');
  expect(gate(green)).toMatchObject({
    exitCode: 3,
    lines: expect.arrayContaining([expect.stringContaining('earlier version')]),
  });
});
