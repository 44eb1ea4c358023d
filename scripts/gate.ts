/** `npm run gate [-- <results.json or its folder>]`: one line per target; exit 0 conforms, 1 deviates, 2 not judged, 3 error of ours. */
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { reportFolder } from '../src/results/folder.ts';
import { gateFile } from '../src/results/gate.ts';

const command = new Command('gate')
  .description('Decides by the results of the last run: exit 0 conforms, 1 deviates, 2 not judged, 3 error of ours.')
  .argument('[path]', 'results.json, or the folder it is in; default: CONFORMANCE_REPORT, then conformance-report')
  .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : 3))
  .parse();
const [given] = command.args;
const place = given ?? reportFolder();
// Where the report of a run goes is a folder; a file that stands there is no result of a run.
const isFile = given !== undefined && (place.endsWith('.json') || (existsSync(place) && statSync(place).isFile()));
const { lines, exitCode } = gateFile(isFile ? place : join(place, 'results.json'));
for (const line of lines) console.log(line);
process.exitCode = exitCode;
