/** One test for each clause that is shown by requests of its own: sends them, attaches what was seen, and judges it. */
import type { TestInfo } from '@playwright/test';
import { harmlessError } from '../output/print.ts';
import { harmless, visible } from '../output/visible.ts';
import { exchangeText } from '../results/exchange-text.ts';
import { flat } from '../results/target-run.ts';
import { wayOf } from '../scenario/cases.ts';
import { test } from './fixtures.ts';
import { groupsOfRun } from './resolved.ts';
import { type Told, tell } from './test-report.ts';

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

for (const { title: provider, tag: ofProvider, cases } of await groupsOfRun()) {
  test.describe(provider, { tag: ofProvider }, () => {
    // One worker runs the tests of a target in their order all the same; but a shard may take a part of them.
    test.describe.configure({ mode: 'parallel' });
    for (const { title, tag, scenarios } of cases) {
      const annotation = scenarios.map((id) => ({ type: 'scenario', description: id }));
      test(title, { tag, annotation }, async ({ session, meta, planned }, testInfo) => {
        // Given, so that Playwright need not take a stack for each step to find it.
        const location = { file: testInfo.file, line: testInfo.line, column: testInfo.column };
        const day = new Date().toISOString().slice(0, 10);
        const failures: string[] = [];
        const unjudged: NonNullable<Told['unjudged']>[] = [];
        for (const scenario of planned(scenarios)) {
          const demand = scenario.clause?.kind === 'demand' ? scenario.clause.id : null;
          const send = async (): Promise<void> => {
            const outcome = await session.run(scenario);
            // At once: what a test attached is kept when it breaks off later.
            attach(testInfo, 'evidence', 'application/json', JSON.stringify(outcome));
            const seen = tell(outcome, meta, day, { demand, tellsFirst: (cause) => session.tellsFirst(cause) });
            testInfo.annotations.push(...seen.notes);
            if (seen.unjudged) unjudged.push(seen.unjudged);
            failures.push(...seen.failures.map((failure) => `${wayOf(scenario)}\n${failure}`));
            const isRed = seen.failures.length > 0 || seen.unjudged?.isRed === true;
            const exchanges = flat([outcome]).flatMap(({ exchange }) => (exchange ? [exchangeText(exchange)] : []));
            if (isRed && exchanges.length > 0)
              attach(testInfo, 'exchange', 'text/plain', harmless(exchanges.join('\n\n')));
            if (isRed) throw told([...seen.failures, seen.unjudged?.reason ?? ''].filter(Boolean).join('\n\n'));
          };
          const before = testInfo.attachments.length;
          const step = `${wayOf(scenario)}: ${visible(scenario.title)}`;
          await test.step(step, send, { location }).catch((error: unknown) => {
            // The step is red; the test is by all of its failures together. What broke off before its evidence is our own fault.
            if (testInfo.attachments.length === before) throw harmlessError(error);
          });
        }
        if (failures.length > 0) throw told([deviation, ...failures].join('\n\n'));
        const red = unjudged.find(({ isRed }) => isRed);
        if (red) throw told(`not judged: ${red.reason}`);
        // Red once: what lacks its judgement for a reason that another test told is no failure of its own, and no pass.
        test.skip(unjudged.length > 0, [...new Set(unjudged.map(({ reason }) => reason))].join('; '));
      });
    }
  });
}
