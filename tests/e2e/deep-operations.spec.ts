/** The deep profile at the operations beside the one that grants tokens; that a faithful one is not accused shows examples.spec.ts. */
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { deepened } from '../../src/scenario/families/deepen.ts';
import { isControl, plan } from '../../src/scenario/plan.ts';
import { exampleContract, exampleNames, examples, runServed } from '../support/example.ts';
import { raised } from '../support/lax.ts';

test('an operation beside the token that takes a token without its scheme is seen', async () => {
  let asked = 0;
  for (const name of exampleNames) {
    const contract = deepened(exampleContract(name));
    const file = join(examples, name, 'environment.yaml');
    const about = (id: string) => plan(contract).filter((scenario) => scenario.deep && scenario.operation === id);
    for (const { id } of contract.operations.slice(1)) {
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
