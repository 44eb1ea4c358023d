/**
 * The line by which a worker reports to the reporter that a target waits: JSON on standard output, since nothing else
 * leaves a worker at once.
 */
import { isObject } from '../formats/json.ts';

/** A wait of a target, and its purpose. */
export interface Waiting {
  target: string;
  ms: number;
  /** Such as `for a token to expire`. */
  what: string;
}

/** A wait as one line: `{"waiting":{"target":"acme@dev","ms":3000,"what":"for a token to expire"}}`. */
export function waitingLine({ target, ms, what }: Waiting): string {
  return JSON.stringify({ waiting: { target, ms, what } });
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    // Any other output of a worker.
    return null;
  }
}

/** Reads such a line; null for any other line. */
export function readWaiting(line: string): Waiting | null {
  const value = line.startsWith('{"waiting":') ? parsed(line.trim()) : null;
  const waiting = isObject(value) ? value['waiting'] : null;
  if (!isObject(waiting)) return null;
  const { target, ms, what } = waiting;
  return typeof target === 'string' && typeof ms === 'number' && typeof what === 'string' ? { target, ms, what } : null;
}
