/** The sections of docs/bench.md about whole runs. */
import type { Beside } from './beside.ts';
import type { Hostile } from './hostile.ts';
import type { Installed } from './installed.ts';
import type { Large } from './large.ts';
import type { Whole } from './runs.ts';
import type { Startup } from './startup.ts';

/** A figure that is held. */
export interface Bar {
  name: string;
  value: string;
  limit: string;
  met: boolean;
}

const ms = (value: number): string => String(Math.round(value));
const ratio = (value: number): string => `${value.toFixed(2)}×`;

/** Our run, the empty Playwright project and bare undici, with what each takes for a test once it has started. */
export function besideLines({ tests, projects, requests, ours, empty, bareMs }: Beside): string[] {
  const each = ({ allMs, startMs }: Beside['ours']): number => (allMs - startMs) / (tests - projects);
  const row = (name: string, all: number, start: number | null, one: number, peak: number | null): string =>
    `| ${name} | ${ms(all)} | ${start === null ? '-' : ms(start)} | ${one.toFixed(2)} | ${ratio(all / bareMs)} | ${peak === null ? '-' : ms(peak)} |`;
  return [
    '## A whole run beside an empty one',
    '',
    `${projects} providers, ${tests} tests, ${requests} requests of ours; the empty project has as many tests in as many projects, and bare undici sends the same requests in a loop. Start-up is the same command with one test a project; each figure is a median.`,
    '',
    '| what | wall time, ms | of it start-up, ms | per test beyond start-up, ms | to bare undici | peak of a worker, MB |',
    '| --- | --- | --- | --- | --- | --- |',
    row('our run', ours.allMs, ours.startMs, each(ours), ours.peakMb),
    row('Playwright, empty tests', empty.allMs, empty.startMs, each(empty), empty.peakMb),
    row('bare undici, in a loop', bareMs, null, bareMs / requests, null),
    '',
  ];
}

/** The bars of the command that everybody gives. */
export function startupBars({ warm, first, requests }: Startup): Bar[] {
  const most = Math.max(...requests.map((one) => one.requests));
  const seconds = (wallMs: number): string => `${(wallMs / 1000).toFixed(1)} s`;
  return [
    {
      name: '`npx playwright test` of all providers on the mock, start-up included, wall time',
      value: seconds(warm.wallMs),
      limit: '5.5 s',
      met: warm.wallMs <= 5500,
    },
    {
      name: 'the same with nothing transformed before, as the first time in a fresh clone',
      value: seconds(first.wallMs),
      limit: '8 s',
      met: first.wallMs <= 8000,
    },
    { name: 'requests of a run, most of a provider', value: String(most), limit: '75', met: most <= 75 },
  ];
}

/** The bar of the start in another folder. */
export function installedBar({ installed, source }: Installed): Bar {
  // What else the machine does lengthens the one and the other by chance; of processor time it takes little.
  const value = installed.cpuMs / source.cpuMs;
  return {
    name: 'start of a run where the package is installed in another folder, to its start from source, processor time',
    value: ratio(value),
    limit: '1.0×',
    met: value <= 1,
  };
}

/** The start of a run in another folder, and from source. */
export function installedLines({ rounds, installed, source }: Installed): string[] {
  const row = (name: string, one: Installed['source']): string => `| ${name} | ${ms(one.wallMs)} | ${ms(one.cpuMs)} |`;
  return [
    '## The package in another folder',
    '',
    `\`npx playwright test\` with the good request of every provider alone, in turn in a folder that has the package installed, after \`conform init\`, and in this repository; medians of ${rounds} rounds.`,
    '',
    '| where | wall time, ms | processor time, ms |',
    '| --- | --- | --- |',
    row('installed', installed),
    row('from source', source),
    '',
  ];
}

