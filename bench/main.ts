import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { commandLine, runCommand } from '../src/cli/run.ts';
import { print } from '../src/output/print.ts';
import { type Beside, beside } from './beside.ts';
import { type Clearing, clearing, clearingLines } from './clear.ts';
import { type Derived, derived } from './derive.ts';
import { deriveBar, deriveLines } from './derive-lines.ts';
import { type Deviating, deviating } from './deviating.ts';
import { deviatingBars, deviatingLines } from './deviating-lines.ts';
import { type Hostile, hostile, shapeNames } from './hostile.ts';
import { type Installed, installed } from './installed.ts';
import { type Large, large, largePackage } from './large.ts';
import {
  besideLines,
  hostileLines,
  installedBar,
  installedLines,
  largeLines,
  startupBars,
  startupLines,
  wholeLines,
} from './lines.ts';
import { type Paint, paint, paintBar, paintLines } from './paint.ts';
import { loadAndPlan, median, type Overhead, overhead, type Scale, scale, worker } from './parts.ts';
import { type Whole, whole } from './runs.ts';
import { type Startup, startup } from './startup.ts';

const self = fileURLToPath(import.meta.url);
const output = fileURLToPath(new URL('../docs/bench.md', import.meta.url));

const parts: Record<string, (size: number) => unknown> = {
  load: loadAndPlan,
  overhead,
  clear: clearing,
  scale,
  worker,
  beside,
  whole,
  large,
  hostile,
  deviating,
  startup,
  installed,
  derive: derived,
  paint,
};

