import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Ended, type Started, type StartOptions, startTypeScript } from './process.ts';

export type { Ended } from './process.ts';

/** The program of commands as this run compiled it, for its modules are loaded in a third of the time; else its source. */
function program(): string {
  const compiled = join(process.env['CONFORMANCE_COMPILED'] ?? 'none', 'src/cli/main.js');
  return existsSync(compiled) ? compiled : resolve('src/cli/main.ts');
}

/** Starts a command. */
export const startScript = (name: string, args: string[], options: StartOptions): Started =>
  startTypeScript(program(), [name, ...args], options);

/** Runs a command as its npm command does, with these variables and none of the shell's but PATH and HOME. */
export function runScript(
  name: string,
  args: string[],
  variables: Record<string, string> = {},
  cwd = process.cwd(),
): Promise<Ended> {
  const { PATH, HOME } = process.env;
  return startScript(name, args, { cwd, env: { PATH, HOME, ...variables }, input: '' }).ended;
}
