/** Which process of Playwright this is. */

/**
 * Whether Playwright started this process to run tests. A command that a test starts inherits the variable of its worker,
 * but has a command line of its own.
 */
export function isWorker(): boolean {
  return process.env['TEST_WORKER_INDEX'] !== undefined && process.argv[2] === undefined;
}

/** The environment variable of a process that hosts the session of a target. */
export const hostVariable = 'CONFORMANCE_HOST';

/** Whether this process hosts the session of a target for the workers of a run. */
export function isHost(): boolean {
  return process.env[hostVariable] !== undefined;
}
