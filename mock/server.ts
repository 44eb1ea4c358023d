import http from 'node:http';
import https from 'node:https';
import type net from 'node:net';
import type { SecureVersion } from 'node:tls';
import { inspect } from 'node:util';
import type { HttpBindings } from '@hono/node-server';
import { createAdaptorServer } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { Context } from 'hono';
import { Hono } from 'hono';
import type { Accounts } from './accounts.ts';
import { readAccounts } from './accounts.ts';
import { finnet } from './finnet.ts';
import type { Answer, Received } from './http.ts';
import { jsonAnswer } from './http.ts';
import { printError } from './print.ts';
import type { GrantOptions, Provider, State } from './provider.ts';
import { pyng } from './pyng.ts';
import { receive } from './receive.ts';
import { singapay } from './singapay.ts';
import { createTokenStore } from './tokens.ts';

export type { Accounts } from './accounts.ts';
export type { Answer, Received } from './http.ts';

/** One request to a provider, and what the faithful provider would do with it. */
export interface Call {
  provider: string;
  /** `token`, `resource`, or the id of another operation. */
  operation: string;
  received: Received;
  /** What the faithful provider answers; computed once, when first asked for. */
  answer(): Answer;
  /** A fresh, faithful grant whatever the request was; `life` in seconds. */
  grant(options?: GrantOptions): Answer;
}

/** An answer, or a take-over of the raw response: to hang, to reset, to send by halves. */
export type Reply = Answer | { raw: (res: http.ServerResponse, socket: net.Socket) => void };

/** Replaces the faithful answer to a call. */
export type Intercept = (call: Call) => Reply | Promise<Reply>;

/** How the mock is served; without any of it: HTTP on a free loopback port, with the accounts of accounts.yaml. */
export interface MockOptions {
  port?: number;
  host?: string;
  /** Milliseconds since the epoch. */
  clock?: () => number;
  lifeSeconds?: number;
  /** How far X-TIMESTAMP may be from the clock, in both directions. */
  timestampWindowSeconds?: number;
  accounts?: Accounts;
  /**
   * PEM texts; with `requestCert` a client without a certificate of `ca` is turned away, unless `rejectUnauthorized` is
   * false.
   */
  tls?: {
    key: string;
    cert: string;
    ca?: string;
    requestCert?: boolean;
    rejectUnauthorized?: boolean;
    minVersion?: SecureVersion;
    maxVersion?: SecureVersion;
  };
  intercept?: Intercept;
  /** Served beside the three; `genericProvider` makes one from a contract alone. */
  more?: Provider[];
}

/** A running mock. */
export interface Mock {
  /** Origin, without a trailing slash. */
  url: string;
  accounts: Accounts;
  /** May be set while the mock runs. */
  intercept: Intercept | undefined;
  /** Requests received so far. */
  readonly requests: number;
  /** Ends every connection at once. */
  close(): Promise<void>;
}

const providers: Provider[] = [singapay, finnet, pyng];

/** What to append to the mock's URL to get the base URL of each provider. @example `${mock.url}${baseUrls['finnet']}` */
export const baseUrls: Record<string, string> = Object.fromEntries(
  providers.map((provider) => [provider.name, provider.basePath]),
);

// Field values of 64 kB have to reach the provider; Node's own limit for all headers is 16 kB.
const maxHeaderSize = 256 * 1024;

function send(answer: Answer, outgoing: http.ServerResponse, now: number): void {
  if (answer.closes) {
    outgoing.destroy();
    return;
  }
  const body = Buffer.from(answer.body);
  const has = (name: string) => answer.headers.some(([key]) => key.toLowerCase() === name);
  const headers = [...answer.headers];
  if (!has('date')) headers.push(['Date', new Date(now).toUTCString()]);
  // An answer without content has no length either (RFC 9110, section 8.6).
  const empty = answer.status === 204;
  if (!empty && !has('content-length') && !has('transfer-encoding'))
    headers.push(['Content-Length', String(body.length)]);
  outgoing.writeHead(answer.status, headers.flat());
  outgoing.end(empty ? undefined : body);
}

type Answering = (received: Received, state: State) => Answer;

function callOf(provider: Provider, operation: string, how: Answering, received: Received, state: State): Call {
  let answered: Answer | undefined;
  return {
    provider: provider.name,
    operation,
    received,
    answer: () => {
      answered ??= how(received, state);
      return answered;
    },
    grant: (options) => provider.grant(received, state, options),
  };
}

