/** Our run beside Playwright with as many empty tests, and beside bare undici with the same requests. */
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'undici';
import { baseUrls, startMock } from '../mock/server.ts';
import { catalogue } from '../src/judge/catalogue.ts';
import { build, unavailable } from '../src/scenario/build.ts';
import { plan } from '../src/scenario/plan.ts';
import { root } from './generate.ts';
import { bare, contextOf, median, targets } from './parts.ts';
import { lay, measured, run } from './runs.ts';

/** One command measured: all its tests, and one test a project, which is its start-up. */
interface Timed {
  allMs: number;
  startMs: number;
  peakMb: number;
}

/** Our run, Playwright with as many empty tests, and bare undici with the same requests. */
export interface Beside {
  tests: number;
  projects: number;
  requests: number;
  ours: Timed;
  empty: Timed;
  bareMs: number;
}

function layEmpty(counts: number[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'bench-empty-'));
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  const projects = counts.map((_, index) => ({ name: `p${index}`, workers: 1, testMatch: `p${index}.spec.ts` }));
  writeFileSync(
    join(folder, 'playwright.config.ts'),
    `export default { workers: 4, reporter: 'list', projects: ${JSON.stringify(projects)} };`,
  );
  for (const [index, count] of counts.entries())
    writeFileSync(
      join(folder, `p${index}.spec.ts`),
      `import { test } from '@playwright/test';\nfor (let i = 0; i < ${count}; i++) test(\`t\${i}: empty\`, () => {});\n`,
    );
  return folder;
}

/** Measures the three side by side; medians over rounds, in turn. */
export async function beside(rounds: number): Promise<Beside> {
  const mock = await startMock();
  const ground = lay(3, mock);
  const known = targets(catalogue());
  const requests = known.map((target) => {
    const context = contextOf(target);
    // Without a protected resource, as in the run with which it is compared.
    const sent = plan(target.contract).filter(
      (scenario) => scenario.change?.part !== 'probe' && unavailable(scenario, context) === null,
    );
    return { provider: target.contract.provider, requests: sent.map((scenario) => build(scenario, context)) };
  });
  const counts = known.map(({ contract }) => plan(contract).length);
  const folder = layEmpty(counts);
  const client = new Client(mock.url, { pipelining: 1 });
  const times = { all: [], start: [], emptyAll: [], emptyStart: [], bare: [], peak: [], emptyPeak: [] } as Record<
    'all' | 'start' | 'emptyAll' | 'emptyStart' | 'bare' | 'peak' | 'emptyPeak',
    number[]
  >;
  let sent = 0;
  try {
    for (let round = 0; round < rounds; round++) {
      const before = mock.requests;
      const all = await run(ground, `all-${round}`);
      sent = mock.requests - before;
      times.all.push(all.ms);
      times.peak.push(all.peakMb);
      times.start.push(
        (await run(ground, `start-${round}`, ['--grep=control: the good request', '--reporter=list'])).ms,
      );
      const empty = (name: string, ...args: string[]): Promise<{ ms: number; peakMb: number }> =>
        measured(['--config', join(folder, 'playwright.config.ts'), ...args], join(folder, `peaks-${name}-${round}`));
      const emptied = await empty('all');
      times.emptyAll.push(emptied.ms);
      times.emptyPeak.push(emptied.peakMb);
      times.emptyStart.push((await empty('start', '--grep=t0: empty')).ms);
      let bareMs = 0;
      for (const one of requests)
        bareMs += (await bare(`${mock.url}${baseUrls[one.provider]}`, one.requests, client)).reduce((a, b) => a + b, 0);
      times.bare.push(bareMs);
    }
  } finally {
    await client.close();
    await mock.close();
    for (const path of [ground.folder, folder]) rmSync(path, { recursive: true });
  }
  return {
    tests: counts.reduce((a, b) => a + b, 0),
    projects: counts.length,
    requests: sent,
    ours: { allMs: median(times.all), startMs: median(times.start), peakMb: median(times.peak) },
    empty: { allMs: median(times.emptyAll), startMs: median(times.emptyStart), peakMb: median(times.emptyPeak) },
    bareMs: median(times.bare),
  };
}
