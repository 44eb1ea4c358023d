/** Judging what was recorded again gives what was judged, and a changed contract gives another judgement; nothing is sent. */
import { expect, test } from '@playwright/test';
import { startMock } from '../../mock/server.ts';
import { metaOf } from '../../src/results/meta.ts';
import { rejudge } from '../../src/run/rejudge.ts';
import { loadEnvironment } from '../../src/target/environment.ts';
import { contractNamed, contracts, runProvider } from './support/run.ts';

const verdicts = (result: { clauses: { id: string; verdict: string }[] }) =>
  result.clauses.map(({ id, verdict }) => `${id}: ${verdict}`);

for (const provider of ['singapay', 'finnet', 'pyng']) {
  test(`${provider}: recorded exchanges are judged as they were`, async () => {
    const mock = await startMock({ lifeSeconds: 3 });
    const result = await runProvider(mock, provider);
    const sent = mock.requests;
    await mock.close();
    const contract = contractNamed(provider);
    const meta = metaOf(contract, loadEnvironment('mock', contracts));
    const again = rejudge(structuredClone(result), contract, meta, '2026-11-23');
    expect(verdicts(again)).toEqual(verdicts(result));
    expect(mock.requests).toBe(sent);
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
