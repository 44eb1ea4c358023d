import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { differences } from '../../../src/draft/drift/compare.ts';
import { contractFacts, decisionsOf } from '../../../src/draft/drift/decisions.ts';
import { flatten } from '../../../src/draft/facts/flatten.ts';
import { readPage } from '../../../src/draft/page/source.ts';
import { factsOf } from '../../../src/draft/read/derive.ts';
import { exampleContract, exampleNames, examples, runExample } from '../../support/example.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));

for (const name of exampleNames) {
  test(`${name}, data only, conforms at the mock served from its contract`, async () => {
    const result = await runExample(name);
    const faults = result.clauses
      .filter(({ effect }) => effect !== 'none')
      .map(({ id, observations }) => [id, observations.filter(({ verdict }) => verdict !== 'pass')]);
    expect(faults).toEqual([]);
    expect(result.verdict).toBe('conforms');
    expect(result.counts.pass).toBeGreaterThan(25);
  });

  test(`${name}: a provider that grants everything deviates in every demand`, async () => {
    const result = await runExample(name, { intercept: (call) => call.grant() });
    const demands = result.clauses.filter(({ kind }) => kind === 'demand');
    expect(demands.filter(({ verdict }) => verdict !== 'fail').map(({ id }) => id)).toEqual([]);
  });

  test(`${name}: what its page gives is its contract, but for the listed decisions`, async () => {
    const contract = exampleContract(name);
    const page = flatten(await factsOf(await readPage(join(examples, name, 'page.md'))));
    expect(differences(page, await contractFacts(contract), decisionsOf(contract))).toEqual([]);
    expect(decisionsOf(contract).length).toBeLessThan(5);
  });
}

test('not one line of TypeScript is about an example', () => {
  const files = ['src', 'mock', 'proof', 'bench', 'reporters', 'tests'].flatMap((folder) => {
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
  const about = sources.filter((file) =>
    exampleNames.some((name) => readFileSync(file, 'utf8').toLowerCase().includes(name)),
  );
  expect(about).toEqual([]);
  expect(exampleNames).toHaveLength(2);
});
