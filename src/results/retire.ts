import { existsSync, renameSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Puts the results of an earlier run aside as previous.json, where the next report compares with them: a run that does
 * not reach its end must not leave them to be taken for its own.
 */
export function retireResults(folder: string): void {
  const results = join(folder, 'results.json');
  if (existsSync(results)) renameSync(results, join(folder, 'previous.json'));
}
