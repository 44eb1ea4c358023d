import { isObject } from '../contract/json.ts';
import type { BodyRecord, ExchangeRecord, RedactedValue } from '../results/format.ts';
import { plain } from '../scenario/text.ts';
import { curlOf } from './curl.ts';
import type { Exchange } from './exchange.ts';
import { jsonOf } from './json.ts';
import { createRedactor, describeToken, type Redactor, tokensIn } from './redact.ts';

/** Most characters of a body that go into a record. */
const mostText = 4096;

function bodyRecord(text: string, bytes: number, redact: Redactor): BodyRecord {
  const redacted = redact(text);
  const cut = redacted.length > mostText;
  return { text: cut ? redacted.slice(0, mostText) : redacted, bytes, cut };
}

/** The redactor of one exchange: the target's secrets, all that was sent, and every token that came back. */
export function redactorOf(exchange: Exchange, secrets: string[]): Redactor {
  const { request, response } = exchange;
  const texts = [request.target, ...request.headers.map(([, value]) => value), ...(request.body ? [request.body] : [])];
  const json = response ? jsonOf(response.body) : undefined;
  const tokens = response ? tokensIn(response.body.toString('utf8'), json).map(({ value }) => value) : [];
  // A shorter one keeps no secret, and its letters may be those of an innocent word.
  const worthy = tokens.filter((token) => token.length >= 8);
  return createRedactor([...secrets, ...texts.flatMap((text) => text.secrets)], worthy);
}

/** The exchange as it may be shown: redacted once, here, by field and by known value. */
export function recordOf(exchange: Exchange, id: string, title: string, redact: Redactor): ExchangeRecord {
  const { request, response } = exchange;
  const json = response ? jsonOf(response.body) : undefined;
  const tokens = response && isObject(json) ? tokensIn('', json) : [];
  return {
    id,
    scenario: exchange.scenario,
    title,
    request: {
      method: request.method,
      url: redact(`${exchange.baseUrl}${request.target.shown}`),
      headers: request.headers.map(([name, value]) => [name, redact(value.shown)]),
      body: request.body && bodyRecord(request.body.shown, Buffer.byteLength(request.body.value), redact),
    },
    response: response && {
      status: response.status,
      headers: response.headers.map(([name, value]) => [redact(name), redact(value)]),
      body: bodyRecord(response.body.toString('utf8'), response.body.length, redact),
      redacted: tokens.map((token) => JSON.parse(redact(JSON.stringify(describeToken(token)))) as RedactedValue),
    },
    attempts: exchange.attempts.map(({ startedAt, ms, trouble, limited }) => ({
      startedAt: startedAt.toISOString(),
      ms,
      outcome: trouble === null ? 'answered' : trouble.kind === 'broken-answer' ? 'broken-answer' : 'no-answer',
      ...(trouble ? { cause: trouble.cause } : {}),
      ...(limited ? { cause: `${limited.status}: sent again after ${limited.seconds} s` } : {}),
    })),
    ...(exchange.tls && {
      tls: { version: exchange.tls.version, validTo: exchange.tls.validTo.toISOString().slice(0, 10) },
    }),
    curl: redact(curlOf(request, plain(exchange.baseUrl))),
  };
}
