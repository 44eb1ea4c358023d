/** `npm run begin [-- folder]`: puts the report of an earlier run aside before the command that runs tests, which may end before it reads our configuration. */
import { print } from '../src/output/print.ts';
import { announceRun } from '../src/results/current.ts';
import { reportFolder } from '../src/results/folder.ts';
import { retireBlobs } from '../src/results/outputs.ts';
import { commandLine, runCommand } from './command.ts';

const command = commandLine('begin')
  .description(
    'Puts the report and the blob reports of an earlier run away: until a run has written its results, the gate answers 3.',
  )
  .argument('[folder]', 'folder of the report; default: CONFORMANCE_REPORT, then conformance-report')
  .parse();
await runCommand('The beginning', () => {
  const folder = command.args[0] ?? reportFolder();
  announceRun('npm run begin', folder);
  retireBlobs();
  print(`${folder} holds no results until a run has written them`);
  return 0;
});
