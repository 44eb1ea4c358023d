import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { makeFolder } from '../files/make-folder.ts';
import { roots } from '../files/roots.ts';
import { variables } from '../target/variables.ts';
import { previousName } from './mark.ts';
import { forgetPassed } from './passed.ts';
import { writing } from './writing.ts';

/** Names of the files of a report, and the places where another run puts them aside. */
export const reportFiles = {
  results: 'results.json',
  summary: 'summary.md',
  html: 'report.html',
  junit: 'junit.xml',
  ctrf: 'ctrf.json',
  har: 'exchanges.har',
} as const;

const variable = 'CONFORMANCE_REPORT';

/** Folder of the report, from the shell or from .env; every command asks here, so that all use the same one. */
export function reportFolder(): string {
  return variables()[variable] || roots().report;
}

/** Folder of the report, also where .env cannot be read. */
export function reportFolderAtAnyRate(): string {
  try {
    return reportFolder();
  } catch {
    // Whoever reads .env next reports its fault; the folder has to be known before that.
    return process.env[variable] || roots().report;
  }
}

/** Results to compare with, where a variable names them; those of the last run are found where they were put aside. */
export function namedPrevious(): string | undefined {
  const named = variables()['CONFORMANCE_PREVIOUS'];
  if (named === undefined || named === '') return undefined;
  const folder = reportFolder();
  const isLast = resolve(named) === resolve(folder, reportFiles.results) && !existsSync(named);
  return isLast ? join(folder, previousName) : named;
}

/** Where a file of an earlier report goes: the results beside the new ones, rendered pages out of sight. */
function asideOf(name: string): string {
  return name === reportFiles.results ? previousName : join('previous', name);
}

/** Temporary files of writeWhole, which remain when its process is killed. */
const leftover = /\.\d+-\d+\.tmp$/;

/**
 * Puts every file of an earlier report aside, so that nobody takes them for the results of a run that did not reach its
 * end. The results become previous.json, with which the next report compares.
 * @throws InputError naming the path that cannot be moved.
 */
export function retireReport(folder: string): void {
  if (!existsSync(folder)) return;
  const faults: unknown[] = [];
  for (const name of Object.values(reportFiles)) {
    const file = join(folder, name);
    if (!existsSync(file)) continue;
    const aside = join(folder, asideOf(name));
    try {
      writing(aside, `move or delete ${file} and what is at that path`, () => {
        makeFolder(dirname(aside));
        renameSync(file, aside);
      });
    } catch (error) {
      // A page can be rendered again; in any case it must not stay under the name of the new run's.
      if (name !== reportFiles.results) rmSync(file, { force: true });
      faults.push(error);
    }
  }
  forgetPassed(folder);
  if (faults.length > 0) throw faults[0];
  for (const name of readdirSync(folder)) if (leftover.test(name)) rmSync(join(folder, name), { force: true });
}
