import { readFileSync } from 'node:fs';
import type { TestCase, TestResult } from '@playwright/test/reporter';
import type { ScenarioEvidence } from '../src/run/session.ts';

/** What came of the scenarios of a test, as it attached them one by one; those are missing that it did not come to. */
export function outcomesOf(result: TestResult): ScenarioEvidence[] {
  return result.attachments.flatMap(({ name, body, path }) => {
    const text = name === 'evidence' ? (body ?? (path ? readFileSync(path) : null)) : null;
    return text ? [JSON.parse(text.toString('utf8')) as ScenarioEvidence] : [];
  });
}

/** Ids of the scenarios of a test, which its annotations hold. */
export function scenariosOf({ annotations, title }: TestCase): string[] {
  const ids = annotations.flatMap(({ type, description }) => (type === 'scenario' && description ? [description] : []));
  return ids.length > 0 ? ids : [title];
}
