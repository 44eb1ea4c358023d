import { join } from 'node:path';
import { test as base, type FullProject } from '@playwright/test';
import { catalogue } from '../src/catalogue.ts';
import { harmlessError, print } from '../src/output/print.ts';
import { joinRun } from '../src/results/current.ts';
import type { TargetMeta } from '../src/results/meta.ts';
import { waitingLine } from '../src/results/waiting.ts';
import { fileStore } from '../src/run/file-store.ts';
import { fileNeighbours } from '../src/run/neighbours.ts';
import type { Session } from '../src/run/session.ts';
import { fileState } from '../src/run/token-state.ts';
import { loadEnvironment } from '../src/target/environment.ts';
import { resolveTarget } from '../src/target/target.ts';
import { variables } from '../src/target/variables.ts';

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

/** The session of a project's target, and the mock that was started for it. */
async function opened(meta: TargetMeta, project: FullProject) {
  const run = joinRun();
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
  const { memoryStore, openSession } = await loadSession();
  const store = run ? fileStore(join(run.scratch, `memory-${meta.target}.jsonl`), run.id) : memoryStore();
  const session = openSession(target, baseUrl, store, {
    onWait: (ms, what) => print(waitingLine({ target: meta.target, ms, what })),
    ...(mock ? {} : { state: fileState(variables()['CONFORMANCE_STATE'] ?? '.conformance-state/tokens.json') }),
    ...(environment.kind === 'mock'
      ? { neighbours: fileNeighbours(run?.scratch ?? project.outputDir, target, others) }
      : {}),
  });
  return { session, mock };
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
      const { session, mock } = await opened(meta, project).catch((error: unknown) => {
        throw harmlessError(error);
      });
      await use(session);
      await session.close();
      await mock?.close();
    },
    { scope: 'worker' },
  ],
});
