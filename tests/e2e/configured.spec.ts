/** What the configuration of a team says besides its targets never makes a part of a run pass for the whole of it. */
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import { contractNamed } from '../../proof/run.ts';
import { gate, gateFile } from '../../src/results/gate.ts';
import { plan } from '../../src/scenario/plan.ts';
import { conformance, controlOnly, newFolder, playwright } from '../support/command.ts';

/** Playwright under a configuration of a team: its second argument, and what it makes of the outcome. */
function playwrightUnder(own: string, after: string, ...args: string[]) {
  const file = join(newFolder('team'), 'playwright.config.mts');
  writeFileSync(
    file,
    `import { defineConformance } from ${JSON.stringify(resolve('src/index.ts'))};
const config = await defineConformance({ root: ${JSON.stringify(process.cwd())} }, ${own});
export default ${after};\n`,
  );
  return playwright(conformance('-c', file, ...args));
}

/** A run of the part that `--grep=@gate` names. */
async function runUnder(own: string, after = 'config') {
  const run = await playwrightUnder(own, after, '--project=pyng', '--grep=@gate');
  expect(run.code, run.output).toBe(0);
  const results = run.results();
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

test('what a team selects of its own tests leaves the targets whole, and what cuts them is named in the selection', async () => {
  const planned = plan(contractNamed('pyng'));
  const selected = planned.filter(({ gate: quick }) => quick).length;
  const own = "{ grep: /own/, grepInvert: /pyng/, testIgnore: '**/*', testMatch: 'own', repeatEach: 2 }";
  expect(await runUnder(own)).toMatchObject({
    selection: '--grep=@gate',
    shard: null,
    scenarios: { planned: planned.length, selected },
    byGate: 0,
  });

  const cutProjects = (how: string) =>
    runUnder('{}', `{ ...config, projects: config.projects.map((project) => ({ ...project, ${how} })) }`);
  const cuts = [
    await runUnder('{ shard: { current: 2, total: 3 } }'),
    await runUnder('{}', '{ ...config, shard: { current: 2, total: 3 } }'),
    await cutProjects('grepInvert: /pyng-grant/'),
    await cutProjects('grep: /^(?=.*@pyng).*(control|scope)/'),
  ];
  const [byShard, byConfiguration] = ['--grep=@gate --shard=2/3', '--grep=@gate configured'];
  expect(cuts.map(({ selection }) => selection)).toEqual([byShard, byShard, byConfiguration, byConfiguration]);
  expect(cuts.map(({ byGate }) => byGate)).toEqual([2, 2, 2, 2]);
  // A part is judged with its control, and passes the gate under its own name alone.
  expect(cuts.map(({ byItsName }) => byItsName)).toEqual([0, 0, 0, 0]);
  for (const { sent, scenarios, shard } of cuts.slice(0, 2)) {
    expect(sent?.[0]).toBe('control');
    expect(scenarios?.selected).toBeGreaterThan(1);
    expect(shard).toEqual({ current: 2, total: 3 });
  }
});

test('a target that tests of a team depend on is a target of the run, and is refused where it is incomplete', async () => {
  const own = (target: string) =>
    `{ projects: [{ name: 'shop', dependencies: ['cart'] }, { name: 'cart', dependencies: ['${target}'] }] }`;
  for (const selected of [['--project=sh*'], []]) {
    const run = await playwrightUnder(own('pyng@dev'), 'config', ...selected);
    expect([run.code, run.stdout]).toEqual([3, '']);
    expect(run.stderr).toMatch(/^No request was sent:\n.*pyng@dev needs the variable PYNG_USERNAME/);
  }
  const twice = await playwrightUnder(own('pyng@mock'), 'config');
  expect([twice.code, twice.stderr]).toEqual([3, expect.stringContaining('pyng@mock would run twice')]);
});

test('a reporter of a team that fails after the results are written, or fails the run, is no green for the gate', async () => {
  const file = (end: string): string => {
    const path = join(newFolder('reporter'), 'theirs.mjs');
    writeFileSync(
      path,
      `import { rmSync } from 'node:fs'; export default class { ${end} onExit() { console.log('their last word'); } }`,
    );
    return path;
  };
  const ends: [end: string, code: number][] = [
    ['onEnd() {}', 0],
    ["onEnd() { throw new Error('no room'); }", 3],
    ["onEnd() { return { status: 'failed' }; }", 3],
    ["onEnd() { rmSync(process.env['CONFORMANCE_REPORT'], { recursive: true }); }", 3],
    ["onEnd() { setImmediate(() => { throw new Error('no room'); }); }", 3],
  ];
  for (const [end, code] of ends) {
    const run = await playwrightUnder(`{ reporter: ${JSON.stringify([[file(end)]])} }`, 'config', ...controlOnly);
    expect([run.code, end], run.output).toEqual([code, end]);
    // Ours does not end the process before every reporter has said its last word.
    if (!end.includes('setImmediate')) expect(run.output).toContain('their last word');
    const decided = gateFile(join(run.folder, 'report/results.json'), 'control:');
    expect([decided.exitCode, decided.lines.join()]).toEqual([
      code,
      code === 0 ? expect.stringContaining('conforms') : expect.stringMatching(/the run itself failed|no such file/),
    ]);
  }
});
