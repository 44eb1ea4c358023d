import { expect, test } from '@playwright/test';
import { type Answer, baseUrls, type Call, type Intercept, type Mock, startMock } from '../../../mock/server.ts';
import { parseTimestamp } from '../../../mock/timestamp.ts';
import type { TargetResult } from '../../../src/formats/results.ts';
import { ledgerOf } from '../../../src/results/ledger.ts';
import { memoryStore, openSession, type ScenarioEvidence } from '../../../src/run/session.ts';
import { plan } from '../../../src/scenario/plan.ts';
import { metaOf } from '../../../src/target/meta.ts';
import type { Target } from '../../../src/target/target.ts';
import { mockTarget } from '../../support/network.ts';

/** A clock that only waiting moves, shared by the provider and the run. */
function standingClock() {
  let now = Date.UTC(2026, 10, 23, 10);
  return {
    now: () => now,
    options: {
      clock: () => new Date(now),
      sleep: async (ms: number) => {
        now += ms;
      },
    },
  };
}

interface Run {
  result: TargetResult;
  outcomes: ScenarioEvidence[];
  calls: Call[];
}

/** Runs a plan against a provider that answers by `intercept`, on a clock that only waits move. */
async function runAgainst(
  target: Target,
  intercept: (call: Call, now: number) => ReturnType<Intercept>,
  { fresh = false, windowSeconds = 300 } = {},
): Promise<Run> {
  const time = standingClock();
  const mock: Mock = await startMock({ clock: time.now, timestampWindowSeconds: windowSeconds });
  const calls: Call[] = [];
  mock.intercept = (call) => {
    calls.push(call);
    return intercept(call, time.now());
  };
  const store = memoryStore();
  const open = () => openSession(target, `${mock.url}${baseUrls[target.contract.provider]}`, store, time.options);
  const outcomes: ScenarioEvidence[] = [];
  let session = open();
  for (const scenario of plan(target.contract)) {
    outcomes.push(await session.run(scenario));
    if (!fresh) continue;
    await session.close();
    session = open();
  }
  await session.close();
  await mock.close();
  const meta = metaOf(target.contract, target.environment);
  const result = ledgerOf({ meta, selected: meta.scenarios, outcomes, durationMs: 0, day: '2026-11-23' });
  return { result, outcomes, calls };
}

const headerOf = ({ received }: Call, name: string): string | undefined =>
  received.headers.find(([key]) => key.toLowerCase() === name)?.[1];

const failed = ({ clauses }: TargetResult): string[] =>
  clauses.filter(({ verdict }) => verdict === 'fail').map(({ id }) => id);

const unlimited = { perSecond: null, timeout: 5 };

for (const fresh of [false, true]) {
  for (const windowSeconds of [5, 300]) {
    test(`no signature is sent twice, and none is stale in a window of ${windowSeconds} s${fresh ? ', worker after worker' : ''}`, async () => {
      const seen = new Set<string>();
      const stale: string[] = [];
      const target = { ...mockTarget('finnet'), pace: unlimited, expiryWait: 0 };
      const { result, calls } = await runAgainst(
        target,
        (call, now) => {
          const signature = headerOf(call, 'x-signature');
          if (call.operation !== 'token' || !signature) return call.answer();
          const repeated = seen.has(signature);
          seen.add(signature);
          const sentAt = parseTimestamp(headerOf(call, 'x-timestamp') ?? '') ?? now;
          const off = Math.abs(now - sentAt) / 1000;
          // What is further off measures the window.
          if (off > windowSeconds && off < 60) stale.push(headerOf(call, 'x-timestamp') ?? '');
          const body = '{"responseCode":"4017300","responseMessage":"Unauthorized. [Replayed]"}';
          return repeated ? { status: 401, headers: [['Content-Type', 'application/json']], body } : call.answer();
        },
        { fresh, windowSeconds },
      );
      expect(failed(result)).toEqual([]);
      expect(result.verdict).toBe('conforms');
      expect(stale).toEqual([]);
      const signatures = calls
        .flatMap((call) => headerOf(call, 'x-signature') ?? [])
        .filter((one) => !one.startsWith('***'));
      expect(new Set(signatures).size).toBe(signatures.length);
      // A new worker holds no token, and has to ask for one.
      if (!fresh) expect(result.requests).toBeLessThanOrEqual(75);
    });
  }
}

