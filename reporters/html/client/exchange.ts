import type { AttemptRecord, BodyRecord, ExchangeRecord, RedactedValue } from '../../../src/formats/exchange-record.ts';
import { statusLine } from '../../../src/results/exchange-text.ts';
import { count, duration, instant, visible, visibleLines } from '../../words.ts';
import { h, type Markup } from '../markup.ts';
import { prettyBody } from './json.ts';

/** The place in an answer of the judged value. */
export interface Place {
  pointer?: string | undefined;
  header?: string | undefined;
}

/** The recorded request and answer side by side, and the command that sends the request again. */
export function exchangeView(exchange: ExchangeRecord, place: Place): Markup {
  return h`<div class="exchange"><section><h5>Received</h5>${received(exchange, place)}</section>
<section><h5>Send it again<button type="button" class="copy" data-copy>Copy curl</button></h5>
<pre class="curl" tabindex="0" aria-label="curl command">${visibleLines(exchange.curl)}</pre>
<h5>Sent</h5>${message(`${exchange.request.method} ${exchange.request.url}`, exchange.request.headers, exchange.request.body, {}, 'As sent')}</section></div>
${attempts(exchange.attempts)}`;
}

function received(exchange: ExchangeRecord, place: Place): Markup {
  const { response } = exchange;
  if (response === null) {
    const cause = exchange.attempts.findLast((attempt) => attempt.cause)?.cause;
    return h`<p class="silent">No answer came${cause ? `: ${visible(cause)}` : ''}.</p>`;
  }
  return h`${message(statusLine(response), response.headers, response.body, place, 'As received')}${response.redacted.map(redacted)}`;
}

function message(
  first: string,
  headers: readonly (readonly [string, string])[],
  body: BodyRecord | null,
  place: Place,
  rawWords: string,
): Markup {
  const named = place.header?.toLowerCase();
  const sent = headers.some(([name]) => name.toLowerCase() === named);
  const lines = headers.map(([name, value]) => {
    const line = h`<span class="hn">${visible(name)}:</span> ${visible(value)}`;
    return h`<span class="hl">${name.toLowerCase() === named ? h`<mark class="at">${line}</mark>` : line}</span>`;
  });
  return h`<pre class="head" tabindex="0" aria-label="First line and headers"><b>${visible(first)}</b>\n${lines}</pre>
${named !== undefined && !sent ? h`<p class="missing">The header ${visible(place.header ?? '')} was not sent.</p>` : null}${body === null ? null : bodyView(body, place, rawWords)}`;
}

function bodyView(body: BodyRecord, place: Place, rawWords: string): Markup {
  if (body.bytes === 0) return h`<p class="silent">The body is empty.</p>`;
  const pretty = prettyBody(body.text, place.pointer);
  const size = `${count(body.bytes, 'byte')}${body.cut ? ', cut here' : ''}`;
  return h`<pre class="body" tabindex="0" aria-label="Body">${pretty.markup}</pre>
${pretty.pointed === 'missing' ? h`<p class="missing"><code>${visible(place.pointer ?? '')}</code> is not in the body.</p>` : null}
${pretty.isJson ? h`<details class="raw"><summary>${rawWords}, ${size}</summary><pre tabindex="0">${visibleLines(body.text)}</pre></details>` : h`<p class="quiet">${size}, not JSON</p>`}`;
}

function redacted(value: RedactedValue): Markup {
  const claims = value.jwt ? JSON.stringify({ header: value.jwt.header, claims: value.jwt.claims }, null, 2) : null;
  return h`<details class="raw"><summary>Redacted: <code>${visible(value.pointer)}</code>, ${count(value.length, 'character')}</summary>
<p class="quiet">SHA-256 starts with <code>${visible(value.sha256)}</code>; its shape is <code class="wrap">${visible(value.shape)}</code></p>${claims ? h`<pre tabindex="0" aria-label="Header and claims of the JWT">${visibleLines(claims)}</pre>` : null}</details>`;
}

function attempts(list: readonly AttemptRecord[]): Markup {
  return h`<p class="quiet attempts">${list.map(
    (attempt, index) =>
      h`<span>${list.length > 1 ? `Attempt ${index + 1}: ` : ''}<time datetime="${attempt.startedAt}">${instant(attempt.startedAt)}</time>, ${OUTCOMES[attempt.outcome]} ${duration(attempt.ms)}${attempt.cause ? `, ${visible(attempt.cause)}` : ''}</span>`,
  )}</p>`;
}

const OUTCOMES: Readonly<Record<AttemptRecord['outcome'], string>> = {
  answered: 'answered in',
  'no-answer': 'no answer for',
  'broken-answer': 'a broken answer after',
};
