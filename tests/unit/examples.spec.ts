import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { genericProvider } from '../../mock/generic.ts';
import { type Intercept, startMock } from '../../mock/server.ts';
import { contractOf } from '../../src/catalogue.ts';
import { differences } from '../../src/derive/compare.ts';
import { contractFacts, decisionsOf } from '../../src/derive/decisions.ts';
import { factsOf } from '../../src/derive/derive.ts';
import { flatten } from '../../src/derive/facts.ts';
import { readPage } from '../../src/derive/source.ts';
import type { TargetResult } from '../../src/results/format.ts';
import { ledgerOf } from '../../src/results/ledger.ts';
import { metaOf } from '../../src/results/meta.ts';
import { memoryStore, openSession } from '../../src/run/session.ts';
import { plan } from '../../src/scenario/plan.ts';
import { loadEnvironment } from '../../src/target/environment.ts';
import { resolveTarget } from '../../src/target/target.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const examples = join(root, 'examples');
const names = readdirSync(examples, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

/** Runs every scenario of an example against the mock that is served from its contract. */
async function run(provider: string, intercept?: Intercept): Promise<TargetResult> {
  const contract = contractOf(provider, join(examples, provider, 'contracts'));
  const environment = loadEnvironment(join(examples, provider, 'environment.yaml'), { [provider]: contract });
  const target = resolveTarget(environment, contract, {});
  const account = Object.fromEntries(Object.entries(target.credentials).map(([name, { value }]) => [name, value]));
  const served = genericProvider({ contract: contract.file, account });
  const mock = await startMock({ more: [served], ...(intercept ? { intercept } : {}) });
  const session = openSession(target, `${mock.url}${served.basePath}`, memoryStore());
  try {
    const outcomes = [];
    for (const scenario of plan(contract)) outcomes.push(await session.run(scenario));
    const selected = plan(contract).map(({ id }) => id);
    return ledgerOf({ meta: metaOf(contract, environment), selected, outcomes, durationMs: 0, day: '2026-01-02' });
  } finally {
    await session.close();
    await mock.close();
  }
}

for (const name of names) {
  test(`${name}, data only, conforms at the mock served from its contract`, async () => {
    const result = await run(name);
    const faults = result.clauses
      .filter(({ effect }) => effect !== 'none')
      .map(({ id, observations }) => [id, observations.filter(({ verdict }) => verdict !== 'pass')]);
    expect(faults).toEqual([]);
    expect(result.verdict).toBe('conforms');
    expect(result.counts.pass).toBeGreaterThan(25);
  });

  test(`${name}: a provider that grants everything deviates in every demand`, async () => {
    const result = await run(name, (call) => call.grant());
    const demands = result.clauses.filter(({ kind }) => kind === 'demand');
    expect(demands.filter(({ verdict }) => verdict !== 'fail').map(({ id }) => id)).toEqual([]);
  });

  test(`${name}: what its page gives is its contract, but for the listed decisions`, async () => {
    const contract = contractOf(name, join(examples, name, 'contracts'));
    const page = flatten(await factsOf(await readPage(join(examples, name, 'page.md'))));
    expect(differences(page, await contractFacts(contract), decisionsOf(contract))).toEqual([]);
    expect(decisionsOf(contract).length).toBeLessThan(5);
  });
}

test('not one line of TypeScript is about an example', () => {
  const files = ['src', 'mock', 'scripts', 'reporters', 'tests'].flatMap((folder) => {
    try {
      return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) =>
        join(root, folder, file),
      );
    } catch {
      // A folder that another part of the project has not made yet holds nothing.
      return [];
    }
  });
  const sources = files.filter((file) => file.endsWith('.ts'));
  expect(sources.length).toBeGreaterThan(60);
  const about = sources.filter((file) => names.some((name) => readFileSync(file, 'utf8').toLowerCase().includes(name)));
  expect(about).toEqual([]);
  expect(names).toHaveLength(2);
});
