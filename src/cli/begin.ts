/** `npm run begin [-- folder]`: puts the report of an earlier run aside before the command that runs tests, which may end before it reads our configuration. */
import { print } from '../output/print.ts';
import { commandLineOf } from '../package/place.ts';
import { announceRun } from '../playwright/current.ts';
import { retireBlobs } from '../playwright/outputs.ts';
import { reportFolder } from '../results/folder.ts';
import type { CliCommand } from './command.ts';

export const command: CliCommand = {
  subject: 'The beginning',
  // It is called because Playwright may refuse a configuration.
  configuration: 'optional',
  define: (line) =>
    line
      .description(
        'Puts the report and the blob reports of an earlier run away: until a run has written its results, the gate answers 3.',
      )
      .argument(
        '[folder]',
        'folder of the report; default: CONFORMANCE_REPORT, then what the configuration says, then conformance-report',
      ),
  run: ([folder = reportFolder()]) => {
    announceRun(commandLineOf('begin'), folder);
    retireBlobs();
    print(`${folder} holds no results until a run has written them`);
    return 0;
  },
};
