import type net from 'node:net';
import { Readable } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import tls from 'node:tls';
import type { buildConnector, Dispatcher, Client as OpenClient } from 'undici';
import type { Request } from '../scenario/build.ts';
import { type AnswerWatch, mostKept, reasonIn, watchAnswers } from './answers.ts';
import { asksCertificate, openWay, type Phase, settingsFor, type TlsSettings, tlsFacts } from './connect.ts';
import { bodyLimit, decodeContent } from './decode.ts';
import type { Attempt, Exchange, Response, TlsFacts } from './exchange.ts';
import { mostAttempts, mostLost, mostSilence } from './limits.ts';
import { openPauses, type Pace } from './pauses.ts';
import type { ProxyServer } from './proxy.ts';
import { retryAfter, secondsToWait } from './rate.ts';
import { networkAnswer, troubleOf } from './trouble.ts';
import { Client, send } from './undici.ts';

/** How requests reach a target. */
export interface TransportOptions extends Pace {
  baseUrl: string;
  /** Seconds one attempt may take, connecting included. */
  timeout: number;
  tls: TlsSettings;
  proxy: ProxyServer | null;
  /** The clock for the start of attempts and the end of answers; the system's without it. */
  clock?: () => Date;
  /** Waits for milliseconds; the system's timer without it. A clock that does not run by itself is moved instead. */
  sleep?: (ms: number) => Promise<void>;
  /** A signal that ends an attempt after milliseconds; the system's timer without it. */
  deadline?: (ms: number) => AbortSignal;
}

/** The system's timer, as a signal that ends an attempt after milliseconds. */
export const timer = (ms: number): AbortSignal => AbortSignal.timeout(ms);

/** Limits for one exchange. */
export interface ExchangeLimits {
  /** How often the request may be sent, every attempt counted. */
  attempts: number;
  /** Seconds of waiting, in all, for a provider that limits the rate. */
  patience: number;
  /**
   * Whether the contract documents the answer to this request: it is then not waited for where it may be a rate limit as
   * well.
   */
  isDocumented: (exchange: Exchange) => boolean;
}

/** Makes a request when it goes out: it is signed with the time after every wait, for each attempt anew. */
export type MakeRequest = () => Request | Promise<Request>;

/** Sends the requests of one target, one at a time. */
export interface Transport {
  /**
   * Sends until an answer comes, at most `mostAttempts` times; and again after the wait that a rate limit asks for. The
   * exchange holds the request of the last attempt.
   */
  exchange(scenario: string, make: MakeRequest, limits?: Partial<ExchangeLimits>): Promise<Exchange>;
  /** Milliseconds since the epoch before which nothing is sent, because of the pace or of a Retry-After. */
  readonly quietUntil: number;
  close(): Promise<void>;
}

/** The current attempt, for the connector. */
interface Current {
  phase: Phase;
  signal: AbortSignal;
  socket: net.Socket | null;
  facts: TlsFacts | null;
  watch: AnswerWatch | null;
  /** Whether the server asked for a client certificate. */
  asked: boolean;
}

const noConnection = { socket: null, facts: null, watch: null, asked: false };

function openClient({ baseUrl, proxy }: TransportOptions, settings: TlsSettings, current: Current): OpenClient {
  const connect: buildConnector.connector = ({ hostname, port, protocol }, callback) => {
    const secured = protocol === 'https:';
    const endpoint = { hostname, port: Number(port || (secured ? 443 : 80)) };
    openWay(endpoint, { proxy, tls: secured ? settings : null }, current.signal, (phase) => {
      current.phase = phase;
    }).then(
      (socket) => {
        current.phase = 'answer';
        current.socket = socket;
        current.facts = socket instanceof tls.TLSSocket ? tlsFacts(socket) : null;
        current.asked = socket instanceof tls.TLSSocket && asksCertificate(socket);
        current.watch = watchAnswers(socket);
        current.watch.begin();
        callback(null, socket);
      },
      (error: Error) => callback(error, null),
    );
  };
  // One clock measures the whole attempt, so undici's own are off. An Agent of undici 7, once a connection was reset,
  // opens one for each request; a client goes on with the next.
  const limits = { headersTimeout: 0, bodyTimeout: 0, pipelining: 1, maxHeaderSize: mostKept };
  return new Client(new URL(baseUrl).origin, { connect, ...limits });
}

// A header line is bytes; undici takes them as Latin-1 characters.
const lineOf = (value: string): string => Buffer.from(value, 'utf8').toString('latin1');

/** Whether a header line says that the body is sent in chunks; undici writes that line itself. */
const isChunked = ([name, { value }]: Request['headers'][number]): boolean =>
  name.toLowerCase() === 'transfer-encoding' && value === 'chunked';

/** The body as undici takes it: whole, or in pieces, each of which becomes a chunk. */
function bodyOf({ body, headers }: Request): string | Readable | null {
  if (body === null) return null;
  return headers.some(isChunked) ? Readable.from([Buffer.from(body.value)]) : body.value;
}

