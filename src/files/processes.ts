/** The one place that starts other processes, so that each gets the credentials among the variables only where it needs them. */
import { type ChildProcess, execFileSync, fork, type SpawnSyncReturns, spawnSync } from 'node:child_process';

/** Variables by which a program finds itself, its home, its language and the folders of the system, on every system. */
const ofSystem =
  /^(?:PATH|PATHEXT|HOME|HOMEDRIVE|HOMEPATH|USERPROFILE|USER|LOGNAME|USERNAME|SYSTEMROOT|WINDIR|COMSPEC|PROGRAMDATA|APPDATA|LOCALAPPDATA|TMPDIR|TEMP|TMP|LANG|LC_\w+|XDG_CONFIG_HOME)$/i;

/** Variables by which git finds a checkout, and settings that are given to it by variables: a container may trust a folder so. */
const ofGit =
  /^GIT_(?:DIR|WORK_TREE|COMMON_DIR|CEILING_DIRECTORIES|DISCOVERY_ACROSS_FILESYSTEM|EXEC_PATH|CONFIG_(?:GLOBAL|SYSTEM|NOSYSTEM|COUNT|KEY_\d+|VALUE_\d+))$/;

/**
 * What git prints. It gets the variables by which it finds its settings and the checkout, and no others.
 * @throws Error where git is not there, or ends with another code than 0.
 */
export function saidByGit(args: readonly string[], folder: string): string {
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => ofSystem.test(name) || ofGit.test(name)),
  );
  return execFileSync('git', args, { cwd: folder, stdio: ['ignore', 'pipe', 'ignore'], env, encoding: 'utf8' });
}

/** Starts a module as a process with a channel to this one and with all variables: it sends requests as this one does. */
export function startSender(file: string, own: Record<string, string>): ChildProcess {
  return fork(file, { env: { ...process.env, ...own }, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
}

/** How a process is bounded: milliseconds, and bytes that it may print. */
export interface Bounds {
  timeout: number;
  maxBuffer: number;
}

/**
 * Runs a script with Node.js to its end, with all variables: it loads the configuration of the project and the team's reporters,
 * which may read any of them.
 */
export function runScript(
  args: readonly string[],
  own: Record<string, string>,
  bounds: Bounds,
): SpawnSyncReturns<string> {
  return spawnSync(process.execPath, args, {
    ...bounds,
    encoding: 'utf8',
    killSignal: 'SIGKILL',
    env: { ...process.env, ...own },
  });
}
