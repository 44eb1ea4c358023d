import net from 'node:net';
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

/** A free port nothing listens at. */
export async function deadPort(): Promise<number> {
  const server = await rawServer(() => undefined);
  await server.close();
  return server.port;
}

const contracts = catalogue();

/** A target of the mock environment, one provider. */
export function mockTarget(provider = 'singapay'): Target {
  const contract = contracts[provider];
  if (!contract) throw new Error(`no provider ${provider}`);
  return resolveTarget(loadEnvironment('mock', contracts), contract, {});
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

/** Sends the good request once, over a transport of its own. */
export async function sendControl(baseUrl: string, options: Partial<TransportOptions> = {}): Promise<Exchange> {
  const transport = createTransport({ baseUrl, timeout: 5, perSecond: null, tls: {}, proxy: null, ...options });
  try {
    return await transport.exchange('control', () => controlOf(mockTarget()));
  } finally {
    await transport.close();
  }
}
