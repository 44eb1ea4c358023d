/** Errors that nobody awaits, such as one that is thrown in a callback of a library while it reads an answer. */
import type { Gate } from '../wire/clear/gate.ts';
import { clearedError } from './outcome.ts';

/**
 * Whoever handles such errors in this process gets them cleared from now on, whatever was thrown: Playwright hands them to every
 * reporter. Where nobody handles them they end the process, as before.
 */
export function clearStrayErrors(gate: Gate): void {
  const uncaught = process.listeners('uncaughtException');
  if (uncaught.length > 0) {
    process.removeAllListeners('uncaughtException');
    process.on('uncaughtException', (error, origin) => {
      const cleared = clearedError(error, gate);
      for (const listener of uncaught) listener.call(process, cleared, origin);
    });
  }
  const unhandled = process.listeners('unhandledRejection');
  if (unhandled.length > 0) {
    process.removeAllListeners('unhandledRejection');
    process.on('unhandledRejection', (reason, promise) => {
      const cleared = clearedError(reason, gate);
      for (const listener of unhandled) listener.call(process, cleared, promise);
    });
  }
}
