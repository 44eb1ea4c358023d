import type { Command } from 'commander';

/** One command of the program: `conform gate`. */
export interface CliCommand<Options extends object = object> {
  /** What it is called in a message of its own failure: `The gate`. */
  subject: string;
  /** It reads secrets, which a message of a library might quote. */
  holdsSecrets?: true;
  /**
   * Whether it needs what the configuration in the working directory says: `optional` where it must do its work also when
   * that cannot be loaded, `beside` where it takes that over itself, beside other work. Default: it does.
   */
  configuration?: 'optional' | 'none' | 'beside';
  /** Gives the command line its description, arguments and options. */
  define(line: Command): Command;
  /**
   * Does the work; `configured` takes over what the configuration says, for a command that does it beside other work.
   * @returns its exit code. @throws InputError for what people got wrong.
   */
  run(args: string[], options: Options, configured: () => Promise<void>): number | Promise<number>;
}
