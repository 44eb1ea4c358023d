/** What a token says, and when it really dies: each way to get it wrong is caught by its clause, on a clock of our own. */
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { type Answer, startMock } from '../../mock/server.ts';
import { fileNeighbours } from '../../src/run/neighbours.ts';
import type { Scenario } from '../../src/scenario/plan.ts';
import { loadEnvironment } from '../../src/target/environment.ts';
import { resolveTarget } from '../../src/target/target.ts';
import { bearerOf, follow, json, life, lifeDeviations } from '../proof/life.ts';
import { expectNoSecret } from './canaries.ts';
import { contractNamed, contracts, runProvider, withVerdict } from './support/run.ts';

const providers = ['singapay', 'finnet', 'pyng'];

for (const provider of providers) {
  test(`${provider}: a faithful provider raises nothing`, async () => {
    const result = await follow(provider, () => undefined);
    expect(withVerdict(result, 'fail', 'inconclusive', 'error')).toEqual([]);
    const followed = ['resource-guarded', 'token-accepted', 'token-lives', 'token-shrinks', 'token-ends'];
    expect(withVerdict(result, 'pass')).toEqual(expect.arrayContaining(followed.map((id) => `${provider}-${id}`)));
    expect(result.notes).toEqual(['an older token stays good beside a newer one']);
  });

  for (const { title, clause, intercept } of lifeDeviations) {
    test(`${provider}: caught: ${title}`, async () => {
      expect(withVerdict(await follow(provider, intercept), 'fail')).toContain(`${provider}-${clause}`);
    });
  }

  test(`${provider}: a provider that caches tokens fairly raises nothing`, async () => {
    const result = await follow(provider, (now) => {
      let cached: { answer: Answer; until: number } | null = null;
      return (call) => {
        if (call.operation === 'resource') return call.answer();
        if (!cached || now() >= cached.until) cached = { answer: call.answer(), until: now() + life * 1000 };
        const left = Math.ceil((cached.until - now()) / 1000);
        const body = String(cached.answer.body).replace(/("expires_?[iI]n":"?)\d+/, `$1${left}`);
        return { ...cached.answer, body };
      };
    });
    expect(withVerdict(result, 'fail', 'inconclusive', 'error')).toEqual([]);
    expect(result.notes).toEqual(['a second grant gives the same token again']);
  });

  test(`${provider}: a provider whose newer token ends the older one raises nothing`, async () => {
    const result = await follow(provider, () => {
      let newest = '';
      return (call) => {
        if (call.operation === 'token') {
          const answer = call.answer();
          newest = /"(?:access_token|accessToken)":"([^"]+)"/.exec(String(answer.body))?.[1] ?? newest;
          return answer;
        }
        return bearerOf(call.received.headers) === newest ? call.answer() : json(401, {});
      };
    });
    expect(withVerdict(result, 'fail', 'inconclusive', 'error')).toEqual([]);
    expect(result.notes).toEqual(['a newer token ends an older one']);
  });
}

/** The control of a mock whose JWT claims are rewritten; seconds from now by name. */
async function claimsOf(provider: string, rewrite: (claims: Record<string, number>, now: number) => object) {
  return follow(provider, (now) => (call) => {
    const answer = call.answer();
    if (call.operation === 'resource') return answer;
    const body = String(answer.body).replace(/eyJ[\w-]+\.[\w-]+\.[\w-]+/, (token) => {
      const [header, claims = '', signature] = token.split('.');
      const old = JSON.parse(Buffer.from(claims, 'base64url').toString()) as Record<string, number>;
      const changed = Buffer.from(JSON.stringify(rewrite(old, now() / 1000))).toString('base64url');
      return [header, changed, signature].join('.');
    });
    return { ...answer, body };
  });
}

const wrongClaims: [string, string, (claims: Record<string, number>, now: number) => object][] = [
  ['longer than declared', 'claims-expiry', (claims, now) => ({ ...claims, exp: now + 3600 })],
  ['already expired', 'claims-live', (claims, now) => ({ ...claims, exp: now - 60 })],
  ['not valid yet', 'claims-begun', (claims, now) => ({ ...claims, nbf: now + 600 })],
  ['dates as strings', 'claims-numeric', (claims) => ({ ...claims, exp: String(claims['exp']) })],
];

