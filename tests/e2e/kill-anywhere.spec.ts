/** Runs killed at any instant, in a folder that holds a green report of yesterday: nothing of it passes for theirs. */
import { once } from 'node:events';
import { existsSync, readFileSync, statSync, watch } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { expect, test } from '@playwright/test';
import { writeReport } from '../../reporters/write.ts';
import type { Results } from '../../src/formats/results.ts';
import { beginRun, endRun } from '../../src/playwright/current.ts';
import { reportFiles } from '../../src/results/folder.ts';
import { gateFile } from '../../src/results/gate.ts';
import { previousName, whyUnfinished } from '../../src/results/mark.ts';
import { validateResults } from '../../src/results/validate.ts';
import { conformance, controlOnly, mostMs, startPlaywright } from '../support/command.ts';
import { dyingAfter } from '../support/dying-disk.ts';
import { runHere } from '../support/here.ts';
import { resultsOf, wholeOf } from '../support/recorded.ts';
import { yesterdaysReport } from '../support/report.ts';
import { numbers, seed } from '../support/seed.ts';

test.describe.configure({ mode: 'default' });
test.setTimeout(2 * mostMs);

const yesterday = yesterdaysReport();

/** The files of an earlier report that are in the folder under the names of a new one. */
function stale(report: string, since: number): string[] {
  const remaining = Object.values(reportFiles).filter((name) => existsSync(join(report, name)));
  return remaining.filter((name) => statSync(join(report, name)).mtimeMs < since);
}

/** The folder of a killed run holds no results, or its own whole report; returns which. */
function expectNothingOld(report: string, since: number, where: string): 'unfinished' | 'whole' {
  const file = join(report, 'results.json');
  if (whyUnfinished(report) !== null) {
    expect(gateFile(file).exitCode, where).toBe(3);
    return 'unfinished';
  }
  const results = JSON.parse(readFileSync(file, 'utf8')) as Results;
  expect(validateResults(results), where).toEqual({ results });
  expect(Date.parse(results.startedAt), where).toBeGreaterThanOrEqual(since);
  expect(stale(report, since), where).toEqual([]);
  return 'whole';
}

test('a run that dies after any change it makes on the disk', async () => {
  const target = await wholeOf('pyng');
  const write = async (most: number) => {
    const report = await yesterday();
    const since = Date.now();
    const end = dyingAfter(most, () => {
      const run = beginRun('npx playwright test', report);
      const results = { ...resultsOf([target]), startedAt: new Date().toISOString() };
      writeReport(run.folder, results, { mark: run.mark });
      endRun(run);
    });
    return { ...end, report, since };
  };
  const undisturbed = await write(Number.POSITIVE_INFINITY);
  expect(undisturbed.died).toBe(false);
  expect(expectNothingOld(undisturbed.report, undisturbed.since, 'undisturbed')).toBe('whole');
  expect(undisturbed.count).toBeGreaterThan(30);
  let whole = 0;
  for (let most = 1; most < undisturbed.count; most++) {
    const { died, report, since } = await write(most);
    const where = `died after ${most} of ${undisturbed.count} changes`;
    expect(died, where).toBe(true);
    // Before its mark is written nothing has happened: the report is that of yesterday, and says so.
    const began = whyUnfinished(report) !== null || existsSync(join(report, previousName));
    if (!began) expect(stale(report, since), where).not.toEqual([]);
    else if (expectNothingOld(report, since, where) === 'whole') whole += 1;
  }
  // Once the mark is gone only the scratch folder is left to go.
  expect(whole).toBeLessThan(4);
});

const kills = 30;

const start = (report: string) => startPlaywright(conformance(...controlOnly), { CONFORMANCE_REPORT: report });

/** The command from the moment its configuration loads, which is the first at which anything of ours in it can act. */
async function loaded(report: string) {
  const marks = watch(report);
  const changed = once(marks, 'change');
  const run = start(report);
  await changed;
  marks.close();
  return run;
}

/** The command from its very start, behind the one that put the report of yesterday away. */
async function announced(report: string) {
  expect(await runHere('begin', [report])).toMatchObject({ code: 0 });
  return start(report);
}

const ways = [loaded, announced];

test(`${kills} commands killed at random instants, seed ${seed}`, async () => {
  // Measured side by side, as the killed ones run: alone they would be shorter, and the end of a run would be left out.
  const lengths = await Promise.all(
    ways.map(async (begin) => {
      const sample = await begin(await yesterday());
      const from = Date.now();
      await sample.ended;
      return Date.now() - from;
    }),
  );
  const random = numbers(seed);
  // One in each part of a run, so that no part is left out by chance.
  const instants = Array.from({ length: kills }, (_, index) => {
    const part = (Math.floor(index / ways.length) + random()) / Math.ceil(kills / ways.length);
    return part * 1.1 * (lengths[index % ways.length] ?? 0);
  });
  let killed = 0;

  async function killAt(ms: number, begin = loaded): Promise<void> {
    const report = await yesterday();
    const since = Date.now();
    const run = await begin(report);
    await delay(ms);
    run.child.kill('SIGKILL');
    const { code } = await run.ended;
    if (code === null) killed += 1;
    expectNothingOld(report, since, `killed ${Math.round(ms)} ms after it began`);
  }

  // As many at a time as there are processors to kill on.
  for (let next = 0; next < kills; next += 2)
    await Promise.all(instants.slice(next, next + 2).map((instant, index) => killAt(instant, ways[index])));
  expect(killed).toBeGreaterThan(kills / 2);
});
