/** A command of `conform` in this process: what it prints and how it ends, at a tenth of what a process of its own costs. */
import type { CliCommand } from '../../src/cli/command.ts';
import { runCli } from '../../src/cli/run.ts';
import { beginCommand } from '../../src/playwright/begin.ts';
import type { Ended } from './process.ts';

/** Stands for the end of the process that the command would have had. */
class Exit extends Error {}

const streams = ['stdout', 'stderr'] as const;

/** Runs `act` as if it had a process of its own: its variables, its output, its exit code. */
async function asProcess(act: () => Promise<void>, variables: Record<string, string>): Promise<Ended> {
  const { exit, exitCode } = process;
  const before = { ...process.env };
  const { PATH, HOME } = before;
  const said = { output: '', stdout: '', stderr: '' };
  const restored = streams.map((name) => {
    const stream = process[name];
    const { write } = stream;
    const listeners = stream.listeners('error');
    stream.write = (chunk: string | Uint8Array) => {
      const text = typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString();
      said.output += text;
      said[name] += text;
      return true;
    };
    return () => {
      stream.write = write;
      for (const one of stream.listeners('error')) if (!listeners.includes(one)) stream.off('error', one as () => void);
    };
  });
  setVariables({ PATH, HOME, ...variables });
  process.exitCode = 0;
  process.exit = (code) => {
    process.exitCode = code ?? process.exitCode ?? 0;
    throw new Exit();
  };
  try {
    await act();
  } catch (error) {
    if (!(error instanceof Exit)) throw error;
  } finally {
    for (const restore of restored) restore();
    process.exit = exit;
    setVariables(before);
  }
  const code = Number(process.exitCode ?? 0);
  process.exitCode = exitCode;
  return { code, ...said };
}

function setVariables(variables: Record<string, string | undefined>): void {
  for (const name of Object.keys(process.env)) delete process.env[name];
  for (const [name, value] of Object.entries(variables)) if (value !== undefined) process.env[name] = value;
}

let last: Promise<unknown> = Promise.resolve();

function next<T>(act: () => Promise<T>): Promise<T> {
  const ended = last.then(act);
  last = ended.catch(() => undefined);
  return ended;
}

/**
 * Runs a command in this process, with these variables and none of its own but PATH and HOME; one after the other, for output
 * and variables belong to the process.
 */
export function runHere(name: string, args: string[], variables: Record<string, string> = {}): Promise<Ended> {
  const act = async (): Promise<void> => {
    const { command }: { command: CliCommand<never> } = await import(`../../src/cli/${name}.ts`);
    await runCli(name, command, args);
  };
  return next(() => asProcess(act, variables));
}

/** What a run of Playwright does when its configuration begins to load, before anything else of it may fail. */
export function beginHere(args: string[], variables: Record<string, string>): Promise<Ended> {
  const act = async (): Promise<void> => void beginCommand([process.execPath, 'playwright', 'test', ...args]);
  return next(() => asProcess(act, variables));
}
