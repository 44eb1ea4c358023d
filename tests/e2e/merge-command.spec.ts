/** Shards of real runs, and the command that merges them; nothing that somebody made up, or that arrived damaged, is merged. */
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { Results } from '../../src/formats/results.ts';
import { readBlob } from '../../src/playwright/blobs.ts';
import { createArchives } from '../../src/results/archive.ts';
import { gateFile } from '../../src/results/gate.ts';
import { conformance, newFolder, playwright } from '../support/command.ts';
import { runHere } from '../support/here.ts';
import { archived, hostileBlobs, reportIn } from '../support/hostile-blobs.ts';

/** Runs a part of a target into a blob report. */
async function writeBlob(file: string, args: string[]): Promise<void> {
  const { code, output } = await playwright(conformance(...args, '--reporter=blob'), {
    PLAYWRIGHT_BLOB_OUTPUT_FILE: file,
  });
  expect(code, output).toBe(0);
}

const shardOf = (current: number): string[] => ['--project=pyng', '--grep=@gate', `--shard=${current}/2`];

const written = new Map<number, Promise<string>>();

/** The blob report of one of two shards, written once for the tests of this file. */
function shard(current: number): Promise<string> {
  const file = join(newFolder('blobs'), `report-${current}.zip`);
  const known = written.get(current) ?? writeBlob(file, shardOf(current)).then(() => file);
  written.set(current, known);
  return known;
}

/** A blob report as a run of the same part in another environment would have written it. */
function elsewhere(file: string): Uint8Array {
  const events = reportIn(readFileSync(file));
  const changed = events
    .replaceAll('pyng@mock', 'pyng@changed')
    .replaceAll(/"(environment|environmentFile)":"mock"/g, '"$1":"changed"');
  expect(changed).not.toBe(events);
  return archived(changed);
}

test('shards of a real run merge into the report and the verdict of the whole; an incomplete set merges into nothing', async () => {
  const blobs = newFolder('blobs');
  const report = newFolder('report');
  const variables = { CONFORMANCE_REPORT: report };
  copyFileSync(await shard(1), join(blobs, 'report-1.zip'));
  // The report of yesterday, which was green, must not be taken for this one.
  const green = ['results.json', 'summary.md', 'report.html', 'junit.xml', 'ctrf.json', 'exchanges.har'];
  for (const name of green) writeFileSync(join(report, name), 'green');
  const missing = await runHere('merge', [blobs, '--selection', '@gate'], variables);
  expect(missing).toMatchObject({ code: 3, output: expect.stringContaining('shard 2 of 2 is missing') });
  expect(readdirSync(report).sort()).toEqual(['previous', 'previous.json', 'run-began.json']);

  copyFileSync(await shard(2), join(blobs, 'report-2.zip'));
  const read = readdirSync(blobs).map((name) => {
    const found = readBlob(name, createArchives().open(join(blobs, name)));
    return 'blob' in found ? found.blob : null;
  });
  expect(read.map((one) => one?.shard)).toEqual([
    { current: 1, total: 2 },
    { current: 2, total: 2 },
  ]);
  // Both hold scenarios of the one target, so that neither job waits for the other in vain.
  for (const one of read) expect(one?.parts[0]?.scenarios.length).toBeGreaterThan(3);
  const unnamed = await runHere('merge', [blobs, '--expect', 'pyng'], variables);
  expect(unnamed).toMatchObject({ code: 3, output: expect.stringContaining("say --selection='--grep=@gate'") });
  expect(unnamed.output).toMatch(/pyng@mock: \d+ of \d+ scenarios are in no blob report/);
  const merged = await runHere('merge', [blobs, '--expect', 'pyng', '--selection', '@gate', '--json'], variables);
  expect(JSON.parse(merged.stdout)).toMatchObject({
    exitCode: 0,
    targets: [{ target: 'pyng@mock', verdict: 'conforms', partial: true }],
    // The list of the clauses that were left out has several lines.
    lines: expect.arrayContaining([
      expect.stringMatching(/^pyng@mock {2}conforms/),
      expect.stringContaining('partial'),
      expect.stringContaining('of the run that began at '),
    ]),
  });
  expect(merged.code).toBe(0);
  expect(readdirSync(blobs)).toEqual(['report-1.zip', 'report-2.zip']);
  const results = JSON.parse(readFileSync(join(report, 'results.json'), 'utf8')) as Results;
  expect(results.run).toMatchObject({ selection: { name: '--grep=@gate' }, shard: null });
  expect(results.targets.map(({ verdict }) => verdict)).toEqual(['conforms']);
  const ids = results.targets.flatMap(({ exchanges }) => exchanges.map(({ id }) => id));
  expect(new Set(ids).size).toBe(ids.length);

  // The control is sent by each shard, and each of its exchanges is judged.
  const controls = results.targets[0]?.exchanges.filter(({ scenario }) => scenario === 'control') ?? [];
  expect(controls).toHaveLength(2);
  const judgedOn = results.targets[0]?.clauses
    .find(({ id }) => id === 'pyng-expires-in')
    ?.observations.map(({ exchange }) => exchange);
  expect(judgedOn).toEqual(expect.arrayContaining(controls.map(({ id }) => id)));

  // Nothing was run since.
  expect(await runHere('merge', [blobs, '--selection', '@gate'], variables)).toMatchObject({
    code: 3,
    output: expect.stringMatching(
      /these blob reports were merged already at .*, and there are no newer ones.*--run any/,
    ),
  });
  copyFileSync(join(blobs, 'report-1.zip'), join(blobs, 'report-copy.zip'));
  expect(await runHere('merge', [blobs, '--selection', '@gate'], variables)).toMatchObject({
    code: 3,
    output: expect.stringContaining('report-copy.zip holds tests that'),
  });
  expect(existsSync(join(report, 'results.json'))).toBe(false);
  truncateSync(join(blobs, 'report-copy.zip'), 200);
  expect(await runHere('merge', [blobs, '--selection', '@gate'], variables)).toMatchObject({
    code: 3,
    output: expect.stringContaining('report-copy.zip is not a whole blob report'),
  });
});

