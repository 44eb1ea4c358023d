import type http from 'node:http';
import { TLSSocket } from 'node:tls';
import { bodyLimit, type Received } from './http.ts';

/** Reads a request whole, and the certificate of its connection. */
export async function receive(incoming: http.IncomingMessage): Promise<Received> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    // One byte beyond the limit shows a provider that it was exceeded; the rest is read and dropped.
    if (length <= bodyLimit) chunks.push(chunk);
    length += chunk.length;
  }
  const [path = '', ...query] = (incoming.url ?? '').split('?');
  const headers: [string, string][] = [];
  for (let at = 0; at < incoming.rawHeaders.length; at += 2) {
    headers.push([incoming.rawHeaders[at] ?? '', incoming.rawHeaders[at + 1] ?? '']);
  }
  const certificate = incoming.socket instanceof TLSSocket ? incoming.socket.getPeerCertificate().raw : undefined;
  return {
    method: incoming.method ?? '',
    path,
    query: query.join('?'),
    headers,
    body: Buffer.concat(chunks),
    ...(certificate ? { certificate } : {}),
  };
}
