/** Errors that nobody awaits, such as one that is thrown in a callback of a library while it reads an answer. */
import type { Gate } from '../wire/clear/gate.ts';
import { clearedError } from './outcome.ts';

/** The events by which Node.js hands over such an error; what was thrown comes first. */
const events = new Set<unknown>(['uncaughtException', 'uncaughtExceptionMonitor', 'unhandledRejection']);

/** The gates of all sessions of this process: an error of one may hold a secret of another. */
const gates = new Set<Gate>();

/** What was thrown, after every gate. */
function cleared(thrown: unknown): unknown {
  let error = thrown;
  for (const gate of gates) error = clearedError(error, gate);
  return error;
}

/**
 * Whoever handles such errors in this process gets them cleared from now on, whatever was thrown and whenever the handler came:
 * Playwright hands them to every reporter. Where nobody handles them they end the process, as before.
 */
export function clearStrayErrors(gate: Gate): void {
  gates.add(gate);
  if (gates.size > 1) return;
  // A text and an error that is frozen cannot be changed by the first handler, so they are replaced before any is called.
  process.emit = new Proxy(process.emit, {
    apply(emit, self, given: unknown[]) {
      const [event, thrown, ...more] = given;
      return Reflect.apply(emit, self, events.has(event) ? [event, cleared(thrown), ...more] : given);
    },
  });
}
