/** A lifetime that is meant otherwise than it is declared: in milliseconds, or as the date of expiry. Pure. */
import type { TokenPointers } from '../formats/contract.ts';

const year = 31_536_000;

/** Seconds that no token lives, however long a provider lets one live: what counts more is of another unit, or a date. */
export const century = 100 * year;

/**
 * Whether seconds are milliseconds: whole minutes of them, at least five. Read as seconds, such a number is days long and
 * rarely a whole number of days; beyond a year whole hours of them are, as 86400000 is a thousand days. Whole years are meant.
 */
function isMilliseconds(seconds: number): boolean {
  if (seconds % year === 0) return false;
  if (seconds > year && seconds % 3_600_000 === 0) return true;
  return seconds >= 300_000 && seconds % 60_000 === 0 && seconds % 86_400 !== 0;
}

/** Whether seconds are the date on which a token expires, within the next ten years; `now` is in seconds. */
const isDate = (seconds: number, now: number): boolean => seconds > now - year && seconds < now + 10 * year;

/** Whether a lifetime in a unit shows that another one, or a date, is meant. */
export function isMistaken(seconds: number, unit: TokenPointers['lifetimeUnit'], now: number): boolean {
  if (seconds > century) return true;
  // Where the page says another unit, a figure that looks like milliseconds is right.
  return (unit === 'seconds' && isMilliseconds(seconds)) || (unit !== 'instant' && isDate(seconds, now));
}

/** What a lifetime in seconds that is too long probably is; empty where nothing shows it. */
export function guess(seconds: number, now: number): string {
  if (isDate(seconds, now)) return ': it looks like the date of expiry in seconds';
  if (isDate(seconds / 1000, now)) return ': it looks like the date of expiry in milliseconds';
  if (isMilliseconds(seconds) || (seconds > year && seconds % 1000 === 0)) return ': it looks like milliseconds';
  return seconds > century ? ': no token lives for a century' : '';
}
