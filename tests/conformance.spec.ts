/** One test for each scenario of each provider: sends it, attaches what was seen, and judges every clause that applies. */
import type { TestInfo } from '@playwright/test';
import { catalogue } from '../src/catalogue.ts';
import type { Contract } from '../src/contract/types.ts';
import { weigh } from '../src/judge/weigh.ts';
import { harmlessError } from '../src/output/print.ts';
import { harmless, visible } from '../src/output/visible.ts';
import { exchangeText } from '../src/results/exchange-text.ts';
import { observationsOf, unjudgedOf } from '../src/results/finding.ts';
import { flat } from '../src/results/target-run.ts';
import { plan } from '../src/scenario/plan.ts';
import { test } from './fixtures.ts';

/** An error that no code frame of ours explains: it is about the provider. Playwright's reporters print it as it is. */
function told(message: string): Error {
  const error = new Error(harmless(message));
  error.stack = error.message;
  return error;
}

/** Attaches a text as `testInfo.attach` does, without the folder that makes for a file and the stack it takes. */
function attach({ attachments }: TestInfo, name: string, contentType: string, text: string): void {
  attachments.push({ name, contentType, body: Buffer.from(text) });
}

// The words at the start make Playwright's JUnit reporter write a failure; it writes an error for every other message.
const deviation = 'expect(received).toConform()';

const contracts = Object.values(catalogue());

/** Two providers may bear one title; Playwright takes two groups of one title for the same. */
function titleOf({ title, provider }: Contract): string {
  const isShared = contracts.some((other) => other.provider !== provider && other.title === title);
  return isShared ? `${title} (${provider})` : title;
}

for (const contract of contracts) {
  test.describe(visible(titleOf(contract)), { tag: `@${contract.provider}` }, () => {
    // One worker runs the scenarios of a target in their order all the same; but a shard may take a part of them.
    test.describe.configure({ mode: 'parallel' });
    for (const scenario of plan(contract)) {
      const tag = [...(scenario.gate ? ['@gate'] : []), '@nightly', ...(scenario.deep ? ['@deep'] : [])];
      const annotation = { type: 'scenario', description: scenario.id };
      const title = `${scenario.id}: ${visible(scenario.title)}`;
      test(title, { tag, annotation }, async ({ session, meta }, testInfo) => {
        const outcome = await session.run(scenario).catch((error: unknown) => {
          throw harmlessError(error);
        });
        attach(testInfo, 'evidence', 'application/json', JSON.stringify(outcome));
        const notSent = harmless(outcome.notSent?.text ?? '');
        // A control that was sent for this scenario tells here what a test of its own would.
        test.skip(outcome.notSent !== null && !outcome.before, notSent);

        // Given, so that Playwright need not take a stack for each of a few thousand steps to find it.
        const location = { file: testInfo.file, line: testInfo.line, column: testInfo.column };
        const failures: string[] = [];
        const today = new Date().toISOString().slice(0, 10);
        for (const observation of weigh(observationsOf(outcome), meta, today)) {
          const { clause, statement, effect, verdict, documented, received } = observation;
          // A promise broken in every answer would turn every test red: the first tells it, the ledger holds them all.
          const turnsRed =
            verdict === 'fail' && effect === 'fails' && (scenario.clause?.id === clause || session.tellsFirst(clause));
          const failure = `${clause}: ${statement}\n  documented: ${visible(documented)}\n  received:   ${visible(received)}`;
          if (turnsRed) failures.push(failure);
          else if (verdict === 'fail')
            testInfo.annotations.push({
              type: effect,
              description: harmless(`${clause}: documented: ${documented} / received: ${received}`),
            });
          const judged = (): void => {
            if (turnsRed) throw told(failure);
          };
          // The step is red; the test is by all of its failures together.
          await test.step(visible(`${clause}: ${statement}`), judged, { location }).catch(() => undefined);
        }
        const unjudged = unjudgedOf(outcome, meta, today);
        const exchanges = flat([outcome]).flatMap(({ exchange }) => (exchange ? [exchangeText(exchange)] : []));
        if (exchanges.length > 0 && (unjudged !== null || failures.length > 0))
          attach(testInfo, 'exchange', 'text/plain', harmless(exchanges.join('\n\n')));
        if (failures.length > 0) throw told([deviation, ...failures].join('\n\n'));
        if (unjudged !== null) throw told(`not judged: ${visible(unjudged)}`);
        test.skip(outcome.notSent !== null, notSent);
      });
    }
  });
}
