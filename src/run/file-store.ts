import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { makeFolder } from '../files/make-folder.ts';
import { freshMemory, type Memory, type MemoryStore } from './memory.ts';

type Unknown<T> = Partial<Record<keyof T, unknown>>;

const isCount = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value) && value >= 0;

function isControl(value: unknown): boolean {
  const { granted, reason } = (value ?? {}) as { granted?: unknown; reason?: unknown };
  return granted === true || (granted === false && typeof reason === 'string');
}

function isMemory(value: Unknown<Memory>): value is Memory {
  const { controls, told, requests, dead, givenUp, quietUntil } = value;
  return (
    [requests, dead, quietUntil].every(isCount) &&
    (givenUp === null || typeof givenUp === 'string') &&
    Array.isArray(told) &&
    told.every((clause) => typeof clause === 'string') &&
    typeof controls === 'object' &&
    controls !== null &&
    Object.values(controls).every(isControl)
  );
}

/** The memory that a line holds; null for half a line, for what is no memory, and for the memory of another run. */
function memoryIn(line: string, run: string): Memory | null {
  try {
    const value = JSON.parse(line) as { run?: unknown; memory?: Unknown<Memory> } | null;
    const memory = value?.run === run && typeof value.memory === 'object' ? value.memory : null;
    return memory && isMemory(memory) ? memory : null;
  } catch {
    // A process may be killed at any instant, and leave half a line.
    return null;
  }
}

/**
 * The memory of a run in a file, a line for each state of it: a failed test ends its worker, and the next one must not
 * ask a real provider again. Holds no secret.
 */
export function fileStore(file: string, run: string): MemoryStore {
  let known: Memory | null = null;
  return {
    // Read once: one process at a time sends the requests of a target, and the next begins when it has ended.
    read: () => {
      const lines = known === null && existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
      for (const line of lines.reverse()) known ??= memoryIn(line, run);
      known ??= freshMemory();
      return known;
    },
    write: (memory) => {
      makeFolder(dirname(file));
      known = memory;
      // On a line of its own, whatever half a line stands before it.
      appendFileSync(file, `\n${JSON.stringify({ run, memory })}`);
    },
  };
}
