/** The processes that host the sessions of a run which a test started. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isObject, parseJson } from '../../src/formats/json.ts';
import { newFolder } from './folders.ts';

/** Variables of a run whose hosts are looked for: a temporary folder of its own, and what Playwright has transformed where it always is. */
export function ownHosts() {
  const folder = newFolder('hosts');
  const transformed = join(tmpdir(), `playwright-transform-cache-${process.geteuid?.()}`);
  const variables = { TMPDIR: folder, PLAYWRIGHT_TRANSFORM_CACHE_DIR: transformed };
  /** The process that hosts the session of a target; null before there is one. */
  const hostOf = (target: string): number | null => {
    for (const scratch of readdirSync(folder).filter((name) => name.startsWith('conformance-scratch-'))) {
      const file = join(folder, scratch, `host-${target}.json`);
      const address = existsSync(file) ? parseJson(readFileSync(file, 'utf8')) : null;
      if (isObject(address) && typeof address['pid'] === 'number') return address['pid'];
    }
    return null;
  };
  return { variables, hostOf };
}
