/** An answer as it goes over the wire; the server adds Date and Content-Length where they are absent. */
export interface Answer {
  status: number;
  headers: [string, string][];
  body: string | Uint8Array;
  /** The connection is closed without an answer, as a server does that turns a client certificate away. */
  closes?: true;
}

/** A request as received: header values and body undecoded, repeated headers kept apart. */
export interface Received {
  method: string;
  /** Path without the query. */
  path: string;
  /** Query without the question mark, or the empty string. */
  query: string;
  headers: [string, string][];
  body: Uint8Array;
  /** DER of the client certificate of the connection; absent where there is none. */
  certificate?: Uint8Array;
}

/** Largest request body a provider reads, in bytes. */
export const bodyLimit = 1024 * 1024;

/** Every value of one header, in the order received. */
export function headerValues(received: Received, name: string): string[] {
  const wanted = name.toLowerCase();
  return received.headers.filter(([key]) => key.toLowerCase() === wanted).map(([, value]) => value);
}

/** What became of a header that has to be there exactly once and not be empty. */
type Single = { found: string } | { found: undefined; why: 'missing' | 'repeated' };

/** Reads a header that has to be there exactly once and not be empty. */
export function singleHeader(received: Received, name: string): Single {
  const values = headerValues(received, name);
  if (values.length > 1) return { found: undefined, why: 'repeated' };
  const value = values[0];
  return value ? { found: value } : { found: undefined, why: 'missing' };
}

/** The media type in lower case without its parameters; undefined when absent or repeated. */
export function mediaType(received: Received): string | undefined {
  const { found } = singleHeader(received, 'Content-Type');
  return found?.split(';')[0]?.trim().toLowerCase();
}

/** A JSON answer that no cache may keep, under a media type of JSON. */
export function jsonAnswer(
  status: number,
  body: unknown,
  headers: [string, string][] = [],
  type = 'application/json',
): Answer {
  return {
    status,
    headers: [['Content-Type', type], ['Cache-Control', 'no-store'], ...headers],
    body: JSON.stringify(body),
  };
}
