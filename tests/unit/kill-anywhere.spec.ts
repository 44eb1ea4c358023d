/** Runs killed at any instant, in a folder that holds a green report of yesterday: nothing of it passes for theirs. */
import { once } from 'node:events';
import { existsSync, readFileSync, statSync, watch } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { expect, test } from '@playwright/test';
import { reportFiles } from '../../src/results/folder.ts';
import type { Results } from '../../src/results/format.ts';
import { gateFile } from '../../src/results/gate.ts';
import { whyUnfinished } from '../../src/results/mark.ts';
import { validateResults } from '../../src/results/validate.ts';
import { runScript } from './script.ts';
import { conformance, mostMs, startPlaywright } from './support/command.ts';
import { yesterdaysReport } from './support/report.ts';

test.setTimeout(2 * mostMs);

const runs = 30;
const seed = Number(process.env['SEED'] ?? 20261125);

/** Numbers from 0 to 1 that a seed makes (mulberry32). */
function numbers(from: number): () => number {
  let state = from;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const start = (report: string) =>
  startPlaywright(conformance('--project=pyng', '--grep=control:'), { CONFORMANCE_REPORT: report });

/** A run from the moment its configuration loads, which is the first at which anything of ours in it can act. */
async function loaded(report: string) {
  const marks = watch(report);
  const changed = once(marks, 'change');
  const run = start(report);
  await changed;
  marks.close();
  return run;
}

/** A run from its very start, behind the command that put the report of yesterday away. */
async function announced(report: string) {
  expect(await runScript('begin', [report])).toMatchObject({ code: 0 });
  return start(report);
}

const ways = [loaded, announced];

/** What of an earlier report stands in the folder under the names of a new one. */
function stale(report: string, since: number): string[] {
  const standing = Object.values(reportFiles).filter((name) => existsSync(join(report, name)));
  return standing.filter((name) => statSync(join(report, name)).mtimeMs < since);
}

test(`${runs} runs killed at random instants, seed ${seed}`, async () => {
  const yesterday = yesterdaysReport();
  const lengths: number[] = [];
  for (const begin of ways) {
    const sample = await begin(await yesterday());
    const from = Date.now();
    await sample.ended;
    lengths.push(Date.now() - from);
  }
  const random = numbers(seed);
  // One at random in each part of a run, so that its first moments are among them.
  const instants = Array.from({ length: runs }, (_, index) => {
    const part = (Math.floor(index / ways.length) + random()) / Math.ceil(runs / ways.length);
    return part * 1.1 * (lengths[index % ways.length] ?? 0);
  });
  const ends = { killed: 0, whole: 0 };

  async function killAt(ms: number, begin = loaded): Promise<void> {
    const report = await yesterday();
    const since = Date.now();
    const run = await begin(report);
    await delay(ms);
    run.child.kill('SIGKILL');
    const { code } = await run.ended;
    const file = join(report, 'results.json');
    const where = `killed ${Math.round(ms)} ms after it began`;
    if (code === null) ends.killed += 1;
    if (whyUnfinished(report) !== null) {
      expect(gateFile(file).exitCode, where).toBe(3);
      return;
    }
    ends.whole += 1;
    const results = JSON.parse(readFileSync(file, 'utf8')) as Results;
    expect(validateResults(results), where).toEqual({ results });
    expect(Date.parse(results.startedAt), where).toBeGreaterThanOrEqual(since);
    expect(stale(report, since), where).toEqual([]);
  }

  // As many at a time as there are processors to kill on.
  for (let next = 0; next < runs; next += 2)
    await Promise.all(instants.slice(next, next + 2).map((instant, index) => killAt(instant, ways[index])));
  expect(ends.killed).toBeGreaterThan(runs / 2);
});
