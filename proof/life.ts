/** Providers that get the life of a token wrong, each in one way, on a clock of our own. */
import { type Answer, type Intercept, startMock } from '../mock/server.ts';
import type { TargetResult } from '../src/formats/results.ts';
import { type Judges, ownJudges } from '../src/judge/judge.ts';
import type { Scenario } from '../src/scenario/plan.ts';
import { type RunOptions, runProvider } from './run-provider.ts';

/** Seconds a token lives. */
export const life = 2;

/** The scenarios that follow a token. */
export const following = ({ id, change }: Scenario): boolean =>
  id === 'control' || change?.part === 'probe' || change?.way === 'later';

/** Follows a token of two seconds at a mock that answers as the intercept says; no real time passes. */
export async function follow(
  provider: string,
  intercept: (now: () => number) => Intercept | undefined,
  judges: Judges = ownJudges,
  options: Omit<RunOptions, 'clock' | 'sleep' | 'judges'> = {},
): Promise<TargetResult> {
  let now = Date.parse('2026-11-23T08:00:00Z');
  const mock = await startMock({ clock: () => now, lifeSeconds: life });
  mock.intercept = intercept(() => now);
  const result = await runProvider(mock, provider, {
    judges,
    clock: () => new Date(now),
    sleep: async (ms) => {
      now += ms;
    },
    select: following,
    ...options,
  });
  await mock.close();
  return result;
}

/** A JSON answer. */
export const json = (status: number, body: unknown): Answer => ({
  status,
  headers: [['Content-Type', 'application/json']],
  body: JSON.stringify(body),
});

/** The Bearer token of a request; empty without one. */
export function bearerOf(headers: [string, string][]): string {
  return headers.find(([name]) => name.toLowerCase() === 'authorization')?.[1].replace(/^Bearer /i, '') ?? '';
}

/** Tokens with the instant they were granted at, read from the mock's own grants. */
function ledger(now: () => number) {
  const granted = new Map<string, number>();
  return {
    age: (token: string) => (now() - (granted.get(token) ?? Number.NaN)) / 1000,
    note(answer: Answer): Answer {
      const token = tokenIn(answer);
      if (token && !granted.has(token)) granted.set(token, now());
      return answer;
    },
  };
}

/** The token that an answer grants. */
export const tokenIn = (answer: Answer): string | undefined =>
  /"(?:access_token|accessToken)":"([^"]+)"/.exec(String(answer.body))?.[1];

/** A provider that answers well, but takes nothing but the newest token at its resource. */
export const newestOnly = (): Intercept => {
  let newest = '';
  return (call) => {
    const answer = call.answer();
    if (call.operation === 'token') {
      newest = tokenIn(answer) ?? newest;
      return answer;
    }
    return bearerOf(call.received.headers) === newest ? answer : json(401, {});
  };
};

/** Resources that no token opens, by what is wrong with the request for them: a path, a header, an audience. */
export const closedResources: [title: string, answer: Answer, remedy: RegExp][] = [
  ['a wrong path', json(404, { message: 'Not Found' }), /answered 404.*check probe\.path/],
  ['a wrong method', json(405, {}), /answered 405.*probe\.method/],
  [
    'a missing header',
    json(400, { message: 'X-EXTERNAL-ID is mandatory' }),
    /X-EXTERNAL-ID is mandatory.*probe\.headers/,
  ],
  ['a token for another audience', json(401, {}), /answered 401.*another audience.*probe\.path/],
  ['a token for another scope', json(403, {}), /answered 403.*another audience or scope/],
  ['a failing resource', json(500, {}), /answered 500.*check probe\.path.*with the provider/],
  ['an address that moved', { ...json(308, {}), headers: [['Location', '/elsewhere']] }, /answered 308 and leads to/],
];

/** A resource that answers everything alike. */
export const closed = (answer: Answer) => (): Intercept => (call) =>
  call.operation === 'resource' ? answer : call.answer();

/** A resource that decides by the age of the token, in seconds; NaN for a token that was never granted. */
export const byAge =
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

const partsOf = (token: string): string[] =>
  token.split('.').map((part) => Buffer.from(part, 'base64url').toString('utf8'));

/** Whether a token of 16 characters or more is like the one granted last, which is not it. */
const likeFresh =
  (like: (given: string, fresh: string) => boolean) =>
  (given: string, fresh: string): boolean =>
    given.length >= 16 && given !== fresh && like(given, fresh);

/** A resource that takes more than the tokens in date: whatever `takes` says of the one given and the one granted last. */
const taking = (takes: (given: string, fresh: string) => boolean | undefined) => (): Intercept => {
  let fresh = '';
  return (call) => {
    const answer = call.answer();
    if (call.operation === 'token') fresh = tokenIn(answer) ?? fresh;
    const bearer = bearerOf(call.received.headers);
    return call.operation === 'resource' && bearer !== '' && takes(bearer, fresh) ? json(200, {}) : answer;
  };
};

const onResource = (reply: (answer: Answer) => Answer) => (): Intercept => (call) =>
  call.operation === 'resource' ? reply(call.answer()) : call.answer();

/** One way to get it wrong: the clause that catches it, without its provider, and the check behind that clause. */
export interface LifeDeviation {
  title: string;
  clause: string;
  check: string;
  intercept: (now: () => number) => Intercept;
}

const rows: [title: string, clause: string, intercept: (now: () => number) => Intercept][] = [
  [
    'a token is denied beside an older one that is not',
    'token-accepted',
    () => {
      const granted: string[] = [];
      return (call) => {
        const answer = call.answer();
        if (call.operation === 'token') granted.push(tokenIn(answer) ?? '');
        return call.operation === 'resource' && bearerOf(call.received.headers) !== granted[0] ? json(401, {}) : answer;
      };
    },
  ],
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
          const token = tokenIn(answer);
          if (token) starts.add(token.slice(0, 10));
          return answer;
        }
        return starts.has(bearerOf(call.received.headers).slice(0, 10)) ? json(200, {}) : call.answer();
      };
    },
  ],
  [
    'any JWT in date will do',
    'resource-guarded',
    (now) => (call) => {
      const claims = bearerOf(call.received.headers).split('.')[1] ?? '';
      if (call.operation === 'token' || claims === '') return call.answer();
      const { exp } = JSON.parse(Buffer.from(claims, 'base64url').toString() || '{}') as { exp?: number };
      return exp !== undefined && exp > now() / 1000 ? json(200, {}) : call.answer();
    },
  ],
  ['a token of alg none will do', 'resource-guarded', taking((token) => partsOf(token)[0]?.includes('"alg":"none"'))],
  ['a token without a signature will do', 'resource-guarded', taking((token) => token.endsWith('.'))],
  [
    'a token is compared in any letter case',
    'resource-guarded',
    taking(likeFresh((a, b) => a.toLowerCase() === b.toLowerCase())),
  ],
  ['the start of a token will do', 'resource-guarded', taking(likeFresh((given, fresh) => fresh.startsWith(given)))],
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

const checkOf: Record<string, string> = {
  'token-accepted': 'accepted',
  'token-lives': 'accepted',
  'token-shrinks': 'life-shrinks',
  'token-ends': 'refusal',
  'resource-guarded': 'refusal',
};

/** Every way there is to get it wrong. */
export const lifeDeviations: LifeDeviation[] = rows.map(([title, clause, intercept]) => ({
  title,
  clause,
  check: checkOf[clause] ?? '',
  intercept,
}));
