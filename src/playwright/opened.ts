/** Opens the session of a target, in the process that sends its requests. */
import { dirname, join } from 'node:path';
import { selectedOf } from '../results/scratch.ts';
import { fileStore } from '../run/file-store.ts';
import { fileGranted } from '../run/granted.ts';
import { fileNeighbours, mockCost } from '../run/neighbours.ts';
import type { SessionOptions } from '../run/options.ts';
import type { Session } from '../run/session.ts';
import { fileState, guessingCost } from '../run/token-state.ts';
import { accountOf, trusting } from '../target/account.ts';
import { loadEnvironment } from '../target/environment.ts';
import type { TargetMeta } from '../target/meta.ts';
import { resolveTarget } from '../target/target.ts';
import { variables } from '../target/variables.ts';
import { joinRun } from './current.ts';
import { contractsOfRun } from './resolved.ts';

/** Seconds a token of the embedded mock lives. */
const mockLife = 5;

/**
 * The time of the embedded mock and of its session: they share a process, so a wait moves their clock, and nobody waits. No
 * token ends because a machine is slow, either.
 */
function movedTime() {
  let ahead = 0;
  const now = (): number => Date.now() + ahead;
  const sleep = async (ms: number): Promise<void> => {
    ahead += ms;
  };
  return { now, sleep };
}

// Loaded only where requests are sent: the process that lists the tests needs neither.
const loadMock = () => import('../../mock/embedded.ts');
const loadSession = () => import('../run/session.ts');

/** The metadata that the configuration gives a target's project. */
export interface ProjectMetadata {
  /** Path or name of the environment. */
  environment: string;
  target: TargetMeta;
}

/** Opens the session of a project's target, and the mock that is started for it where its environment gives no address. */
export async function open(
  { environment: named, target: meta }: ProjectMetadata,
  outputDir: string,
  onWait: NonNullable<SessionOptions['onWait']>,
): Promise<Session> {
  const run = joinRun();
  const { contracts, unloaded } = await contractsOfRun();
  const contract = contracts[meta.provider];
  if (!contract) throw new Error(`There is no contract of ${meta.provider}.`);
  const environment = loadEnvironment(named, contracts, unloaded);
  const resolved = resolveTarget(environment, contract, variables());
  const time = resolved.baseUrl === null ? movedTime() : null;
  // Where no life is promised, nobody can know that a token has ended, and none may end during the run.
  const lifeSeconds = contract.token.lifetime === null ? 3600 : mockLife;
  const options = time && { lifeSeconds, clock: time.now };
  const mock =
    options && (await (await loadMock()).startEmbedded(meta.provider, contract.file, accountOf(resolved), options));
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
    ownsProcess: true,
    selected: run && selectedOf(run.scratch, meta.target),
    ...(time ? { clock: () => new Date(time.now()), sleep: time.sleep } : { onWait, state: fileState(stateFile) }),
    // Shards on one machine share files beside the state; shards of mocks have nothing to share.
    granted:
      environment.kind === 'mock'
        ? fileGranted(run?.scratch ?? outputDir, target.secrets, mockCost)
        : fileGranted(dirname(stateFile), target.secrets, guessingCost),
    ...(environment.kind === 'mock' ? { neighbours: fileNeighbours(run?.scratch ?? outputDir, target, others) } : {}),
  });
  return {
    ...session,
    async close() {
      await session.close();
      await mock?.close();
    },
  };
}
