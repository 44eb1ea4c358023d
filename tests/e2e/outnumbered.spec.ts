/** A provider that keeps a few tokens of a client: a newer one leaves the older valid, and several newer ones end it. */
import { expect, test } from '@playwright/test';
import { startMock } from '../../mock/server.ts';
import { bearerOf, json, tokenIn } from '../../proof/life.ts';
import { runProvider } from '../../proof/run.ts';
import type { TargetResult } from '../../src/formats/results.ts';
import { raised } from '../support/lax.ts';

/** The ledger of a run against a resource that says which tokens it keeps, by their number and their age in seconds. */
async function keeping(provider: string, keeps: (newer: number, age: number) => boolean): Promise<TargetResult> {
  let now = Date.parse('2026-11-23T08:00:00Z');
  const granted: { token: string; at: number }[] = [];
  const mock = await startMock({
    clock: () => now,
    lifeSeconds: 100,
    intercept: (call) => {
      const answer = call.answer();
      const token = tokenIn(answer);
      if (token !== undefined && call.operation === 'token') granted.push({ token, at: now });
      const sent = bearerOf(call.received.headers);
      const held = granted.findIndex((one) => one.token === sent);
      const isKept = held >= 0 && keeps(granted.length - 1 - held, (now - (granted[held]?.at ?? 0)) / 1000);
      return call.operation === 'resource' && answer.status === 200 && !isKept ? json(401, {}) : answer;
    },
  });
  try {
    return await runProvider(mock, provider, {
      clock: () => new Date(now),
      sleep: async (ms) => {
        now += ms;
      },
      target: { expiryWait: 200 },
    });
  } finally {
    await mock.close();
  }
}

const outnumbered = 'an older token ends once several newer ones are granted';

for (const provider of ['singapay', 'finnet'])
  test(`${provider}: a few tokens at a time are no deviation`, async () => {
    for (const most of [2, 3, 5]) {
      const result = await keeping(provider, (newer) => newer < most);
      expect([most, raised(result), result.verdict]).toEqual([most, {}, 'conforms']);
      expect(result.notes).toContain(outnumbered);
    }
  });

test('a token that ends early by itself still fails, and is not said to be outnumbered', async () => {
  const result = await keeping('singapay', (_newer, age) => age < 40);
  expect(raised(result)['fails']).toEqual(['token-lives']);
  expect(result.notes).not.toContain(outnumbered);
});
