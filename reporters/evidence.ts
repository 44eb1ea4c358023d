import type { FullProject, TestCase, TestError, TestResult } from '@playwright/test/reporter';
import { redByEvidence } from '../src/playwright/test-report.ts';
import type { CommandIdentity } from '../src/results/identity.ts';
import type { ScenarioEvidence } from '../src/run/session.ts';
import type { TargetMeta } from '../src/target/meta.ts';

/** The metadata that the configuration gives a target's project; other projects have none of it. */
interface Metadata {
  target?: TargetMeta;
  run?: CommandIdentity | null;
}

/** What the metadata of a project say of its target; nothing where it is none. */
export function metadataOf(project: FullProject | undefined): Metadata {
  return project?.metadata ?? {};
}

/** The outcomes of the scenarios of a test, which attaches them one by one; those that it did not reach are missing. */
export function outcomesOf(result: TestResult): ScenarioEvidence[] {
  // Never by its path: a blob report could name any file of this machine there.
  return result.attachments.flatMap(({ name, body }) =>
    name === 'evidence' && body ? [JSON.parse(body.toString('utf8')) as ScenarioEvidence] : [],
  );
}

/** Ids of the scenarios of a test, from its annotations. */
export function scenariosOf({ annotations }: Pick<TestCase, 'annotations'>): string[] {
  return annotations.flatMap(({ type, description }) => (type === 'scenario' && description ? [description] : []));
}

function messageIn(text: string): string {
  const { message }: { message: string } = JSON.parse(text);
  return message;
}

/** The errors of a test, without the one that repeats what its evidence shows. */
export function errorsBesideEvidence({ attachments, errors }: TestResult): TestError[] {
  const repeated = attachments.flatMap(({ name, body }) =>
    name === redByEvidence && body ? [messageIn(body.toString('utf8'))] : [],
  );
  // Playwright puts the name of the error before its message.
  return errors.filter(({ message = '' }) => !repeated.some((text) => message.endsWith(text)));
}
