// Written by npm run formats; npm run check compares.
/** One exchange as it is recorded: what was sent, what came, and each attempt. */
import type { Json } from './json.ts';

export interface ExchangeRecord {
  id: string;
  scenario: string;
  title: string;
  request: RequestRecord;
  response: null | ResponseRecord;
  attempts: AttemptRecord[];
  /** Version of TLS and last day of the server's certificate; absent without TLS */
  tls?: {
    version: string;
    validTo: string;
  };
  /** The server turned the client certificate away in the handshake, which is its refusal; absent where an answer came, or the network failed */
  turnedAway?: true;
  /** A shell command that sends the same request, with $NAME in place of every secret */
  curl: string;
}
export interface RequestRecord {
  method: string;
  url: string;
  headers: [string, string][];
  body: null | BodyRecord;
  /** The text sent in the place of a credential breaks what is documented of its form, so that each refusal that a demand on it names is right */
  breaksForm?: true;
}
/** A body as recorded: redacted text, cut at a bounded length */
export interface BodyRecord {
  text: string;
  /** Length of the body before redaction and cutting, bytes, after content decoding */
  bytes: number;
  cut: boolean;
}
export interface ResponseRecord {
  status: number;
  /** The reason phrase of the status line; absent where the server sent none, and in records of earlier versions */
  reason?: string;
  headers: [string, string][];
  body: BodyRecord;
  redacted: RedactedValue[];
}
/** A secret value found in an exchange: where, and what may be shown of it */
export interface RedactedValue {
  /** JSON pointer into the response body */
  pointer: string;
  length: number;
  /** First 8 hex digits of the SHA-256 of the value */
  sha256: string;
  /** The value with every letter replaced by a or A and every digit by 0: keeps length and syntax */
  shape: string;
  /** Decoded header and claims, when the value is a JWT */
  jwt?: {
    header: Json;
    claims: Json;
  };
}
/** One try to send a request */
export interface AttemptRecord {
  startedAt: string;
  /** Milliseconds from the first byte sent to the last byte received, or to giving up */
  ms: number;
  outcome: 'answered' | 'no-answer' | 'broken-answer';
  /** In a person's words, when the outcome is not answered, or when the request was sent again after a rate limit */
  cause?: string;
}
