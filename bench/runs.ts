/** Whole runs of the real command over generated providers, beside Playwright with as many empty tests. */
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { baseUrls, type Mock, startMock } from '../mock/server.ts';
import type { Results } from '../src/formats/results.ts';
import { catalogue } from '../src/judge/catalogue.ts';
import { generate, root } from './generate.ts';
import { targets } from './parts.ts';

const playwright = createRequire(import.meta.url).resolve('@playwright/test/cli');
const peakHook = pathToFileURL(join(root, 'bench/peak.mjs')).href;

interface Ended {
  ms: number;
  code: number;
  output: string;
}

/** Runs a Node command without the shell's variables, but those of the proxy and the path. */
function node(args: string[], variables: Record<string, string>): Promise<Ended> {
  const { PATH = '', HOME = '' } = process.env;
  const start = performance.now();
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      args,
      { cwd: root, env: { PATH, HOME, ...variables }, maxBuffer: 2 ** 28 },
      (error, stdout, stderr) =>
        resolve({
          ms: performance.now() - start,
          code: typeof error?.code === 'number' ? error.code : error ? 3 : 0,
          output: stdout + stderr,
        }),
    );
  });
}

/**
 * Runs Playwright, and returns the most memory that one of its workers held. @throws Error where it does not end with
 * 0.
 */
export async function measured(
  args: string[],
  peaks: string,
  variables: Record<string, string> = {},
): Promise<{ ms: number; peakMb: number }> {
  mkdirSync(peaks);
  const ended = await node([playwright, 'test', ...args], {
    ...variables,
    BENCH_PEAKS: peaks,
    NODE_OPTIONS: `--import=${peakHook}`,
  });
  if (ended.code !== 0)
    throw new Error(`playwright test ${args.join(' ')} ended with ${ended.code}:\n${ended.output.slice(-3000)}`);
  const all = readdirSync(peaks).map((file) => Number(readFileSync(join(peaks, file), 'utf8')));
  return { ms: ended.ms, peakMb: Math.max(0, ...all) };
}

/** Generated providers in a folder, with an environment that leads each to the mock. */
export interface Ground {
  folder: string;
  variables: Record<string, string>;
}

/** Lays out as many providers; the environment has no protected resource, for waiting is no work. */
export function lay(count: number, mock: Mock): Ground {
  const folder = mkdtempSync(join(tmpdir(), 'bench-runs-'));
  const known = targets(catalogue());
  const providers = generate(folder, count).map(({ provider, like }) => {
    const credentials = known.find(({ contract }) => contract.provider === like)?.credentials ?? {};
    const values = Object.entries(credentials).map(([name, { value }]) => [name, value]);
    return [provider, { baseUrl: `${mock.url}${baseUrls[like]}`, credentials: Object.fromEntries(values) }];
  });
  // JSON is YAML.
  writeFileSync(join(folder, 'mock.yaml'), JSON.stringify({ kind: 'mock', providers: Object.fromEntries(providers) }));
  const variables = {
    CONFORMANCE_CONTRACTS: folder,
    TARGET_ENV: join(folder, 'mock.yaml'),
    CONFORMANCE_STATE: join(folder, 'state.json'),
  };
  return { folder, variables };
}

/** One run of the real command. @throws Error where it ends otherwise than with 0. */
export async function run(
  { folder, variables }: Ground,
  name: string,
  args: string[] = [],
  more: Record<string, string> = {},
): Promise<{ ms: number; peakMb: number; results: string }> {
  const report = join(folder, `report-${name}`);
  // The last reporter on the command line replaces ours.
  const reporter = args.some((one) => one.startsWith('--reporter')) ? [] : ['--reporter=./reporters/conformance.ts'];
  const ended = await measured(
    [`--output=${join(folder, `out-${name}`)}`, ...reporter, ...args],
    join(folder, `peaks-${name}`),
    { ...variables, CONFORMANCE_REPORT: report, ...more },
  );
  return { ...ended, results: join(report, 'results.json') };
}

/**
 * What must not depend on how a run was cut: each target's verdict, its counts, and every clause. A shard sends the controls
 * again that its scenarios rest on, so that neither requests nor the times that a scenario was judged are of it.
 */
export function essence(file: string): unknown {
  const { targets: all, exitCode } = JSON.parse(readFileSync(file, 'utf8')) as Results;
  return {
    exitCode,
    targets: all.map(({ target, verdict, counts, clauses }) => ({
      target,
      verdict,
      counts,
      clauses: clauses.map(({ id, verdict: one, effect, observations }) => [
        id,
        one,
        effect,
        [...new Set(observations.map((observation) => `${observation.scenario}: ${observation.verdict}`))].sort(),
      ]),
    })),
  };
}

/** The same run in shards, merged by `npm run merge`; the path of the merged results. */
export async function sharded(
  ground: Ground,
  shards: number,
  args: string[] = [],
): Promise<{ ms: number; results: string }> {
  const blobs = join(ground.folder, 'blobs');
  mkdirSync(blobs, { recursive: true });
  const start = performance.now();
  for (let shard = 1; shard <= shards; shard++)
    await run(ground, `shard-${shard}`, [`--shard=${shard}/${shards}`, '--reporter=blob', ...args], {
      PLAYWRIGHT_BLOB_OUTPUT_FILE: join(blobs, `report-${shard}.zip`),
    });
  const report = join(ground.folder, 'report-merged');
  const selection = args.flatMap((arg) => (arg.startsWith('--grep=') ? ['--selection', arg] : []));
  const merged = await node(['--import', 'tsx', 'src/cli/main.ts', 'merge', blobs, ...selection], {
    ...ground.variables,
    CONFORMANCE_REPORT: report,
  });
  if (merged.code !== 0) throw new Error(`The merge ended with ${merged.code}:\n${merged.output.slice(-3000)}`);
  return { ms: performance.now() - start, results: join(report, 'results.json') };
}

/** A run of generated providers by the real command. */
export interface Whole {
  providers: number;
  scenarios: number;
  ms: number;
  /** Most that one worker held. */
  peakMb: number;
  /** Milliseconds in four shards and merged; null where it was not asked for. */
  shardedMs: number | null;
  equal: boolean | null;
}

/** Runs as many providers at once, and, where there are several, in four shards as well. */
export async function whole(count: number): Promise<Whole> {
  const mock = await startMock();
  const ground = lay(count, mock);
  try {
    const one = await run(ground, 'one');
    const { targets: all } = JSON.parse(readFileSync(one.results, 'utf8')) as Results;
    const scenarios = all.reduce((sum, { exchanges }) => sum + exchanges.length, 0);
    const parts = count > 1 ? await sharded(ground, 4) : null;
    const equal = parts && JSON.stringify(essence(parts.results)) === JSON.stringify(essence(one.results));
    return { providers: count, scenarios, ms: one.ms, peakMb: one.peakMb, shardedMs: parts?.ms ?? null, equal };
  } finally {
    await mock.close();
    rmSync(ground.folder, { recursive: true });
  }
}
