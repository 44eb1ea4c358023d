import { join } from 'node:path';
import { test as base, expect as baseExpect } from '@playwright/test';
import { startEmbedded } from '../mock/embedded.ts';
import { catalogue } from '../src/catalogue.ts';
import type { Effect, Observation } from '../src/results/format.ts';
import type { TargetMeta } from '../src/results/meta.ts';
import { fileStore } from '../src/run/file-store.ts';
import { openSession, type Session } from '../src/run/session.ts';
import { fileState } from '../src/run/token-state.ts';
import { loadEnvironment, variables } from '../src/target/environment.ts';
import { resolveTarget } from '../src/target/target.ts';

/** Seconds a token of the embedded mock lives, so that a run can wait for its end. */
const mockLife = 3;

/** What playwright.config.ts tells of a target's project. */
interface ProjectMetadata {
  environment: string;
  target: TargetMeta;
}

/** A session on the project's target; the embedded mock is started for it where the environment gives no address. */
export const test = base.extend<object, { meta: TargetMeta; session: Session }>({
  meta: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's dependencies from this pattern
    async ({}, use, { project }) => {
      await use((project.metadata as ProjectMetadata).target);
    },
    { scope: 'worker' },
  ],
  session: [
    async ({ meta }, use, { project }) => {
      const contracts = catalogue();
      const contract = contracts[meta.provider];
      if (!contract) throw new Error(`There is no contract of ${meta.provider}.`);
      const environment = loadEnvironment((project.metadata as ProjectMetadata).environment, contracts);
      const target = resolveTarget(environment, contract, variables());
      const account = Object.fromEntries(Object.entries(target.credentials).map(([name, { value }]) => [name, value]));
      const mock =
        target.baseUrl === null
          ? await startEmbedded(meta.provider, contract.file, account, { lifeSeconds: mockLife })
          : null;
      const baseUrl = target.baseUrl ?? mock?.baseUrl ?? '';
      const session = openSession(target, baseUrl, fileStore(join(project.outputDir, `memory-${meta.target}.json`)), {
        onWait: (ms) => console.log(`waiting ${(ms / 1000).toFixed(1)} s for a token of ${meta.target} to expire`),
        ...(mock ? {} : { state: fileState(variables()['CONFORMANCE_STATE'] ?? '.conformance-state/tokens.json') }),
      });
      await use(session);
      await session.close();
      await mock?.close();
    },
    { scope: 'worker' },
  ],
});

/** An observation with what its clause's verdict does to the run. */
export type Weighed = Observation & { statement: string; effect: Effect };

// The hint at the start makes Playwright's JUnit reporter write a failure, and an error for every other message.
export const expect = baseExpect.extend({
  toConform({ clause, statement, documented, received, verdict }: Weighed) {
    const message = () =>
      `expect(received).toConform()\n\n${clause}: ${statement}\n  documented: ${documented}\n  received:   ${received}`;
    return { pass: verdict !== 'fail', message };
  },
});