test('a request that is waited for, or tried again, is signed when it goes out', async () => {
  const target = { ...mockTarget('finnet'), pace: { perSecond: 0.1, timeout: 5 } };
  let limited = 0;
  const { result, outcomes } = await runAgainst(
    { ...target, maxRequests: 200 },
    (call) => {
      if (call.operation !== 'token' || limited >= 2) return call.answer();
      limited += 1;
      return { status: 429, headers: [['Retry-After', '20']], body: '' };
    },
    { windowSeconds: 5 },
  );
  expect(failed(result)).toEqual([]);
  expect(outcomes[0]?.exchange?.attempts).toHaveLength(3);
});

const limit = (value?: string): Answer => ({
  status: 429,
  headers: value === undefined ? [] : [['Retry-After', value]],
  body: '',
});

for (const fresh of [false, true]) {
  test(`a rate limit is waited out, each attempt recorded, and said once${fresh ? ', worker after worker' : ''}`, async () => {
    let count = 0;
    let limits = 0;
    const target = { ...mockTarget(), pace: unlimited, expiryWait: 0 };
    const { result, outcomes } = await runAgainst(
      target,
      (call) => {
        count += 1;
        if (count % 20 !== 0) return call.answer();
        limits += 1;
        return count % 40 === 0 ? { ...limit('7'), status: 503 } : limit('7');
      },
      { fresh },
    );
    expect(result.verdict).toBe('conforms');
    expect(result.incidents).toEqual([]);
    const notes = result.notes.filter((note) => note.includes('limited the rate'));
    expect(limits).toBeGreaterThan(2);
    expect(notes).toEqual([
      `the provider limited the rate ${limits} times; the run waited ${limits * 7} s and sent again; set a slower pace (pace.perSecond in the environment file)`,
    ]);
    const twice = outcomes.flatMap(({ exchange }) => (exchange && exchange.attempts.length > 1 ? [exchange] : []));
    expect(twice.map(({ attempts }) => attempts.map(({ cause = '' }) => cause))).toContainEqual([
      '429: sent again after 7 s',
      '',
    ]);
  });
}

test('the budget of the environment bounds the waits, and a rate limit is as before once it is spent', async () => {
  const target = { ...mockTarget(), pace: unlimited, retryBudget: 30 };
  const { result, calls } = await runAgainst(target, () => limit('4'));
  expect(result.verdict).toBe('not-judged');
  // 4 s, 4 s, 4 s, 8 s for the first control; what is left is too short for 16, and pays for one wait of the next.
  expect(result.notes.join()).toContain('the run waited 28 s');
  expect(result.incidents[0]?.cause).toMatch(/given up .* limits the rate/);
  expect(calls.length).toBeLessThan(15);
});

test('a date, a value beyond every budget and none at all are read', async () => {
  const values = ['Mon, 23 Nov 2026 10:00:09 GMT', '99999999999999999999', undefined, 'soon', '-3', '0'];
  for (const value of values) {
    let count = 0;
    const target = { ...mockTarget(), pace: unlimited };
    const [control] = plan(target.contract);
    const time = standingClock();
    const mock = await startMock({ clock: time.now });
    mock.intercept = (call) => {
      count += 1;
      return count === 1 ? limit(value) : call.answer();
    };
    const session = openSession(target, `${mock.url}${baseUrls['singapay']}`, memoryStore(), time.options);
    const outcome = await session.run(control);
    await session.close();
    await mock.close();
    const granted = outcome.incident === null;
    expect([value, granted, outcome.limited?.seconds ?? 0]).toEqual(
      value?.startsWith('9') ? [value, false, 0] : [value, true, value?.startsWith('Mon') ? 9 : 1],
    );
  }
});

test('a pace of one request in 50 s is kept', async () => {
  const waits: number[] = [];
  const time = standingClock();
  const target = { ...mockTarget(), pace: { perSecond: 0.02, timeout: 5 } };
  const mock = await startMock({ clock: time.now });
  const session = openSession(target, `${mock.url}${baseUrls['singapay']}`, memoryStore(), {
    ...time.options,
    onWait: (ms) => waits.push(ms),
  });
  for (const scenario of plan(target.contract).slice(0, 3)) await session.run(scenario);
  await session.close();
  await mock.close();
  expect(waits.slice(0, 2)).toEqual([50_000, 50_000]);
});