for (const [title, clause, rewrite] of wrongClaims) {
  test(`caught: claims ${title}`, async () => {
    expect(withVerdict(await claimsOf('singapay', rewrite), 'fail')).toContain(`singapay-${clause}`);
  });
}

for (const [title, rewrite] of [
  [
    'fractional dates',
    (claims, now) => ({ ...claims, iat: now + 0.3654, nbf: now + 0.3654, exp: now + life + 0.3541 }),
  ],
  ['an exp one second off', (claims) => ({ ...claims, exp: (claims['exp'] ?? 0) + 1 })],
] as [string, (claims: Record<string, number>, now: number) => object][]) {
  test(`claims with ${title} raise nothing`, async () => {
    const result = await claimsOf('singapay', rewrite);
    expect(result.clauses.filter(({ id, verdict }) => id.includes('claims') && verdict !== 'pass')).toEqual([]);
  });
}

test('a reading tells that the claims span another life than the one declared', async () => {
  const result = await claimsOf('finnet', (claims, now) => ({ ...claims, exp: now + 31_536_000 }));
  expect(result.readings.find(({ id }) => id === 'finnet-token-life')?.follows).toBe('claims');
});

test('caught among mocks: the token of another provider is good here too', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'neighbours-'));
  const environment = loadEnvironment('mock', contracts);
  const targetOf = (provider: string) => resolveTarget(environment, contractNamed(provider), {});
  const [pyng, finnet] = [targetOf('pyng'), targetOf('finnet')];
  const mock = await startMock();
  const granted = new Set<string>();
  mock.intercept = (call) => {
    const answer = call.answer();
    const token = /"(?:access_token|accessToken)":"([^"]+)"/.exec(String(answer.body))?.[1];
    if (token) granted.add(token);
    return call.operation === 'resource' && granted.has(bearerOf(call.received.headers)) ? json(200, {}) : answer;
  };
  const select = ({ id, change }: Scenario) => id === 'control' || change?.way === 'foreign-token';
  const alone = await runProvider(mock, 'finnet', { select, neighbours: fileNeighbours(folder, finnet, [() => pyng]) });
  expect(withVerdict(alone, 'fail')).toEqual([]);

  await runProvider(mock, 'pyng', { select, neighbours: fileNeighbours(folder, pyng, [() => finnet]) });
  const beside = await runProvider(mock, 'finnet', {
    select,
    neighbours: fileNeighbours(folder, finnet, [() => pyng]),
  });
  expect(withVerdict(beside, 'fail')).toEqual(['finnet-resource-guarded']);
  await mock.close();

  const kept = readdirSync(folder).map((file) => readFileSync(join(folder, file), 'utf8'));
  expect(kept).toHaveLength(2);
  expectNoSecret([...kept, JSON.stringify(beside)].join('\n'), [...granted]);
});

for (const [ahead, note] of [
  [0, []],
  [-45, ['the provider’s clock is 45 s behind; a signed timestamp may seem to come from the future']],
  [45, ['the provider’s clock is 45 s ahead; a signed timestamp may seem stale']],
] as const) {
  test(`a clock ${ahead} s ahead is measured from the Date header, and told when it puts X-TIMESTAMP at risk`, async () => {
    const mock = await startMock({ clock: () => Date.now() + ahead * 1000 });
    const result = await runProvider(mock, 'finnet', { select: ({ id }) => id === 'control' });
    await mock.close();
    expect(result.clockSkew).toBeGreaterThanOrEqual(ahead - 2);
    expect(result.clockSkew).toBeLessThanOrEqual(ahead + 2);
    expect(result.notes.map((one) => one.replace(/4[3-7] s/, '45 s'))).toEqual(note);
    expect(withVerdict(result, 'fail')).toEqual([]);
  });
}
