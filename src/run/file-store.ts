import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { makeFolder } from '../files/make-folder.ts';
import { isObject, parseJson } from '../formats/json.ts';
import { freshMemory, type Memory, type MemoryStore } from './memory.ts';

const isCount = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value) && value >= 0;

function isControl(value: unknown): boolean {
  const { granted, reason } = isObject(value) ? value : {};
  return granted === true || (granted === false && typeof reason === 'string');
}

function isMemory(value: unknown): value is Memory {
  if (!isObject(value)) return false;
  const { controls, reported, requests, dead, givenUp, quietUntil } = value;
  return (
    [requests, dead, quietUntil].every(isCount) &&
    (givenUp === null || typeof givenUp === 'string') &&
    Array.isArray(reported) &&
    reported.every((clause) => typeof clause === 'string') &&
    isObject(controls) &&
    Object.values(controls).every(isControl)
  );
}

/** The memory in a line; null for half a line, for anything else, and for the memory of another run. */
function memoryIn(line: string, run: string): Memory | null {
  try {
    const value = parseJson(line);
    const memory: unknown = isObject(value) && value['run'] === run ? value['memory'] : null;
    return isMemory(memory) ? memory : null;
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
      // On a line of its own, after any half a line.
      appendFileSync(file, `\n${JSON.stringify({ run, memory })}`);
    },
  };
}
