/** `npm run rejudge -- results.json [--report folder] [--compare results.json]`: judges what a run recorded again, with today's contracts; sends nothing. */

import { renderLedger } from '../../reporters/terminal.ts';
import { writeReport } from '../../reporters/write.ts';
import { wholeCatalogue } from '../judge/catalogue.ts';
import { painter, print, printJson } from '../output/print.ts';
import { commandLineOf } from '../package/place.ts';
import { reporting } from '../playwright/current.ts';
import { overviewOf } from '../results/overview.ts';
import { compareRole, readResults } from '../results/read.ts';
import { rejudgeResults } from '../results/rejudge.ts';
import type { CliCommand } from './command.ts';

interface Options {
  report?: string;
  compare?: string;
  json: boolean;
}

function rejudgeFile(file: string, { report, compare, json }: Options): number {
  const earlier = compare === undefined ? undefined : readResults(compare, compareRole);
  const recorded = readResults(file);
  const results = rejudgeResults(recorded, wholeCatalogue(undefined, 'default'), file);
  if (json) printJson(overviewOf(results));
  else print(renderLedger(results, painter(process.stdout, process.env)));
  if (report)
    reporting(report, commandLineOf('rejudge'), () => writeReport(report, results, { earlier: earlier ?? recorded }));
  return results.exitCode;
}

export const command: CliCommand<Options> = {
  subject: 'The judgement',
  define: (line) =>
    line
      .description('Judges what a run recorded again, with the contracts of today; sends nothing.')
      .argument('<results.json>', 'what a run recorded')
      .option('--report <folder>', 'write the report of the new judgement here')
      .option('--compare <results.json>', 'the run to compare with; default: the judgement as it was')
      .option('--json', 'as JSON', false),
  run: ([file = ''], options) => rejudgeFile(file, options),
};
