/** `npm run merge -- <blob folder>`: one report from the blob reports of shards and matrix jobs, then the gate. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { print, printError } from '../src/output/print.ts';
import { blobProblems, readBlob } from '../src/results/blobs.ts';
import { reportFolder, retireResults } from '../src/results/folder.ts';
import { gateFile } from '../src/results/gate.ts';
import { commandLine, ownFault, runCommand } from './command.ts';

/** Most bytes that Playwright may print. */
const mostPrinted = 64 * 1024 * 1024;

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

function merge(folder: string): number {
  const report = reportFolder();
  const results = join(report, 'results.json');
  // The report of an earlier run must not be taken for this one; the new one compares with it.
  retireResults(report);
  const command = createRequire(import.meta.url).resolve('@playwright/test/cli');
  const args = [command, 'merge-reports', '--config', 'playwright.config.ts', folder];
  // A blob may come from anywhere, and Playwright prints what stands in it.
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: mostPrinted });
  if (stdout !== '') print(stdout.trimEnd());
  if (stderr !== '') printError(stderr.trimEnd());
  const { lines, exitCode } = gateFile(results);
  for (const line of lines) print(line);
  if (exitCode === 0 && status !== 0) {
    printError(`merge-reports ended with ${status}, though every target conforms; see what it printed`);
    return ownFault;
  }
  return exitCode;
}

const command = commandLine('merge')
  .description('Merges blob reports into one report and decides by it, as `npm run gate` does.')
  .argument('<folder>', 'folder that holds the blob reports of every shard and job')
  .option('--expect <projects>', 'projects that must be there, separated by commas')
  .parse();
const [folder = ''] = command.args;
const { expect = '' } = command.opts<{ expect?: string }>();
await runCommand('The merge', () => {
  const problems = problemsOf(
    folder,
    expect.split(',').flatMap((name) => (name.trim() === '' ? [] : [name.trim()])),
  );
  for (const problem of problems) printError(problem);
  if (problems.length > 0) printError('Nothing was merged: the report would show less than the run was to judge.');
  return problems.length > 0 ? ownFault : merge(folder);
});
