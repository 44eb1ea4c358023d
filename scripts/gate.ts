/** `npm run gate [-- <results.json or its folder>] [--selection @gate]`: one line per target; exit 0 conforms, 1 deviates, 2 not judged, 3 error of ours. */
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { InputError } from '../src/contract/problems.ts';
import { print } from '../src/output/print.ts';
import { reportFolder } from '../src/results/folder.ts';
import { gateFile } from '../src/results/gate.ts';
import { commandLine, runCommand } from './command.ts';

/** Hours after which results are those of another day: a night and its morning. */
const freshHours = 18;

const command = commandLine('gate')
  .description('Decides by the results of the last run: exit 0 conforms, 1 deviates, 2 not judged, 3 error of ours.')
  .argument('[path]', 'results.json, or the folder it is in; default: CONFORMANCE_REPORT, then conformance-report')
  .option('--selection <name>', 'take a run of this part for the whole: @gate, or the options that left the rest out')
  .option('--max-age <hours>', 'results of a run that began earlier do not pass', Number, freshHours)
  .parse();
await runCommand('The gate', () => {
  const [given] = command.args;
  const place = given ?? reportFolder();
  // Where the report of a run goes is a folder; a file that stands there is no result of a run.
  const isFile = given !== undefined && (place.endsWith('.json') || (existsSync(place) && statSync(place).isFile()));
  const { selection, maxAge } = command.opts<{ selection?: string; maxAge: number }>();
  if (!(maxAge >= 0)) throw new InputError('--max-age is no number of hours:', ['write --max-age=18, for one']);
  const { lines, exitCode } = gateFile(isFile ? place : join(place, 'results.json'), selection, maxAge);
  for (const line of lines) print(line);
  return exitCode;
});
