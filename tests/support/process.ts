/** The one way in which tests start a process. */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { StringDecoder } from 'node:string_decoder';
import { pathToFileURL } from 'node:url';

/** Milliseconds after which a process that does not end by itself is ended; its exit code is then null. */
export const mostMs = 400_000;

/** How a process ended. */
export interface Ended {
  /** Null where a signal ended it. */
  code: number | null;
  /** Both streams together, as they came. */
  output: string;
  stdout: string;
  stderr: string;
}

/** A process under way. */
export interface Started<T extends Ended = Ended> {
  child: ChildProcessWithoutNullStreams;
  ended: Promise<T>;
}

/** What a process is started with. */
export interface StartOptions {
  cwd?: string;
  /** All of its variables; those of this process without them. */
  env?: Record<string, string | undefined>;
  /** What it reads on standard input, which is closed then; without it standard input is left open to the test. */
  input?: string;
  /** Whether it has a group of its own, without the terminal of this process. */
  detached?: boolean;
}

/** Options of Node.js for a process that ends soon: what V8 optimises in it, or collects in threads, takes longer than it saves. */
export const brief = ['--no-opt', '--single-threaded-gc'];

/** Starts a program; one that does not end by itself is killed after `mostMs`. */
export function start(program: string, args: readonly string[], { input, ...options }: StartOptions = {}): Started {
  const child = spawn(program, args, { ...options, timeout: mostMs, killSignal: 'SIGKILL' });
  const said = { output: '', stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    const decoder = new StringDecoder();
    child[name].on('data', (chunk: Buffer) => {
      const text = decoder.write(chunk);
      said.output += text;
      said[name] += text;
    });
  }
  // A program that ends without reading is known by its exit code.
  child.stdin.on('error', () => undefined);
  if (input !== undefined) child.stdin.end(input);
  const ended = new Promise<Ended>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, ...said }));
  });
  return { child, ended };
}

/** Makes pipes with a name. @throws Error where the system makes none. */
export async function makePipes(...files: string[]): Promise<void> {
  const { code, output } = await start('mkfifo', files).ended;
  if (code !== 0) throw new Error(`mkfifo ends with ${code}: ${output}`);
}

// Found from here, so that a program may run in any folder.
const loader = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;

/** Starts a file of TypeScript. */
export function startTypeScript(file: string, args: readonly string[], options?: StartOptions): Started {
  return start(process.execPath, [...brief, '--import', loader, file, ...args], options);
}
