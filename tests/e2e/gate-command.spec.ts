/** The gate as it is typed: where it finds the results, and its exit codes. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { sealed } from '../../src/formats/digest.ts';
import { reportFiles, retireReport } from '../../src/results/folder.ts';
import { gate } from '../../src/results/gate.ts';
import { previousName } from '../../src/results/mark.ts';
import { newFolder } from '../support/command.ts';
import { runHere } from '../support/here.ts';
import { deviating, recorded, resultsOf, wholeOf } from '../support/recorded.ts';

test('the command finds the file by argument, by folder and by CONFORMANCE_REPORT', async () => {
  const folder = newFolder('gate');
  const conforming = await recorded('pyng', undefined, ({ gate: quick }) => quick);
  const broken = await recorded('pyng', deviating, ({ gate: quick }) => quick);
  writeFileSync(join(folder, 'results.json'), JSON.stringify(resultsOf([broken], '--grep=@gate')));
  const { lines } = gate(resultsOf([broken], '--grep=@gate'));
  for (const [args, variables] of [
    [[join(folder, 'results.json')], {}],
    [[folder], {}],
    [[], { CONFORMANCE_REPORT: folder }],
  ] as [string[], Record<string, string>][]) {
    expect(await runHere('gate', args, variables)).toMatchObject({ code: 1, output: `${lines.join('\n')}\n` });
  }
  writeFileSync(join(folder, 'results.json'), JSON.stringify(resultsOf([conforming], '--grep=@gate')));
  expect((await runHere('gate', [folder])).code).toBe(2);
  const old = await runHere('gate', [folder, '--selection', '@gate']);
  expect([old.code, old.output]).toEqual([3, expect.stringContaining('not the results of a run of today')]);
  const today = { ...resultsOf([conforming], '--grep=@gate'), startedAt: new Date().toISOString() };
  writeFileSync(join(folder, 'results.json'), JSON.stringify(sealed(today)));
  expect((await runHere('gate', [folder, '--selection', '@gate'])).code).toBe(0);
  const again = await runHere('gate', [folder, '--selection=--grep=@gate', '--run=any']);
  expect([again.code, again.output]).toEqual([
    0,
    expect.stringMatching(/of the run that began at .*Z, \d+ min ago\n$/),
  ]);
  const { run } = today;
  const named = { ...today, ...(run ? { run: { ...run, name: '17' } } : {}) };
  writeFileSync(join(folder, 'results.json'), JSON.stringify(sealed(named)));
  const other = await runHere('gate', [folder, '--selection', '@gate'], { GITHUB_RUN_ID: '18' });
  expect([other.code, other.output]).toEqual([3, expect.stringContaining('and this is the run 18 (GITHUB_RUN_ID)')]);
  expect((await runHere('gate', [folder, '--selection', '@gate', '--max-age', 'soon'])).code).toBe(3);
  expect((await runHere('gate', [join(folder, 'nowhere')])).code).toBe(3);
  expect((await runHere('gate', ['a', 'b'])).code).toBe(3);
});

test('where nothing names a run, its results pass once, and within an hour of its end', async () => {
  const folder = newFolder('gate');
  const conforming = await wholeOf('pyng');
  /** Leaves the results of a run that ended so many minutes ago, as a run does. */
  const leave = (minutes: number, names: Record<string, string> = {}): void => {
    retireReport(folder);
    const durationMs = 20 * 60_000;
    const startedAt = new Date(Date.now() - minutes * 60_000 - durationMs).toISOString();
    const { run, ...others } = resultsOf([conforming]);
    const name = Object.values(names)[0] ?? null;
    const own = run ? { run: { ...run, name, names } } : {};
    writeFileSync(
      join(folder, reportFiles.results),
      JSON.stringify(sealed({ ...others, ...own, startedAt, durationMs })),
    );
  };
  const answers = async (
    args: string[] = [],
    variables: Record<string, string> = {},
  ): Promise<[number | null, string]> => {
    const { code, output } = await runHere('gate', [folder, ...args], variables);
    return [code, output];
  };
  const passes = [0, expect.stringMatching(/^pyng@mock {2}conforms .*\nof the run that began at .* ago\n$/)];

  leave(0);
  expect(await answers()).toEqual(passes);
  // Of a command that Playwright refuses, nothing is left.
  expect(await answers(['--json'])).toEqual([
    3,
    expect.stringMatching(/these results passed already at \d.*no newer ones.*--run any(?!.*again)/),
  ]);
  expect(await answers(['--run', 'any'])).toEqual(passes);
  expect(await answers(['--max-age', '1'])).toEqual(passes);
  leave(0);
  expect(await answers()).toEqual(passes);

  leave(59);
  expect(await answers()).toEqual(passes);
  leave(61);
  expect(await answers()).toEqual([
    3,
    expect.stringMatching(/these results are of a run that ended 61 min ago, .*--run any/),
  ]);
  expect(await answers(['--run', 'any'])).toEqual(passes);
  expect(await answers(['--max-age', '2'])).toEqual(passes);

  // What names the run may ask as often as it likes, also of an artifact that waited.
  leave(300, { GITHUB_RUN_ID: '17' });
  for (const args of [[], ['--run', '17'], []]) expect(await answers(args, { GITHUB_RUN_ID: '17' })).toEqual(passes);
  expect((await answers(['--run', '17']))[0]).toBe(0);
  expect((await answers())[0]).toBe(3);
  // A container may not be given the variables of its job: its results have no name, and wait no less.
  leave(300);
  expect(await answers([], { GITHUB_RUN_ID: '17' })).toEqual(passes);
  expect((await answers([], { GITHUB_RUN_ID: '18' }))[0]).toBe(3);

  // What a run put aside is named by its name.
  leave(0);
  retireReport(folder);
  for (const _ of [1, 2]) expect((await runHere('gate', [join(folder, previousName)])).code).toBe(0);
});
