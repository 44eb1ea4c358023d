/**
 * One test for each clause with requests of its own: it sends them, attaches the evidence, and reports the verdicts.
 */
import type { TestInfo } from '@playwright/test';
import { harmlessError } from '../output/print.ts';
import { harmless, visible } from '../output/visible.ts';
import { exchangeText } from '../results/exchange-text.ts';
import { flat } from '../results/target-run.ts';
import { wayOf } from '../scenario/cases.ts';
import { declareControl } from './control-test.ts';
import { test } from './fixtures.ts';
import { groupsOfRun } from './resolved.ts';
import { redByEvidence, TestReport } from './test-report.ts';

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
    for (const [index, { title, tag, scenarios }] of cases.entries()) {
      const annotation = scenarios.map((id) => ({ type: 'scenario', description: id }));
      // The good request of a target comes first.
      const declare = index === 0 ? declareControl : test;
      declare(title, { tag, annotation }, async ({ session, meta, planned }, testInfo) => {
        // Without a location, Playwright would take a stack trace for each step to find it.
        const location = { file: testInfo.file, line: testInfo.line, column: testInfo.column };
        const report = new TestReport(session, meta, new Date().toISOString().slice(0, 10));
        for (const scenario of planned(scenarios)) {
          const send = async (): Promise<void> => {
            const outcome = await session.run(scenario);
            // At once: attachments are kept even when the test breaks off later.
            attach(testInfo, 'evidence', 'application/json', JSON.stringify(outcome));
            const { failures, notes, notJudged } = report.add(scenario, outcome);
            testInfo.annotations.push(...notes);
            if (failures.length === 0 && !notJudged?.isRed) return;
            const exchanges = flat([outcome]).flatMap(({ exchange }) => (exchange ? [exchangeText(exchange)] : []));
            if (exchanges.length > 0) attach(testInfo, 'exchange', 'text/plain', harmless(exchanges.join('\n\n')));
            throw providerError([...failures, notJudged?.reason ?? ''].filter(Boolean).join('\n\n'));
          };
          const shown = evidenceOf(testInfo);
          const step = `${wayOf(scenario)}: ${visible(scenario.title)}`;
          await test.step(step, send, { location }).catch((error: unknown) => {
            // The step is red; the test is red by all of its failures together. A step that broke off before its
            // evidence is our own fault.
            if (evidenceOf(testInfo) === shown) throw harmlessError(error);
          });
        }
        const end = report.end();
        if (end.status === 'failed') throw redError(testInfo, end.message);
        if (end.status === 'skipped') test.skip(true, end.message);
      });
    }
  });
}
