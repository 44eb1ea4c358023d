/** The words of short texts. */

/** The words of a text in small letters. Most texts are of ASCII alone, and need no look at the classes of Unicode. */
export function lowerWords(text: string): string[] {
  const lower = text.toLowerCase();
  return lower.match(/[^ -~\s]/.test(lower) ? /\p{L}+/gu : /[a-z]+/g) ?? [];
}
