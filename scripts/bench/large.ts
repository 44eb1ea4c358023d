/** A large public description, fetched for the measurement alone: it is too large for a dependency that every install brings. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Json } from '../../src/contract/types.ts';
import { fromApi } from '../../src/derive/api.ts';
import { factsOf } from '../../src/derive/derive.ts';
import { bundle, operationsOf } from '../../src/derive/description.ts';

/** What is fetched: the GitHub REST description. */
export const largePackage = '@octokit/openapi@23.0.2';
const member = 'package/generated/api.github.com.json';

/** Every operation of a large description read, in milliseconds, and the memory that took. */
export interface Large {
  bytes: number;
  operations: number;
  /** Facts of all operations together. */
  members: number;
  loadMs: number;
  allMs: number;
  /** The slowest operation. */
  worstMs: number;
  /** As `npm run derive` does it, for one operation. */
  deriveMs: number;
  peakMb: number;
}

/** Fetches the description with npm into a temporary folder, and reads every operation of it. */
export async function large(): Promise<Large> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-large-'));
  try {
    execFileSync('npm', ['pack', '--silent', largePackage], { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
    const [archive = ''] = readdirSync(folder);
    execFileSync('tar', ['xzf', archive, member], { cwd: folder });
    const file = join(folder, member);
    const text = readFileSync(file, 'utf8');
    const start = performance.now();
    const api = await bundle(JSON.parse(text) as Json, file);
    const operations = operationsOf(api);
    const loadMs = performance.now() - start;
    const times: number[] = [];
    let members = 0;
    for (const operation of operations) {
      const before = performance.now();
      const statement = fromApi(api, operation);
      times.push(performance.now() - before);
      members += statement.request.length + statement.answers.reduce((sum, answer) => sum + answer.members.length, 0);
    }
    const before = performance.now();
    const [{ method, path } = { method: '', path: '' }] = operations.filter((one) => one.method === 'POST');
    await factsOf({ text, format: 'openapi', base: file }, { operation: `${method} ${path}` });
    return {
      bytes: text.length,
      operations: operations.length,
      members,
      loadMs,
      allMs: times.reduce((sum, one) => sum + one, 0),
      worstMs: Math.max(...times),
      deriveMs: performance.now() - before,
      peakMb: process.resourceUsage().maxRSS / 1024,
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
