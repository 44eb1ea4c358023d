/**
 * A session that a process of its own hosts. Playwright starts a worker anew after each red test, and to load a session takes
 * longer than all else that the worker does; so once a second test of a target is red, its session moves to a host that stays.
 */
import { existsSync, readFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Roots } from '../files/roots.ts';
import type { ClearedEvidence } from '../run/outcome.ts';
import type { Session } from '../run/session.ts';
import type { ProjectMetadata } from './opened.ts';

/** What a worker asks of a host: to run a scenario, or to take note of a cause that it reported. */
export type Asked = { run: string } | { claimed: string };

/** What a host says: the causes that were reported, at first; a wait that begins; and an outcome, or the error in its place. */
export type Said =
  | { reported: string[] }
  | { wait: number; what: string }
  | { outcome: ClearedEvidence }
  | { error: { name: string; message: string; stack: string } };

/** Where a host can be reached, and which process it is. */
export interface Address {
  path: string;
  pid: number;
}

/** The file in the folder of a run that says where the host of a target is; there is none before it listens. */
export const addressFile = (scratch: string, target: string): string => join(scratch, `host-${target}.json`);

/** What the process that began the run tells a host. */
export interface Hosting {
  metadata: ProjectMetadata;
  outputDir: string;
  /** Folder of the run. */
  scratch: string;
  roots: Roots;
}

/** A line of what one side sends to the other. */
export const lineOf = (message: Asked | Said): string => `${JSON.stringify(message)}\n`;

/** Calls for each line that comes, in their order. */
export function onLines<T>(socket: Socket, act: (message: T) => void): void {
  createInterface({ input: socket, crlfDelay: Number.POSITIVE_INFINITY }).on('line', (line) => act(JSON.parse(line)));
}

function connected(path: string): Promise<Socket | null> {
  return new Promise((resolve) => {
    const socket = connect(path);
    socket.once('connect', () => resolve(socket));
    // A host that has ended is none: the worker opens a session of its own.
    socket.once('error', () => resolve(null));
  });
}

function errorOf({ name, message, stack }: { name: string; message: string; stack: string }): Error {
  const error = new Error(message);
  error.name = name;
  error.stack = stack;
  return error;
}

/** The session of a target that a host holds; null where there is no host. `onWait` is called before a wait of the host. */
export async function hostedSession(
  scratch: string,
  target: string,
  onWait: (ms: number, what: string) => void,
): Promise<Session | null> {
  const file = addressFile(scratch, target);
  if (!existsSync(file)) return null;
  const { path, pid }: Address = JSON.parse(readFileSync(file, 'utf8'));
  const socket = await connected(path);
  if (!socket) return null;
  const ended = (): Error => new Error(`the process ${pid}, which sends the requests of ${target}, has ended`);
  const reported = new Set<string>();
  let asking: { resolve(outcome: ClearedEvidence): void; reject(error: Error): void } | null = null;
  const ready = new Promise<void>((resolve, reject) => {
    onLines<Said>(socket, (said) => {
      if ('reported' in said) {
        for (const cause of said.reported) reported.add(cause);
        resolve();
      } else if ('wait' in said) onWait(said.wait, said.what);
      else if ('outcome' in said) asking?.resolve(said.outcome);
      else (asking?.reject ?? reject)(errorOf(said.error));
    });
    socket.once('close', () => (asking?.reject ?? reject)(ended()));
  });
  await ready;
  return {
    async run({ id }) {
      if (socket.closed) throw ended();
      try {
        return await new Promise<ClearedEvidence>((resolve, reject) => {
          asking = { resolve, reject };
          socket.write(lineOf({ run: id }));
        });
      } finally {
        asking = null;
      }
    },
    claimReport(cause) {
      if (reported.has(cause)) return false;
      reported.add(cause);
      socket.write(lineOf({ claimed: cause }));
      return true;
    },
    reported: () => [...reported],
    async close() {
      // A host that does not answer in the time of a test answers none of the next ones either.
      if (asking) process.kill(pid, 'SIGKILL');
      socket.end();
    },
  };
}
