/** Errors that nobody awaits reach Playwright, and by it every reporter, with their secrets masked. */
import { once } from 'node:events';
import { expect, test } from '@playwright/test';
import { memoryStore, openSession } from '../../../src/run/session.ts';
import { deadPort, mockTarget } from '../../support/network.ts';

test('an error that is thrown in a callback is cleared before anybody handles it, whatever was thrown', async () => {
  const targets = [mockTarget('singapay'), mockTarget('pyng')];
  const secrets = targets.map(({ secrets: [secret = ''] }) => secret);
  const [secret = '', other = ''] = secrets;
  expect(other).not.toBe(secret);
  const theirs = {
    uncaught: process.listeners('uncaughtException'),
    unhandled: process.listeners('unhandledRejection'),
  };
  const seen: unknown[] = [];
  const listen = (): void => {
    process.on('uncaughtException', (error) => seen.push(error)).on('unhandledRejection', (error) => seen.push(error));
  };
  process.removeAllListeners('uncaughtException').removeAllListeners('unhandledRejection');
  listen();
  const url = `http://127.0.0.1:${await deadPort()}`;
  const sessions = targets.map((target) => openSession(target, url, memoryStore(), { ownsProcess: true }));
  // Whoever comes later gets them cleared as well.
  listen();
  const encoded = Buffer.from(secret).toString('base64');
  const error = Object.assign(new TypeError(`bad answer: ${encoded}`, { cause: secret }), { sent: secret, other });
  const bare = Object.assign(Object.create(null), { secret });
  const odd = Object.assign(new Error(secret), { message: { secret }, stack: [secret], name: Symbol(secret) });
  const unread = Object.defineProperty(new Error(), 'message', {
    get() {
      throw new Error(secret);
    },
  });
  const all = [
    error,
    Object.freeze(new Error(secret)),
    `a text ${secret} ${other}`,
    { secret },
    bare,
    other,
    odd,
    unread,
  ];
  try {
    for (const thrown of all) {
      setImmediate(() => {
        throw thrown;
      });
      await once(process, 'uncaughtException', { signal: AbortSignal.timeout(20_000) });
      void Promise.reject(thrown);
      await once(process, 'unhandledRejection', { signal: AbortSignal.timeout(20_000) });
    }
  } finally {
    for (const session of sessions) await session.close();
    process.removeAllListeners('uncaughtException').removeAllListeners('unhandledRejection');
    for (const listener of theirs.uncaught) process.on('uncaughtException', listener);
    for (const listener of theirs.unhandled) process.on('unhandledRejection', listener);
  }
  const shown = seen.map((one) => (one instanceof Error ? { ...one, message: one.message, stack: one.stack } : one));
  expect(shown).toHaveLength(all.length * 4);
  for (const text of [secret, other, encoded.slice(0, 20)]) expect(JSON.stringify(shown)).not.toContain(text);
  expect(seen[0]).toMatchObject({ name: 'TypeError', message: expect.stringMatching(/^bad answer: ‹secret /) });
  expect(seen.map((one) => one instanceof Error && one.cause)).toEqual(seen.map(() => undefined));
});
