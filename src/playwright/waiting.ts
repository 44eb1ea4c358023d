/** The line by which a worker tells the reporter that a target waits; standard output is all that leaves a worker at once. */
const shape = /^(\S+): waiting (\d+(?:\.\d+)?) s (.+)$/;

/** A wait of a target, and what it is for. */
export interface Waiting {
  target: string;
  ms: number;
  /** Such as `for a token to expire`. */
  what: string;
}

/** Tells a wait in one line. */
export function waitingLine({ target, ms, what }: Waiting): string {
  return `${target}: waiting ${(ms / 1000).toFixed(1)} s ${what}`;
}

/** Reads such a line; null where it is another. */
export function readWaiting(line: string): Waiting | null {
  const [, target, seconds, what] = shape.exec(line.trim()) ?? [];
  return target && seconds && what ? { target, ms: Number(seconds) * 1000, what } : null;
}
