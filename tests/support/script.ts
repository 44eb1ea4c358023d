import { resolve } from 'node:path';
import { type Ended, startTypeScript } from './process.ts';

export type { Ended } from './process.ts';

/** Runs a command as its npm command does, with these variables and none of the shell's but PATH and HOME. */
export function runScript(
  name: string,
  args: string[],
  variables: Record<string, string> = {},
  cwd = process.cwd(),
): Promise<Ended> {
  const { PATH, HOME } = process.env;
  const env = { PATH, HOME, ...variables };
  return startTypeScript(resolve('src/cli/main.ts'), [name, ...args], { cwd, env, input: '' }).ended;
}
