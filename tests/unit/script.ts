import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

// Found from here, so that a command may run in any folder.
const loader = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;

/** How a command ended and what it printed, both streams together. */
export interface Ended {
  code: number | string | null | undefined;
  output: string;
}

/** Runs a command as its npm command does, with these variables and none of the shell's but PATH and HOME. */
export function runScript(
  name: string,
  args: string[],
  variables: Record<string, string> = {},
  cwd = process.cwd(),
): Promise<Ended> {
  const { PATH = '', HOME = '' } = process.env;
  return new Promise((end) => {
    execFile(
      process.execPath,
      ['--import', loader, resolve('src/cli/main.ts'), name, ...args],
      { cwd, env: { PATH, HOME, ...variables } },
      (error, stdout, stderr) => end({ code: error ? error.code : 0, output: `${stdout}${stderr}` }),
    );
  });
}
