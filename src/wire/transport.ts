import { setTimeout as delay } from 'node:timers/promises';
import { Agent, type Dispatcher, EnvHttpProxyAgent, request as send } from 'undici';
import type { Request } from '../scenario/build.ts';
import { bodyLimit, decodeBody } from './decode.ts';
import type { Attempt, Exchange, Response } from './exchange.ts';
import { networkAnswer, troubleOf } from './trouble.ts';

/** How requests reach a target. */
export interface TransportOptions {
  baseUrl: string;
  /** Seconds one attempt may take. */
  timeout: number;
  /** Most requests a second; null for no limit. */
  perSecond: number | null;
  /** PEM texts. */
  tls: { ca?: string; cert?: string; key?: string; passphrase?: string };
  /** The time an attempt starts and an answer is complete; the system's without it. */
  clock?: () => Date;
}

/** Sends the requests of one target, one at a time. */
export interface Transport {
  exchange(scenario: string, request: Request): Promise<Exchange>;
  close(): Promise<void>;
}

/** Times a request is sent in all when no byte of an answer comes. */
const mostAttempts = 3;

function dispatcher({ baseUrl, timeout, tls }: TransportOptions): Dispatcher {
  const connect = { timeout: timeout * 1000, minVersion: 'TLSv1.2' as const, ...tls };
  const options = {
    connect,
    headersTimeout: timeout * 1000,
    bodyTimeout: timeout * 1000,
    pipelining: 1,
    connections: 1,
  };
  const loopback = ['127.0.0.1', 'localhost', '[::1]'].includes(new URL(baseUrl).hostname);
  return loopback ? new Agent(options) : new EnvHttpProxyAgent({ ...options, requestTls: connect });
}

// A header line is bytes; undici takes them as Latin-1 characters.
const lineOf = (value: string): string => Buffer.from(value, 'utf8').toString('latin1');

/** Opens the way to a target. Certificates are verified always; redirects are never followed. */
export function createTransport(options: TransportOptions): Transport {
  let agent = dispatcher(options);
  const clock = options.clock ?? (() => new Date());
  let lastStart = 0;

  async function paced(): Promise<void> {
    if (options.perSecond === null) return;
    const wait = lastStart + 1000 / options.perSecond - performance.now();
    if (wait > 0) await delay(wait);
    lastStart = performance.now();
  }

  async function attempt(request: Request): Promise<{ attempt: Attempt; response: Response | null }> {
    await paced();
    const startedAt = clock();
    const start = performance.now();
    const done = (trouble: Attempt['trouble']): Attempt => ({
      startedAt,
      ms: Math.round((performance.now() - start) * 10) / 10,
      trouble,
    });
    let headersCame = false;
    try {
      const answer = await send(`${options.baseUrl}${request.target.value}`, {
        method: request.method as Dispatcher.HttpMethod,
        headers: request.headers.flatMap(([name, value]) => [name, lineOf(value.value)]),
        body: request.body === null ? null : request.body.value,
        dispatcher: agent,
        responseHeaders: 'raw',
        signal: AbortSignal.timeout(options.timeout * 1000),
      });
      headersCame = true;
      const raw = answer.headers as unknown as string[];
      const headers = raw.flatMap((name, index): [string, string][] =>
        index % 2 === 0 ? [[name, raw[index + 1] ?? '']] : [],
      );
      const { bytes, whole } = await read(answer.body);
      const codings = headers.filter(([name]) => name.toLowerCase() === 'content-encoding').map(([, value]) => value);
      const { body, fault } = whole
        ? decodeBody(bytes, codings)
        : { body: bytes, fault: `the body is larger than ${bodyLimit} bytes` };
      return { attempt: done(null), response: { status: answer.statusCode, headers, body, bodyFault: fault } };
    } catch (error) {
      return { attempt: done(troubleOf(error, headersCame, options.timeout)), response: null };
    }
  }

  async function freshConnection(): Promise<void> {
    const old = agent;
    agent = dispatcher(options);
    await old.destroy();
  }

  return {
    async exchange(scenario, request) {
      const attempts: Attempt[] = [];
      let response: Response | null = null;
      do {
        if (attempts.length > 0) await freshConnection();
        const tried = await attempt(request);
        attempts.push(tried.attempt);
        response = tried.response;
      } while (response === null && attempts.at(-1)?.trouble?.kind === 'no-answer' && attempts.length < mostAttempts);
      const trouble = response ? networkAnswer(response, options.baseUrl) : (attempts.at(-1)?.trouble ?? null);
      return { scenario, baseUrl: options.baseUrl, request, attempts, response, trouble, answeredAt: clock() };
    },
    close: () => agent.destroy(),
  };
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