/** Runs one part in a process of its own. */
function measured<T>(part: string, size: number): T {
  const run = spawnSync(process.execPath, [...process.execArgv, self, '--part', part, '--size', String(size)], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (run.status !== 0) throw new Error(`The part ${part} of the bench failed with exit code ${run.status}`);
  return JSON.parse(run.stdout) as T;
}

const besideRounds = 3;
const startupRounds = 3;
const installedRounds = 5;
const deriveRounds = 3;
const paintRounds = 5;
const ms = (value: number): string => value.toFixed(2);

function report(rounds: number, full: boolean, withLarge: boolean, deviatingRounds: number): string {
  const loads = Array.from({ length: 5 }, () => measured<ReturnType<typeof loadAndPlan>>('load', 0));
  const rows = measured<Overhead[]>('overhead', rounds);
  const cleared = measured<Clearing>('clear', rounds);
  const scales = [1, 10, 100].map((count) => measured<Scale>('scale', count));
  const workers = [1, 10, 100].map((count) => measured<Scale>('worker', count));
  const side = measured<Beside>('beside', besideRounds);
  const command = measured<Startup>('startup', startupRounds);
  const elsewhere = measured<Installed>('installed', installedRounds);
  const pages = measured<Derived[]>('derive', deriveRounds);
  const painted = measured<Paint>('paint', paintRounds);
  const deviations = deviatingRounds > 0 ? measured<Deviating[]>('deviating', deviatingRounds) : [];
  const wholes = full ? [1, 10, 100].map((count) => measured<Whole>('whole', count)) : [];
  const big = withLarge ? measured<Large>('large', 0) : null;
  const hostiles = shapeNames.map((_name, index) => measured<Hostile>('hostile', index));
  const slowest = Math.max(...hostiles.map(({ worstMs }) => worstMs));
  const peak = workers.at(-1)?.peakMb ?? 0;
  const least = scales[0]?.scenarioMs ?? 1;
  const worst = Math.max(...rows.map((row) => row.overhead));
  const worstClear = Math.max(...cleared.hostile.map((one) => one.ms));
  const load = median(loads.map((one) => one.ms));
  const flat = Math.max((scales.at(-1)?.scenarioMs ?? 0) / least, scales.at(-1)?.growth ?? 0);
  const bar = (name: string, value: string, limit: string, met: boolean): string =>
    `| ${name} | ${value} | ${limit} | ${met ? 'met' : 'missed'} |`;
  return [
    '# Bench',
    '',
    `Written by \`npm run bench\` (Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}).`,
    `Load average ${loadavg()[0]?.toFixed(1)} over ${cpus().length} processors when it ended; above one per processor the times are longer than on a machine at rest.`,
    'Times depend on the machine; the ratios are comparable because they were measured in one run.',
    '',
    '## Bars',
    '',
    '| what | measured | bar | |',
    '| --- | --- | --- | --- |',
    bar('overhead per exchange over bare undici, median, worst provider', `${ms(worst)} ms`, '2 ms', worst <= 2),
    bar(
      `load and plan ${loads[0]?.providers} providers, ${loads[0]?.scenarios} scenarios, cold, median of 5 processes`,
      `${ms(load)} ms, of processor time ${ms(median(loads.map((one) => one.cpuMs)))} ms`,
      '150 ms',
      load < 150,
    ),
    bar(
      'time per scenario, 100 providers to 1, or the last third of them to the first if that is more',
      `${ms(flat)}×`,
      '1.2×',
      flat <= 1.2,
    ),
    bar('clearing an ordinary exchange, median', `${ms(cleared.exchangeMs)} ms`, '1 ms', cleared.exchangeMs <= 1),
    bar('clearing a megabyte of hostile text, worst kind', `${ms(worstClear)} ms`, '150 ms', worstClear < 150),
    bar(
      'a hostile answer of 1 MiB learned, recorded and judged, worst shape, processor time',
      `${ms(slowest)} ms`,
      '200 ms',
      slowest < 200,
    ),
    bar('peak memory of a worker, 100 providers loaded, mock included', `${Math.round(peak)} MB`, '300 MB', peak < 300),
    ...startupBars(command).map(({ name, value, limit, met }) => bar(name, value, limit, met)),
    ...[installedBar(elsewhere), deriveBar(pages), paintBar(painted), ...deviatingBars(deviations)].map(
      ({ name, value, limit, met }) => bar(name, value, limit, met),
    ),
    '',
    '## One exchange',
    '',
    `Build, send, record, judge and redact, beside bare undici sending the same bytes to the same server; medians of ${rounds} rounds in turn, start-up apart.`,
    '',
    '| provider | scenarios | ours, ms | bare undici, ms | ratio | overhead, ms |',
    '| --- | --- | --- | --- | --- | --- |',
    ...rows.map(
      (row) =>
        `| ${row.provider} | ${row.scenarios} | ${ms(row.ours)} | ${ms(row.bare)} | ${ms(row.ours / row.bare)} | ${ms(row.overhead)} |`,
    ),
    '',
    ...clearingLines(cleared),
    ...startupLines(command),
    ...installedLines(elsewhere),
    ...deriveLines(pages),
    ...paintLines(painted),
    ...besideLines(side),
    ...deviatingLines(deviations, deviatingRounds),
    ...hostileLines(hostiles),
    ...wholeLines(wholes),
    ...(big ? largeLines(big, largePackage) : []),
    '## Many providers',
    '',
    'Copies of the providers as data, loaded, planned and run one after the other in one process. With one provider most scenarios run on code that is not warm yet; growth, the last third of the scenarios to the first, shows what many providers cost.',
    '',
    '| providers | requests | load and plan, ms | per provider, ms | per scenario, ms | to one provider | growth | peak of a worker, MB |',
    '| --- | --- | --- | --- | --- | --- | --- | --- |',
    ...scales.map(
      (one, index) =>
        `| ${one.providers} | ${one.requests} | ${ms(one.loadMs)} | ${ms(one.loadMs / one.providers)} | ${ms(one.scenarioMs)} | ${ms(one.scenarioMs / least)}× | ${ms(one.growth)}× | ${Math.round(workers[index]?.peakMb ?? 0)} |`,
    ),
    '',
  ].join('\n');
}

const command = commandLine('bench')
  .description('Measures what the suite costs beside bare undici, and writes docs/bench.md.')
  .option('--rounds <number>', 'rounds of the comparison', Number, 7)
  .option(
    '--runs',
    'whole runs of 1, 10 and 100 providers by the real command, in shards too; takes a quarter of an hour',
    false,
  )
  .option(
    '--deviating <rounds>',
    'rounds of the runs against providers that deviate, one or two minutes each; 0 leaves them out',
    Number,
    3,
  )
  .option('--large', `every operation of ${largePackage}, which is fetched with npm pack (29 MB)`, false)
  .option('--part <name>', 'one part only, as JSON')
  .option('--size <number>', 'rounds, or providers, of the part', Number, 1);
const options = command
  .parse()
  .opts<{ rounds: number; runs: boolean; large: boolean; deviating: number; part?: string; size: number }>();
await runCommand('The bench', async () => {
  if (options.part === undefined) {
    const text = report(options.rounds, options.runs, options.large, options.deviating);
    writeFileSync(output, text);
    print(text);
  } else print(JSON.stringify(await parts[options.part]?.(options.size)));
  return 0;
});
