import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { type Blob, blobProblems, readBlob } from '../../src/results/blobs.ts';
import { runScript } from './script.ts';

const blob = (file: string, current: number, total: number, ...tests: string[]): Blob => ({
  file,
  shard: total === 0 ? null : { current, total },
  projects: ['one'],
  tests,
});

test('a missing shard, a doubled one and a missing project are told with their remedy', () => {
  const [first, second, third] = [blob('1.zip', 1, 3, 'a'), blob('2.zip', 2, 3, 'b'), blob('3.zip', 3, 3, 'c')];
  expect(blobProblems([first, second, third], ['one'])).toEqual([]);
  expect(blobProblems([first, third], [])).toEqual(['shard 2 of 3 is missing; run it again with --shard=2/3']);
  expect(blobProblems([first, second, third, { ...second, file: 'again.zip' }], [])).toEqual([
    'again.zip holds tests that 2.zip holds too; keep one of them',
  ]);
  expect(blobProblems([first, { ...first, file: 'again.zip' }, third], [])).toEqual([
    'again.zip holds tests that 1.zip holds too; keep one of them',
    'shard 2 of 3 is missing; run it again with --shard=2/3',
  ]);
  expect(blobProblems([blob('x.zip', 0, 0, 'a')], ['one', 'two'])).toEqual([
    'two is missing; run it again with --project=two',
  ]);
});

test('two sharded runs side by side each need all their shards', () => {
  const runs = [blob('1a', 1, 2, 'a'), blob('2a', 2, 2, 'b'), blob('1b', 1, 2, 'c'), blob('2b', 2, 2, 'd')];
  expect(blobProblems(runs, [])).toEqual([]);
  expect(blobProblems(runs.slice(0, 3), [])).toEqual(['shard 2 of 2 is missing; run it again with --shard=2/2']);
});

test('shards of a real run merge into the report and the verdict of the whole; an incomplete set merges into nothing', async () => {
  test.setTimeout(180_000);
  const blobs = test.info().outputPath('blobs');
  const report = test.info().outputPath('report');
  mkdirSync(blobs, { recursive: true });
  const playwright = createRequire(import.meta.url).resolve('@playwright/test/cli');
  const { PATH = '', HOME = '' } = process.env;
  const shard = (current: number): void => {
    const file = join(blobs, `report-${current}.zip`);
    const args = ['test', '--project=pyng', '--grep=@gate', `--shard=${current}/2`, '--reporter=blob'];
    const output = `--output=${test.info().outputPath(`out-${current}`)}`;
    const env = { PATH, HOME, CONFORMANCE_REPORT: report, PLAYWRIGHT_BLOB_OUTPUT_FILE: file };
    const { status, stderr } = spawnSync(process.execPath, [playwright, ...args, output], { env, encoding: 'utf8' });
    expect([status, stderr]).toEqual(current === 1 ? [0, ''] : [3, expect.stringContaining('--shard splits targets')]);
  };
  shard(1);
  const variables = { CONFORMANCE_REPORT: report };
  const missing = await runScript('merge', [blobs], variables);
  expect(missing).toMatchObject({ code: 3, output: expect.stringContaining('shard 2 of 2 is missing') });
  expect(existsSync(join(report, 'results.json'))).toBe(false);

  shard(2);
  expect(readdirSync(blobs).map((file) => readBlob(join(blobs, file))?.shard)).toEqual([
    { current: 1, total: 2 },
    { current: 2, total: 2 },
  ]);
  const merged = await runScript('merge', [blobs, '--expect', 'pyng'], variables);
  expect(merged.output).toMatch(/^pyng@mock {2}conforms/m);
  expect(merged.code).toBe(0);
  const results = JSON.parse(readFileSync(join(report, 'results.json'), 'utf8')) as { targets: unknown[] };
  expect(results.targets).toHaveLength(1);

  // Playwright shards by file here, so the first shard has the tests and the second none.
  copyFileSync(join(blobs, 'report-1.zip'), join(blobs, 'report-copy.zip'));
  expect(await runScript('merge', [blobs], variables)).toMatchObject({
    code: 3,
    output: expect.stringContaining('report-copy.zip holds tests that'),
  });
  truncateSync(join(blobs, 'report-copy.zip'), 200);
  expect(await runScript('merge', [blobs], variables)).toMatchObject({
    code: 3,
    output: expect.stringContaining('report-copy.zip is no whole blob report'),
  });
});

test('a folder that is missing or empty, and a file that is no archive, are exit code 3', async () => {
  const folder = test.info().outputPath('empty');
  const variables = { CONFORMANCE_REPORT: test.info().outputPath('report') };
  expect((await runScript('merge', [join(folder, 'none')], variables)).code).toBe(3);
  mkdirSync(folder, { recursive: true });
  expect(await runScript('merge', [folder], variables)).toMatchObject({
    code: 3,
    output: expect.stringContaining('--reporter=blob'),
  });
  writeFileSync(join(folder, 'x.zip'), 'not an archive');
  expect(await runScript('merge', [folder], variables)).toMatchObject({
    code: 3,
    output: expect.stringContaining('no whole blob'),
  });
  expect((await runScript('merge', [])).code).toBe(3);
});
