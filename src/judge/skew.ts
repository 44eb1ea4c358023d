/** Seconds of clock skew from which signed timestamps are at risk. */
const noticeableSkew = 30;

/** How the provider's clock stands to ours; seconds it is ahead. */
export function skewText(skew: number): string {
  return skew === 0
    ? 'the provider’s clock stands as ours'
    : `the provider’s clock is ${Math.abs(skew)} s ${skew > 0 ? 'ahead' : 'behind'}`;
}

/** What a skew does to a signed timestamp; null for one that does nothing. */
export function skewRisk(skew: number): string | null {
  if (Math.abs(skew) <= noticeableSkew) return null;
  return skew > 0 ? 'a signed timestamp may seem stale' : 'a signed timestamp may seem to come from the future';
}
