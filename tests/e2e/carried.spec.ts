/** What rests on a waived clause is waived with it, and results record it, so that the gate and rejudge come to the same effects. */
import { expect, test } from '@playwright/test';
import type { Intercept } from '../../mock/server.ts';
import { withMember, withStatus, withText } from '../../proof/answers.ts';
import { contractNamed, contracts } from '../../proof/run.ts';
import type { ClauseResult, TargetResult } from '../../src/formats/results.ts';
import { gate } from '../../src/results/gate.ts';
import { exitCodeOf } from '../../src/results/ledger.ts';
import { rejudge } from '../../src/results/rejudge-target.ts';
import { validateResults } from '../../src/results/validate.ts';
import { loadEnvironment } from '../../src/target/environment.ts';
import { metaOf } from '../../src/target/meta.ts';
import { observed, onRefusal, raised } from '../support/lax.ts';
import { resealed, resultsOf } from '../support/recorded.ts';

const day = '2026-11-23';

const waive = (provider: string, ids: string[]) =>
  ids.map((id) => ({
    ...{ clause: `${provider}-${id}`, provider, reason: 'agreed', owner: 'jo', until: '2027-01-31' },
    where: 'waived.yaml:5',
  }));

const made = new Map<Intercept, ReturnType<typeof waivedRun>>();

/** What `waivedRun` gives, once for the tests of this file: they change copies of it. */
function waived(provider: string, intercept: Intercept): ReturnType<typeof waivedRun> {
  const one = made.get(intercept) ?? waivedRun(provider, intercept);
  made.set(intercept, one);
  return one;
}

/** A whole run, with everything waived that an intercept makes fail. */
async function waivedRun(provider: string, intercept: Intercept) {
  const ledger = await observed(provider, intercept, { select: () => true });
  const first = ledger();
  expect(first.verdict).toBe('deviates');
  const waivers = waive(provider, [...(raised(first)['fails'] ?? []), ...(raised(first)['warns'] ?? [])]);
  return { waivers, result: ledger({ waivers }) };
}

const noError = onRefusal((answer) => withMember(answer, '/error', undefined));
const empty = onRefusal((answer) => (answer.status === 401 ? withText(answer, '') : answer));
const unknown = onRefusal((answer) => (answer.status < 405 ? withStatus(answer, 418) : answer));
const cases: [title: string, provider: string, intercept: Intercept][] = [
  ['no error in a refusal', 'singapay', noError],
  ['an empty 401', 'pyng', empty],
  ['a status never sent', 'pyng', unknown],
];

const effects = ({ clauses }: TargetResult) => clauses.map(({ id, verdict, effect }) => `${id}: ${verdict} ${effect}`);

for (const [title, provider, intercept] of cases) {
  test(`${title}: the gate takes what is waived with a waived clause, and rejudge finds it again`, async () => {
    const { result, waivers } = await waived(provider, intercept);
    expect(result.clauses.some(({ restsOn, effect }) => restsOn && effect === 'waived')).toBe(true);
    const results = resultsOf([result]);
    expect(validateResults(JSON.parse(JSON.stringify(results)))).toHaveProperty('results');
    expect(gate(results)).toMatchObject({ exitCode: 0 });
    const contract = contractNamed(provider);
    const meta = { ...metaOf(contract, loadEnvironment('mock', contracts)), waivers };
    const again = rejudge(structuredClone(result), contract, meta, day);
    expect(effects(again)).toEqual(effects(result));
    expect(gate(resultsOf([again]))).toMatchObject({ exitCode: 0 });
  });
}

const clauseOf = ({ clauses }: TargetResult, id: string) => clauses.find((clause) => clause.id === id);

test('what rests on waived clauses is waived with them: members of an error that never comes', async () => {
  const { result } = await waived('singapay', noError);
  expect(Object.keys(raised(result))).toEqual(['waived']);
  expect(clauseOf(result, 'singapay-error-message')).toMatchObject({
    verdict: 'inconclusive',
    effect: 'waived',
    waiver: { owner: 'jo' },
    reason: expect.stringContaining('it rests on singapay-error, which is waived'),
  });
  expect(clauseOf(result, 'singapay-error-code-repeats')).toMatchObject({ verdict: 'not-exercised', effect: 'waived' });
  expect(result.verdict).toBe('conforms');
  expect(exitCodeOf([result], [])).toBe(0);
});

test('an empty 401: what its body should hold is waived with it', async () => {
  const { result } = await waived('pyng', empty);
  expect(clauseOf(result, 'pyng-error')).toMatchObject({ effect: 'waived' });
  expect(result.verdict).toBe('conforms');
});

test('a status that never comes: what is said of its answers is waived with the demands', async () => {
  const { result } = await waived('pyng', unknown);
  expect(clauseOf(result, 'pyng-error')).toMatchObject({ verdict: 'not-exercised', effect: 'waived' });
  expect(result.verdict).toBe('conforms');
});

/** What a file may claim of a clause that could not be judged, beside those that hide it. */
const claims: [title: string, claim: (carried: ClauseResult, target: TargetResult) => void][] = [
  ['nothing hides it', (carried) => void delete carried.restsOn],
  ['it rests on a clause that passes', (carried) => void Object.assign(carried, { restsOn: ['singapay-granted'] })],
  ['it rests on a clause that is none', (carried) => void Object.assign(carried, { restsOn: ['singapay-none'] })],
  [
    'it has a waiver of its own',
    (carried) => void Object.assign(carried, { waiver: { ...carried.waiver, owner: 'another' } }),
  ],
  [
    'what hides it is not waived',
    (carried, { clauses }) => {
      for (const one of clauses.filter(({ id }) => carried.restsOn?.includes(id))) one.waiver = null;
    },
  ],
];

for (const verdict of ['inconclusive', 'not-exercised'] as const)
  for (const [title, claim] of claims)
    test(`a clause that is ${verdict} is not waived where ${title}`, async () => {
      const { result } = await waived('singapay', noError);
      const results = structuredClone(resultsOf([result]));
      const [target] = results.targets;
      const carried = target?.clauses.find((clause) => clause.restsOn && clause.verdict === verdict);
      if (!target || !carried) throw new Error(`a clause was to be ${verdict}`);
      claim(carried, target);
      expect(gate(resealed(results)).exitCode).toBe(3);
    });

test('the gate knows that a tolerated answer warns, and that it fails where strictness is exact', async () => {
  const lax = onRefusal((answer) => (answer.status === 422 ? withStatus(answer, 400) : answer));
  const ledger = await observed('singapay', lax, { select: () => true });
  const whole = ledger();
  expect(raised(whole)).toHaveProperty('warns');
  expect(gate(resultsOf([whole]))).toMatchObject({ exitCode: 0 });
  expect(gate(resealed(resultsOf([{ ...whole, strictness: 'exact' }]))).exitCode).toBe(3);
  const exact = ledger({ strictness: 'exact' });
  expect(gate(resultsOf([exact]))).toMatchObject({ exitCode: 1 });
});