/** The command that everybody gives. */
export function startupLines({ rounds, warm, first, requests }: Startup): string[] {
  const row = (name: string, one: Startup['warm']): string => `| ${name} | ${ms(one.wallMs)} | ${ms(one.cpuMs)} |`;
  return [
    '## The command',
    '',
    `\`npx playwright test\` on the embedded mock; medians of ${rounds} runs in turn. Requests: ${requests.map((one) => `${one.target} ${one.requests}`).join(', ')}. Playwright transforms each module once and keeps it; the first run in a fresh clone has nothing kept.`,
    '',
    '| what | wall time, ms | processor time, ms |',
    '| --- | --- | --- |',
    row('transformed before', warm),
    row('nothing transformed before', first),
    '',
  ];
}

/** Answers made to stop the judge, each judged as a grant and as a refusal of every provider. */
export function hostileLines(hostiles: Hostile[]): string[] {
  return [
    '## Hostile answers',
    '',
    'Each is learned, recorded and judged in a fresh process as the grant and as a refusal of every provider; the slowest once the code is warm, in processor time, each the median of five. Beside it the very first of the process, when the code is compiled, and the judgement alone without the checks that search for secrets and tokens.',
    '',
    '| shape | bytes | judged, ms | the first, ms | without the search, ms | our own faults |',
    '| --- | --- | --- | --- | --- | --- |',
    ...hostiles.map(
      ({ shape, bytes, worstMs, coldMs, aloneMs, errors }) =>
        `| ${shape} | ${bytes} | ${ms(worstMs)} | ${ms(coldMs)} | ${ms(aloneMs)} | ${errors} |`,
    ),
    '',
  ];
}

/** Runs of generated providers by the real command, at once and in shards. */
export function wholeLines(wholes: Whole[]): string[] {
  if (wholes.length === 0) return [];
  const each = ({ ms: all, scenarios }: Whole): number => all / scenarios;
  const [first] = wholes;
  return [
    '## Many providers by the real command',
    '',
    '`npm run bench -- --runs`: `npx playwright test` with four workers over generated providers, start-up included; then in 4 shards with the blob reporter, merged by `npm run merge`.',
    '',
    '| providers | scenarios | wall time, ms | per scenario, ms | to one provider | peak of a worker, MB | four shards one after the other and merge, ms | shards merged equal one run |',
    '| --- | --- | --- | --- | --- | --- | --- | --- |',
    ...wholes.map(
      (one) =>
        `| ${one.providers} | ${one.scenarios} | ${ms(one.ms)} | ${each(one).toFixed(1)} | ${ratio(each(one) / (first ? each(first) : 1))} | ${ms(one.peakMb)} | ${one.shardedMs === null ? '-' : ms(one.shardedMs)} | ${one.equal === null ? '-' : one.equal ? 'yes' : 'no'} |`,
    ),
    '',
  ];
}

/** A large public description, every operation of it read and planned. */
export function largeLines(one: Large, name: string): string[] {
  return [
    '## A large description',
    '',
    `\`npm run bench -- --large\`: the GitHub REST description of ${name}, ${(one.bytes / 1e6).toFixed(1)} MB. It is fetched for the measurement: unpacked, the package is 385 MB, too much for every install.`,
    '',
    '| operations | members of bodies read | load, ms | facts of all operations, ms | slowest operation, ms |',
    '| --- | --- | --- | --- | --- |',
    `| ${one.operations} | ${one.members} | ${ms(one.loadMs)} | ${ms(one.allMs)} | ${ms(one.worstMs)} |`,
    '',
    'A contract of all of them, as `npm run derive -- --with all` drafts it, beside a token operation that it has not got; its TODOs are left out as if they were decided.',
    '',
    '| draft and write, ms | load and plan the contract, ms | clauses | scenarios | peak memory, MB |',
    '| --- | --- | --- | --- | --- |',
    `| ${ms(one.draftMs)} | ${ms(one.plannedMs)} | ${one.clauses} | ${one.scenarios} | ${ms(one.peakMb)} |`,
    '',
  ];
}
