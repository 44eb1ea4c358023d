/** The beginning and the end of a run in a Playwright command; loaded before anything that may fail. */
import { InputError } from '../contract/problems.ts';
import { printError } from '../output/print.ts';
import { reporterName } from '../package/place.ts';
import { reportFolderAtAnyRate } from '../results/folder.ts';
import { onlyOwnTests, type PlaywrightCommand, readCommand } from './command.ts';
import {
  adoptRun,
  beginRun,
  didRun,
  endRun,
  forgetRun,
  ownRun,
  type Run,
  registerWorker,
  whyNothing,
} from './current.ts';
import { checkOutputs, retireBlobs } from './outputs.ts';
import { isWorker } from './worker.ts';

const ownFault = 3;
/** Our reporter as --reporter may name it: by its file, or by the package. */
const ownReporter = /(^|[\\/])conformance(\.[jt]s)?$|^payment-token-conformance\/reporter$/;

/** Whether this process will write a report, or runs tests for which a report is due. */
function makesReport(command: PlaywrightCommand): boolean {
  const { mode, reporters } = command;
  if (mode === 'run') return !onlyOwnTests(command);
  return mode === 'merge' && (reporters === null || reporters.some((name) => ownReporter.test(name)));
}

/** What Playwright's own exit code leaves open. */
const meaning = (code: number): string =>
  code === 0 ? 'even where something was not judged' : 'for what could not be judged, such as network trouble, as well';

/** Ends a run that nothing else ended: it is never green, whatever Playwright's own result, which is `code`. */
function endUnended(run: Run, { mode, blob }: PlaywrightCommand, code: number): void {
  const merges = mode === 'merge';
  // A run with another reporter has Playwright's own exit code, and its mark says that it has no results.
  if (!merges && didRun(run) && !run.reports) {
    const remedy = `with --reporter, name ${reporterName} as well`;
    endRun(run, `no reporter wrote them; ${remedy}`);
    // Of a blob report the results are made later.
    if (!blob)
      printError(
        `Nothing was concluded of the targets: the exit code ${code} is Playwright's own, ${meaning(code)}; ${remedy}.`,
      );
    return;
  }
  const fault =
    merges || didRun(run)
      ? 'it ended before its results were written'
      : whyNothing(run, code === 0 ? 'passed' : 'broken');
  endRun(run, fault);
  printError(`${run.folder}: ${fault}.`);
  process.exitCode = ownFault;
}

/**
 * Reads the command of this process. Where it runs tests of targets, the run begins: the report folder is marked, and
 * every file of an earlier report put aside. Bad input ends the process with one message and exit code 3.
 */
export function beginCommand(argv: string[]): PlaywrightCommand {
  const command = readCommand(argv);
  if (isWorker()) registerWorker(Number(process.env['TEST_WORKER_INDEX']));
  // Each run of a session begins when somebody asks for it, and its reporter says so.
  if (command.mode === 'session') forgetRun();
  if (!makesReport(command)) return command;
  try {
    if (command.mode !== 'merge' || adoptRun() === null) beginRun(command.text);
    if (command.mode === 'run') checkOutputs(command, reportFolderAtAnyRate());
    if (command.mode === 'run' && command.blob) retireBlobs();
  } catch (error) {
    failCommand(error, command);
  }
  process.on('exit', (code) => {
    const run = ownRun();
    if (run?.finish) run.finish(code);
    else if (run) endUnended(run, command, code);
  });
  return command;
}

/** Ends the process with exit code 3 and the message of a fault before the first request; a session continues. */
export function failCommand(error: unknown, { mode }: PlaywrightCommand): never {
  if (mode === 'other' || process.argv[2] === 'test-server') throw error;
  const isInput = error instanceof InputError;
  const message = error instanceof Error ? error.message : String(error);
  printError(isInput ? message : error instanceof Error ? (error.stack ?? message) : message);
  const run = ownRun();
  if (run) endRun(run, message.split('\n').join(' '));
  process.exit(ownFault);
}

/** Records the explanation for a selection that matches nothing. */
export function hintOfRun(hint: string): void {
  const run = ownRun();
  if (run) run.hint = hint;
}

/** Takes the run back where the selected projects hold no target: the report does not belong to them. */
export function withdrawRun(): void {
  const run = ownRun();
  if (run) endRun(run);
}
