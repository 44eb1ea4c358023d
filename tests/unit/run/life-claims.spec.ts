/** The claims of a token that is a JWT: those that contradict its declared life are caught, and fair ones raise nothing. */
import { expect, test } from '@playwright/test';
import { follow, life } from '../../../proof/life.ts';
import { withVerdict } from '../../../proof/run.ts';

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

test('an issuer whose clock is some seconds ahead of the Date is told so, and fails nothing', async () => {
  const ahead = (claims: Record<string, number>) =>
    Object.fromEntries(
      Object.entries(claims).map(([name, value]) => [name, Number.isFinite(value) ? value + 20 : value]),
    );
  const { clauses, verdict } = await claimsOf('singapay', ahead);
  const failed = clauses.filter((clause) => clause.id.includes('claims') && clause.verdict === 'fail');
  expect(failed.map(({ id, effect }) => [id, effect])).toEqual([['singapay-claims-begun', 'warns']]);
  expect(failed[0]?.observations[0]?.received).toMatch(/iat 20 s in the future; RFC 7519, .* leeway/);
  expect(verdict).not.toBe('deviates');
});

test('a reading shows that the claims span another life than the one declared', async () => {
  const result = await claimsOf('finnet', (claims, now) => ({ ...claims, exp: now + 31_536_000 }));
  expect(result.readings.find(({ id }) => id === 'finnet-token-life')?.follows).toBe('claims');
});
