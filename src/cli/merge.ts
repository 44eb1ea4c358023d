/** `npm run merge -- <blob folder>`: one report from the blob reports of shards and matrix jobs, then the gate. */

import { existsSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { runScript } from '../files/processes.ts';
import { writeWhole } from '../files/whole.ts';
import { print, printError } from '../output/print.ts';
import { commandLineOf } from '../package/place.ts';
import { type Blob, readBlob } from '../playwright/blobs.ts';
import { beginRun, endRun } from '../playwright/current.ts';
import { recordedIn, type Wanted, wholeProblems } from '../playwright/whole.ts';
import { createArchives, packed } from '../results/archive.ts';
import { reportFolder } from '../results/folder.ts';
import { gateFile } from '../results/gate.ts';
import { type CommandIdentity, mergeVariable, whyOtherRun } from '../results/identity.ts';
import { markNamed } from '../results/mark.ts';
import { isUnnamed, type Meant, whyLeft } from '../results/meant.ts';
import { recordPassed } from '../results/passed.ts';
import { variables } from '../target/variables.ts';
import type { CliCommand } from './command.ts';
import { configurationFile } from './configuration.ts';
import { namesGiven, printGate } from './gate.ts';
import { ownFault } from './run.ts';

/** Most bytes that Playwright may print. */
const mostPrinted = 64 * 1024 * 1024;

/** Milliseconds after which Playwright is taken to hang over the content of a blob report; a merge takes seconds. */
const mostMs = 30 * 60_000;

/** Most problems shown; a folder may hold thousands of files that are no blob reports. */
const mostShown = 20;

/** Blob reports that were read, and why they cannot be merged; empty when they can. */
interface Found {
  blobs: Blob[];
  problems: string[];
}

/** What to do where there is no blob report. */
const gather = (folder: string): string =>
  `with --reporter=blob, Playwright writes blob-report/*.zip in each job: copy those of all jobs into ${folder}, or name the folder that holds them`;

/** Leaves a copy of every blob report in `copies`, of what was read and nothing else. */
function foundIn(folder: string, copies: string, wanted: Wanted): Found {
  const nothing = (problem: string): Found => ({ blobs: [], problems: [problem] });
  if (!existsSync(folder)) return nothing(`${folder}: there is no such folder; ${gather(folder)}`);
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.zip'))
    .sort();
  if (names.length === 0) return nothing(`${folder} holds no blob report; ${gather(folder)}`);
  const archives = createArchives();
  const read = names.map((name) => {
    const file = join(folder, name);
    const opened = archives.open(file);
    const found = readBlob(file, opened);
    if ('blob' in found && 'files' in opened) writeWhole(join(copies, name), packed(opened.files));
    return { file, found };
  });
  const blobs = read.flatMap(({ found }) => ('blob' in found ? [found.blob] : []));
  const unread = read.flatMap(({ file, found }) =>
    'fault' in found ? [`${file} ${found.fault}; run that part again, and gather blob reports alone here`] : [],
  );
  return { blobs, problems: [...unread, ...wholeProblems(blobs, wanted)] };
}

/** Merges what is whole, and leaves nothing of an earlier report behind where it is not. */
function merge(folder: string, wanted: Wanted, meant: Meant, json: boolean): number {
  // Before anything that may fail: neither the report of an earlier run nor a part of one may be taken for this one.
  const run = beginRun(commandLineOf('merge', folder));
  const copies = join(run.scratch, 'blobs');
  const now = new Date();
  const { blobs, problems } = foundIn(folder, copies, wanted);
  const recorded = problems.length > 0 ? null : recordedIn(blobs);
  const old = recorded ? whyLeft('merge', recorded, run.folder, meant, now) : null;
  if (old !== null) problems.push(old);
  for (const problem of problems.slice(0, mostShown)) printError(problem);
  if (problems.length > mostShown) printError(`and ${problems.length - mostShown} more`);
  if (problems.length > 0) {
    const fault = 'Nothing was merged: the report would not show what one whole run judged.';
    printError(fault);
    endRun(run, `${fault} ${problems.slice(0, mostShown).join('; ')}`);
    const lines = [...problems.slice(0, mostShown), fault];
    return json ? printGate({ exitCode: ownFault, targets: [], lines }, json) : ownFault;
  }
  // The reporter in the process of merge-reports ends the run, when its results are whole.
  const command = createRequire(import.meta.url).resolve('@playwright/test/cli');
  const args = [command, 'merge-reports', '--config', configurationFile() ?? 'playwright.config.ts', copies];
  // A blob may come from anywhere, and Playwright prints texts that it holds.
  const { status, stdout, stderr } = runScript(
    args,
    { [mergeVariable]: 'checked' },
    { maxBuffer: mostPrinted, timeout: mostMs },
  );
  if (stdout !== '') (json ? printError : print)(stdout.trimEnd());
  if (stderr !== '') printError(stderr.trimEnd());
  const unended = markNamed(run.folder, run.mark.id);
  if (unended && unended.fault === undefined) endRun(run, `merge-reports ended with ${status} and without results`);
  const decided = gateFile(join(reportFolder(), 'results.json'), wanted.selection);
  if (decided.exitCode === 0 && status === 0 && recorded && isUnnamed(recorded, meant))
    recordPassed('merge', run.folder, recorded.key, now);
  if (decided.exitCode !== 0 || status === 0) return printGate(decided, json);
  printError(`merge-reports ended with ${status}, though every target conforms; see what it printed`);
  return printGate({ ...decided, exitCode: ownFault }, json);
}

interface Options {
  expect?: string;
  selection?: string;
  run?: string;
  json: boolean;
}

export const command: CliCommand<Options> = {
  subject: 'The merge',
  define: (line) =>
    line
      .description('Merges blob reports into one report and decides by it, as the gate does.')
      .argument('<folder>', 'folder that holds the blob reports of every shard and job')
      .option('--expect <projects>', 'projects or targets that must be there, separated by commas')
      .option(
        '--selection <name>',
        'take blob reports of this part for the whole: @gate, or the options that left the rest out',
      )
      .option(
        '--run <name>',
        'the run that they must be of: its name or id, or `any`; default: the one of this job, in a CI, and elsewhere one that was not merged before',
      )
      .option('--json', 'what the gate decides as JSON; what Playwright prints goes to standard error', false),
  run: ([folder = ''], { expect, selection = '', run: named, json }) => {
    const expected = namesGiven(expect);
    const whyOther = (one: CommandIdentity): string | null => whyOtherRun(one, variables(), named);
    return merge(folder, { expected, selection, whyOther }, { variables: variables(), run: named }, json);
  },
};
