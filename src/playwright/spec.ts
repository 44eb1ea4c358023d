/**
 * One test for each clause with requests of its own: it sends them, attaches the evidence, and reports the verdicts.
 */
import type { TestInfo } from '@playwright/test';
import { harmlessError } from '../output/print.ts';
import { harmless, visible } from '../output/visible.ts';
import { exchangeText } from '../results/exchange-text.ts';
import { flat } from '../results/target-run.ts';
import { wayOf } from '../scenario/cases.ts';
import { test } from './fixtures.ts';
import { groupsOfRun } from './resolved.ts';
import { redByEvidence, reportOf, type ScenarioReport } from './test-report.ts';

/**
 * An error about the provider: no code of the suite would explain it, so Playwright's reporters print the message
 * alone.
 */
function providerError(message: string): Error {
  const error = new Error(harmless(message));
  error.stack = error.message;
  return error;
}

/** Attaches a text like `testInfo.attach`, which would also create a folder and take a stack trace. */
function attach({ attachments }: TestInfo, name: string, contentType: string, text: string): void {
  attachments.push({ name, contentType, body: Buffer.from(text) });
}

/** Number of scenarios of which a test has attached the evidence. */
function evidenceOf({ attachments }: TestInfo): number {
  return attachments.filter(({ name }) => name === 'evidence').length;
}

// With this first line Playwright's JUnit reporter writes a failure; for any other message it writes an error.
const deviation = 'expect(received).toConform()';

/** Marks a test as red by what its evidence shows, and returns its error. */
function redError(testInfo: TestInfo, message: string): Error {
  const error = providerError(message);
  // As JSON: Playwright's own reporters print the text of other attachments.
  attach(testInfo, redByEvidence, 'application/json', JSON.stringify({ message: error.message }));
  return error;
}

for (const { title: provider, tag: ofProvider, cases } of await groupsOfRun()) {
  test.describe(provider, { tag: ofProvider }, () => {
    // One worker still runs the tests of a target in their order; but each shard may take a part of them.
    test.describe.configure({ mode: 'parallel' });
    for (const { title, tag, scenarios } of cases) {
      const annotation = scenarios.map((id) => ({ type: 'scenario', description: id }));
      test(title, { tag, annotation }, async ({ session, meta, planned }, testInfo) => {
        // Without a location, Playwright would take a stack trace for each step to find it.
        const location = { file: testInfo.file, line: testInfo.line, column: testInfo.column };
        const day = new Date().toISOString().slice(0, 10);
        const failures: string[] = [];
        const claimReport = (cause: string): boolean => session.claimReport(cause);
        // A fault turns red every step that shows it, of the first test that does.
        const claimed = new Set<string>();
        const claimFault = (fault: string): boolean =>
          claimed.has(fault) || (claimReport(fault) && claimed.add(fault).size > 0);
        const isShown = (fault: string): boolean => !claimed.has(fault) && session.reported().includes(fault);
        const notJudged: NonNullable<ScenarioReport['notJudged']>[] = [];
        for (const scenario of planned(scenarios)) {
          const demand = scenario.clause?.kind === 'demand' ? scenario.clause.id : null;
          const send = async (): Promise<void> => {
            const outcome = await session.run(scenario);
            // At once: attachments are kept even when the test breaks off later.
            attach(testInfo, 'evidence', 'application/json', JSON.stringify(outcome));
            const report = reportOf(outcome, meta, day, { demand, claimReport, claimFault, isShown });
            testInfo.annotations.push(...report.notes);
            if (report.notJudged) notJudged.push(report.notJudged);
            failures.push(...report.failures.map((failure) => `${wayOf(scenario)}\n${failure}`));
            const isRed = report.failures.length > 0 || report.notJudged?.isRed === true;
            const exchanges = flat([outcome]).flatMap(({ exchange }) => (exchange ? [exchangeText(exchange)] : []));
            if (isRed && exchanges.length > 0)
              attach(testInfo, 'exchange', 'text/plain', harmless(exchanges.join('\n\n')));
            if (isRed)
              throw providerError([...report.failures, report.notJudged?.reason ?? ''].filter(Boolean).join('\n\n'));
          };
          const shown = evidenceOf(testInfo);
          const step = `${wayOf(scenario)}: ${visible(scenario.title)}`;
          await test.step(step, send, { location }).catch((error: unknown) => {
            // The step is red; the test is red by all of its failures together. A step that broke off before its
            // evidence is our own fault.
            if (evidenceOf(testInfo) === shown) throw harmlessError(error);
          });
        }
        if (failures.length > 0) throw redError(testInfo, [deviation, ...failures].join('\n\n'));
        const red = notJudged.find(({ isRed }) => isRed);
        if (red) throw redError(testInfo, `not judged: ${red.reason}`);
        // Each reason turns one test red. A further test that it keeps from a verdict neither fails nor passes: it is
        // skipped.
        test.skip(notJudged.length > 0, [...new Set(notJudged.map(({ reason }) => reason))].join('; '));
      });
    }
  });
}
