/** `npm run report -- results.json [--compare results.json] [--report folder]`: renders a run again; sends nothing. */

import { join, resolve } from 'node:path';
import { badgeOf } from '../../reporters/badge.ts';
import { findingIn, findingPage } from '../../reporters/finding-page.ts';
import { renderLedger } from '../../reporters/terminal.ts';
import { historyBeside, renderReport, writeReport } from '../../reporters/write.ts';
import { painter, print, printJson } from '../output/print.ts';
import { commandLineOf } from '../package/place.ts';
import { reporting } from '../playwright/current.ts';
import { reportFiles, reportFolder } from '../results/folder.ts';
import { dated } from '../results/history.ts';
import { overviewOf } from '../results/overview.ts';
import { compareRole, readResults } from '../results/read.ts';
import type { CliCommand } from './command.ts';

interface Options {
  report?: string;
  compare?: string;
  finding?: string;
  badge?: true;
  json: boolean;
}

/** One finding as Markdown, dated by the history beside the results. */
function printFinding(file: string, id: string, json: boolean): number {
  const results = readResults(file);
  const finding = findingIn(dated(results, historyBeside(resolve(file, '..'), results)), id);
  if (json) printJson(finding);
  else print(findingPage(finding).trimEnd());
  return 0;
}

function render(file: string, { report, compare, finding, badge, json }: Options): number {
  if (finding !== undefined) return printFinding(file, finding, json);
  if (badge) {
    print(JSON.stringify(badgeOf(readResults(file))));
    return 0;
  }
  const results = readResults(file);
  const earlier = compare === undefined ? undefined : readResults(compare, compareRole);
  const folder = report ?? resolve(file, '..');
  // Results that stand there already are no earlier run of their own.
  if (resolve(file) === resolve(join(folder, 'results.json'))) renderReport(folder, results, earlier);
  else reporting(folder, commandLineOf('report'), () => writeReport(folder, results, { earlier }));
  const shown = dated(results, historyBeside(folder, results));
  if (json) {
    printJson(overviewOf(shown));
    return results.exitCode;
  }
  print(renderLedger(shown, painter(process.stdout, process.env)));
  print(`  ${join(folder, 'report.html')}\n`);
  return results.exitCode;
}

export const command: CliCommand<Options> = {
  subject: 'The report',
  define: (line) =>
    line
      .description('Renders the report of a run again, compared with another run; the exit code is that of the run.')
      .argument('[results.json]', 'what a run recorded; default: that of the last run')
      .option('--compare <results.json>', 'an earlier run; default: previous.json in the folder of the report')
      .option('--report <folder>', 'where to write; default: the folder of the results')
      .option('--finding <clause>', 'print this finding as Markdown, to send to the provider, and write nothing')
      .option('--badge', 'print the verdict as JSON for a badge, in the form of shields.io, and write nothing')
      .option('--json', 'the verdicts and findings, or that one finding, as JSON', false),
  run: ([file = join(reportFolder(), reportFiles.results)], options) => render(file, options),
};
