/** `npm run gate [-- <results.json or its folder>] [--selection @gate]`: one line per target; exit 0 conforms, 1 deviates, 2 not judged, 3 error of the suite or of what it was given. */

import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { InputError } from '../contract/problems.ts';
import { print, printJson } from '../output/print.ts';
import { reportFolder } from '../results/folder.ts';
import { type Gate, gateFile } from '../results/gate.ts';
import { variables } from '../target/variables.ts';
import type { CliCommand } from './command.ts';

interface Options {
  expect?: string;
  selection?: string;
  maxAge?: number;
  run?: string;
  json: boolean;
}

/** The names of a list on the command line. */
export const namesGiven = (list = ''): string[] =>
  list.split(',').flatMap((name) => (name.trim() === '' ? [] : [name.trim()]));

/** Prints what a gate decided. @returns its exit code. */
export function printGate(decided: Gate, json: boolean): number {
  if (json) printJson(decided);
  else for (const line of decided.lines) print(line);
  return decided.exitCode;
}

function decide(given: string | undefined, { expect, selection, maxAge, run, json }: Options): number {
  const place = given ?? reportFolder();
  // Without an argument the place is the folder of a report; a file in its place is no result of a run.
  const isFile = given !== undefined && (place.endsWith('.json') || (existsSync(place) && statSync(place).isFile()));
  if (maxAge !== undefined && !(maxAge >= 0))
    throw new InputError('--max-age is no number of hours:', ['write --max-age=18, for one']);
  const file = isFile ? place : join(place, 'results.json');
  const meant = { maxAgeHours: maxAge, variables: variables(), run };
  return printGate(gateFile(file, selection, meant, namesGiven(expect)), json);
}

export const command: CliCommand<Options> = {
  subject: 'The gate',
  define: (line) =>
    line
      .description(
        'Decides by the results of the last run: exit 0 conforms, 1 deviates, 2 not judged, 3 error of the suite or of what it was given.',
      )
      .argument(
        '[path]',
        'results.json, or the folder it is in; default: CONFORMANCE_REPORT, then what the configuration says, then conformance-report',
      )
      .option('--expect <targets>', 'targets or providers that must be there, separated by commas')
      .option(
        '--selection <name>',
        'take a run of this part for the whole: @gate, or the options that left the rest out',
      )
      .option(
        '--max-age <hours>',
        'results of a run that began earlier do not pass; default: 18. Where nothing names the run, results pass once, and within an hour of its end; this option lifts that',
        Number,
      )
      .option(
        '--run <name>',
        'the run that they must be of: its name or id, or `any`; default: the one of this job, in a CI, and elsewhere one that did not pass before',
      )
      .option('--json', 'as JSON', false),
  run: ([path], options) => decide(path, options),
};
