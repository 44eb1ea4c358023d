/**
 * How a worker shows at once that a target waits: as a step of its test, which every reporter of Playwright can show. What
 * our own reporter needs of it is in the attachment of that step.
 */
import { test } from '@playwright/test';
import type { TestStep } from '@playwright/test/reporter';
import { isObject, parseJson } from '../formats/json.ts';

/** A wait of a target, and its purpose. */
export interface Waiting {
  target: string;
  ms: number;
  /** Such as `for a token to expire`. */
  what: string;
}

/** Name of the JSON attachment that holds a {@link Waiting}. */
const attachment = 'waiting';

/** A wait as a sentence: `acme@dev waits 3.0 s for a token to expire`. */
export function waitingText({ target, ms, what }: Waiting): string {
  return `${target} waits ${(ms / 1000).toFixed(1)} s ${what}`;
}

/** Shows a wait that begins now, in the test that is running. */
export function showWaiting(waiting: Waiting): void {
  const body = JSON.stringify(waiting);
  test
    .step(waitingText(waiting), (step) => step.attach(attachment, { contentType: 'application/json', body }))
    // Nothing rests on it: a wait that is not shown is still a wait.
    .catch(() => undefined);
}

/** The wait that a step of a test shows; null for any other step. */
export function readWaiting({ attachments }: Pick<TestStep, 'attachments'>): Waiting | null {
  const body = attachments.find(({ name }) => name === attachment)?.body;
  const waiting = body === undefined ? null : parseJson(body.toString('utf8'));
  if (!isObject(waiting)) return null;
  const { target, ms, what } = waiting;
  return typeof target === 'string' && typeof ms === 'number' && typeof what === 'string' ? { target, ms, what } : null;
}
