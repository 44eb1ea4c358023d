/** Reads what need not be a regular file: a pipe that another program fills, a device. It is waited for, but never without end. */
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { systemCode } from './faults.ts';

/** How long, in milliseconds, a pipe is waited for. */
export interface Patience {
  /** As long as no program has it open for writing. */
  unopened: number;
  /** As long as a program has it open and writes nothing; it may be asking somebody for leave. */
  silent: number;
}

const patience: Patience = { unopened: 3_000, silent: 60_000 };

/** Milliseconds between two looks at a pipe. */
const pause = 10;

/** Most bytes that are read at once. */
const mostAtOnce = 65_536;

function wait(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}

/** The bytes that are there now; null where none are yet, but may come. */
function next(handle: number): Buffer | null {
  const bytes = Buffer.alloc(mostAtOnce);
  try {
    return bytes.subarray(0, readSync(handle, bytes));
  } catch (error) {
    if (systemCode(error) === 'EAGAIN') return null;
    throw error;
  }
}

function readFrom(handle: number, most: number, { unopened, silent }: Patience): Buffer {
  const entry = fstatSync(handle);
  if (entry.isDirectory()) throw new Error('it is a folder');
  const tooMuch = `it holds more than ${most} bytes`;
  if (entry.size > most) throw new Error(tooMuch);
  const parts: Buffer[] = [];
  const begun = performance.now();
  let size = 0;
  // The end of a pipe looks as one that nobody has opened yet.
  let isOpen = !entry.isFIFO();
  for (;;) {
    const part = next(handle);
    if (part === null || part.length > 0) isOpen = true;
    if (part?.length === 0 && isOpen) return Buffer.concat(parts);
    if (part && part.length > 0) {
      size += part.length;
      if (size > most) throw new Error(tooMuch);
      parts.push(part);
      continue;
    }
    const waited = performance.now() - begun;
    if (!isOpen && waited > unopened) throw new Error('it is a pipe that no program writes into');
    if (waited > silent) throw new Error('nothing came from it, nor its end');
    wait(pause);
  }
}

/**
 * Reads what is at a path to its end.
 * @throws the system's error, or one that says why it has no end, or none within `most` bytes.
 */
export function readToEnd(file: string, most: number, patient = patience): Buffer {
  // Without O_NONBLOCK, to open a pipe waits for a program that writes.
  const handle = openSync(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    return readFrom(handle, most, patient);
  } finally {
    closeSync(handle);
  }
}
