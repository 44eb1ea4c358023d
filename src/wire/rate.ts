/** What an answer says of a limit of the rate: how long to wait before a request is sent again, in seconds and in words. */
import { headerValues, type Response } from './exchange.ts';
import { type Asked, longest, quotasIn } from './quota.ts';

/** The Retry-After of an answer (RFC 9110, section 10.2.3), as seconds or as a date; null for none. */
function asked(response: Response): Asked | null {
  const [value] = headerValues(response, 'Retry-After');
  if (value === undefined) return null;
  if (/^\s*\d+\s*$/.test(value)) return { seconds: Math.min(Number(value), longest) };
  const until = Date.parse(value);
  return Number.isNaN(until) ? null : { until };
}

/** Seconds until what is asked for. A date is compared with the Date of the answer where it has one, so that no clock needs to be right. */
function secondsOf(wanted: Asked, response: Response, now: Date): number {
  if ('seconds' in wanted) return wanted.seconds;
  const dated = Date.parse(headerValues(response, 'Date')[0] ?? '');
  const from = Number.isNaN(dated) ? now.getTime() : dated;
  return Math.max(0, (wanted.until - from) / 1000);
}

/** Seconds of silence that the Retry-After of an answer asks for; null for none. */
export function retryAfter(response: Response, now: Date): number | null {
  const wanted = asked(response);
  return wanted === null ? null : secondsOf(wanted, response, now);
}

/** Seconds of silence after a rate limit (429) that names none. */
const silenceByDefault = 1;

/**
 * How often an answer that may be a rate limit is waited for: the same answer after every wait that it asked for is about
 * the request, and not about the rate.
 */
const mostDoubts = 2;

/** A limit of the rate, or what may be one; the wait is null where it names none. */
interface Limit {
  doubtful: boolean;
  wanted: Asked | null;
}

/**
 * The limit that an answer speaks of: 429 (RFC 6585) and 503 with Retry-After do. Any other 4xx does by Retry-After beside
 * a quota that is used up; only one of the two may also be a refusal, such as a lock-out or the last answer of a quota, so
 * a used-up quota alone counts with 403 only, and where it says when it is full again.
 */
function limitOf(response: Response): Limit | null {
  const { status } = response;
  const wanted = asked(response);
  if (status === 429) return { doubtful: false, wanted };
  if (status === 503) return wanted && { doubtful: false, wanted };
  if (status < 400 || status >= 500) return null;
  const spent = quotasIn(response).find(({ remaining }) => remaining <= 0);
  if (wanted) return { doubtful: !spent, wanted };
  return status === 403 && spent?.reset ? { doubtful: true, wanted: spent.reset } : null;
}

/** Whether an answer says beyond doubt that the provider limits the rate; one that is not available does not. */
export function isLimited(response: Response): boolean {
  return response.status !== 503 && limitOf(response)?.doubtful === false;
}

/** Whether an answer may say that the provider limits the rate, and may as well be a lock-out. */
export function mayBeLimited(response: Response): boolean {
  return limitOf(response)?.doubtful === true;
}

/**
 * Seconds of silence before a request is sent again that was limited so often before: what the answer asks for, and at
 * least twice as long each time; null where it is not sent again. What may be a limit is no longer one where the contract
 * documents it.
 */
export function secondsToWait(
  response: Response,
  limitedBefore: number,
  now: Date,
  isDocumented: () => boolean = () => false,
): number | null {
  const limit = limitOf(response);
  if (!limit || (limit.doubtful && (limitedBefore >= mostDoubts || isDocumented()))) return null;
  const wanted = limit.wanted ? secondsOf(limit.wanted, response, now) : 0;
  return Math.max(wanted, silenceByDefault * 2 ** limitedBefore);
}

/** Why an answer after so many waits shows nothing but a limit of the rate; null where it shows more. */
export function limitCause(response: Response, limitedBefore: number): string | null {
  const limit = limitOf(response);
  if (!limit || (limit.doubtful && limitedBefore >= mostDoubts)) return null;
  const may = limit.doubtful ? 'may limit' : 'limits';
  return `the provider ${may} the rate of requests (${response.status})`;
}

/**
 * What a reason adds for an answer that is waited for, and was not waited for any longer: the time it asks for, what
 * bounds the waits, and what to do; nothing for any other answer.
 */
export function limitAdvice(response: Response): string {
  const limit = limitOf(response);
  if (!limit) return '';
  const time = limit.wanted ? `asks to wait ${shown(limit.wanted)}` : 'names no time to wait';
  const slower = response.status === 503 ? '' : 'a slower pace (pace.perSecond), ';
  return ` and ${time}; a run waits at most retryBudget seconds in all: set ${slower}a larger retryBudget in the environment file, or run again later`;
}

const shown = (wanted: Asked): string =>
  'seconds' in wanted ? `${wanted.seconds} s` : `until ${new Date(wanted.until).toISOString().replace('.000', '')}`;
