/** A report that masks too much helps nobody: of conforming providers nothing is masked but their tokens. */
import { expect, test } from '@playwright/test';
import { type Mock, startMock } from '../../mock/server.ts';
import { at } from '../../proof/answers.ts';
import { contractNamed, runProvider } from '../../proof/run.ts';
import { providerNames } from '../../src/contract/load.ts';

let mock: Mock;
test.beforeAll(async () => {
  mock = await startMock();
});
test.afterAll(() => mock.close());

/** Masks that the gate puts into a text; what a request shows of itself is made by the scenarios. */
const masks = (text: string): string[] =>
  text.match(/‹(?:token: |secret |part of |not shown|[^‹›]* as sent: )[^›]*›/g) ?? [];

for (const provider of providerNames())
  test(`${provider}: nothing is masked that holds no secret, signature or token`, async () => {
    const { token } = contractNamed(provider);
    const result = await runProvider(mock, provider);
    expect(result.verdict).toBe('conforms');
    const { exchanges, ...rest } = result;
    const granted = new Set<string>();
    const wrong = exchanges.flatMap(({ id, request, response, curl, attempts }) => {
      const beside = masks(JSON.stringify([request, curl, attempts, response?.headers]));
      const found = masks(response?.body.text ?? '');
      const redacted = response?.redacted.map(({ pointer }) => pointer);
      const [mask] = found;
      if (mask === undefined) return beside.length === 0 ? [] : [{ id, beside }];
      granted.add(mask);
      const isToken = found.length === 1 && mask === at(JSON.parse(response?.body.text ?? ''), token.value);
      const isNamed = /^‹token: \d+ characters, sha256 [0-9a-f]{8}›$/.test(mask) && redacted?.join() === token.value;
      return isToken && isNamed && beside.length === 0 ? [] : [{ id, beside, found, redacted }];
    });
    expect(wrong).toEqual([]);
    expect(granted.size).toBeGreaterThan(3);
    expect(masks(JSON.stringify(rest)).filter((mask) => !granted.has(mask))).toEqual([]);
  });
