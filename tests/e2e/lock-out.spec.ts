/** A provider that locks out a client which sends wrong credentials, as RFC 6749, section 2.3.1, has it guard itself. */
import { expect, test } from '@playwright/test';
import type { Answer, Intercept } from '../../mock/server.ts';
import { against, headerOf, raised } from '../support/lax.ts';

const refusal = (status: number): Answer => ({
  status,
  headers: [
    ['Content-Type', 'application/json'],
    ['WWW-Authenticate', 'Basic realm="x"'],
  ],
  body: `{"status":${status},"success":false,"error":{"code":${status},"message":"locked"}}`,
});

/** Refuses everything once so many requests were unauthorised. */
const locking = (after: number, status: number): Intercept => {
  let wrong = 0;
  return (call) => {
    if (wrong >= after) return refusal(status);
    const answer = call.answer();
    if (call.operation === 'token' && answer.status === 401) wrong += 1;
    return answer;
  };
};

for (const [after, status] of [
  [3, 401],
  [10, 403],
  [10, 423],
  [20, 400],
] as const)
  test(`${status} for everything after ${after} wrong credentials is no deviation, and says what happened`, async () => {
    const result = await against('singapay', locking(after, status));
    expect(Object.keys(raised(result))).toEqual(['inconclusive']);
    expect(result.verdict).toBe('not-judged');
    expect(result.reason).toMatch(
      new RegExp(`the provider answered ${status}: .*locked.*granted before.* may lock out a client`),
    );
  });

test('a provider that takes no time before the latest it granted is not said to have locked anybody out alone', async () => {
  let latest = 0;
  const result = await against('finnet', (call) => {
    const at = Date.parse(headerOf(call, 'X-TIMESTAMP'));
    if (call.operation !== 'token' || !(at > 0)) return call.answer();
    const answer = call.answer();
    const refused = '{"responseCode":"4017300","responseMessage":"Unauthorized. Replay"}';
    // It takes small disorder, as of requests on their way.
    if (at < latest - 30_000) return { ...answer, status: 401, body: refused };
    if (answer.status === 200) latest = Math.max(latest, at);
    return answer;
  });
  expect(result.reason).toMatch(
    /or it takes no time before the latest that it granted, which was \d.* ahead: then wait/,
  );
});

test('a provider that fails for everything from some moment on is down, and accused of nothing', async () => {
  let sent = 0;
  const result = await against('pyng', (call) => (++sent > 20 ? { ...refusal(500), body: '' } : call.answer()));
  expect(Object.keys(raised(result))).toEqual(['inconclusive']);
  expect(result.reason).toMatch(/the provider answered 500: .*granted before.* the provider fails since then/);
});

test('a good request that is refused while the control is still granted fails, and so does a grant that comes once', async () => {
  const picky = await against('singapay', (call) =>
    headerOf(call, 'Authorization').startsWith('basic ') ? refusal(401) : call.answer(),
  );
  expect(raised(picky)).toEqual({ warns: ['scheme-case'] });
  let grants = 0;
  const once = await against('singapay', (call) => {
    const answer = call.answer();
    return call.operation === 'token' && answer.status === 200 && ++grants > 1 ? refusal(401) : answer;
  });
  expect(raised(once)['fails']).toEqual(['granted-again']);
  expect(once.verdict).toBe('deviates');
});
