/** What the configuration of a team says besides its targets never makes a part of a run pass for the whole of it. */
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type PlaywrightTestConfig, test } from '@playwright/test';
import { contractNamed } from '../../proof/run.ts';
import type { Results } from '../../src/formats/results.ts';
import { gate, gateFile } from '../../src/results/gate.ts';
import { plan } from '../../src/scenario/plan.ts';
import { configurationOfTeam, controlOnly, newFolder, playwright } from '../support/command.ts';
import { runHere } from '../support/here.ts';
import { type Configuration, configureHere, playHere } from '../support/play.ts';
import { moduleOfRun } from '../support/script.ts';

/** Playwright under a configuration of a team: its second argument. */
const playwrightUnder = (own: string, ...args: string[]) =>
  playwright(['test', '-c', configurationOfTeam(own), ...args]);

/** What results say of the part that they hold, and what the gate makes of it. */
function partOf(results: Results) {
  const [target] = results.targets;
  return {
    scenarios: target?.scenarios,
    sent: target?.exchanges.map(({ scenario }) => scenario),
    selection: results.run?.selection?.name,
    shard: results.run?.shard,
    byGate: gate(results, '@gate').exitCode,
    byItsName: gate(results, results.run?.selection?.name).exitCode,
  };
}

/** A reporter of a team, which does this besides its last word. */
function reporterOfTeam(end: string): string {
  const path = join(newFolder('reporter'), 'theirs.mjs');
  writeFileSync(path, `export default class { ${end} onExit() { console.log('their last word'); } }`);
  return `reporter: ${JSON.stringify([[path]])}`;
}

const quick = ['--project=pyng', '--grep=@gate'];

test('what a team selects of its own tests leaves the targets whole, and what cuts them is named in the selection', async () => {
  const planned = plan(contractNamed('pyng'));
  const selected = planned.filter(({ gate: isQuick }) => isQuick).length;
  const own = `{ grep: /own/, grepInvert: /pyng/, testIgnore: '**/*', testMatch: 'own', repeatEach: 2, ${reporterOfTeam('onEnd() {}')} }`;
  const whole = await playwrightUnder(own, ...quick);
  expect(whole.code, whole.output).toBe(0);
  // Ours does not end the process before every reporter has said its last word.
  expect(whole.output).toContain('their last word');
  expect(gateFile(join(whole.folder, 'report/results.json'), '@gate').exitCode).toBe(0);
  expect(partOf(whole.results())).toMatchObject({
    selection: '--grep=@gate',
    shard: null,
    scenarios: { planned: planned.length, selected },
    byGate: 0,
  });

  const shard = { current: 2, total: 3 };
  const cutProjects = (how: Partial<PlaywrightTestConfig>) => (config: PlaywrightTestConfig) => ({
    ...config,
    projects: config.projects?.map((project) => ({ ...project, ...how })) ?? [],
  });
  const cuts: ReturnType<typeof partOf>[] = [];
  for (const configuration of [
    { own: { shard } },
    { change: (config: PlaywrightTestConfig) => ({ ...config, shard }) },
    { change: cutProjects({ grepInvert: /pyng-grant/ }) },
    { change: cutProjects({ grep: /^(?=.*@pyng).*(control|scope)/ }) },
  ]) {
    const played = await playHere(quick, {}, configuration);
    expect(played.code, played.output).toBe(0);
    cuts.push(partOf(played.results()));
  }
  const [byShard, byConfiguration] = ['--grep=@gate --shard=2/3', '--grep=@gate configured'];
  expect(cuts.map(({ selection }) => selection)).toEqual([byShard, byShard, byConfiguration, byConfiguration]);
  expect(cuts.map(({ byGate }) => byGate)).toEqual([2, 2, 2, 2]);
  // A part is judged with its control, and passes the gate under its own name alone.
  expect(cuts.map(({ byItsName }) => byItsName)).toEqual([0, 0, 0, 0]);
  for (const { sent, scenarios } of cuts.slice(0, 2)) {
    expect(sent?.[0]).toBe('control');
    expect(scenarios?.selected).toBeGreaterThan(1);
    expect(scenarios?.selected).toBeLessThan(selected);
  }
  expect(cuts.map((cut) => cut.shard)).toEqual([shard, shard, null, null]);
});

