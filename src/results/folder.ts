import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { variables } from '../target/environment.ts';

/** Folder of the report, from the shell or from .env; every command asks here, so that all mean the same one. */
export function reportFolder(): string {
  return variables()['CONFORMANCE_REPORT'] ?? 'conformance-report';
}

/** Results to compare with, where others than the last are wanted. */
export function namedPrevious(): string | undefined {
  return variables()['CONFORMANCE_PREVIOUS'];
}

/** What is rendered from results.json, and can be rendered again from previous.json. */
const rendered = ['summary.md', 'report.html', 'junit.xml', 'ctrf.json', 'exchanges.har'];

/**
 * Puts the results of an earlier run aside as previous.json, where the next report compares with them, and takes away what
 * was rendered from them: a run that does not reach its end must not leave them to be taken for its own.
 */
export function retireResults(folder: string): void {
  const results = join(folder, 'results.json');
  if (existsSync(results)) renameSync(results, join(folder, 'previous.json'));
  for (const name of rendered) rmSync(join(folder, name), { force: true });
}