test('shards of two environments are refused', async () => {
  const blobs = newFolder('blobs');
  const report = { CONFORMANCE_REPORT: newFolder('report') };
  copyFileSync(await shard(1), join(blobs, '1.zip'));
  writeFileSync(join(blobs, '2.zip'), elsewhere(await shard(2)));
  const mixed = await runHere('merge', [blobs, '--expect', 'pyng', '--selection', '@gate'], report);
  expect(mixed.output).toContain('the blob reports are of several environments: mock in');
  expect(mixed.output).toContain('the parts of pyng are of several targets: pyng@mock in');
  expect(mixed.code).toBe(3);
  // Playwright's own command merges what it is given: the report says what it is.
  const unchecked = await playwright(['merge-reports', '--config', 'playwright.config.ts', blobs], report);
  expect(unchecked.output).toContain('the parts of pyng are of several targets: pyng@mock in shard 1/2 (');
  expect(unchecked.code).toBe(3);
  expect(gateFile(join(report.CONFORMANCE_REPORT, 'results.json'), '@gate').exitCode).toBe(3);
});

test('blob reports that somebody made up, or that arrived damaged: each is refused and named, with exit code 3, and nothing is written beside the report', async () => {
  const blob = readFileSync(await shard(1));
  const root = newFolder('hostile');
  const blobs = join(root, 'in', 'blobs');
  const report = join(root, 'in', 'report');
  mkdirSync(join(blobs, 'folder.zip'), { recursive: true });
  for (const [name, says, make] of hostileBlobs) {
    const file = join(blobs, `${name}.zip`);
    writeFileSync(file, make(blob));
    expect(readBlob(file, createArchives().open(file)), name).toEqual({ fault: expect.stringMatching(says) });
  }
  for (let length = 0; length < blob.length; length += Math.ceil(blob.length / 50)) {
    const file = join(root, 'cut.zip');
    writeFileSync(file, blob);
    truncateSync(file, length);
    expect(readBlob(file, createArchives().open(file)), `${length} bytes`).toHaveProperty('fault');
  }
  writeFileSync(join(blobs, 'report.zip'), blob);
  const before = readdirSync(blobs);
  mkdirSync(report);
  for (const name of ['results.json', 'summary.md']) writeFileSync(join(report, name), 'of yesterday');
  const merged = await runHere('merge', [blobs, '--selection', '@gate'], { CONFORMANCE_REPORT: report });
  expect(merged.code).toBe(3);
  expect(merged.output).toContain(`${join(blobs, 'absolute.zip')} holds "/escaped", which does not belong`);
  expect(merged.output).toMatch(/and \d+ more\n/);
  expect(readdirSync(blobs)).toEqual(before);
  expect(readdirSync(root).sort()).toEqual(['cut.zip', 'in']);
  expect(readdirSync(report).sort()).toEqual(['previous', 'previous.json', 'run-began.json']);
  expect(gateFile(join(report, 'results.json')).exitCode).toBe(3);
});

test('evidence is read from a blob report, and from no file that it names', async () => {
  const blobs = newFolder('blobs');
  const report = newFolder('report');
  const secret = join(newFolder('secret'), 'file');
  writeFileSync(secret, 'do-not-tell');
  const evidence = /"name":"evidence","contentType":"application\/json","base64":"[^"]*"/g;
  for (const current of [1, 2]) {
    const text = reportIn(readFileSync(await shard(current)));
    expect(text).toMatch(evidence);
    const pointing = text.replace(evidence, `"name":"evidence","path":${JSON.stringify(`../../../../../..${secret}`)}`);
    writeFileSync(join(blobs, `${current}.zip`), archived(pointing));
  }
  const pointed = await runHere('merge', [blobs, '--selection', '@gate'], { CONFORMANCE_REPORT: report });
  expect(pointed.output).not.toContain('do-not');
  expect(pointed.code).toBe(3);
  expect(gateFile(join(report, 'results.json'), '@gate').exitCode).not.toBe(0);
});

test('a folder that is missing or empty, and a file that is no archive, are exit code 3', async () => {
  const folder = newFolder('empty');
  const variables = { CONFORMANCE_REPORT: newFolder('report') };
  expect((await runHere('merge', [join(folder, 'none')], variables)).code).toBe(3);
  expect(await runHere('merge', [folder], variables)).toMatchObject({
    code: 3,
    output: expect.stringContaining('--reporter=blob'),
  });
  writeFileSync(join(folder, 'x.zip'), 'not an archive');
  expect(await runHere('merge', [folder], variables)).toMatchObject({
    code: 3,
    output: expect.stringContaining('not a whole blob'),
  });
  expect((await runHere('merge', [])).code).toBe(3);
});
