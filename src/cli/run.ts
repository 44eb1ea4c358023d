import { Command } from 'commander';
import { InputError } from '../contract/problems.ts';
import { print, printError } from '../output/print.ts';
import type { CliCommand } from './command.ts';
import { readConfiguration } from './configuration.ts';

/** Exit code where the suite itself failed, or what the user gave is wrong. */
export const ownFault = 3;

/** A command line; what commander says of it is printed as everything else is, and bad arguments end with exit code 3. */
export function commandLine(name: string): Command {
  return new Command(name)
    .configureOutput({ writeOut: (text) => print(text.trimEnd()), writeErr: (text) => printError(text.trimEnd()) })
    .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : ownFault));
}

/** Reads the arguments of a command and runs it. */
export async function runCli<Options extends object>(
  name: string,
  { define, run, subject, holdsSecrets, configuration }: CliCommand<Options>,
  args: readonly string[],
): Promise<void> {
  const line = define(commandLine(`conform ${name}`));
  if (configuration !== 'none')
    line.option('-c, --config <file>', 'Playwright configuration that says the folders; default: the one here');
  line.parse(args, { from: 'user' });
  const main = async (): Promise<number> => {
    const options = line.opts<Options & { config?: string }>();
    const configured = () => readConfiguration(options.config, configuration === 'optional');
    if (configuration !== 'none' && configuration !== 'beside') await configured();
    return run(line.args, options, configured);
  };
  await runCommand(subject, main, { holdsSecrets: holdsSecrets === true });
}

/** What went wrong, in one line but for an InputError; a message that may hold a secret is left out. */
function causeOf(error: unknown, name: string, holdsSecrets: boolean): string {
  if (error instanceof InputError) return error.message;
  if (!(error instanceof Error)) return `${name} itself failed.`;
  // The system's own faults are about files and addresses: a folder that may not be written, a full disk.
  const ofSystem = 'syscall' in error && 'code' in error;
  const [message = ''] = error.message.split('\n');
  return ofSystem ? message : `${name} itself failed (${error.name}${holdsSecrets ? '' : `: ${message}`}).`;
}

/**
 * Runs a command to its exit code. What it throws is printed without a stack and ends with exit code 3, for 1 and 2
 * say something of a provider. `holdsSecrets`: the command reads secrets, which a message of a library might quote.
 */
export async function runCommand(
  name: string,
  main: () => number | Promise<number>,
  { holdsSecrets = false } = {},
): Promise<void> {
  for (const stream of [process.stdout, process.stderr])
    stream.on('error', (error: NodeJS.ErrnoException) => {
      // Who reads only the first lines (`| head`) closes the pipe; the exit code is the command's all the same.
      if (error.code !== 'EPIPE') throw error;
    });
  try {
    process.exitCode = await main();
  } catch (error) {
    printError(causeOf(error, name, holdsSecrets));
    process.exitCode = ownFault;
  }
}
