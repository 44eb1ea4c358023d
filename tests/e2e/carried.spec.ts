/** Results record what rests on a waived clause, so that the gate and rejudge come to the same effects. */
import { expect, test } from '@playwright/test';
import type { Intercept } from '../../mock/server.ts';
import { withMember, withStatus, withText } from '../../proof/answers.ts';
import { contractNamed, contracts } from '../../proof/run.ts';
import type { ClauseResult, TargetResult } from '../../src/formats/results.ts';
import { gate } from '../../src/results/gate.ts';
import { rejudge } from '../../src/results/rejudge-target.ts';
import { validateResults } from '../../src/results/validate.ts';
import { loadEnvironment } from '../../src/target/environment.ts';
import { metaOf } from '../../src/target/meta.ts';
import { against, onRefusal, raised } from '../support/lax.ts';
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

/** Waives everything that an intercept makes fail, and runs the whole again. */
async function waivedRun(provider: string, intercept: Intercept) {
  const all = { select: () => true };
  const first = raised(await against(provider, intercept, all));
  const waivers = waive(provider, [...(first['fails'] ?? []), ...(first['warns'] ?? [])]);
  return { waivers, result: await against(provider, intercept, { ...all, meta: { waivers } }) };
}

const noError = onRefusal((answer) => withMember(answer, '/error', undefined));
const cases: [title: string, provider: string, intercept: Intercept][] = [
  ['no error in a refusal', 'singapay', noError],
  ['an empty 401', 'pyng', onRefusal((answer) => (answer.status === 401 ? withText(answer, '') : answer))],
  ['a status never sent', 'pyng', onRefusal((answer) => (answer.status < 405 ? withStatus(answer, 418) : answer))],
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
  const whole = await against('singapay', lax, { select: () => true });
  expect(raised(whole)).toHaveProperty('warns');
  expect(gate(resultsOf([whole]))).toMatchObject({ exitCode: 0 });
  expect(gate(resealed(resultsOf([{ ...whole, strictness: 'exact' }]))).exitCode).toBe(3);
  const exact = await against('singapay', lax, { select: () => true, meta: { strictness: 'exact' } });
  expect(gate(resultsOf([exact]))).toMatchObject({ exitCode: 1 });
});
