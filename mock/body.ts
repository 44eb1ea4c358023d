import { bodyLimit } from './http.ts';

function utf8(bytes: Uint8Array): string | undefined {
  try {
    // RFC 8259, section 8.1: JSON has no byte order mark, so it is kept and fails to parse.
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** The members of a JSON object; undefined when the body is too long, not UTF-8, not JSON or no object. */
export function jsonObject(body: Uint8Array): Map<string, unknown> | undefined {
  const text = body.length > bodyLimit ? undefined : utf8(body);
  if (text === undefined) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
    return new Map(Object.entries(value));
  } catch {
    return undefined;
  }
}

/** Decodes one application/x-www-form-urlencoded name or value; undefined when an escape is bad or not UTF-8. */
export function formDecode(encoded: Uint8Array): string | undefined {
  const bytes: number[] = [];
  const raw = Buffer.from(encoded).toString('latin1');
  for (let at = 0; at < raw.length; at += 1) {
    const character = raw.charAt(at);
    if (character === '%') {
      const digits = raw.slice(at + 1, at + 3);
      if (!/^[0-9A-Fa-f]{2}$/.test(digits)) return undefined;
      bytes.push(Number.parseInt(digits, 16));
      at += 2;
    } else {
      bytes.push(character === '+' ? 0x20 : raw.charCodeAt(at));
    }
  }
  return utf8(Uint8Array.from(bytes));
}

/** Form parameters by name, every value kept; undefined when one cannot be decoded. */
export function formParameters(body: Uint8Array): Map<string, string[]> | undefined {
  const parameters = new Map<string, string[]>();
  for (const pair of Buffer.from(body).toString('latin1').split('&')) {
    if (pair === '') continue;
    const equals = pair.indexOf('=');
    const name = formDecode(Buffer.from(equals < 0 ? pair : pair.slice(0, equals), 'latin1'));
    const value = formDecode(Buffer.from(equals < 0 ? '' : pair.slice(equals + 1), 'latin1'));
    if (name === undefined || value === undefined) return undefined;
    parameters.set(name, [...(parameters.get(name) ?? []), value]);
  }
  return parameters;
}
