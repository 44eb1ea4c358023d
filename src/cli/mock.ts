/** `conform mock`: serves the embedded mock on a port, for runs by hand and from other machines. */
import type { CliCommand } from './command.ts';

export const command: CliCommand = {
  subject: 'The mock',
  configuration: 'none',
  // It shares no code with the suite, and reads its arguments itself.
  define: (line) => line.helpOption(false).allowUnknownOption().allowExcessArguments(),
  run: async (args) => (await import('../../mock/serve.ts')).serveMock(args),
};
