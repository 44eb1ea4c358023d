/** `npm run merge -- <blob folder>`: one report from the blob reports of shards and matrix jobs, then the gate. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Command } from 'commander';
import { InputError } from '../src/contract/problems.ts';
import { blobProblems, readBlob } from '../src/results/blobs.ts';
import { beginRun, endRun, type Run } from '../src/results/current.ts';
import { reportFolder } from '../src/results/folder.ts';
import { gateFile } from '../src/results/gate.ts';
import { markNamed } from '../src/results/mark.ts';

const ownFault = 3;

/** Why the folder cannot be merged; empty when it can. */
function problemsOf(folder: string, expected: string[]): string[] {
  if (!existsSync(folder)) return [`${folder}: there is no such folder`];
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.zip'))
    .map((name) => join(folder, name));
  if (files.length === 0)
    return [`${folder} holds no blob report; run with --reporter=blob and gather the .zip files here`];
  const blobs = files.map((file) => ({ file, blob: readBlob(file) }));
  const unreadable = blobs.filter(({ blob }) => blob === null);
  return [
    ...unreadable.map(({ file }) => `${file} is no whole blob report; run that part again`),
    ...blobProblems(
      blobs.flatMap(({ blob }) => (blob ? [blob] : [])),
      expected,
    ),
  ];
}

function merge(folder: string, run: Run): number {
  const results = join(reportFolder(), 'results.json');
  const command = createRequire(import.meta.url).resolve('@playwright/test/cli');
  const args = [command, 'merge-reports', '--config', 'playwright.config.ts', folder];
  const { status } = spawnSync(process.execPath, args, { stdio: 'inherit' });
  const unended = markNamed(run.folder, run.mark.id);
  if (unended && unended.fault === undefined) endRun(run, `merge-reports ended with ${status} and without results`);
  const { lines, exitCode } = gateFile(results);
  for (const line of lines) console.log(line);
  if (exitCode === 0 && status !== 0) {
    console.error(`merge-reports ended with ${status}, though every target conforms; see what it printed`);
    return ownFault;
  }
  return exitCode;
}

const command = new Command('merge')
  .description('Merges blob reports into one report and decides by it, as `npm run gate` does.')
  .argument('<folder>', 'folder that holds the blob reports of every shard and job')
  .option('--expect <projects>', 'projects that must be there, separated by commas')
  .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : ownFault))
  .parse();

/** Merges what is whole, and leaves nothing of an earlier report behind where it is not. */
function run(folder: string, expected: string[]): number {
  // Before anything that may fail: the report of an earlier run must not be taken for this one.
  const run = beginRun(`npm run merge -- ${folder}`);
  const problems = problemsOf(folder, expected);
  for (const problem of problems) console.error(problem);
  if (problems.length > 0) {
    const fault = 'Nothing was merged: the report would show less than the run was to judge.';
    console.error(fault);
    endRun(run, `${fault} ${problems.join('; ')}`);
    return ownFault;
  }
  // The reporter in the process of merge-reports ends the run, when its results are whole.
  return merge(folder, run);
}

const [folder = ''] = command.args;
const { expect = '' } = command.opts<{ expect?: string }>();
try {
  process.exitCode = run(
    folder,
    expect.split(',').flatMap((name) => (name.trim() === '' ? [] : [name.trim()])),
  );
} catch (error) {
  if (!(error instanceof InputError)) throw error;
  console.error(error.message);
  process.exitCode = ownFault;
}
