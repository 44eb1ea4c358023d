import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import type { Answer } from '../../mock/server.ts';
import { differences } from '../../src/draft/drift/compare.ts';
import { allContractFacts, recordedOf } from '../../src/draft/drift/decisions.ts';
import { flatten } from '../../src/draft/merge/flatten.ts';
import { readPage } from '../../src/draft/page/text/source.ts';
import { factsOf } from '../../src/draft/read/derive.ts';
import { deepened } from '../../src/scenario/families/deepen.ts';
import { exampleContract, exampleNames, examples, runExample, runServed } from '../support/example.ts';
import { oneOfEach, raised } from '../support/lax.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

for (const name of exampleNames) {
  // What the profile adds is sent with all that the default one sends.
  test(`${name}, data only, conforms at the mock served from its contract, and nothing is said of it in the deep profile, in 250 requests or fewer`, async () => {
    const contract = deepened(exampleContract(name));
    const result = await runServed(contract, join(examples, name, 'environment.yaml'));
    expect(result.requests).toBeLessThanOrEqual(250);
    const faults = result.clauses
      .filter(({ effect }) => effect !== 'none')
      .map(({ id, observations }) => [id, observations.filter(({ verdict }) => verdict !== 'pass')]);
    expect(faults).toEqual([]);
    expect(raised(result)).toEqual({});
    expect(result.verdict).toBe('conforms');
    const passed = result.clauses.filter(({ verdict }) => verdict === 'pass');
    const deep = passed.filter(({ id }) => id.includes('-deep-'));
    expect(deep.length).toBeGreaterThan(20);
    expect(passed.length - deep.length).toBeGreaterThan(20);
  });

  test(`${name}: a provider that grants everything deviates in every demand`, async () => {
    const good = new Map<string, Answer>();
    const result = await runExample(name, {
      select: oneOfEach(),
      intercept: (call) => {
        if (call.operation === 'token') return call.grant();
        const answer = call.answer();
        if (answer.status < 300) good.set(call.operation, answer);
        // Of the protected resource that is no operation any answer shows that it is open.
        return good.get(call.operation) ?? call.grant();
      },
    });
    const demands = result.clauses.filter(({ kind }) => kind === 'demand');
    expect(demands.filter(({ verdict }) => verdict !== 'fail').map(({ id }) => id)).toEqual([]);
  });

  if (existsSync(join(examples, name, 'page.md')))
    test(`${name}: what its page gives is its contract, but for the listed decisions`, async () => {
      const contract = exampleContract(name);
      const page = flatten(await factsOf(await readPage(join(examples, name, 'page.md'))));
      expect(differences(page, (await allContractFacts(contract)).token, recordedOf(contract).decisions)).toEqual([]);
      expect(recordedOf(contract).decisions.length).toBeLessThan(5);
    });
}

test('a provider that takes the date of either clock around midnight is not red for that of yesterday', async () => {
  const from = Date.parse('2026-11-29T17:02:00Z');
  const result = await runServed(exampleContract('meranti'), join(examples, 'meranti', 'environment.yaml'), { from });
  expect(raised(result)).toEqual({});
  expect(result.verdict).toBe('conforms');
});

test('not one line of TypeScript is about an example', () => {
  // A spec may take an example as it takes any contract; what serves, sends, judges and proves knows none.
  const folders = ['src', 'mock', 'proof', 'bench', 'reporters', 'tests/support'];
  const files = folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) => join(root, folder, file)),
  );
  const sources = files.filter((file) => file.endsWith('.ts'));
  expect(sources.length).toBeGreaterThan(60);
  const about = sources.filter((file) =>
    exampleNames.some((name) => readFileSync(file, 'utf8').toLowerCase().includes(name)),
  );
  expect(about).toEqual([]);
  expect(exampleNames).toHaveLength(6);
});
