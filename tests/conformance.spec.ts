/** One test for each scenario of each provider: sends it, attaches what was seen, and judges every clause that applies. */
import { catalogue } from '../src/catalogue.ts';
import { weigh } from '../src/judge/weigh.ts';
import { plan } from '../src/scenario/plan.ts';
import { expect, test } from './fixtures.ts';

/** An error that JUnit writes as an error, not as a failure, and that no code frame of ours explains. */
function notJudged(cause: string): Error {
  const error = new Error(`not judged: ${cause}`);
  error.stack = error.message;
  return error;
}

for (const contract of Object.values(catalogue())) {
  test.describe(contract.title, { tag: `@${contract.provider}` }, () => {
    for (const scenario of plan(contract)) {
      const tag = scenario.gate ? ['@gate', '@nightly'] : ['@nightly'];
      test(`${scenario.id}: ${scenario.title}`, { tag }, async ({ session, meta }, testInfo) => {
        const outcome = await session.run(scenario);
        await testInfo.attach('evidence', { body: JSON.stringify(outcome), contentType: 'application/json' });
        test.skip(outcome.notSent !== null, outcome.notSent ?? '');

        // Given, so that Playwright need not take a stack for each of a few thousand steps to find it.
        const location = { file: testInfo.file, line: testInfo.line, column: testInfo.column };
        for (const observation of weigh(outcome.observations, meta, new Date().toISOString().slice(0, 10))) {
          const { clause, statement, effect, verdict, documented, received } = observation;
          const judged = (): void => {
            if (verdict !== 'fail') return;
            // A promise broken in every answer would turn every test red: the first tells it, the ledger holds them all.
            const told = scenario.clause?.id !== clause && !session.tellsFirst(clause);
            const description = `${clause}: documented: ${documented} / received: ${received}`;
            if (effect === 'fails' && !told) expect.soft(observation).toConform();
            else testInfo.annotations.push({ type: effect, description });
          };
          await test.step(`${clause}: ${statement}`, judged, { location });
        }
        const unjudged = outcome.observations.find(({ verdict }) => verdict === 'inconclusive' || verdict === 'error');
        if (unjudged && testInfo.errors.length === 0) throw notJudged(unjudged.received);
      });
    }
  });
}