/** A refusal that comes with a status of success, provider by provider. */
const errors: Record<string, string[]> = {
  singapay: [
    '{"status":401,"success":false,"error":{"code":401,"message":"Invalid credentials"}}',
    '{"status":200,"success":false,"error":{"code":"unauthenticated","message":"Invalid credentials"}}',
    '{"status":401,"success":"false","data":{"access_token":"","token_type":"Bearer"},"error":"no"}',
  ],
  finnet: [
    '{"responseCode":"4017300","responseMessage":"Unauthorized. [Invalid Signature]"}',
    '{"responseCode":4017300,"responseMessage":"Unauthorized. [Invalid Signature]"}',
    '{"responseCode":"4017300","responseMessage":"No","accessToken":null,"tokenType":"Bearer","expiresIn":"900"}',
  ],
  pyng: ['{"error":"invalid_client","error_description":"unknown"}', '{"error":"invalid_scope","expires_in":0}'],
};
const answer = (status: number, body: string, type = 'application/json'): Answer => ({
  status,
  headers: [['Content-Type', type]],
  body,
});

for (const [provider, bodies] of Object.entries(errors)) {
  test(`${provider}: a control refused with 2xx is not granted, and its status is the one finding`, async () => {
    for (const [status, body] of bodies.flatMap((one): [number, string][] => [
      [200, one],
      [201, one],
    ])) {
      const { result, calls } = await runAgainst(mockTarget(provider), () => answer(status, body));
      expect(result.verdict).toBe('not-judged');
      expect(result.reason).toMatch(
        new RegExp(
          `^the control is not granted: the provider answered ${status}, with a body that is documented for 4`,
        ),
      );
      expect(failed(result)).toEqual([`${provider}-documented-status`]);
      expect(calls).toHaveLength(1);
    }
  });

  test(`${provider}: a whole HTML page with 2xx is not judged`, async () => {
    for (const page of ['<!doctype html>\n<html><body>Soon.</body></html>', '\n<!-- x --><HTML><p>Hello']) {
      for (const type of ['text/html', 'application/json']) {
        const { result } = await runAgainst(mockTarget(provider), () => answer(203, page, type));
        expect(result.verdict).toBe('not-judged');
        expect(failed(result)).toEqual([]);
        expect(result.reason).toMatch(/an HTML page in place of JSON/);
      }
    }
  });

  test(`${provider}: any other 2xx is judged, whatever it lacks`, async () => {
    const lacking = [
      '{}',
      '[]',
      '',
      '{"status":200,"success":true,"responseCode":"2007300","responseMessage":"Successful"}',
      '{"message":"ok","expires_in":900,"expiresIn":"900","data":{}}',
    ];
    for (const body of lacking) {
      const target = mockTarget(provider);
      const { result } = await runAgainst({ ...target, maxRequests: 3 }, () => answer(200, body));
      expect([body, result.verdict, failed(result).length > 0]).toEqual([body, 'deviates', true]);
    }
    const { result } = await runAgainst({ ...mockTarget(provider), maxRequests: 3 }, () => answer(204, ''));
    expect(result.verdict).toBe('deviates');
  });
}

/** Every answer of the provider, spoilt in a way that makes it unreadable. */
const spoilt: [name: string, how: (answer: Answer) => Answer, cause: RegExp][] = [
  ['a byte order mark', (given) => ({ ...given, body: `\ufeff${given.body}` }), /a byte order mark before the JSON/],
  ['UTF-16', (given) => ({ ...given, body: Buffer.from(String(given.body), 'utf16le').toString('latin1') }), /UTF-16/],
  [
    'a coding that is not known',
    (given) => ({ ...given, headers: [...given.headers, ['Content-Encoding', 'zstd']] }),
    /content coding "zstd" is not known/,
  ],
  [
    'a coding that is not what it says',
    (given) => ({ ...given, headers: [...given.headers, ['Content-Encoding', 'gzip']] }),
    /the body is not gzip data/,
  ],
  ['JSON that is cut', (given) => ({ ...given, body: String(given.body).slice(0, -1) }), /ends before it is complete/],
  ['deep JSON', (given) => ({ ...given, body: '['.repeat(100_000) }), /nested deeper than 200/],
  ['a body beyond the limit', (given) => ({ ...given, body: `${given.body}${' '.repeat(1_100_000)}` }), /larger than/],
  ['no JSON', (given) => ({ ...given, body: 'Sorry.' }), /a body that is no JSON: Sorry\./],
];
for (const [name, how, cause] of spoilt) {
  // What is read of a body is the same for each: two kinds show that no contract lacks its share.
  const few = name.includes('mark') || name.includes('says') ? Object.keys(errors) : ['singapay'];
  for (const provider of few) {
    test(`${provider}: ${name} in every answer is one finding, which names it`, async () => {
      const whole = { ...mockTarget(provider), pace: unlimited, expiryWait: 0 };
      // A megabyte is sent in the few requests of the promises alone.
      const promises = whole.contract.clauses.filter(({ kind }) => kind === 'promise');
      const target = name.includes('limit') ? { ...whole, contract: { ...whole.contract, clauses: promises } } : whole;
      const { result } = await runAgainst(target, (call) =>
        call.operation === 'token' ? how(call.answer()) : call.answer(),
      );
      expect(failed(result)).toEqual([`${provider}-json-object`]);
      const clause = result.clauses.find(({ id }) => id === `${provider}-json-object`);
      expect(clause?.observations.find(({ verdict }) => verdict === 'fail')?.received).toMatch(cause);
      const reasons = result.clauses.filter(({ verdict }) => verdict === 'inconclusive').map(({ reason }) => reason);
      expect(reasons.length).toBeGreaterThan(5);
      const direct = reasons.filter((reason) => !reason.includes('no token with a lifetime was granted'));
      expect(direct.length).toBeGreaterThan(5);
      for (const reason of direct) expect(reason).toMatch(cause);
    });
  }
}

