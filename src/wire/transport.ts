import type net from 'node:net';
import { Readable } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import tls from 'node:tls';
import { type buildConnector, Client, type Dispatcher, request as send } from 'undici';
import type { Request } from '../scenario/build.ts';
import { openWay, type Phase, type TlsSettings, tlsFacts } from './connect.ts';
import { bodyLimit, decodeBody } from './decode.ts';
import type { Attempt, Exchange, Response, TlsFacts } from './exchange.ts';
import { mostAttempts, mostSilence } from './limits.ts';
import type { ProxyServer } from './proxy.ts';
import { networkAnswer, retryAfter, troubleOf } from './trouble.ts';

/** How requests reach a target. */
export interface TransportOptions {
  baseUrl: string;
  /** Seconds one attempt may take, connecting included. */
  timeout: number;
  /** Most requests a second; null for no limit. */
  perSecond: number | null;
  tls: TlsSettings;
  proxy: ProxyServer | null;
  /** Milliseconds since the epoch before which nothing is sent; 0 unless an earlier transport left one. */
  quietUntil?: number;
  /** The time an attempt starts and an answer is complete; the system's without it. */
  clock?: () => Date;
  /** Told before nothing is sent for so many milliseconds, a second or more. */
  onWait?: (ms: number) => void;
}

/** Sends the requests of one target, one at a time. */
export interface Transport {
  /** Sends until an answer comes, at most `most` times, and never more than `mostAttempts`. */
  exchange(scenario: string, request: Request, most?: number): Promise<Exchange>;
  /** Milliseconds since the epoch before which nothing is sent: the pace, and what Retry-After asked for. */
  readonly quietUntil: number;
  close(): Promise<void>;
}

/** Seconds of silence after a rate limit (429) that names none. */
const silenceByDefault = 1;

/** Milliseconds of silence from which a person wants to know why nothing happens. */
const noticeableWait = 1000;

/** The attempt under way, as the connector must know it. */
interface Current {
  phase: Phase;
  signal: AbortSignal;
  socket: net.Socket | null;
  facts: TlsFacts | null;
}

function openClient({ baseUrl, tls: settings, proxy }: TransportOptions, current: Current): Client {
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
        callback(null, socket);
      },
      (error: Error) => callback(error, null),
    );
  };
  // One clock measures the whole attempt, so undici's own are off. An Agent of undici 7, once a connection was reset,
  // opens one for each request; a client goes on with the next.
  return new Client(new URL(baseUrl).origin, { connect, headersTimeout: 0, bodyTimeout: 0, pipelining: 1 });
}

// A header line is bytes; undici takes them as Latin-1 characters.
const lineOf = (value: string): string => Buffer.from(value, 'utf8').toString('latin1');

/** Whether a header line says that the body is sent in chunks; undici writes that line itself. */
const isChunked = ([name, { value }]: Request['headers'][number]): boolean =>
  name.toLowerCase() === 'transfer-encoding' && value === 'chunked';

/** The body as undici takes it: whole, or piece by piece, of which it makes a chunk each. */
function bodyOf({ body, headers }: Request): string | Readable | null {
  if (body === null) return null;
  return headers.some(isChunked) ? Readable.from([Buffer.from(body.value)]) : body.value;
}

/** Opens the way to a target. Certificates are verified always; redirects are never followed. */
export function createTransport(options: TransportOptions): Transport {
  const current: Current = { phase: 'connect', signal: new AbortController().signal, socket: null, facts: null };
  let client = openClient(options, current);
  let quietUntil = options.quietUntil ?? 0;
  const clock = options.clock ?? (() => new Date());

  async function quiet(): Promise<void> {
    const wait = Math.min(quietUntil - Date.now(), mostSilence * 1000);
    if (wait >= noticeableWait) options.onWait?.(wait);
    if (wait > 0) await delay(wait);
    if (options.perSecond !== null) quietUntil = Date.now() + 1000 / options.perSecond;
  }

  function heed(response: Response): void {
    const asked = retryAfter(response, new Date()) ?? (response.status === 429 ? silenceByDefault : 0);
    quietUntil = Math.max(quietUntil, Date.now() + Math.min(asked, mostSilence) * 1000);
  }

  async function attempt(request: Request): Promise<{ attempt: Attempt; response: Response | null }> {
    await quiet();
    const startedAt = clock();
    const start = performance.now();
    const done = (trouble: Attempt['trouble']): Attempt => ({
      startedAt,
      ms: Math.round((performance.now() - start) * 10) / 10,
      trouble,
    });
    const signal = AbortSignal.timeout(options.timeout * 1000);
    const old = current.socket;
    const read = old?.bytesRead ?? 0;
    Object.assign(current, { phase: old && !old.destroyed ? 'answer' : 'connect', signal });
    try {
      const answer = await send(`${options.baseUrl}${request.target.value}`, {
        method: request.method as Dispatcher.HttpMethod,
        headers: request.headers.flatMap((line) => (isChunked(line) ? [] : [line[0], lineOf(line[1].value)])),
        body: bodyOf(request),
        dispatcher: client,
        responseHeaders: 'raw',
        signal,
      });
      return { response: await responseOf(answer), attempt: done(null) };
    } catch (error) {
      const { socket, phase } = current;
      const begun = socket !== null && socket.bytesRead > (socket === old ? read : 0);
      return { attempt: done(troubleOf(error, { phase, begun, seconds: options.timeout })), response: null };
    }
  }

  async function freshConnection(): Promise<void> {
    const old = client;
    client = openClient(options, current);
    Object.assign(current, { socket: null, facts: null });
    await old.destroy();
  }

  return {
    async exchange(scenario, request, most = mostAttempts) {
      const allowed = Math.min(most, mostAttempts);
      const attempts: Attempt[] = [];
      let response: Response | null = null;
      do {
        if (attempts.length > 0) await freshConnection();
        const tried = await attempt(request);
        attempts.push(tried.attempt);
        response = tried.response;
      } while (response === null && attempts.at(-1)?.trouble?.kind === 'no-answer' && attempts.length < allowed);
      if (response) heed(response);
      const trouble = response ? networkAnswer(response, options.baseUrl) : (attempts.at(-1)?.trouble ?? null);
      const { baseUrl } = options;
      return {
        scenario,
        baseUrl,
        request,
        attempts,
        response,
        trouble,
        ...(current.facts && { tls: current.facts }),
        answeredAt: clock(),
      };
    },
    get quietUntil() {
      return quietUntil;
    },
    close: () => client.destroy(),
  };
}

async function responseOf(answer: Dispatcher.ResponseData): Promise<Response> {
  const raw = answer.headers as unknown as string[];
  const headers = raw.flatMap((name, index): [string, string][] =>
    index % 2 === 0 ? [[name, raw[index + 1] ?? '']] : [],
  );
  const { bytes, whole } = await read(answer.body);
  const codings = headers.filter(([name]) => name.toLowerCase() === 'content-encoding').map(([, value]) => value);
  const { body, fault } = whole
    ? decodeBody(bytes, codings)
    : { body: bytes, fault: `the body is larger than ${bodyLimit} bytes` };
  return { status: answer.statusCode, headers, body, bodyFault: fault };
}

async function read(body: Dispatcher.ResponseData['body']): Promise<{ bytes: Buffer; whole: boolean }> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of body as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > bodyLimit) return { bytes: Buffer.concat(chunks), whole: false };
    chunks.push(chunk);
  }
  return { bytes: Buffer.concat(chunks), whole: true };
}
