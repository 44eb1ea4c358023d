import { dirname, join } from 'node:path';
import { test as base, type FullProject } from '@playwright/test';
import { harmlessError } from '../output/print.ts';
import { fileStore } from '../run/file-store.ts';
import { fileGranted } from '../run/granted.ts';
import { fileNeighbours, mockCost } from '../run/neighbours.ts';
import type { Session } from '../run/session.ts';
import { fileState, guessingCost } from '../run/token-state.ts';
import { plan, type Scenario } from '../scenario/plan.ts';
import { accountOf, trusting } from '../target/account.ts';
import { loadEnvironment } from '../target/environment.ts';
import type { TargetMeta } from '../target/meta.ts';
import { resolveTarget } from '../target/target.ts';
import { variables } from '../target/variables.ts';
import { joinRun } from './current.ts';
import { contractsOfRun } from './resolved.ts';
import { showWaiting } from './waiting.ts';

/** Seconds a token of the embedded mock lives, so that a run can wait for its end. */
const mockLife = 3;

// Loaded only where requests are sent: the process that lists the tests needs neither.
const loadMock = () => import('../../mock/embedded.ts');
const loadSession = () => import('../run/session.ts');

/** The metadata that playwright.config.ts gives a target's project. */
interface ProjectMetadata {
  environment: string;
  target: TargetMeta;
}

/** Playwright passes the metadata of a project untyped. */
function metadataOf({ metadata }: FullProject): ProjectMetadata {
  const { environment, target } = metadata;
  return { environment, target };
}

/** The session of a project's target, and the mock that was started for it. */
async function opened(meta: TargetMeta, project: FullProject) {
  const run = joinRun();
  const contracts = await contractsOfRun();
  const contract = contracts[meta.provider];
  if (!contract) throw new Error(`There is no contract of ${meta.provider}.`);
  const environment = loadEnvironment(metadataOf(project).environment, contracts);
  const resolved = resolveTarget(environment, contract, variables());
  // Where no life is promised, nobody can know that a token has ended, and none may end during the run.
  const options = { lifeSeconds: contract.token.lifetime === null ? 3600 : mockLife };
  const mock =
    resolved.baseUrl === null
      ? await (await loadMock()).startEmbedded(meta.provider, contract.file, accountOf(resolved), options)
      : null;
  const target = trusting(resolved, mock?.ca ?? null);
  const baseUrl = target.baseUrl ?? mock?.baseUrl ?? '';
  const others = Object.values(contracts)
    .filter((other) => other !== contract && environment.providers[other.provider])
    .map((other) => () => resolveTarget(environment, other, variables()));
  const stateFile = variables()['CONFORMANCE_STATE'] ?? '.conformance-state/tokens.json';
  const { memoryStore, openSession } = await loadSession();
  const store = run ? fileStore(join(run.scratch, `memory-${meta.target}.jsonl`), run.id) : memoryStore();
  // A mock that was started anew knows nothing of what another one took.
  if (mock) store.write({ ...store.read(), sentUnique: {} });
  const session = openSession(target, baseUrl, store, {
    onWait: (ms, what) => showWaiting({ target: meta.target, ms, what }),
    ...(mock ? {} : { state: fileState(stateFile) }),
    // Shards on one machine share files beside the state; shards of mocks have nothing to share.
    granted:
      environment.kind === 'mock'
        ? fileGranted(run?.scratch ?? project.outputDir, target.secrets, mockCost)
        : fileGranted(dirname(stateFile), target.secrets, guessingCost),
    ...(environment.kind === 'mock'
      ? { neighbours: fileNeighbours(run?.scratch ?? project.outputDir, target, others) }
      : {}),
  });
  const scenarios = new Map(plan(contract).map((scenario) => [scenario.id, scenario]));
  return { session, mock, scenarios };
}

/** What a worker opened for its target. */
type Opened = Awaited<ReturnType<typeof opened>>;

interface Fixtures {
  meta: TargetMeta;
  opened: Opened;
  session: Session;
  /** The scenarios with these ids. */
  planned: (ids: readonly string[]) => Scenario[];
}

/** A session on the project's target; the embedded mock is started for it where the environment gives no address. */
export const test = base.extend<object, Fixtures>({
  meta: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's dependencies from this pattern
    async ({}, use, { project }) => {
      await use(metadataOf(project).target);
    },
    { scope: 'worker' },
  ],
  opened: [
    async ({ meta }, use, { project }) => {
      const target = await opened(meta, project).catch((error: unknown) => {
        throw harmlessError(error);
      });
      await use(target);
      await target.session.close();
      await target.mock?.close();
    },
    { scope: 'worker' },
  ],
  session: [async ({ opened: { session } }, use) => use(session), { scope: 'worker' }],
  planned: [
    async ({ opened: { scenarios } }, use) => {
      await use((ids) =>
        ids.map((id) => {
          const scenario = scenarios.get(id);
          if (!scenario) throw new Error(`the plan holds no scenario ${id}`);
          return scenario;
        }),
      );
    },
    { scope: 'worker' },
  ],
});
