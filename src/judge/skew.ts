/** Seconds of clock skew from which on signed timestamps are at risk. */
const noticeableSkew = 30;

/** The difference between the provider's clock and ours, in words; `skew` is the seconds by which it is ahead. */
export function skewText(skew: number): string {
  return skew === 0
    ? 'the provider’s clock agrees with ours'
    : `the provider’s clock is ${Math.abs(skew)} s ${skew > 0 ? 'ahead' : 'behind'}`;
}

/** The effect of a skew on a signed timestamp; null for none. */
export function skewRisk(skew: number): string | null {
  if (Math.abs(skew) <= noticeableSkew) return null;
  return skew > 0 ? 'a signed timestamp may seem stale' : 'a signed timestamp may seem to come from the future';
}

/** What a run notes of the clock, where that may matter. */
export function skewNotes(skew: number): string[] {
  const risk = skewRisk(skew);
  return risk === null ? [] : [`${skewText(skew)}; ${risk}`];
}
