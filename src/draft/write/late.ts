/** How a signed request is refused whose time is beyond the window, as far as words say it. */
import type { Facts } from '../facts/facts.ts';
import { whichRefuse } from './which-refuses.ts';

/** The words about a status that speak of a time beyond the window. */
const ofLate =
  /\b(?:time-?stamp|waktu|clock)\b.{0,60}\b(?:outside|window|expired|stale|old|late|differs?|off|kedaluwarsa|kadaluarsa|lama|selisih|luar)\b|\b(?:expired|stale|old|kedaluwarsa|kadaluarsa)\b.{0,30}\b(?:time-?stamp|waktu)\b/i;

/**
 * The class of refusal of a time beyond the window. Where nothing says it, it is that of wrong credentials, unless the words
 * about these name some alone: then no words say it.
 * @param credentials the statuses of wrong credentials
 */
export function lateAs(facts: Facts, credentials: number[]): 'credentials' | 'parameters' | 'unnamed' {
  const late = facts.answers.flatMap(({ status, words = '' }) =>
    words.split('\n').some((one) => ofLate.test(one)) ? [status] : [],
  );
  if (late.length > 0) return late.every((status) => [400, 422].includes(status)) ? 'parameters' : 'credentials';
  const refusing = whichRefuse(facts).filter(({ status }) => credentials.includes(status));
  const isSome = refusing.some((one) => one.credentials === 'some');
  return isSome && !refusing.some((one) => one.credentials === 'all' || one.silent) ? 'unnamed' : 'credentials';
}
