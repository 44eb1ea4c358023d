import { dirname, join } from 'node:path';
import { test as base } from '@playwright/test';
import { catalogue } from '../src/catalogue.ts';
import type { TargetMeta } from '../src/results/meta.ts';
import { waitingLine } from '../src/results/waiting.ts';
import { fileStore } from '../src/run/file-store.ts';
import { fileGranted } from '../src/run/granted.ts';
import { fileNeighbours, mockCost } from '../src/run/neighbours.ts';
import type { Session } from '../src/run/session.ts';
import { fileState, guessingCost } from '../src/run/token-state.ts';
import { loadEnvironment, variables } from '../src/target/environment.ts';
import { resolveTarget } from '../src/target/target.ts';

/** Seconds a token of the embedded mock lives, so that a run can wait for its end. */
const mockLife = 3;

// Loaded where requests are sent: the process that lists the tests needs neither, and waits for each.
const loadMock = () => import('../mock/embedded.ts');
const loadSession = () => import('../src/run/session.ts');

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
          ? await (await loadMock()).startEmbedded(meta.provider, contract.file, account, { lifeSeconds: mockLife })
          : null;
      const baseUrl = target.baseUrl ?? mock?.baseUrl ?? '';
      const others = Object.values(contracts)
        .filter((other) => other !== contract && environment.providers[other.provider])
        .map((other) => () => resolveTarget(environment, other, variables()));
      const stateFile = variables()['CONFORMANCE_STATE'] ?? '.conformance-state/tokens.json';
      const { openSession } = await loadSession();
      const session = openSession(target, baseUrl, fileStore(join(project.outputDir, `memory-${meta.target}.jsonl`)), {
        onWait: (ms, what) => console.log(waitingLine({ target: meta.target, ms, what })),
        ...(mock ? {} : { state: fileState(stateFile) }),
        // Shards on one machine share what lies beside the state; those of mocks need not know of each other.
        granted:
          environment.kind === 'mock'
            ? fileGranted(project.outputDir, target.secrets, mockCost)
            : fileGranted(dirname(stateFile), target.secrets, guessingCost),
        ...(environment.kind === 'mock' ? { neighbours: fileNeighbours(project.outputDir, target, others) } : {}),
      });
      await use(session);
      await session.close();
      await mock?.close();
    },
    { scope: 'worker' },
  ],
});
