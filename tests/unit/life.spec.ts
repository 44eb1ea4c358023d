/** What a token says, and when it really dies: each way to get it wrong is caught by its clause, on a clock of our own. */
import { expect, test } from '@playwright/test';
import type { Answer } from '../../mock/server.ts';
import { bearerOf, follow, json, life, lifeDeviations } from '../proof/life.ts';
import { withVerdict } from './support/run.ts';

const providers = ['singapay', 'finnet', 'pyng'];

for (const provider of providers) {
  test(`${provider}: a faithful provider raises nothing`, async () => {
    const result = await follow(provider, () => undefined);
    expect(withVerdict(result, 'fail', 'inconclusive', 'error')).toEqual([]);
    const followed = ['resource-guarded', 'token-accepted', 'token-lives', 'token-shrinks', 'token-ends'];
    expect(withVerdict(result, 'pass')).toEqual(expect.arrayContaining(followed.map((id) => `${provider}-${id}`)));
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
    expect(result.notes).toContain('a newer token ends an older one');
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
