/** The process that hosts the session of a target: it sends the requests that one worker after the other asks for. */
import { rmSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { configureRoots } from '../files/roots.ts';
import { writeWhole } from '../files/whole.ts';
import { printError } from '../output/print.ts';
import type { Session } from '../run/session.ts';
import type { Scenario } from '../scenario/plan.ts';
import { type Address, type Asked, addressFile, type Hosting, lineOf, onLines, type Said } from './hosted.ts';
import { open } from './opened.ts';
import { scenariosOfRun } from './resolved.ts';

/** Most bytes of the path of a socket, which systems limit to 103 at least. */
const mostBytes = 100;

/** Where the host listens. */
function socketPath(scratch: string): string {
  const name = `conformance-${process.pid}`;
  if (process.platform === 'win32') return `\\\\.\\pipe\\${name}`;
  const path = join(scratch, name);
  return Buffer.byteLength(path) <= mostBytes ? path : join(tmpdir(), name);
}

/** The one target of a host. */
class Host {
  /** The worker that connected last, which is told of waits. */
  private worker: Socket | null = null;
  private session: Promise<Session> | null = null;
  private readonly hosting: Hosting;
  private readonly scenarios: ReadonlyMap<string, Scenario>;

  constructor(hosting: Hosting, scenarios: ReadonlyMap<string, Scenario>) {
    this.hosting = hosting;
    this.scenarios = scenarios;
  }

  async serve(worker: Socket): Promise<void> {
    this.worker = worker;
    // A worker may be killed at any instant; the next one asks again.
    worker.on('error', () => worker.destroy());
    onLines<Asked>(worker, (asked) => void this.answer(worker, asked));
    await this.say(worker, async () => ({ reported: [...(await this.opened()).reported()] }));
  }

  /** Opened when a worker first asks: what the workers before it wrote of the target is whole then. */
  private opened(): Promise<Session> {
    const { metadata, outputDir } = this.hosting;
    this.session ??= open(metadata, outputDir, (wait, what) => {
      if (this.worker) void this.say(this.worker, async () => ({ wait, what }));
    });
    return this.session;
  }

  private async answer(worker: Socket, asked: Asked): Promise<void> {
    if ('claimed' in asked) {
      (await this.opened()).claimReport(asked.claimed);
      return;
    }
    await this.say(worker, async () => {
      const scenario = this.scenarios.get(asked.run);
      if (!scenario) throw new Error(`the plan holds no scenario ${asked.run}`);
      return { outcome: await (await this.opened()).run(scenario) };
    });
  }

  /** Says something to the worker that asked for it: one that was killed asks no more, and the next one has asked for something else. */
  private async say(worker: Socket, make: () => Promise<Said>): Promise<void> {
    const said = await make().catch((thrown: unknown): Said => {
      const { name, message, stack = '' } = thrown instanceof Error ? thrown : new Error(String(thrown));
      return { error: { name, message, stack } };
    });
    if (!worker.destroyed) worker.write(lineOf(said));
  }
}

/** Serves the workers of a run until the process that began it ends, or wants no more. */
async function main(hosting: Hosting): Promise<void> {
  const { metadata, scratch, roots } = hosting;
  configureRoots(roots);
  const host = new Host(hosting, await scenariosOfRun(metadata.target.provider));
  const path = socketPath(scratch);
  const server = createServer((worker) => void host.serve(worker));
  process.once('disconnect', () => {
    rmSync(path, { force: true });
    process.exit();
  });
  // Nobody but this user may ask.
  const before = process.umask(0o177);
  server.listen(path, () => {
    const address: Address = { path, pid: process.pid };
    writeWhole(addressFile(scratch, metadata.target.target), JSON.stringify(address), 0o600);
  });
  process.umask(before);
}

// What Node.js prints of an error by itself would pass no gate; the session clears what this is given.
process.on('uncaughtException', ({ stack, message }) => {
  printError(stack ?? message);
  process.exit(1);
});
// The process that began the run decides when it ends.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => undefined);
process.once('message', (hosting: Hosting) => void main(hosting));
