/** Runs killed at any instant, in a folder that holds a green report of yesterday: nothing of it passes for theirs. */
import { once } from 'node:events';
import { cpSync, existsSync, readFileSync, statSync, watch, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { expect, test } from '@playwright/test';
import { writeReport } from '../../reporters/write.ts';
import { sealed } from '../../src/formats/digest.ts';
import type { Results } from '../../src/formats/results.ts';
import { beginRun, endRun } from '../../src/playwright/current.ts';
import { reportFiles } from '../../src/results/folder.ts';
import { gateFile } from '../../src/results/gate.ts';
import { previousName, whyUnfinished } from '../../src/results/mark.ts';
import { validateResults } from '../../src/results/validate.ts';
import { conformance, controlOnly, mostMs, startPlaywright } from '../support/command.ts';
import { dyingAfter } from '../support/dying-disk.ts';
import { newFolder } from '../support/folders.ts';
import { runHere } from '../support/here.ts';
import { recorded, resultsOf } from '../support/recorded.ts';
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
  const isOld = Date.parse(results.startedAt) < since;
  expect({ ...validateResults(results), isOld, stale: stale(report, since) }, where).toEqual({
    results,
    isOld: false,
    stale: [],
  });
  return 'whole';
}

test('a run that dies after any change it makes on the disk', async () => {
  const target = await recorded('pyng', undefined, ({ id }) => id === 'control');
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

/**
 * How many runs of each way to begin are killed: 30 each night, none by default, since what a run leaves at any instant is
 * looked at in copies, and `kill.spec.ts` kills one.
 */
const kills = Number(process.env['CONFORMANCE_KILLS'] ?? 0);

/** Milliseconds between two looks at a run, on average. */
const pause = 45;

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

/** The command from its very start, with nothing before it but the gate of a run that ended a minute ago. */
async function bare(report: string) {
  const file = join(report, reportFiles.results);
  const { digest: _, ...old } = JSON.parse(readFileSync(file, 'utf8')) as Results;
  writeFileSync(file, JSON.stringify(sealed({ ...old, startedAt: new Date(Date.now() - 60_000).toISOString() })));
  expect(await runHere('gate', [report])).toMatchObject({ code: 0 });
  return start(report);
}

/** Random instants of a run, one in each part of it, so that no part is left out by chance. */
const instantsIn = (ms: number, count: number, random: () => number): number[] =>
  Array.from({ length: count }, (_, index) => ((index + random()) / count) * 1.1 * ms);

/**
 * What a run that is killed at some instant leaves on the disk, at many instants of one run: it stands still while its folder
 * is copied, and is gone when the copies are looked at. Gives how long the run took of itself, in milliseconds.
 */
async function leftAt(begin: typeof loaded, random: () => number): Promise<number> {
  const report = await yesterday();
  const since = Date.now();
  const run = await begin(report);
  const ended = run.ended.then(() => true);
  const copies = new Map<number, string>();
  let moved = 0;
  for (;;) {
    const from = performance.now();
    const isOver = await Promise.race([ended, delay(2 * pause * random(), false)]);
    moved += performance.now() - from;
    if (isOver) break;
    run.child.kill('SIGSTOP');
    const copy = join(newFolder('left'), 'report');
    cpSync(report, copy, { recursive: true, preserveTimestamps: true });
    run.child.kill('SIGCONT');
    copies.set(moved, copy);
  }
  expect(copies.size).toBeGreaterThan(7);
  for (const [instant, copy] of copies)
    expectNothingOld(copy, since, `as it was ${Math.round(instant)} ms after it began`);
  expect(expectNothingOld(report, since, 'whole')).toBe('whole');
  return moved;
}

const lengths = new Map<typeof loaded, Promise<number>>();

/** Milliseconds that a run takes which begins in this way; it is looked at meanwhile. */
function lengthOf(begin: typeof loaded): Promise<number> {
  const known = lengths.get(begin) ?? leftAt(begin, numbers(seed));
  lengths.set(begin, known);
  return known;
}

/** What the gate answers of a run that was killed: 0 only of its own whole results. */
async function killAt(instant: number, begin: typeof loaded): Promise<string> {
  const report = await yesterday();
  const run = await begin(report);
  const since = Date.now() - 10_000;
  await delay(instant);
  run.child.kill('SIGKILL');
  await run.ended;
  const where = `killed ${Math.round(instant)} ms after it began`;
  const { code, output } = await runHere('gate', [report, '--selection', 'control:']);
  // Before its configuration loads nothing of ours runs, and the report stays that of the run before.
  const untouched = whyUnfinished(report) === null && !existsSync(join(report, previousName));
  if (begin === bare && untouched)
    expect([code, output], where).toEqual([3, expect.stringContaining('passed already')]);
  else expect(code, where).toBe(expectNothingOld(report, since, where) === 'whole' ? 0 : 3);
  return code === 0 ? 'whole' : untouched ? 'untouched' : 'unfinished';
}

// Where the report of yesterday is put away before the command starts, less of it can go wrong: the nights look at that too.
for (const begin of kills === 0 ? [loaded] : [loaded, announced])
  test(`commands that end at random instants, from the moment they are ${begin.name}, seed ${seed}`, async () => {
    expect(await lengthOf(begin)).toBeGreaterThan(0);
  });

if (kills > 0)
  test(`commands that are killed at random instants, ${kills} of each way to begin, seed ${seed}`, async () => {
    test.setTimeout((2 + kills) * mostMs);
    const ends: Record<string, number> = {};
    const ways = [bare, loaded, announced];
    for (const [index, instant] of instantsIn(1, ways.length * kills, numbers(seed)).entries()) {
      const begin = ways[index % ways.length] ?? bare;
      const end = `${begin.name} ${await killAt(instant * (await lengthOf(begin === loaded ? loaded : announced)), begin)}`;
      ends[end] = (ends[end] ?? 0) + 1;
    }
    console.log(`CONFORMANCE_SEED=${seed}: ${JSON.stringify(ends)}`);
  });
