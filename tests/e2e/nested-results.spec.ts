/** What is nested without end is bounded by itself, and not by the stack: that of each Node.js is another. */
import { expect, test } from '@playwright/test';
import { gateValue } from '../../src/results/gate.ts';
import { resultsIn } from '../../src/results/read.ts';
import { recorded, resealed, resultsOf } from '../support/recorded.ts';

test('results whose claims are nested without end are refused with one message, whatever stack there is', async () => {
  const some = await recorded('pyng', undefined, ({ id }) => id.startsWith('control'));
  let nested: unknown = 1;
  for (let depth = 0; depth < 20_000; depth++) nested = [nested];
  const results = structuredClone(resultsOf([some], '--grep=x'));
  for (const { response } of results.targets[0]?.exchanges ?? [])
    for (const value of response?.redacted ?? []) Object.assign(value, { jwt: { header: {}, claims: nested } });
  expect(() => resultsIn(results, 'results.json')).toThrow(/it is nested deeper than 250 levels/);
  const { exitCode, lines } = gateValue(results, 'results.json');
  expect(exitCode).toBe(3);
  expect(lines.join()).toContain('it is nested deeper than 250 levels');
});

test('a token whose claims are nested without end is recorded without them, in results that are read and judged', async () => {
  const part = (json: string): string => Buffer.from(json).toString('base64url');
  const claims = `{"a":${'['.repeat(20_000)}${']'.repeat(20_000)}}`;
  const token = `${part('{"alg":"RS256"}')}.${part(claims)}.${part('signature')}`;
  const some = await recorded(
    'singapay',
    (call) => {
      const answer = call.answer();
      const body = Buffer.from(answer.body).toString('utf8');
      return { ...answer, body: body.replace(/("access_token":")[^"]+/, (_, start: string) => `${start}${token}`) };
    },
    ({ id }) => id.startsWith('control'),
  );
  const results = resealed(resultsOf([some], '--grep=x'));
  expect(JSON.stringify(results)).not.toContain('"claims"');
  expect(JSON.stringify(results)).not.toContain(part(claims).slice(0, 100));
  const judged = results.targets[0]?.clauses.find(({ id }) => id === 'singapay-jwt');
  expect(judged?.verdict).toBe('fail');
  expect(JSON.stringify(judged)).toContain('its claims are not a JSON object that can be read');
  expect(resultsIn(results, 'results.json').targets[0]?.exchanges.length).toBeGreaterThan(0);
  expect(gateValue(results, 'results.json').exitCode).not.toBe(3);
});
