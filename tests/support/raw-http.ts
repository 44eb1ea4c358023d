import http from 'node:http';
import https from 'node:https';

/** A request whose headers are sent unchanged, repeated and empty ones too. */
export interface RawRequest {
  method: string;
  /** Path and query. */
  target: string;
  headers: [string, string][];
  body: string | Uint8Array;
}

/** An answer with its header names in lower case. */
export interface RawAnswer {
  status: number;
  headers: Map<string, string>;
  text: string;
}

/** Sends one request on a connection of its own; `tls` reaches node:https as it is. */
export function sendRaw(origin: string, request: RawRequest, tls: https.RequestOptions = {}): Promise<RawAnswer> {
  const { hostname, port, protocol, host } = new URL(origin);
  const body = Buffer.from(request.body);
  const framing: [string, string][] = [
    ['Host', host],
    ['Content-Length', String(body.length)],
    ['Connection', 'close'],
  ];
  const options = {
    ...tls,
    agent: false as const,
    hostname,
    port,
    method: request.method,
    path: request.target,
    headers: [...framing, ...request.headers].flat(),
  };
  return new Promise((resolve, reject) => {
    const outgoing = (protocol === 'https:' ? https : http).request(options, async (incoming) => {
      const chunks: Buffer[] = [];
      try {
        for await (const chunk of incoming as AsyncIterable<Buffer>) chunks.push(chunk);
      } catch (error) {
        reject(error);
      }
      const headers = new Map(Object.entries(incoming.headers).map(([key, value]) => [key, String(value)]));
      resolve({ status: incoming.statusCode ?? 0, headers, text: Buffer.concat(chunks).toString() });
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}
