/**
 * Opens connections. undici's own proxy agent joins repeated headers and hides the secured socket, so it is not used.
 */

import { X509Certificate } from 'node:crypto';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import net from 'node:net';
import tls from 'node:tls';
import { isSuccess } from '../contract/status.ts';
import type { SentCertificate } from '../scenario/auth/mechanism.ts';
import type { TlsFacts, Trouble } from './exchange.ts';
import type { ProxyServer } from './proxy.ts';
import { proxyUnreached, tunnelRefused } from './proxy-faults.ts';

/** PEM texts. */
export interface TlsSettings {
  ca?: string;
  cert?: string;
  key?: string;
}

/** What TLS takes for a request: the client certificate of the target, unless the request says which. */
export function settingsFor(certificate: SentCertificate | undefined, own: TlsSettings): TlsSettings {
  if (!certificate) return own;
  const { ca } = own;
  return { ...(ca === undefined ? {} : { ca }), ...certificate.identity };
}

/** How far an attempt has come; it explains a time-out. */
export type Phase = 'connect' | 'proxy' | 'tls' | 'answer' | 'body';

/** A connection that could not be opened, explained in plain words. */
export class WireFault extends Error {
  override name = 'WireFault';
  readonly kind: Trouble['kind'];

  constructor(kind: Trouble['kind'], message: string) {
    super(message);
    this.kind = kind;
  }
}

/** A handshake that failed; `certificateAsked` once the server had asked for a client certificate. */
export class HandshakeFault extends Error {
  override name = 'HandshakeFault';
  readonly certificateAsked: boolean;
  /** The client certificate that was sent, in PEM; undefined for none. */
  readonly given: string | undefined;
  /** Who issued the server's certificate, as it says; undefined where none came. */
  readonly issuer: string | undefined;

  constructor(cause: unknown, certificateAsked: boolean, given: string | undefined, issuer: string | undefined) {
    super('the handshake failed', { cause });
    this.certificateAsked = certificateAsked;
    this.given = given;
    this.issuer = issuer;
  }
}

/** Whether the server asked for a client certificate: only then has it named the signatures that it accepts. */
export function asksCertificate(socket: tls.TLSSocket): boolean {
  // Null, whatever its type says, once the connection is gone.
  const algorithms: string[] | null = socket.getSharedSigalgs();
  return algorithms !== null && algorithms.length > 0;
}

/** Who issued the certificate of a server, as it says. */
export function issuerOf(socket: tls.TLSSocket): string | undefined {
  // Null, or without members, whatever its type says, before the certificate came and once the connection is gone.
  const certificate: Partial<tls.PeerCertificate> | null = socket.getPeerCertificate();
  const name = certificate?.issuer?.O ?? certificate?.issuer?.CN;
  return Array.isArray(name) ? name.join(', ') : name;
}

/** Explains a server that asked for a client certificate and then closed the connection. */
export function certificateFault(given: string | undefined): string {
  if (given === undefined)
    return 'TLS: the server asks for a client certificate, and closed the connection without one; give tls.cert and tls.key in the environment file';
  const { validTo } = new X509Certificate(given);
  const ended = Date.parse(validTo) < Date.now() ? `: it ended on ${new Date(validTo).toISOString().slice(0, 10)}` : '';
  return `TLS: the server closed the connection when it had the client certificate of tls.cert${ended || '; it may not know its authority'}`;
}

/** Where a connection leads; `hostname` without the brackets of an IPv6 address. */
export interface Endpoint {
  hostname: string;
  port: number;
}

function settled<T extends net.Socket>(socket: T, event: string, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = (): void => {
      socket.destroy();
      reject(signal.reason);
    };
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort, { once: true });
    const fail = (error: Error): void => {
      signal.removeEventListener('abort', abort);
      reject(error);
    };
    const closed = (): void => fail(Object.assign(new Error('closed'), { code: 'ECONNRESET' }));
    socket.once('error', fail);
    socket.once('close', closed);
    socket.once(event, () => {
      signal.removeEventListener('abort', abort);
      socket.off('error', fail);
      socket.off('close', closed);
      resolve(socket);
    });
  });
}

