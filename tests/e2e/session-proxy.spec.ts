/** Sessions through a proxy that refuses to open a way to the provider. */
import { expect, test } from '@playwright/test';
import { baseUrls, startMock } from '../../mock/server.ts';
import { ledgerOf } from '../../src/results/ledger.ts';
import { memoryStore, openSession, type ScenarioEvidence } from '../../src/run/session.ts';
import { plan } from '../../src/scenario/plan.ts';
import { metaOf } from '../../src/target/meta.ts';
import { readProxy } from '../../src/wire/proxy.ts';
import { mintAuthority } from '../support/certificates.ts';
import { connectProxy, mockTarget } from '../support/network.ts';

const name = 'provider.test';

test('a proxy that refuses every CONNECT once the control was granted is asked three times more, and no more', async () => {
  const authority = mintAuthority();
  const proxy = await connectProxy('user:secret-canary');
  const mock = await startMock({ tls: authority.issue({ commonName: name, usage: 'server', altNames: [name] }) });
  const target = {
    ...mockTarget(),
    tls: { ca: authority.cert },
    proxy: readProxy(`user:secret-canary@${proxy.address}`),
  };
  const url = `https://${name}:${new URL(mock.url).port}${baseUrls['singapay'] ?? ''}`;
  const session = openSession(target, url, memoryStore());
  const outcomes: ScenarioEvidence[] = [];
  for (const scenario of plan(target.contract)) {
    outcomes.push(await session.run(scenario));
    if (outcomes.length === 1) proxy.refuse(407);
  }
  await session.close();
  await mock.close();
  proxy.close();
  expect(outcomes[0]?.incident).toBeNull();
  // The tunnel of the control, and three that were refused: an account may be locked by more.
  expect(proxy.asked).toHaveLength(4);
  expect(outcomes.at(-1)?.notSent?.text).toMatch(/^nothing was sent: the target was given up after 3 requests .*407/);
  const meta = metaOf(target.contract, target.environment);
  const result = ledgerOf({ meta, selected: meta.scenarios, outcomes, durationMs: 0, day: '2026-11-23' });
  expect(result.counts.fail).toBe(0);
  expect(JSON.stringify(result)).not.toContain('canary');
});
