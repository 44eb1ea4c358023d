import type { ExchangeRecord, ResponseRecord } from '../formats/exchange-record.ts';

function lines(first: string, headers: [string, string][], body: string | undefined): string {
  const head = [first, ...headers.map(([name, value]) => `${name}: ${value}`)];
  return [...head, ...(body ? ['', body] : [])].join('\n');
}

/** The first line of a recorded answer. */
export function statusLine({ status, reason }: ResponseRecord): string {
  return `HTTP status ${status}${reason === undefined ? '' : ` ${reason}`}`;
}

/** A recorded exchange for a person: the request, the answer, and the command that sends the request again. */
export function exchangeText({ request, response, attempts, curl }: ExchangeRecord): string {
  const answer = response
    ? lines(statusLine(response), response.headers, response.body.text)
    : `No answer: ${attempts.at(-1)?.cause ?? 'none came'}`;
  return [lines(`${request.method} ${request.url}`, request.headers, request.body?.text), answer, curl].join('\n\n');
}
