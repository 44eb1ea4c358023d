import type { Command } from 'commander';

/** One command of the program: `conform gate`. */
export interface CliCommand<Options extends object = object> {
  /** What it is called in a message of its own failure: `The gate`. */
  subject: string;
  /** It reads secrets, which a message of a library might quote. */
  holdsSecrets?: true;
  /**
   * Whether it needs what the configuration in the working directory says: `optional` where it must do its work also when
   * that cannot be loaded. Default: it does.
   */
  configuration?: 'optional' | 'none';
  /** Gives the command line its description, arguments and options. */
  define(line: Command): Command;
  /** Does the work. @returns its exit code. @throws InputError for what people got wrong. */
  run(args: string[], options: Options): number | Promise<number>;
}
