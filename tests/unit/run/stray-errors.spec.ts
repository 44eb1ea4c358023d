/** Errors that nobody awaits reach Playwright, and by it every reporter, with their secrets masked. */
import { expect, test } from '@playwright/test';
import { memoryStore, openSession } from '../../../src/run/session.ts';
import { deadPort, mockTarget } from '../../support/network.ts';

test('an error that is thrown in a callback is cleared before anybody handles it, whatever was thrown', async () => {
  const target = mockTarget('singapay');
  const [secret = ''] = target.secrets;
  const theirs = {
    uncaught: process.listeners('uncaughtException'),
    unhandled: process.listeners('unhandledRejection'),
  };
  const seen: unknown[] = [];
  process.removeAllListeners('uncaughtException').removeAllListeners('unhandledRejection');
  process.on('uncaughtException', (error) => seen.push(error)).on('unhandledRejection', (reason) => seen.push(reason));
  const session = openSession(target, `http://127.0.0.1:${await deadPort()}`, memoryStore(), { ownsProcess: true });
  const encoded = Buffer.from(secret).toString('base64');
  try {
    const error = Object.assign(new TypeError(`bad answer: ${encoded}`, { cause: secret }), { sent: secret });
    for (const thrown of [error, Object.freeze(new Error(secret)), `a text ${secret}`, { secret }]) {
      for (const handle of process.listeners('uncaughtException')) handle(thrown as Error, 'uncaughtException');
      for (const handle of process.listeners('unhandledRejection')) handle(thrown, Promise.resolve());
    }
  } finally {
    await session.close();
    process.removeAllListeners('uncaughtException').removeAllListeners('unhandledRejection');
    for (const listener of theirs.uncaught) process.on('uncaughtException', listener);
    for (const listener of theirs.unhandled) process.on('unhandledRejection', listener);
  }
  const shown = seen.map((one) => (one instanceof Error ? { ...one, message: one.message, stack: one.stack } : one));
  expect(shown).toHaveLength(8);
  expect(JSON.stringify(shown)).not.toContain(secret);
  expect(JSON.stringify(shown)).not.toContain(encoded.slice(0, 20));
  expect(seen[0]).toMatchObject({ name: 'TypeError', message: expect.stringMatching(/^bad answer: ‹secret /) });
  expect(seen.map((one) => one instanceof Error && one.cause)).toEqual(seen.map(() => undefined));
});
