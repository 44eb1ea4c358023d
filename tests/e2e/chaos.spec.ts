/** Runs against a network that does everything wrong at once, and against none at all. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { Intercept, Reply } from '../../mock/server.ts';
import { runProvider } from '../../proof/run.ts';
import { renderLedger } from '../../reporters/terminal.ts';
import { writeReport } from '../../reporters/write.ts';
import type { Results } from '../../src/formats/results.ts';
import { validateResults } from '../../src/results/validate.ts';
import { expectNoSecret, mockSecrets, textsIn, tokensOf } from '../support/canaries.ts';
import { newFolder } from '../support/folders.ts';
import { calledDeadline, deadPort, mockTarget } from '../support/network.ts';
import { resultsOf } from '../support/recorded.ts';
import { runAgainst } from '../support/standing-clock.ts';

const pace = { perSecond: 20, timeout: 1 };

/** What the terminal shows of results, in one colour. */
const printed = (results: Results): string => renderLedger(results, (_, text) => text);

/** Drops every 13th request, hangs on every 17th, answers every 11th with 503, and allows 8 in a second. */
function chaos(tokens: string[], hang: () => void): Intercept {
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
    if (count % 17 === 0) return { raw: hang };
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
  const { deadline, pass } = calledDeadline();
  const { result, outcomes } = await runAgainst({ ...mockTarget('finnet'), pace }, chaos(tokens, pass), { deadline });
  const ledger = resultsOf([result]);
  expect(validateResults(ledger)).toEqual({ results: ledger });
  expectNothingFails(ledger);
  const causes = new Set(result.incidents.map(({ cause }) => cause));
  expect([...causes].join('\n')).toMatch(/not available at the moment \(503\)/);
  expect(result.notes.join('\n')).toMatch(/limited the rate (once|\d+ times); the run waited \d/);
  const attempts = result.exchanges.flatMap((exchange) => exchange.attempts);
  const attemptCauses = new Set(attempts.map(({ cause }) => cause));
  expect([...attemptCauses].join('\n')).toMatch(/closed before an answer came|reset before an answer came/);
  expect([...attemptCauses].join('\n')).toMatch(/connected, but no answer within 1 s/);
  // A blip costs its scenario, not the run: most of what is left was judged.
  expect(result.counts.pass).toBeGreaterThan(0);
  expect(result.exchanges.length).toBeGreaterThan(2 * result.incidents.length);
  const folder = newFolder('chaos');
  writeReport(folder, ledger);
  const summary = readFileSync(join(folder, 'summary.md'), 'utf8');
  expect(summary.match(/Network problems/g)).toHaveLength(1);
  const texts = [JSON.stringify(outcomes), printed(ledger), ...textsIn(folder)];
  expect(mockSecrets.map((secret) => secret.length > 20)).toEqual([true, true, true]);
  expectNoSecret(texts.join('\n'), [...mockSecrets, ...tokens]);
  expect(tokens.length).toBeGreaterThan(5);
});

test('a host that is down: three controls, one incident, and nothing is called a deviation', async () => {
  const baseUrl = `http://127.0.0.1:${await deadPort()}`;
  const result = await runProvider(null, 'pyng', { baseUrl, target: { pace }, sleep: async () => undefined });
  const ledger = resultsOf([result]);
  expectNothingFails(ledger);
  const { reason, requests, incidents } = result;
  expect(reason).toMatch(/^the control is not granted: the connection was refused: nothing listens at the address/);
  expect(requests).toBe(9);
  expect(incidents).toHaveLength(1);
  expect(incidents[0]?.cause).toMatch(/given up after 3 requests in a row without a usable answer/);
  const shown = printed(ledger);
  expect(shown.match(/^ +network /gm)).toHaveLength(1);
  expectNoSecret([shown, JSON.stringify(result)].join('\n'), mockSecrets);
});
