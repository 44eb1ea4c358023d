/** What the command costs that everybody gives: every provider on the embedded mock, npx and the configuration included. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Results } from '../src/formats/results.ts';
import { median } from './parts.ts';
import { type Spent, spent } from './spent.ts';

/** Milliseconds, medians of the rounds. */
export interface Startup {
  rounds: number;
  warm: { wallMs: number; cpuMs: number };
  /** With nothing that Playwright has transformed before, as the first time in a fresh clone. */
  first: { wallMs: number; cpuMs: number };
  requests: { target: string; requests: number }[];
}

function medianOf(all: Spent[]): Startup['warm'] {
  return { wallMs: median(all.map(({ wallMs }) => wallMs)), cpuMs: median(all.map(({ cpuMs }) => cpuMs)) };
}

/** Runs `npx playwright test` in turn with and without what was transformed before. @throws Error where a target does not conform. */
export async function startup(rounds: number): Promise<Startup> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-startup-'));
  const report = join(folder, 'report');
  const run = async (cache: string): Promise<Spent> => {
    const one = await spent(['npx', 'playwright', 'test', `--output=${join(folder, 'out')}`], {
      CONFORMANCE_REPORT: report,
      PLAYWRIGHT_TRANSFORM_CACHE_DIR: join(folder, cache),
    });
    const { exitCode } = JSON.parse(readFileSync(join(report, 'results.json'), 'utf8')) as Results;
    if (exitCode !== 0) throw new Error(`npx playwright test ended with ${exitCode}:\n${one.output.slice(-3000)}`);
    return one;
  };
  try {
    mkdirSync(report);
    await run('kept');
    const [warm, first]: [Spent[], Spent[]] = [[], []];
    for (let round = 0; round < rounds; round++) {
      warm.push(await run('kept'));
      first.push(await run(`empty-${round}`));
    }
    const { targets } = JSON.parse(readFileSync(join(report, 'results.json'), 'utf8')) as Results;
    const requests = targets.map(({ target, requests: sent }) => ({ target, requests: sent }));
    return { rounds, warm: medianOf(warm), first: medianOf(first), requests };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
