/** What a run makes of answers that refuse with 2xx, cannot be read, or come from a server in front. */
import { expect, test } from '@playwright/test';
import { type Answer, baseUrls, type Call, startMock } from '../../mock/server.ts';
import { memoryStore, openSession } from '../../src/run/session.ts';
import { isControl, plan, type Scenario } from '../../src/scenario/plan.ts';
import { oneOfEach } from '../support/lax.ts';
import { mockTarget } from '../support/network.ts';
import { failed, runAgainst, unlimited } from '../support/standing-clock.ts';

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
    for (const [status, body] of bodies.flatMap((one) => [200, 201].map((code) => [code, one] as const))) {
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
    for (const [page, type] of [
      ['<!doctype html>\n<html><body>Soon.</body></html>', 'text/html'],
      ['\n<!-- x --><HTML><p>Hello', 'application/json'],
    ] as const) {
      const { result } = await runAgainst(mockTarget(provider), () => answer(203, page, type));
      expect(result.verdict).toBe('not-judged');
      expect(failed(result)).toEqual([]);
      expect(result.reason).toMatch(/an HTML page in place of JSON/);
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
      const { result } = await runAgainst(mockTarget(provider), () => answer(200, body), { select: isControl });
      expect([body, result.verdict, failed(result).length > 0]).toEqual([body, 'deviates', true]);
    }
    const { result } = await runAgainst(mockTarget(provider), () => answer(204, ''), { select: isControl });
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
  // What is read of a body is the same for each: two kinds show that no contract lacks its share, in every clause.
  const isWhole = name.includes('mark') || name.includes('says');
  for (const provider of isWhole ? Object.keys(errors) : ['singapay']) {
    test(`${provider}: ${name} in every answer is one finding, which names it`, async () => {
      const target = { ...mockTarget(provider), pace: unlimited, expiryWait: 0 };
      const spoil = (call: Call): Answer => (call.operation === 'token' ? how(call.answer()) : call.answer());
      const isFirst = oneOfEach();
      const select = (scenario: Scenario): boolean => isFirst(scenario) && (isWhole || scenario.gate);
      const { result } = await runAgainst(target, spoil, { select });
      expect(failed(result)).toEqual([`${provider}-json-object`]);
      const clause = result.clauses.find(({ id }) => id === `${provider}-json-object`);
      expect(clause?.observations.find(({ verdict }) => verdict === 'fail')?.received).toMatch(cause);
      const reasons = result.clauses.filter(({ verdict }) => verdict === 'inconclusive').map(({ reason }) => reason);
      expect(reasons.length).toBeGreaterThan(5);
      const direct = reasons.filter((reason) => !reason.includes('no token with a lifetime was granted'));
      expect(direct.length).toBeGreaterThan(5);
      expect(direct.filter((reason) => !cause.test(reason))).toEqual([]);
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