test('a target that tests of a team depend on is a target of the run, and is refused where it is incomplete', async () => {
  const own = (target: string) => ({
    own: {
      projects: [
        { name: 'shop', dependencies: ['cart'] },
        { name: 'cart', dependencies: [target] },
      ],
    },
  });
  const variables = { CONFORMANCE_REPORT: newFolder('report') };
  for (const selected of [['--project=sh*'], []]) {
    const run = await configureHere(selected, variables, own('pyng@dev'));
    expect([run.code, run.stdout]).toEqual([3, '']);
    expect(run.stderr).toMatch(/^No request was sent:\n(?:.*\n)*?.*pyng@dev needs the variable PYNG_USERNAME/);
  }
  const twice = await configureHere([], variables, own('pyng@mock'));
  expect([twice.code, twice.stderr]).toEqual([3, expect.stringContaining('pyng@mock would run twice')]);
});

test('a reporter of a team that fails after the results are written, or fails the run, is no green for the gate', async () => {
  /** Expects that a run ended with 3 and that the gate knows it. */
  const expectFault = ({ code, output, folder }: { code: number | null; output: string; folder: string }): void => {
    expect(code, output).toBe(3);
    const decided = gateFile(join(folder, 'report/results.json'), 'control:');
    expect([decided.exitCode, decided.lines.join()]).toEqual([
      3,
      expect.stringMatching(/the run itself failed|no such file/),
    ]);
  };
  const thrown = await playwrightUnder(
    `{ ${reporterOfTeam("onEnd() { throw new Error('no room'); }")} }`,
    ...controlOnly,
  );
  expectFault(thrown);
  expect(thrown.output).toContain('their last word');
  const later = "onEnd() { setImmediate(() => { throw new Error('no room'); }); }";
  expectFault(await playwrightUnder(`{ ${reporterOfTeam(later)} }`, ...controlOnly));
  expectFault(await playHere(controlOnly, {}, { afterReport: () => 'failed' }));
  const report = join(newFolder('removed'), 'report');
  const removed = await playHere(
    controlOnly,
    { CONFORMANCE_REPORT: report },
    { afterReport: () => void rmSync(report, { recursive: true }) },
  );
  expectFault({ ...removed, folder: join(report, '..') });
});

test('what is wrong with the configuration is one message and exit code 3, in a run and in the commands that read it', async () => {
  const variables = { CONFORMANCE_REPORT: join(newFolder('report'), 'report') };
  for (const [configuration, message] of [
    [{ options: { builtIn: ['pying'] } }, 'did you mean "pyng"?'],
    [{ own: { projects: [{ name: 'Pyng@mock' }] } }, 'has the name of a target'],
    [{ options: { contracts: 'contarcts' } }, 'The configuration names a folder that is not there'],
  ] as const) {
    const run = await configureHere(['--project=pyng@mock'], variables, configuration as Configuration);
    expect([run.code, run.stderr]).toEqual([3, expect.stringContaining(message)]);
  }
  const options = { root: newFolder('team'), builtIn: ['pyng'] };
  const known = await configureHere(['--project=nobody'], variables, { options });
  expect(known.stderr).toMatch(/with TARGET_ENV=mock there is: pyng, pyng@mock,/);
  expect(known.stderr).not.toContain('finnet');
  // Another configuration has another report: the gate must not decide by the one of this folder.
  const file = join(newFolder('team'), 'targets.config.mts');
  const index = JSON.stringify(moduleOfRun('src/index'));
  writeFileSync(
    file,
    `import { defineConformance } from ${index};\nexport default defineConformance({ report: 'elsewhere' });\n`,
  );
  const other = await runHere('gate', ['-c', file]);
  expect([other.code, other.stdout]).toEqual([3, expect.stringContaining('elsewhere/results.json')]);
  const gone = await runHere('gate', ['-c', 'ci/gone.config.ts']);
  expect([gone.code, gone.stderr]).toEqual([3, expect.stringContaining('ci/gone.config.ts: there is no such file')]);
  writeFileSync(
    file.replace('targets', 'lost'),
    `import { defineConformance } from ${index};\nexport default defineConformance({ contracts: 'contarcts' });\n`,
  );
  const lost = await runHere('doctor', ['pyng', '-c', file.replace('targets', 'lost')]);
  expect([lost.code, lost.stderr]).toEqual([
    3,
    expect.stringContaining('The configuration names a folder that is not there'),
  ]);
});