test('where a contract says nothing of JSON, what cannot be read is named all the same', async () => {
  const whole = mockTarget();
  const clauses = whole.contract.clauses.filter((clause) => !('check' in clause) || clause.check !== 'json-object');
  const target = { ...whole, contract: { ...whole.contract, clauses } };
  const { result } = await runAgainst(target, (call) => ({ ...call.answer(), body: `\ufeff${call.answer().body}` }));
  expect(result.verdict).toBe('not-judged');
  expect(result.reason).toMatch(/byte order mark/);
});

test('an answer that the contract documents is judged, also with a status of servers in front', async () => {
  const whole = mockTarget();
  const body = { '/error/code': { const: 503 } };
  const busy = { status: [503], body, narrowed: false, nothing: false, effect: 'notes' as const, ways: [], note: '' };
  const clauses = whole.contract.clauses.map((clause) =>
    'refusal' in clause ? { ...clause, refusal: { ...clause.refusal, documented: [busy] } } : clause,
  );
  const target = { ...whole, contract: { ...whole.contract, clauses } };
  const [control, ...others] = plan(target.contract);
  const broken = others.find(({ expects }) => expects === 'refused');
  if (!broken) throw new Error('a plan breaks demands');
  const mock = await startMock();
  const session = openSession(target, `${mock.url}${baseUrls['singapay']}`, memoryStore());
  await session.run(control);
  const verdictOf = async (text: string): Promise<unknown> => {
    mock.intercept = () => answer(503, text);
    const { observations, incident } = await session.run(broken);
    return [observations.find(({ clause }) => clause === broken.clause?.id)?.verdict, incident === null];
  };
  expect(await verdictOf('{"status":503,"success":false,"error":{"code":503}}')).toEqual(['pass', true]);
  expect(await verdictOf('<html>Service Unavailable</html>')).toEqual(['inconclusive', false]);
  await session.close();
  await mock.close();
});

test('a page of the server in front is tolerated where the refusal says so, and not judged elsewhere', async () => {
  const target = mockTarget('finnet');
  const scenarios = plan(target.contract);
  const page =
    '<html>\r\n<head><title>413 Request Entity Too Large</title></head>\r\n<body>\r\n<hr><center>nginx</center>';
  const mock = await startMock();
  const session = openSession(target, `${mock.url}${baseUrls['finnet']}`, memoryStore());
  await session.run(scenarios[0]);
  mock.intercept = () => answer(413, page, 'text/html');
  const verdictOf = async (id: string): Promise<string | undefined> => {
    const scenario = scenarios.find((one) => one.id === id);
    if (!scenario) throw new Error(`no scenario ${id}`);
    const { observations } = await session.run(scenario);
    return observations.find(({ clause }) => clause === scenario.clause?.id)?.verdict;
  };
  expect(await verdictOf('finnet-hostile-field/very-long')).toBe('pass');
  expect(await verdictOf('finnet-signature-verified/other-key')).toBe('inconclusive');
  await session.close();
  await mock.close();
});
