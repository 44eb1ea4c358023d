import http from 'node:http';
import net from 'node:net';
import { setImmediate } from 'node:timers/promises';
import { catalogue } from '../../src/judge/catalogue.ts';
import type { Request } from '../../src/scenario/build.ts';
import { build } from '../../src/scenario/build.ts';
import { plan } from '../../src/scenario/plan.ts';
import { loadEnvironment } from '../../src/target/environment.ts';
import type { Target } from '../../src/target/target.ts';
import { resolveTarget } from '../../src/target/target.ts';
import type { Exchange } from '../../src/wire/exchange.ts';
import { createTransport, type TransportOptions } from '../../src/wire/transport.ts';

/** A raw server on loopback: what it does with a connection is up to the test. */
export interface RawServer {
  port: number;
  url: string;
  /** Connections so far. */
  readonly connections: number;
  close(): Promise<void>;
}

/** Listens on a free loopback port and hands over every connection, its number from 1. */
export async function rawServer(handle: (socket: net.Socket, connection: number) => void): Promise<RawServer> {
  const sockets = new Set<net.Socket>();
  let connections = 0;
  const server = net.createServer((socket) => {
    connections += 1;
    sockets.add(socket);
    socket.on('error', () => undefined);
    handle(socket, connections);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as net.AddressInfo;
  return {
    port,
    url: `http://127.0.0.1:${port}`,
    get connections() {
      return connections;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

/** A server that answers every request with the same bytes and closes. */
export function answering(...pieces: string[]): Promise<RawServer> {
  return rawServer((socket) => socket.once('data', () => socket.end(pieces.join('\r\n'))));
}

/**
 * A proxy that opens tunnels to 127.0.0.1 whatever host is asked for, as a proxy resolves names itself. `refuse` ends its
 * tunnels, and from then on it answers with this status and these header lines.
 */
export async function connectProxy(credentials: string | null) {
  const asked: string[] = [];
  const tunnels = new Set<net.Socket>();
  let refusal: string | null = null;
  const proxy = http.createServer((_incoming, outgoing) => outgoing.writeHead(405).end());
  proxy.on('connect', (incoming, socket: net.Socket) => {
    asked.push(incoming.url ?? '');
    if (refusal !== null) {
      socket.end(refusal);
      return;
    }
    const expected = credentials && `Basic ${Buffer.from(credentials).toString('base64')}`;
    if (expected && incoming.headers['proxy-authorization'] !== expected) {
      socket.end('HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n');
      return;
    }
    const onward = net.connect(Number(incoming.url?.split(':').at(-1)), '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      onward.pipe(socket).pipe(onward);
    });
    tunnels.add(socket);
    for (const one of [onward, socket]) one.on('error', () => undefined);
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  const { port } = proxy.address() as net.AddressInfo;
  const close = (): void => {
    proxy.close();
    proxy.closeAllConnections();
  };
  const refuse = (status: number, ...lines: string[]): void => {
    refusal = [`HTTP/1.1 ${status} Refused`, ...lines, 'Content-Length: 0', '', ''].join('\r\n');
    for (const tunnel of tunnels) tunnel.destroy();
  };
  return { address: `127.0.0.1:${port}`, asked, close, refuse };
}

/** A free port nothing listens at. */
export async function deadPort(): Promise<number> {
  const server = await rawServer(() => undefined);
  await server.close();
  return server.port;
}

const contracts = catalogue();
const targets = new Map<string, Target>();

/** A target of the mock environment, one provider; resolved once in a process. */
export function mockTarget(provider = 'singapay'): Target {
  const contract = contracts[provider];
  if (!contract) throw new Error(`no provider ${provider}`);
  const target = targets.get(provider) ?? resolveTarget(loadEnvironment('mock', contracts), contract, {});
  targets.set(provider, target);
  return { ...target };
}

/** The good request of a target. */
export function controlOf(target: Target): Request {
  const [control] = plan(target.contract);
  if (!control) throw new Error('a plan begins with the control');
  return build(control, {
    contract: target.contract,
    credentials: target.credentials,
    now: new Date(),
    timestampOffset: target.timestampOffset,
    probe: null,
  });
}

/** A deadline that passes when a test says so, once what was written before has arrived. */
export function calledDeadline(): { deadline: () => AbortSignal; pass: () => Promise<void> } {
  let current = new AbortController();
  return {
    deadline: () => {
      current = new AbortController();
      return current.signal;
    },
    pass: async () => {
      // What is written to this machine is there at once, and read in the next turn of the event loop.
      for (let turn = 0; turn < 5; turn++) await setImmediate();
      current.abort(new DOMException('The deadline has passed', 'TimeoutError'));
    },
  };
}

/** Sends the good request once, over a transport of its own. */
export async function sendControl(baseUrl: string, options: Partial<TransportOptions> = {}): Promise<Exchange> {
  const transport = createTransport({ baseUrl, timeout: 5, perSecond: null, tls: {}, proxy: null, ...options });
  try {
    return await transport.exchange('control', () => controlOf(mockTarget()));
  } finally {
    await transport.close();
  }
}
