/** Readings of short texts that a page has many times. */

/** Results that are kept at once: a page is gone through many times, and one of 1 MiB may have this many headings. */
const most = 50_000;

/** Characters of the longest text whose result is kept. */
const longest = 200;

/** A reading that keeps its latest results: a long page repeats most of its words, types and heads. What it returns must not be changed. */
export function remembered<Result>(read: (text: string) => Result): (text: string) => Result {
  const known = new Map<string, Result>();
  // Several ask for the same text one behind the other, and among very many a look-up costs as much as a short reading.
  let last: { text: string; result: Result } | null = null;
  return (text) => {
    if (last !== null && last.text === text) return last.result;
    if (text.length > longest) return read(text);
    const before = known.get(text);
    const result = before === undefined ? read(text) : before;
    if (before === undefined) {
      if (known.size >= most) known.clear();
      known.set(text, result);
    }
    last = { text, result };
    return result;
  };
}
