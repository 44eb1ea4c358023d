import { execFile } from 'node:child_process';

/** How a command ended and what it printed, both streams together. */
export interface Ended {
  code: number | string | null | undefined;
  output: string;
}

/** Runs one of scripts/ as its npm command does, with these variables and none of the shell's but PATH and HOME. */
export function runScript(name: string, args: string[], variables: Record<string, string> = {}): Promise<Ended> {
  const { PATH = '', HOME = '' } = process.env;
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      ['--import', 'tsx', `scripts/${name}.ts`, ...args],
      { env: { PATH, HOME, ...variables } },
      (error, stdout, stderr) => resolve({ code: error ? error.code : 0, output: `${stdout}${stderr}` }),
    );
  });
}
