/**
 * Sits between a connection and undici: skips interim answers, which undici reports as a fault, and keeps the first
 * bytes.
 */
import type net from 'node:net';

/** What was seen of the current answer. */
export interface AnswerWatch {
  /** Called before a request is sent. */
  begin(): void;
  /** The first bytes of the answer, interim answers left out; at most `mostKept`. */
  readonly start: Buffer;
}

/** Bytes of an answer that are kept to explain a fault; also the limit for the size of its headers. */
export const mostKept = 64 * 1024;

const statusLine = [/H/, /T/, /T/, /P/, /\//, /1/, /\./, /[01]/, / /, /1/, /[0-9]/, /[0-9]/];

/**
 * The reason phrase of the answer that begins with these bytes; null where it has none. undici gives the last piece alone
 * of a line that came in several.
 */
export function reasonIn(start: Buffer): string | null {
  const end = start.indexOf('\n');
  const line = start.toString('utf8', 0, end < 0 ? start.length : end);
  return /^HTTP\/1\.[01] +\d{3} +(.*\S)/s.exec(line)?.[1] ?? null;
}

/** Whether bytes are, or may become, an interim answer (RFC 9110, section 15.2). 101 is not one: it ends HTTP. */
function mayBeInterim(bytes: Buffer): boolean {
  const line = bytes.toString('latin1', 0, statusLine.length);
  return !line.endsWith(' 101') && statusLine.slice(0, line.length).every((part, at) => part.test(line[at] ?? ''));
}

/** Watches the answers of a connection that sends one request at a time. */
export function watchAnswers(socket: net.Socket): AnswerWatch {
  const readOn = socket.read.bind(socket);
  let kept: Buffer[] = [];
  let length = 0;
  let held: Buffer | null = Buffer.alloc(0);

  function pass(bytes: Buffer): Buffer {
    if (length < mostKept) kept.push(bytes.subarray(0, mostKept - length));
    length += bytes.length;
    return bytes;
  }

  socket.read = (size?: number): Buffer | null => {
    const bytes: Buffer | null = readOn(size);
    if (bytes === null || held === null) return bytes && pass(bytes);
    let here = held.length === 0 ? bytes : Buffer.concat([held, bytes]);
    while (mayBeInterim(here)) {
      const end = here.indexOf('\r\n\r\n');
      if (end < 0 && here.length < mostKept) {
        held = here;
        return null;
      }
      here = here.subarray(end < 0 ? here.length : end + 4);
    }
    held = null;
    return pass(here);
  };
  return {
    begin() {
      kept = [];
      length = 0;
      held = Buffer.alloc(0);
    },
    get start() {
      return Buffer.concat(kept);
    },
  };
}
