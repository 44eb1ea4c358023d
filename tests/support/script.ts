import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Ended, type Started, type StartOptions, startTypeScript } from './process.ts';

export type { Ended } from './process.ts';

/** A module as this run compiled it, for it is loaded in a third of the time; else its source. `module` has no ending. */
export function moduleOfRun(module: string): string {
  const compiled = join(process.env['CONFORMANCE_COMPILED'] ?? 'none', `${module}.js`);
  return existsSync(compiled) ? compiled : resolve(`${module}.ts`);
}

/** Starts a command. */
export const startScript = (name: string, args: string[], options: StartOptions): Started =>
  startTypeScript(moduleOfRun('src/cli/main'), [name, ...args], options);

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
