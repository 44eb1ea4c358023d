import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { freshMemory, type Memory, type MemoryStore } from './memory.ts';

/** The memory a line holds; null for a line cut off: a process may be killed at any instant, and leave half of one. */
function memoryIn(line: string): Memory | null {
  try {
    return JSON.parse(line) as Memory;
  } catch {
    return null;
  }
}

/**
 * A memory in a file, a line for each state of it: a failed test ends its worker, and the next one must not ask a real
 * provider again. Holds no secret.
 */
export function fileStore(file: string): MemoryStore {
  let known: Memory | null = null;
  return {
    // Read once: one process at a time sends the requests of a target, and the next begins when it has ended.
    read: () => {
      const lines = known === null && existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
      for (const line of lines.reverse()) known ??= memoryIn(line);
      known ??= freshMemory();
      return known;
    },
    write: (memory) => {
      mkdirSync(dirname(file), { recursive: true });
      known = memory;
      // On a line of its own, whatever half a line stands before it.
      appendFileSync(file, `\n${JSON.stringify(memory)}`);
    },
  };
}
