import type {
  AttemptRecord,
  BodyRecord,
  ExchangeRecord,
  RedactedValue,
  RequestRecord,
  ResponseRecord,
} from '../formats/exchange-record.ts';
import type { Json } from '../formats/json.ts';
import { isObject } from '../formats/json.ts';
import { plain } from '../scenario/text.ts';
import { type Cleared, say } from './clear/cleared.ts';
import { decodeJwt, shapeOf, tokenHash } from './clear/describe.ts';
import type { Gate } from './clear/gate.ts';
import type { Token } from './clear/tokens.ts';
import { curlOf } from './curl.ts';
import type { Exchange } from './exchange.ts';
import { jsonOf } from './json.ts';

/** Most characters of a body in a record. */
const mostText = 4096;

interface ClearedBody extends BodyRecord {
  text: Cleared;
}

/** An exchange of which every text passed the gate. */
export interface ClearedRecord extends ExchangeRecord {
  request: RequestRecord & { url: Cleared; headers: [Cleared, Cleared][]; body: ClearedBody | null };
  response: (ResponseRecord & { reason?: Cleared; headers: [Cleared, Cleared][]; body: ClearedBody }) | null;
  attempts: (AttemptRecord & { cause?: Cleared })[];
  curl: Cleared;
}

function bodyRecord(cleared: Cleared, bytes: number, gate: Gate): ClearedBody {
  return { text: gate.cut(cleared, mostText), bytes, cut: cleared.length > mostText };
}

/** Most characters of a reason phrase in a record. */
const mostReason = 512;

function reasonOf({ reason }: { reason?: string }, gate: Gate): { reason?: Cleared } {
  return reason === undefined ? {} : { reason: gate.clear(reason, mostReason) };
}

/** A record from a file, cleared again: the file may have been changed. */
export function clearedRecord(record: ExchangeRecord, gate: Gate): ClearedRecord {
  const lines = (headers: [string, string][]) =>
    headers.map(([name, value]): [Cleared, Cleared] => [gate.clear(name), gate.clear(value)]);
  const body = (one: BodyRecord): ClearedBody => ({ ...one, text: gate.clear(one.text) });
  const { request, response } = record;
  return {
    ...record,
    request: {
      ...request,
      url: gate.clear(request.url),
      headers: lines(request.headers),
      body: request.body && body(request.body),
    },
    response: response && {
      status: response.status,
      ...reasonOf(response, gate),
      headers: lines(response.headers),
      body: body(response.body),
      redacted: response.redacted,
    },
    attempts: record.attempts.map(({ cause, ...rest }) =>
      cause === undefined ? rest : { ...rest, cause: gate.clear(cause) },
    ),
    curl: gate.clear(record.curl),
  };
}

/** What may be shown of a token in a body. */
function redactedValue({ pointer, value }: Token, gate: Gate): RedactedValue {
  const jwt = decodeJwt(value);
  const shownJwt = jwt && { header: gate.json(jwt.header), claims: gate.json(jwt.claims) };
  return {
    pointer,
    length: value.length,
    sha256: tokenHash(value),
    shape: shapeOf(value),
    ...(shownJwt ? { jwt: shownJwt } : {}),
  };
}

/** The exchange as it may be shown; `tokens` are those of its body. */
export function recordOf(exchange: Exchange, id: string, title: string, gate: Gate, tokens: Token[]): ClearedRecord {
  const { request, response } = exchange;
  const json: Json | undefined = response ? jsonOf(response.body) : undefined;
  // A masked name in a pointer leads nowhere in the shown body.
  const inBody = isObject(json)
    ? tokens.filter(({ pointer }) => pointer !== '' && gate.clear(pointer) === pointer)
    : [];
  return {
    id,
    scenario: exchange.scenario,
    title,
    request: {
      method: request.method,
      url: gate.own(`${exchange.baseUrl}${request.target.shown}`),
      headers: request.headers.map(([name, value]): [Cleared, Cleared] => [gate.own(name), gate.own(value.shown)]),
      body: request.body && bodyRecord(gate.own(request.body.shown), Buffer.byteLength(request.body.value), gate),
      ...(request.breaksForm && { breaksForm: true }),
    },
    response: response && {
      status: response.status,
      ...reasonOf(response, gate),
      headers: response.headers.map(([name, value]): [Cleared, Cleared] => [gate.clear(name), gate.clear(value)]),
      body: bodyRecord(gate.body(response), response.body.length, gate),
      redacted: inBody.map((token) => redactedValue(token, gate)),
    },
    attempts: exchange.attempts.map(({ startedAt, ms, trouble, limited }) => ({
      startedAt: startedAt.toISOString(),
      ms,
      outcome: trouble === null ? 'answered' : trouble.kind === 'broken-answer' ? 'broken-answer' : 'no-answer',
      ...(trouble ? { cause: gate.clear(trouble.cause) } : {}),
      ...(limited ? { cause: say`${limited.status}: sent again after ${limited.seconds} s` } : {}),
    })),
    ...(exchange.tls && {
      tls: { version: exchange.tls.version, validTo: exchange.tls.validTo.toISOString().slice(0, 10) },
    }),
    ...(exchange.turnedAway && { turnedAway: true }),
    curl: gate.own(curlOf(request, plain(exchange.baseUrl))),
  };
}
