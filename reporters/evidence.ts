import { readFileSync } from 'node:fs';
import type { TestResult } from '@playwright/test/reporter';
import type { Outcome } from '../src/run/session.ts';

/** What came of a scenario, as its test attached it; null when the test ended before it did. */
export function evidenceOf(result: TestResult): Outcome | null {
  const evidence = result.attachments.find(({ name }) => name === 'evidence');
  const body = evidence?.body ?? (evidence?.path ? readFileSync(evidence.path) : null);
  return body ? (JSON.parse(body.toString('utf8')) as Outcome) : null;
}
