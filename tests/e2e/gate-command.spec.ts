/** The gate as it is typed: where it finds the results, and its exit codes. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { sealed } from '../../src/formats/digest.ts';
import { gate } from '../../src/results/gate.ts';
import { newFolder } from '../support/command.ts';
import { runHere } from '../support/here.ts';
import { deviating, recorded, resultsOf } from '../support/recorded.ts';

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
  const again = await runHere('gate', [folder, '--selection=--grep=@gate']);
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
