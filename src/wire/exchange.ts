import type { Request } from '../scenario/build.ts';
import { mediaType } from './headers.ts';

/** An answer as received, its content coding undone. */
export interface Response {
  status: number;
  /** What the status line says beside the status; absent where it says nothing. */
  reason?: string;
  /** In the order received, letter case kept, repeated lines apart. */
  headers: [name: string, value: string][];
  /** At most `bodyLimit` bytes. */
  body: Buffer;
  /** Why the body may differ from what the provider meant to send; null when it is whole. */
  bodyFault: string | null;
}

/** One try to send a request. */
export interface Attempt {
  startedAt: Date;
  ms: number;
  /** Null when an answer came whole. */
  trouble: Trouble | null;
  /** The answer asked to wait; the request was sent again after this many seconds. */
  limited?: { status: number; seconds: number };
}

/** Trouble of the network, in plain words. It is never a deviation of the provider. */
export interface Trouble {
  kind: 'no-answer' | 'broken-answer' | 'refused-by-network';
  cause: string;
  /**
   * A server in front of the provider may have answered; where the contract documents the answer, it counts as the
   * provider's.
   */
  front?: true;
  /** The server asked for a client certificate, and turned away the one that was sent, or none, in the handshake. */
  turnedAway?: true;
}

/** Details of the handshake of a connection. */
export interface TlsFacts {
  /** As OpenSSL names it: `TLSv1.3`. */
  version: string;
  /** Last instant at which the server's certificate is valid. */
  validTo: Date;
}

/** A request, what came back, and every attempt on the way. */
export interface Exchange {
  scenario: string;
  baseUrl: string;
  request: Request;
  attempts: Attempt[];
  response: Response | null;
  /** Set when the exchange shows nothing of the provider. */
  trouble: Trouble | null;
  /**
   * No answer came because the server turned the client certificate away that a way put in place of the client's own: that
   * is its refusal.
   */
  turnedAway?: true;
  /** Absent where the connection is not secured, or none was made. */
  tls?: TlsFacts;
  /** Instant at which the answer was complete. */
  answeredAt: Date;
}

/** Every value of a header, names compared in any letter case. */
export function headerValues(response: Pick<Response, 'headers'>, name: string): string[] {
  const wanted = name.toLowerCase();
  return response.headers.filter(([header]) => header.toLowerCase() === wanted).map(([, value]) => value);
}

/** The media type of an answer without its parameters, in lower case; null without a readable Content-Type. */
export function mediaTypeOf(response: Pick<Response, 'headers'>): string | null {
  return mediaType(headerValues(response, 'Content-Type').slice(0, 1))?.type ?? null;
}
