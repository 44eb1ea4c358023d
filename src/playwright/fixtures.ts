import { test as base, type FullProject } from '@playwright/test';
import { harmlessError } from '../output/print.ts';
import type { Session } from '../run/session.ts';
import type { Scenario } from '../scenario/plan.ts';
import type { TargetMeta } from '../target/meta.ts';
import { scratchOfRun } from './current.ts';
import { hostedSession } from './hosted.ts';
import type { ProjectMetadata } from './opened.ts';
import { scenariosOfRun } from './resolved.ts';
import { showWaiting } from './waiting.ts';

// Loaded only where requests are sent: neither the process that lists the tests needs it, nor a worker whose session is hosted.
const loadOpened = () => import('./opened.ts');

/** Playwright passes the metadata of a project untyped. */
function metadataOf({ metadata }: FullProject): ProjectMetadata {
  const { environment, target } = metadata;
  return { environment, target };
}

/** What a worker sends the requests of its target by. */
interface Opened {
  session: Session;
  scenarios: ReadonlyMap<string, Scenario>;
}

async function opened(project: FullProject): Promise<Opened> {
  const metadata = metadataOf(project);
  const { target, provider } = metadata.target;
  const onWait = (ms: number, what: string): void => showWaiting({ target, ms, what });
  const scratch = scratchOfRun();
  const hosted = scratch === null ? null : await hostedSession(scratch, target, onWait);
  const session = hosted ?? (await (await loadOpened()).open(metadata, project.outputDir, onWait));
  return { session, scenarios: await scenariosOfRun(provider) };
}

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
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's dependencies from this pattern
    async ({}, use, { project }) => {
      const target = await opened(project).catch((error: unknown) => {
        throw harmlessError(error);
      });
      await use(target);
      await target.session.close();
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
