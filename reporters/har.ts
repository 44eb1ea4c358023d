import type { Entry, Har, Header, PostData, QueryString } from 'har-format';
import type { BodyRecord, ExchangeRecord } from '../src/formats/exchange-record.ts';
import type { Results, TargetResult } from '../src/formats/results.ts';
import { isUrl } from '../src/formats/url.ts';

/** HTTP version in the archive: the one of an exchange is not recorded. */
const HTTP_VERSION = 'unknown';

/** Exports the redacted exchanges of a run as HAR 1.2; an exchange without an answer has status 0, as browsers write it. */
export function toHar(results: Results): Har {
  return {
    log: {
      version: '1.2',
      creator: { name: results.tool.name, version: results.tool.version },
      comment: 'Every secret was redacted when the exchange was recorded.',
      entries: results.targets.flatMap((target) => target.exchanges.map((exchange) => entry(target, exchange))),
    },
  };
}

function entry(target: TargetResult, exchange: ExchangeRecord): Entry {
  const last = exchange.attempts.at(-1);
  const wait = last?.ms ?? 0;
  return {
    startedDateTime: last?.startedAt ?? new Date(0).toISOString(),
    time: wait,
    request: request(exchange),
    response: response(exchange),
    cache: {},
    timings: { send: 0, wait, receive: 0 },
    comment: `${target.target} ${exchange.id} ${exchange.scenario}: ${exchange.title}`,
  };
}

function request({ request: { method, url, headers, body } }: ExchangeRecord): Entry['request'] {
  return {
    method,
    url,
    httpVersion: HTTP_VERSION,
    cookies: [],
    headers: headerList(headers),
    queryString: queryOf(url),
    ...(body === null ? {} : { postData: postData(body, headers) }),
    headersSize: -1,
    bodySize: body?.bytes ?? 0,
  };
}

function postData(body: BodyRecord, headers: ExchangeRecord['request']['headers']): PostData {
  return { mimeType: headerValue(headers, 'content-type'), text: body.text, ...cutComment(body) };
}

function response({ response: answer, attempts }: ExchangeRecord): Entry['response'] {
  const cause = attempts.findLast((attempt) => attempt.cause !== undefined)?.cause;
  const headers = answer?.headers ?? [];
  const body = answer?.body ?? { text: '', bytes: 0, cut: false };
  return {
    status: answer?.status ?? 0,
    statusText: answer?.reason ?? '',
    httpVersion: HTTP_VERSION,
    cookies: [],
    headers: headerList(headers),
    content: {
      size: body.bytes,
      mimeType: headerValue(headers, 'content-type') || 'x-unknown',
      text: body.text,
      ...cutComment(body),
    },
    redirectURL: headerValue(headers, 'location'),
    headersSize: -1,
    bodySize: -1,
    ...(answer === null ? { comment: `no answer${cause === undefined ? '' : `: ${cause}`}` } : {}),
  };
}

function cutComment(body: BodyRecord): { comment?: string } {
  return body.cut ? { comment: `cut: ${body.bytes} bytes were on the wire` } : {};
}

function headerList(headers: readonly (readonly [string, string])[]): Header[] {
  return headers.map(([name, value]) => ({ name, value }));
}

function queryOf(url: string): QueryString[] {
  return isUrl(url) ? [...new URL(url).searchParams].map(([name, value]) => ({ name, value })) : [];
}

function headerValue(headers: readonly (readonly [string, string])[], name: string): string {
  return headers.find(([each]) => each.toLowerCase() === name)?.[1] ?? '';
}
