import type { Json } from '../contract/types.ts';

/** Deepest nesting of a JSON body that is read; no provider's is near it, and hostile ones cost time and stack. */
const mostDepth = 200;

function isTooDeep(body: Buffer): boolean {
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < body.length; at++) {
    const byte = body[at];
    if (quoted) {
      if (byte === 0x5c) at++;
      else if (byte === 0x22) quoted = false;
    } else if (byte === 0x22) quoted = true;
    else if (byte === 0x5b || byte === 0x7b) depth++;
    else if (byte === 0x5d || byte === 0x7d) depth--;
    if (depth > mostDepth) return true;
  }
  return false;
}

/** The body of an answer as JSON; undefined when it is none, or nested beyond any reason. */
export function jsonOf(body: Buffer): Json | undefined {
  if (isTooDeep(body)) return undefined;
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(body)) as Json;
  } catch {
    return undefined;
  }
}
