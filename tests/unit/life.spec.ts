/** What a token says, and when it really dies: each way to get it wrong is caught by its clause, on a clock of our own. */
import { expect, test } from '@playwright/test';
import { type Answer, type Intercept, startMock } from '../../mock/server.ts';
import { runProvider, withVerdict } from './support/run.ts';

const life = 2;
const providers = ['singapay', 'finnet', 'pyng'];

/** Follows a token of two seconds at a mock that answers as the intercept says; no real time passes. */
async function follow(provider: string, intercept: (now: () => number) => Intercept | undefined) {
  let now = Date.parse('2026-11-23T08:00:00Z');
  const mock = await startMock({ clock: () => now, lifeSeconds: life });
  mock.intercept = intercept(() => now);
  const result = await runProvider(mock, provider, {
    clock: () => new Date(now),
    sleep: async (ms) => {
      now += ms;
    },
    select: ({ id, change }) => id === 'control' || change?.part === 'probe' || change?.way === 'later',
  });
  await mock.close();
  return result;
}

const json = (status: number, body: unknown): Answer => ({
  status,
  headers: [['Content-Type', 'application/json']],
  body: JSON.stringify(body),
});

function bearerOf(headers: [string, string][]): string {
  return headers.find(([name]) => name.toLowerCase() === 'authorization')?.[1].replace(/^Bearer /i, '') ?? '';
}

/** Tokens with the instant they were granted at, read from the mock's own grants. */
function ledger(now: () => number) {
  const granted = new Map<string, number>();
  return {
    age: (token: string) => (now() - (granted.get(token) ?? Number.NaN)) / 1000,
    note(answer: Answer): Answer {
      const token = /"(?:access_token|accessToken)":"([^"]+)"/.exec(String(answer.body))?.[1];
      if (token && !granted.has(token)) granted.set(token, now());
      return answer;
    },
  };
}

/** A resource that decides by the age of the token, in seconds; NaN for a token that was never granted. */
const byAge =
  (accepts: (age: number) => boolean) =>
  (now: () => number): Intercept => {
    const tokens = ledger(now);
    return (call) => {
      if (call.operation === 'token') return tokens.note(call.answer());
      const { headers } = call.received;
      const scheme = headers.find(([name]) => name.toLowerCase() === 'authorization')?.[1] ?? '';
      const known = /^Bearer /i.test(scheme) && accepts(tokens.age(bearerOf(headers)));
      return known ? json(200, {}) : json(401, {});
    };
  };

const onResource = (reply: (answer: Answer) => Answer) => (): Intercept => (call) =>
  call.operation === 'resource' ? reply(call.answer()) : call.answer();

const deviations: [title: string, clause: string, intercept: (now: () => number) => Intercept][] = [
  ['a fresh token is denied', 'token-accepted', onResource(() => json(401, {}))],
  ['a token never ends', 'token-ends', byAge((age) => age >= 0)],
  ['a token dies early', 'token-lives', byAge((age) => age < 0.5)],
  ['a token dies late', 'token-ends', byAge((age) => age < life + 30)],
  ['the resource is open', 'resource-guarded', onResource(() => json(200, {}))],
  [
    'any token will do',
    'resource-guarded',
    () => (call) => {
      const bearer = call.received.headers.some(([name, value]) => name === 'Authorization' && /^Bearer ./.test(value));
      return call.operation === 'resource' && bearer ? json(200, {}) : call.answer();
    },
  ],
  [
    'a token is compared by its start only',
    'resource-guarded',
    (now) => {
      const starts = new Set<string>();
      const tokens = ledger(now);
      return (call) => {
        if (call.operation === 'token') {
          const answer = tokens.note(call.answer());
          const token = /"(?:access_token|accessToken)":"([^"]+)"/.exec(String(answer.body))?.[1];
          if (token) starts.add(token.slice(0, 10));
          return answer;
        }
        return starts.has(bearerOf(call.received.headers).slice(0, 10)) ? json(200, {}) : call.answer();
      };
    },
  ],
  [
    'a refusal is a 200',
    'resource-guarded',
    onResource((answer) => (answer.status === 401 ? json(200, { error: 'no' }) : answer)),
  ],
  ['a refusal is a 500', 'resource-guarded', onResource((answer) => (answer.status === 401 ? json(500, {}) : answer))],
  [
    'the end of a token is a 500',
    'token-ends',
    (now) => {
      const tokens = ledger(now);
      return (call) => {
        if (call.operation === 'token') return tokens.note(call.answer());
        return tokens.age(bearerOf(call.received.headers)) > life ? json(500, {}) : call.answer();
      };
    },
  ],
  [
    'a cached token has its full life again',
    'token-shrinks',
    () => {
      let cached: Answer | null = null;
      return (call) => {
        if (call.operation === 'resource') return call.answer();
        cached ??= call.answer();
        return cached;
      };
    },
  ],
];

for (const provider of providers) {
  test(`${provider}: a faithful provider raises nothing`, async () => {
    const result = await follow(provider, () => undefined);
    expect(withVerdict(result, 'fail', 'inconclusive', 'error')).toEqual([]);
    const followed = ['resource-guarded', 'token-accepted', 'token-lives', 'token-shrinks', 'token-ends'];
    expect(withVerdict(result, 'pass')).toEqual(expect.arrayContaining(followed.map((id) => `${provider}-${id}`)));
  });

  for (const [title, clause, intercept] of deviations) {
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
