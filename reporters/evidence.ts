import type { TestCase, TestResult } from '@playwright/test/reporter';
import type { ScenarioEvidence } from '../src/run/session.ts';

/** What came of the scenarios of a test, as it attached them one by one; those are missing that it did not come to. */
export function outcomesOf(result: TestResult): ScenarioEvidence[] {
  // Never by its path: a blob report could name any file of this machine there.
  return result.attachments.flatMap(({ name, body }) =>
    name === 'evidence' && body ? [JSON.parse(body.toString('utf8')) as ScenarioEvidence] : [],
  );
}

/** Ids of the scenarios of a test, which its annotations hold. */
export function scenariosOf({ annotations, title }: TestCase): string[] {
  const ids = annotations.flatMap(({ type, description }) => (type === 'scenario' && description ? [description] : []));
  return ids.length > 0 ? ids : [title];
}