/** Opens the way to a target. Certificates are always verified; redirects are never followed. */
export function createTransport(options: TransportOptions): Transport {
  const current: Current = { phase: 'connect', signal: new AbortController().signal, ...noConnection };
  let settings = options.tls;
  let client = openClient(options, settings, current);
  const { baseUrl, clock = () => new Date(), sleep = delay, deadline = timer } = options;
  const pauses = openPauses(options, clock, sleep);
  /** Connections that had answered, and were lost before any byte of the next answer. */
  let lost = 0;

  async function attempt(make: MakeRequest, again: boolean): Promise<Tried> {
    await pauses.pass(again);
    const request = await make();
    const wanted = settingsFor(request.certificate, options.tls);
    // A connection has one client certificate.
    if (wanted.cert !== settings.cert) await freshConnection(wanted);
    else if (lost >= mostLost && current.socket) await freshConnection();
    const startedAt = clock();
    const start = performance.now();
    const done = (trouble: Attempt['trouble']): Attempt => ({
      startedAt,
      ms: Math.round((performance.now() - start) * 10) / 10,
      trouble,
    });
    const signal = deadline(options.timeout * 1000);
    const old = current.socket;
    const read = old?.bytesRead ?? 0;
    Object.assign(current, { phase: old && !old.destroyed ? 'answer' : 'connect', signal });
    current.watch?.begin();
    try {
      const answer = await send(client, `${baseUrl}${request.target.value}`, {
        method: request.method as Dispatcher.HttpMethod,
        headers: request.headers.flatMap((line) => (isChunked(line) ? [] : [line[0], lineOf(line[1].value)])),
        body: bodyOf(request),
        responseHeaders: 'raw',
        signal,
      });
      return { request, response: await responseOf(answer, current.watch?.start), attempt: done(null) };
    } catch (error) {
      const { socket, phase, watch, asked } = current;
      const begun = socket !== null && socket.bytesRead > (socket === old ? read : 0);
      // A connection that has answered before is not closed for want of a certificate.
      if (old !== null && socket === old && !begun) lost += 1;
      const certificate = { asked: asked && socket !== old, given: settings.cert };
      const start = begun && watch ? { start: watch.start } : {};
      const trouble = troubleOf(error, { phase, begun, seconds: options.timeout, certificate, ...start });
      return { request, attempt: done(trouble), response: null };
    }
  }

  async function freshConnection(wanted = settings): Promise<void> {
    const old = client;
    settings = wanted;
    client = openClient(options, settings, current);
    Object.assign(current, noConnection);
    await old.destroy();
  }

  return {
    async exchange(scenario, make, limits = {}) {
      const { attempts: most = Number.POSITIVE_INFINITY, patience = 0, isDocumented = () => false } = limits;
      const attempts: Attempt[] = [];
      let waited = 0;
      let waits = 0;
      let unanswered = 0;
      for (;;) {
        const { attempt: tried, request, response } = await attempt(make, attempts.length > 0);
        attempts.push(tried);
        if (tried.trouble?.kind === 'no-answer') unanswered += 1;
        const trouble = response ? networkAnswer(response, baseUrl, request.target.value, waits) : tried.trouble;
        const tls = current.facts ? { tls: current.facts } : {};
        const exchange = { scenario, baseUrl, request, attempts, response, trouble, ...tls, answeredAt: clock() };
        const again = attempts.length < most;
        const wait = response ? secondsToWait(response, waits, clock(), () => isDocumented(exchange)) : null;
        if (response) pauses.keepQuiet(1000 * Math.min(wait ?? retryAfter(response, clock()) ?? 0, mostSilence));
        if (response && wait !== null && again && wait <= patience - waited) {
          pauses.keepQuiet(1000 * wait);
          waited += wait;
          waits += 1;
          tried.limited = { status: response.status, seconds: wait };
        } else if (tried.trouble?.kind === 'no-answer' && again && unanswered < mostAttempts) await freshConnection();
        else return exchange;
      }
    },
    get quietUntil() {
      return pauses.until;
    },
    close: () => client.destroy(),
  };
}

/** One attempt: the request as it went out, and its result. */
interface Tried {
  request: Request;
  attempt: Attempt;
  response: Response | null;
}

async function responseOf(answer: Dispatcher.ResponseData, start?: Buffer): Promise<Response> {
  const reason = start ? reasonIn(start) : null;
  // Asked for raw headers, undici returns names and values in one list, whatever its types say.
  const given: unknown = answer.headers;
  const raw = Array.isArray(given) ? given.map(String) : [];
  const headers = raw.flatMap((name, index): [string, string][] =>
    index % 2 === 0 ? [[name, raw[index + 1] ?? '']] : [],
  );
  const { bytes, whole } = await read(answer.body);
  const { body, fault } = whole
    ? decodeContent(bytes, headers)
    : { body: bytes, fault: `the body is larger than ${bodyLimit} bytes` };
  const line = { status: answer.statusCode, ...(reason === null ? {} : { reason }) };
  return { ...line, headers, body, bodyFault: fault };
}

async function read(body: Dispatcher.ResponseData['body']): Promise<{ bytes: Buffer; whole: boolean }> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of body) {
    length += chunk.length;
    if (length > bodyLimit) return { bytes: Buffer.concat(chunks), whole: false };
    chunks.push(chunk);
  }
  return { bytes: Buffer.concat(chunks), whole: true };
}
