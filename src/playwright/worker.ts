/** Which process of Playwright this is. */

/**
 * Whether Playwright started this process to run tests. A command that a test starts inherits the variable of its worker,
 * but has a command line of its own.
 */
export function isWorker(): boolean {
  return process.env['TEST_WORKER_INDEX'] !== undefined && process.argv[2] === undefined;
}
