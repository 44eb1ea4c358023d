/** Reads the facts of a page in a thread of its own, which is ended when the page takes too long: no parser of pages is linear. */
import { setFlagsFromString } from 'node:v8';
import { Worker } from 'node:worker_threads';
import { InputError } from '../../contract/problems.ts';
import { isSource, moduleFile } from '../../package/place.ts';
import type { Facts } from '../facts/facts.ts';
import type { DeriveOptions, Page } from '../facts/input.ts';
import type { Told } from './pages.ts';
import type { Answer } from './reader.ts';

/** Seconds of processor time for each MiB of a page, and for a smaller page. */
const secondsForMiB = 20;

/** Seconds in all, for what a description refers to may have to be fetched. */
const mostSeconds = 120;

/** Most memory of the thread, in MB. */
const mostMemory = 1024;

const nestedTooDeeply = 'it is nested too deeply';

/** Milliseconds between two looks at the processor time. */
const interval = 50;

/** A thread that was started, and that it listens; rejected where it cannot be loaded. */
interface Reader {
  thread: Worker;
  ready: Promise<void>;
}

function startedReader(): Reader {
  // V8 interprets a pattern once before it compiles it; to make that form of hundreds of long ones shorter takes longest of all.
  setFlagsFromString('--no-regexp-peephole-optimization');
  const file = isSource ? new URL('./thread.mjs', import.meta.url) : moduleFile('src/draft/read/reader');
  const thread = new Worker(file, { resourceLimits: { maxOldGenerationSizeMb: mostMemory } });
  const ready = new Promise<void>((resolve, reject) => {
    thread.once('message', () => resolve());
    thread.once('error', reject);
  });
  return { thread, ready };
}

/** The thread that waits for a page, if there is one. */
let idle: Reader | null = null;

/** Leaves a thread to the next page; a process that reads no more ends as if there were none. */
function leave(reader: Reader): void {
  // Those of the thread itself, which has more, stay.
  for (const event of ['message', 'messageerror', 'error']) reader.thread.removeAllListeners(event);
  reader.thread.unref();
  idle = reader;
}

/** Starts a thread for the first page that will be read: it loads what it needs while this one loads the rest of its command. */
export function prepareReader(): void {
  if (idle) return;
  idle = startedReader();
  idle.thread.unref();
  // One that reads meets the fault again.
  idle.ready.catch(() => {});
}

function takenReader(): Reader {
  const reader = idle ?? startedReader();
  idle = null;
  reader.thread.ref();
  return reader;
}

/**
 * The facts of a page.
 * @param told is given texts of the facts while these are still read
 * @throws InputError where it cannot be read, or not within its time and memory.
 */
export function boundedFacts(pages: Page[], options: DeriveOptions = {}, told: Told = () => {}): Promise<Facts> {
  const seconds = secondsForMiB * Math.max(1, pages.reduce((sum, { text }) => sum + text.length, 0) / 2 ** 20);
  const bases = pages.map(({ base }) => base).join(', ');
  const fault = (reason: string): InputError => new InputError(`The page ${bases} cannot be read:`, [reason]);
  const partFault = (reason: string): InputError => fault(`${reason}; give the part that is about the token alone`);
  return new Promise((resolve, reject) => {
    const reader = takenReader();
    const { thread, ready } = reader;
    let watch: NodeJS.Timeout | null = null;
    const end = (settle: () => void, isWhole = false): void => {
      if (watch) clearInterval(watch);
      if (isWhole) leave(reader);
      else void thread.terminate();
      settle();
    };
    const begin = (): void => {
      const [cpu, start] = [process.cpuUsage(), performance.now()];
      watch = setInterval(() => {
        const { user, system } = process.cpuUsage(cpu);
        const long = (user + system) / 1e6 > seconds || performance.now() - start > mostSeconds * 1000;
        if (long) end(() => reject(partFault(`to read it takes longer than ${Math.ceil(seconds)} s`)));
      }, interval);
    };
    // One that is still loading takes it up by itself: this thread may be busy when the other says that it listens.
    thread.postMessage({ pages, options });
    void ready.then(begin, (error: unknown) => end(() => reject(error)));
    thread.on('message', (answer: Answer) => {
      if (answer.kind === 'ready') return;
      if (answer.kind === 'texts') told(answer.texts);
      else if (answer.kind === 'facts') end(() => resolve(answer.facts), true);
      else if (answer.kind === 'input') end(() => reject(new InputError(answer.title, answer.problems)), true);
      else end(() => reject(partFault(nestedTooDeeply)));
    });
    // What the thread could still send may be nested too deeply to be taken over.
    thread.on('messageerror', () => end(() => reject(partFault(nestedTooDeeply))));
    thread.on('error', (error: Error & { code?: string }) =>
      end(() =>
        reject(
          error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? fault(`to read it takes more than ${mostMemory} MB`) : error,
        ),
      ),
    );
  });
}
