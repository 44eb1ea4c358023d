/** Statuses that sentences name. */

/** Numbers of a sentence that are statuses: no lengths and no lives, and none below 200. */
const statusInWords =
  /\b([2-5]\d\d)\b(?!\s*(?:seconds?|detik|ms|millis\w*|minutes?|menit|char\w*|karakter|requests?|bytes?|%))/;

/** The statuses that words name, each once. */
export function statusesIn(words: string): number[] {
  return [...new Set([...words.matchAll(RegExp(statusInWords, 'g'))].map(([, status]) => Number(status)))];
}
