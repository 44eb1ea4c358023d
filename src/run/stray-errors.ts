/** Errors that nobody awaits, such as one that is thrown in a callback of a library while it reads an answer. */
import type { Gate } from '../wire/clear/gate.ts';
import { clearedError } from './outcome.ts';

/**
 * Whoever handles such errors in this process gets them cleared from now on, whatever was thrown: Playwright hands them to every
 * reporter. Where nobody handles them they end the process, as before.
 */
export function clearStrayErrors(gate: Gate): void {
  // Both are called with what was thrown, and with something that is handed on.
  for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
    const handlers = process.rawListeners(event);
    if (handlers.length === 0) continue;
    process.removeAllListeners(event);
    process.on(event, (thrown: unknown, more: unknown) => {
      const cleared = clearedError(thrown, gate);
      for (const handler of handlers) handler.call(process, cleared, more);
    });
  }
}
