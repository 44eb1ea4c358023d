/** One test for each scenario of each provider: sends it, attaches what was seen, and judges every clause that applies. */
import type { TestInfo } from '@playwright/test';
import { catalogue } from '../src/catalogue.ts';
import { weigh } from '../src/judge/weigh.ts';
import { exchangeText } from '../src/results/exchange-text.ts';
import { plan } from '../src/scenario/plan.ts';
import { test } from './fixtures.ts';

/** An error that no code frame of ours explains: it is about the provider. */
function told(message: string): Error {
  const error = new Error(message);
  error.stack = error.message;
  return error;
}

/** Attaches a text as `testInfo.attach` does, without the folder that makes for a file and the stack it takes. */
function attach({ attachments }: TestInfo, name: string, contentType: string, text: string): void {
  attachments.push({ name, contentType, body: Buffer.from(text) });
}

// The words at the start make Playwright's JUnit reporter write a failure; it writes an error for every other message.
const deviation = 'expect(received).toConform()';

for (const contract of Object.values(catalogue())) {
  test.describe(contract.title, { tag: `@${contract.provider}` }, () => {
    for (const scenario of plan(contract)) {
      const tag = [...(scenario.gate ? ['@gate'] : []), '@nightly', ...(scenario.deep ? ['@deep'] : [])];
      test(`${scenario.id}: ${scenario.title}`, { tag }, async ({ session, meta }, testInfo) => {
        const outcome = await session.run(scenario);
        attach(testInfo, 'evidence', 'application/json', JSON.stringify(outcome));
        test.skip(outcome.notSent !== null, outcome.notSent ?? '');

        // Given, so that Playwright need not take a stack for each of a few thousand steps to find it.
        const location = { file: testInfo.file, line: testInfo.line, column: testInfo.column };
        const failures: string[] = [];
        const weighed = weigh(outcome.observations, meta, new Date().toISOString().slice(0, 10));
        for (const observation of weighed) {
          const { clause, statement, effect, verdict, documented, received } = observation;
          // A promise broken in every answer would turn every test red: the first tells it, the ledger holds them all.
          const turnsRed =
            verdict === 'fail' && effect === 'fails' && (scenario.clause?.id === clause || session.tellsFirst(clause));
          const failure = `${clause}: ${statement}\n  documented: ${documented}\n  received:   ${received}`;
          if (turnsRed) failures.push(failure);
          else if (verdict === 'fail')
            testInfo.annotations.push({
              type: effect,
              description: `${clause}: documented: ${documented} / received: ${received}`,
            });
          const judged = (): void => {
            if (turnsRed) throw told(failure);
          };
          // The step is red; the test is by all of its failures together.
          await test.step(`${clause}: ${statement}`, judged, { location }).catch(() => undefined);
        }
        const unjudged = weighed.find(
          ({ verdict, effect }) => verdict === 'error' || (verdict === 'inconclusive' && effect !== 'waived'),
        );
        if (outcome.exchange && (unjudged || failures.length > 0))
          attach(testInfo, 'exchange', 'text/plain', exchangeText(outcome.exchange));
        if (failures.length > 0) throw told([deviation, ...failures].join('\n\n'));
        if (unjudged) throw told(`not judged: ${unjudged.received}`);
      });
    }
  });
}
