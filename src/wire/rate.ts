/** What an answer says of a limit of the rate: how long to wait before a request is sent again, in seconds and in words. */
import { headerValues, type Response } from './exchange.ts';

/** The longest wait that is told apart from a longer one, in seconds: three centuries. */
const longest = 1e10;

/** What an answer asks for: so many seconds, or a date, in milliseconds since the epoch. */
type Asked = { seconds: number } | { until: number };

/** The Retry-After of an answer (RFC 9110, section 10.2.3), as seconds or as a date; null for none. */
function asked(response: Response): Asked | null {
  const [value] = headerValues(response, 'Retry-After');
  if (value === undefined) return null;
  if (/^\s*\d+\s*$/.test(value)) return { seconds: Math.min(Number(value), longest) };
  const until = Date.parse(value);
  return Number.isNaN(until) ? null : { until };
}

/**
 * Seconds of silence that an answer asks for; null for none. A date is compared with the Date of the answer where it has
 * one, so that no clock needs to be right.
 */
export function retryAfter(response: Response, now: Date): number | null {
  const wanted = asked(response);
  if (wanted === null || 'seconds' in wanted) return wanted?.seconds ?? null;
  const dated = Date.parse(headerValues(response, 'Date')[0] ?? '');
  const from = Number.isNaN(dated) ? now.getTime() : dated;
  return Math.max(0, (wanted.until - from) / 1000);
}

/** Seconds of silence after a rate limit (429) that names none. */
const silenceByDefault = 1;

/**
 * Seconds of silence for a provider that limits the rate: the Retry-After, and at least twice as long each time it
 * limits the same request again; null where it does not limit the rate. A 503 does so only where it names a time.
 */
export function secondsToWait(response: Response, limitedBefore: number, now: Date): number | null {
  const { status } = response;
  const wanted = status === 429 || status === 503 ? retryAfter(response, now) : null;
  if (wanted === null && status !== 429) return null;
  return Math.max(wanted ?? 0, silenceByDefault * 2 ** limitedBefore);
}

/**
 * What a reason adds for an answer that is waited for, and was not waited for any longer: the time it asks for, what
 * bounds the waits, and what to do; nothing for any other answer.
 */
export function limitAdvice(response: Response): string {
  const isLimit = response.status === 429;
  const wanted = isLimit || response.status === 503 ? asked(response) : null;
  if (!isLimit && wanted === null) return '';
  const time = wanted === null ? 'names no time to wait' : `asks to wait ${shown(wanted)}`;
  const slower = isLimit ? 'a slower pace (pace.perSecond), ' : '';
  return ` and ${time}; a run waits at most retryBudget seconds in all: set ${slower}a larger retryBudget in the environment file, or run again later`;
}

const shown = (wanted: Asked): string =>
  'seconds' in wanted ? `${wanted.seconds} s` : `until ${new Date(wanted.until).toISOString().replace('.000', '')}`;
