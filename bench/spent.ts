/** What a command and all the processes it starts cost. */
import { execFile } from 'node:child_process';
import { root } from './generate.ts';

/** Milliseconds, and what was printed. */
export interface Spent {
  cpuMs: number;
  wallMs: number;
  output: string;
}

/**
 * Runs a command in a shell, since only a shell reports the processor time of all the processes that it started; with
 * no variables but those given, the path and the home.
 */
export function spent(command: string[], variables: Record<string, string>, cwd = root): Promise<Spent> {
  const { PATH = '', HOME = '' } = process.env;
  const script = 'TIMEFORMAT="spent %R %U %S"; time "$@"';
  return new Promise((resolve, reject) => {
    execFile(
      'bash',
      ['-c', script, 'bash', ...command],
      { cwd, env: { PATH, HOME, ...variables }, maxBuffer: 2 ** 28 },
      (_error, stdout, stderr) => {
        const [, wall, user, system] = /spent ([\d.]+) ([\d.]+) ([\d.]+)\s*$/.exec(stderr) ?? [];
        if (wall === undefined)
          return reject(new Error(`the shell did not report the time of ${command.join(' ')}:\n${stderr}`));
        return resolve({
          cpuMs: 1000 * (Number(user) + Number(system)),
          wallMs: 1000 * Number(wall),
          output: stdout + stderr,
        });
      },
    );
  });
}
