/** The deep profile at the operations beside the one that grants tokens. */
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { catalogue } from '../../src/judge/catalogue.ts';
import { deepened } from '../../src/scenario/families/deepen.ts';
import { isControl, plan } from '../../src/scenario/plan.ts';
import { exampleContract, exampleNames, examples, runServed } from '../support/example.ts';
import { raised } from '../support/lax.ts';

test('each operation has a share of the requests, however much the one that grants tokens could use', () => {
  const contracts = [
    ...Object.values(catalogue(undefined, 'deep')),
    ...exampleNames.map(exampleContract).map(deepened),
  ];
  const few = contracts.flatMap((contract) =>
    contract.operations.slice(1).flatMap(({ id }) => {
      const asked = plan(contract).filter(({ operation, change }) => operation === id && change?.part === 'family');
      return asked.length < 10 ? [`${contract.provider} ${id}: ${asked.length}`] : [];
    }),
  );
  expect(few).toEqual([]);
});

test('operations beside the token are asked as well, as far as 250 requests go', async () => {
  let asked = 0;
  for (const name of exampleNames) {
    const contract = deepened(exampleContract(name));
    const file = join(examples, name, 'environment.yaml');
    const about = (id: string) => plan(contract).filter((scenario) => scenario.deep && scenario.operation === id);
    const others = contract.operations
      .slice(1)
      .filter(({ id }) => about(id).some(({ change }) => change?.part === 'family'));
    if (others.length === 0) continue;
    const faithful = await runServed(contract, file);
    expect([name, raised(faithful), faithful.verdict]).toEqual([name, {}, 'conforms']);
    expect(faithful.requests).toBeLessThanOrEqual(250);
    for (const { id } of others) {
      if (!about(id).some(({ change }) => change?.way === 'no-scheme')) continue;
      asked += 1;
      const lax = await runServed(contract, file, {
        select: (scenario) => isControl(scenario) || about(id).includes(scenario),
        // Asks for no scheme before the token.
        intercept: (call) => {
          const { received } = call;
          if (call.operation === id)
            received.headers = received.headers.map(([header, value]) =>
              header === 'Authorization' ? [header, value.replace(/^(\S+)$/, 'Bearer $1')] : [header, value],
            );
          return call.answer();
        },
      });
      expect(raised(lax)['fails']).toEqual([expect.stringMatching(/^deep-tokens-scheme-/)]);
    }
  }
  expect(asked).toBeGreaterThan(1);
});
