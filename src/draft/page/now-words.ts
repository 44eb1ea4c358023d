/** Words for the time at which a request is made. */

/** Words that say of a value that it is the time of the request. */
export const isNow =
  /\b(?:current|present) (?:\p{L}+ )?(?:time|date)|\b(?:date|time|instant|moment)\b.{0,12}\b(?:of|when|at which) (?:the |this |each )?(?:request|call)\b|\bwaktu (?:saat ini|sekarang|permintaan|pengiriman|request)\b|\b(?:epoch|unix time)\b/iu;