function routes(
  served: Provider[],
  state: State,
  current: () => Intercept | undefined,
): Hono<{ Bindings: HttpBindings }> {
  const app = new Hono<{ Bindings: HttpBindings }>();

  const handler = (provider: Provider, operation: string, how: Answering) => {
    return async ({ env }: Context<{ Bindings: HttpBindings }>) => {
      const incoming = env.incoming as http.IncomingMessage;
      const outgoing = env.outgoing as http.ServerResponse;
      const call = callOf(provider, operation, how, await receive(incoming), state);
      const reply = (await current()?.(call)) ?? call.answer();
      if ('raw' in reply) reply.raw(outgoing, incoming.socket);
      else send(reply, outgoing, state.clock());
      return RESPONSE_ALREADY_SENT;
    };
  };
  for (const provider of served) {
    app.all(provider.tokenPath, handler(provider, 'token', provider.token));
    app.all(provider.resourcePath, handler(provider, 'resource', provider.resource));
    for (const { id, path, answer } of provider.others ?? []) app.all(path, handler(provider, id, answer));
  }

  const sendAlways = ({ env }: Context<{ Bindings: HttpBindings }>, status: number, message: string) => {
    const outgoing = env.outgoing as http.ServerResponse;
    // A client that went away, or an interceptor that failed half-way, leaves nothing to answer.
    if (outgoing.headersSent || outgoing.destroyed) outgoing.destroy();
    else send(jsonAnswer(status, { message }), outgoing, state.clock());
    return RESPONSE_ALREADY_SENT;
  };
  const unknown = 'No provider of this mock has this path';
  app.notFound((context) => {
    // Another spelling of a path is no path of the provider's; a lax one would be asked by it all the same.
    const path = context.req.path.toLowerCase().replace(/\/(?:\.?\/)+/g, '/');
    const starts = (pattern: string): boolean =>
      new RegExp(`^${pattern.toLowerCase().replace(/:[^/]+/g, '[^/]+')}`).test(path);
    for (const provider of served) {
      const operation = starts(provider.tokenPath) ? 'token' : starts(provider.resourcePath) ? 'resource' : null;
      if (operation) return handler(provider, operation, () => jsonAnswer(404, { message: unknown }))(context);
    }
    return sendAlways(context, 404, unknown);
  });
  app.onError((error, context) => {
    if (!context.env.incoming.destroyed) printError(`mock: ${inspect(error)}`);
    return sendAlways(context, 500, 'The mock itself failed');
  });
  return app;
}

function createServer(app: Hono<{ Bindings: HttpBindings }>, tls: MockOptions['tls']): http.Server {
  const common = {
    fetch: app.fetch,
    // Replacing Request and Response would reach everything else in this process.
    overrideGlobalObjects: false,
    autoCleanupIncoming: false,
  };
  const server = tls
    ? createAdaptorServer({ ...common, createServer: https.createServer, serverOptions: { ...tls, maxHeaderSize } })
    : createAdaptorServer({ ...common, createServer: http.createServer, serverOptions: { maxHeaderSize } });
  return server as http.Server;
}

/**
 * Starts the three providers on one port; rejects with the system's error when the port is taken.
 *
 * @example
 * ```ts
 * import { startMock } from 'payment-token-conformance/mock';
 * const mock = await startMock({ intercept: (call) => ({ ...call.answer(), status: 503 }) });
 * await mock.close();
 * ```
 */
export async function startMock(options: MockOptions = {}): Promise<Mock> {
  const host = options.host ?? '127.0.0.1';
  const clock = options.clock ?? Date.now;
  const state: State = {
    accounts: options.accounts ?? readAccounts(),
    clock,
    lifeSeconds: options.lifeSeconds ?? 900,
    timestampWindowSeconds: options.timestampWindowSeconds ?? 300,
    tokens: createTokenStore(clock),
    sentOnce: new Set(),
  };
  const server = createServer(
    routes([...providers, ...(options.more ?? [])], state, () => mock.intercept),
    options.tls,
  );
  let requests = 0;
  server.prependListener('request', () => {
    requests += 1;
  });
  // closeAllConnections knows no connection whose handshake is still under way.
  const sockets = new Set<net.Socket>();
  server.on('connection', (socket: net.Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });

  const mock: Mock = {
    url: '',
    accounts: state.accounts,
    intercept: options.intercept,
    get requests() {
      return requests;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
        for (const socket of sockets) socket.destroy();
      }),
  };
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, host, resolve);
  });
  const { port } = server.address() as net.AddressInfo;
  mock.url = `${options.tls ? 'https' : 'http'}://${host.includes(':') ? `[${host}]` : host}:${port}`;
  return mock;
}
