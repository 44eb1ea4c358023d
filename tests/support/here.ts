/** A command of `conform` in this process: what it prints and how it ends, at a tenth of what a process of its own costs. */
import type { CliCommand } from '../../src/cli/command.ts';
import { runCli } from '../../src/cli/run.ts';
import { configureRoots, roots, rootsOf } from '../../src/files/roots.ts';
import { beginCommand } from '../../src/playwright/begin.ts';
import { newFolder } from './folders.ts';
import type { Ended } from './process.ts';

/** Stands for the end of the process that the command would have had. */
class Exit extends Error {}

const streams = ['stdout', 'stderr'] as const;
const events = ['exit', 'SIGINT', 'SIGTERM', 'uncaughtException', 'unhandledRejection'];

/** What listens to this process from now on: `end` lets what waits for the end of the process have it, `remove` takes all away. */
function listening(): { end(): void; remove(): void } {
  const before = events.map((event) => process.rawListeners(event));
  const added = (at: number) => process.rawListeners(events[at] ?? '').filter((one) => !before[at]?.includes(one));
  return {
    end() {
      for (const atEnd of added(0)) Reflect.apply(atEnd, process, [Number(process.exitCode ?? 0)]);
    },
    remove() {
      for (const [at, event] of events.entries())
        for (const one of added(at)) process.removeListener(event, one as () => void);
    },
  };
}

/** Runs `act` as if it had a process of its own: its variables, its folder, its output, its exit code. */
async function asProcess(
  act: () => Promise<void>,
  variables: Record<string, string | undefined>,
  folder = process.cwd(),
): Promise<Ended> {
  const { exit, exitCode, argv } = process;
  const [cwd, configured, listeners] = [process.cwd(), roots(), listening()];
  const before = { ...process.env };
  // What this run compiled is loaded by threads as well.
  const { PATH, HOME, CONFORMANCE_COMPILED } = before;
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
  setVariables({ PATH, HOME, CONFORMANCE_COMPILED, ...variables });
  process.chdir(folder);
  if (folder !== cwd) configureRoots(rootsOf({}));
  process.exitCode = 0;
  process.exit = (code) => {
    process.exitCode = code ?? process.exitCode ?? 0;
    throw new Exit();
  };
  try {
    await act().catch((error: unknown) => {
      if (!(error instanceof Exit)) throw error;
    });
    listeners.end();
  } finally {
    listeners.remove();
    for (const restore of restored) restore();
    Object.assign(process, { exit, argv });
    process.chdir(cwd);
    configureRoots(configured);
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

/**
 * Does in this process what a process would do with these variables, in a folder; one after the other, for output, variables
 * and folder belong to the process. Of the variables of this process it keeps PATH, HOME and CONFORMANCE_COMPILED alone.
 */
export function actHere(
  act: () => Promise<void>,
  variables: Record<string, string | undefined> = {},
  folder?: string,
): Promise<Ended> {
  const ended = last.then(() => asProcess(act, variables, folder));
  last = ended.catch(() => undefined);
  return ended;
}

/** Runs a command in this process, with these variables and those that `actHere` keeps, in a folder. */
export function runHere(
  name: string,
  args: string[],
  variables: Record<string, string> = {},
  folder?: string,
): Promise<Ended> {
  const act = async (): Promise<void> => {
    const { command }: { command: CliCommand<never> } = await import(`../../src/cli/${name}.ts`);
    await runCli(name, command, args);
  };
  return actHere(act, variables, folder);
}

let temporary: string | null = null;

/** A temporary folder of this process for runs: each looks through all of it, and that of the system may hold a lot. */
export function ownTemporary(): { TMPDIR: string } {
  temporary ??= newFolder('temporary');
  return { TMPDIR: temporary };
}

/** What a run of Playwright does when its configuration begins to load, before anything else of it may fail. */
export function beginHere(args: string[], variables: Record<string, string>): Promise<Ended> {
  const act = async (): Promise<void> => void beginCommand([process.execPath, 'playwright', 'test', ...args]);
  return actHere(act, { ...ownTemporary(), ...variables });
}