/** Opens a TCP connection. */
export function openTcp({ hostname, port }: Endpoint, signal: AbortSignal): Promise<net.Socket> {
  return settled(net.connect({ host: hostname, port, noDelay: true }), 'connect', signal);
}

/** Set for every handshake: otherwise NODE_TLS_REJECT_UNAUTHORIZED in the environment would decide. */
const verified = { rejectUnauthorized: true, minVersion: 'TLSv1.2' } as const;

/** Asks a proxy for a tunnel (RFC 9110, section 9.3.6). @throws WireFault when it answers with anything but 2xx. */
export function openTunnel(proxy: ProxyServer, { hostname, port }: Endpoint, signal: AbortSignal): Promise<net.Socket> {
  const host = `${hostname.includes(':') ? `[${hostname}]` : hostname}:${port}`;
  const asking = (proxy.protocol === 'https:' ? httpsRequest : httpRequest)({
    ...verified,
    host: proxy.hostname,
    port: proxy.port,
    method: 'CONNECT',
    path: host,
    headers: { Host: host, ...(proxy.authorization ? { 'Proxy-Authorization': proxy.authorization } : {}) },
    agent: false,
    signal,
  });
  return new Promise((resolve, reject) => {
    const decide = ({ statusCode: status = 0, rawHeaders }: IncomingMessage, socket: net.Socket): void => {
      if (isSuccess(status)) {
        resolve(socket);
        return;
      }
      socket.on('error', () => undefined).destroy();
      reject(new WireFault('refused-by-network', tunnelRefused(proxy, status, rawHeaders)));
    };
    asking.once('connect', (answer, socket) => decide(answer, socket));
    asking.once('response', (answer) => decide(answer, answer.socket));
    asking.once('error', (error) => {
      reject(signal.aborted ? signal.reason : new WireFault('no-answer', proxyUnreached(proxy, error)));
    });
    asking.end();
  });
}

/**
 * Secures a connection. The certificate is always verified; TLS 1.2 is the least. @throws HandshakeFault, except on a
 * time-out.
 */
export function secure(
  socket: net.Socket,
  hostname: string,
  settings: TlsSettings,
  signal: AbortSignal,
): Promise<tls.TLSSocket> {
  const secured = tls.connect({
    ...settings,
    ...verified,
    socket,
    host: hostname,
    ...(net.isIP(hostname) ? {} : { servername: hostname }),
    ALPNProtocols: ['http/1.1'],
    // Given here, because a variable of the shell could switch it off otherwise.
    rejectUnauthorized: true,
  });
  let asked = false;
  let issuer: string | undefined;
  const look = (): void => {
    asked ||= asksCertificate(secured);
    issuer ??= issuerOf(secured);
  };
  // A connection that was closed at once has no details left; the keys exist once the server has sent all its requests.
  secured.on('keylog', look).once('error', look);
  return settled(secured, 'secureConnect', signal).catch((error: unknown) => {
    throw signal.aborted ? error : new HandshakeFault(error, asked, settings.cert, issuer);
  });
}

/** The details of a handshake; null where the certificate has no end. */
export function tlsFacts(socket: tls.TLSSocket): TlsFacts | null {
  const validTo = new Date(socket.getPeerCertificate().valid_to);
  return Number.isNaN(validTo.getTime()) ? null : { version: socket.getProtocol() ?? 'unknown', validTo };
}

/** Opens the whole way to an endpoint: through a proxy where there is one, secured where needed. */
export async function openWay(
  endpoint: Endpoint,
  way: { proxy: ProxyServer | null; tls: TlsSettings | null },
  signal: AbortSignal,
  reached: (phase: Phase) => void = () => undefined,
): Promise<net.Socket | tls.TLSSocket> {
  reached(way.proxy ? 'proxy' : 'connect');
  const socket = await (way.proxy ? openTunnel(way.proxy, endpoint, signal) : openTcp(endpoint, signal));
  if (!way.tls) return socket;
  reached('tls');
  return secure(socket, endpoint.hostname, way.tls, signal);
}
