/** Whole runs of the command against a network that does everything wrong at once, and against none at all. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { Intercept, Reply } from '../../mock/server.ts';
import type { Results } from '../../src/formats/results.ts';
import { validateResults } from '../../src/results/validate.ts';
import { expectNoSecret, mockSecrets, talkative, textsIn, tokensOf, writingInto } from '../support/canaries.ts';
import { conformance, environmentAt, newFolder, playwright, withMock } from '../support/command.ts';
import { deadPort } from '../support/network.ts';

test.describe.configure({ mode: 'default' });

/** Drops every 13th request, hangs on every 17th, answers every 11th with 503, and allows 8 in a second. */
function chaos(tokens: string[]): Intercept {
  const allowed = 8;
  // Ten requests make a second here, so that a slow machine meets the limit too; Retry-After waits for a whole one.
  let now = 0;
  let count = 0;
  let instants: number[] = [];
  return (call): Reply => {
    count += 1;
    now += 100;
    instants = instants.filter((instant) => instant > now - 1000);
    if (instants.length >= allowed) {
      now += 1000;
      return { status: 429, headers: [['Retry-After', '1']], body: '' };
    }
    instants.push(now);
    if (count % 13 === 0) return { raw: (_response, socket) => socket.destroy() };
    if (count % 17 === 0) return { raw: () => undefined };
    if (count % 11 === 0) return { status: 503, headers: [], body: '' };
    const answer = call.answer();
    tokens.push(...tokensOf(answer));
    return answer;
  };
}

function expectNothingFails({ targets, exitCode }: Results): void {
  expect(exitCode).toBe(2);
  expect(targets).toHaveLength(1);
  for (const { target, verdict, counts, clauses } of targets) {
    expect(verdict, target).toBe('not-judged');
    const failed = clauses.filter((clause) => clause.verdict === 'fail' || clause.verdict === 'error');
    expect(failed.map(({ id, observations }) => [id, observations.map(({ received }) => received)])).toEqual([]);
    expect(counts.inconclusive, target).toBeGreaterThan(0);
  }
}

test('drops, hangs, 503s and a rate limit at once: no clause fails, each cause is reported, no secret is shown', async () => {
  const tokens: string[] = [];
  const out = newFolder('canary');
  await withMock(
    chaos(tokens),
    async (file) => {
      const { code, output, results, folder } = await playwright(conformance('--project=finnet', ...talkative), {
        TARGET_ENV: file,
        ...writingInto(out),
      });
      const ledger = results();
      expect(validateResults(ledger)).toEqual({ results: ledger });
      expectNothingFails(ledger);
      expect(code).toBe(2);
      const causes = new Set(ledger.targets.flatMap(({ incidents }) => incidents.map(({ cause }) => cause)));
      expect([...causes].join('\n')).toMatch(/not available at the moment \(503\)/);
      expect(ledger.targets[0]?.notes.join('\n')).toMatch(/limited the rate (once|\d+ times); the run waited \d/);
      const attempts = ledger.targets.flatMap(({ exchanges }) => exchanges.flatMap((exchange) => exchange.attempts));
      const attemptCauses = new Set(attempts.map(({ cause }) => cause));
      expect([...attemptCauses].join('\n')).toMatch(/closed before an answer came|reset before an answer came/);
      expect([...attemptCauses].join('\n')).toMatch(/connected, but no answer within 1 s/);
      // A blip costs its scenario, not the run: most of what is left was judged.
      for (const { target, counts, exchanges, incidents } of ledger.targets) {
        expect(counts.pass, target).toBeGreaterThan(0);
        expect(exchanges.length, target).toBeGreaterThan(2 * incidents.length);
      }
      const summary = readFileSync(join(folder, 'report/summary.md'), 'utf8');
      expect(summary.match(/Network problems/g)).toHaveLength(1);
      expectNoSecret([output, ...textsIn(folder), ...textsIn(out)].join('\n'), [...mockSecrets, ...tokens]);
      expect(tokens.length).toBeGreaterThan(5);
    },
    { settings: 'pace: { perSecond: 20, timeout: 1 }' },
  );
});

test('a host that is down: three controls, one incident, and nothing is called a deviation', async () => {
  const file = environmentAt(`http://127.0.0.1:${await deadPort()}`, 'pace: { perSecond: 20, timeout: 1 }');
  const { code, output, results, folder } = await playwright(conformance('--project=pyng'), { TARGET_ENV: file });
  expect(code).toBe(2);
  expectNothingFails(results());
  for (const { reason, requests, incidents } of results().targets) {
    expect(reason).toMatch(/^the control is not granted: the connection was refused: nothing listens at the address/);
    expect(requests).toBe(9);
    expect(incidents).toHaveLength(1);
    expect(incidents[0]?.cause).toMatch(/given up after 3 requests in a row without a usable answer/);
  }
  expect(output.match(/^ +network /gm)).toHaveLength(1);
  expectNoSecret([output, ...textsIn(folder)].join('\n'), mockSecrets);
});
