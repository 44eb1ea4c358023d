import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { freshMemory, type Memory } from './memory.ts';
import type { MemoryStore } from './session.ts';

/** A memory in a file: a failed test ends its worker, and the next one must not ask a real provider again. Holds no secret. */
export function fileStore(file: string): MemoryStore {
  let known: Memory | null = null;
  return {
    // Read once: one process at a time sends the requests of a target, and the next begins when it has ended.
    read: () => {
      known ??= existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Memory) : freshMemory();
      return known;
    },
    write: (memory) => {
      known = memory;
      mkdirSync(dirname(file), { recursive: true });
      // A worker may be killed at any instant; half a memory would end every worker after it.
      writeFileSync(`${file}.new`, JSON.stringify(memory));
      renameSync(`${file}.new`, file);
    },
  };
}
