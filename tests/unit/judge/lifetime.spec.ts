/** A lifetime that is long is none that is mistaken: dates and other units are told by what they look like. */
import { expect, test } from '@playwright/test';
import { guess, isMistaken } from '../../../src/judge/mistaken-life.ts';

const now = 1_800_000_000;

test('a token may live for years: no page bounds it', () => {
  const lives = [1, 900, 3600, 86_400, 31_536_000, 31_536_001, 72_576_000, 72_591_999, 315_360_000, 1_576_799_999];
  // 25, 50 and 100 years are whole hours of milliseconds as well.
  lives.push(788_400_000, 1_576_800_000, 3_153_600_000);
  for (const seconds of lives) expect.soft(isMistaken(seconds, 'seconds', now), String(seconds)).toBe(false);
});

test('a date of expiry in place of a count, milliseconds, and what is longer than a century are mistaken', () => {
  for (const [seconds, looks] of [
    [now + 900, 'the date of expiry in seconds'],
    [(now + 900) * 1000, 'the date of expiry in milliseconds'],
    [900_000, 'milliseconds'],
    [3_600_000, 'milliseconds'],
    [43_200_000, 'milliseconds'],
    [86_400_000, 'milliseconds'],
    [3_153_600_001, 'no token lives for a century'],
  ] as const) {
    expect.soft(isMistaken(seconds, 'seconds', now), String(seconds)).toBe(true);
    expect.soft(guess(seconds, now), String(seconds)).toContain(looks);
  }
});

test('what looks like milliseconds is right in another unit, a date is not, and one that is due is a date', () => {
  expect(isMistaken(3_600_000, 'minutes', now)).toBe(false);
  expect(isMistaken(now, 'milliseconds', now)).toBe(true);
  expect(isMistaken(72_576_000, 'instant', now)).toBe(false);
  expect(isMistaken(86_400 * 7, 'seconds', now)).toBe(false);
});
