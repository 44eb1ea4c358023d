/** Patterns of what people write, put together from words. */

/** One of these, each of them a word or a pattern. */
export const oneOf = (...words: string[]): string => `(?:${words.join('|')})`;

const withFlags =
  (flags: string) =>
  (text: TemplateStringsArray, ...words: string[]): RegExp =>
    // A backtick is escaped in a template alone.
    RegExp(String.raw(text, ...words).replaceAll('\\`', '`'), flags);

/** A pattern in letters of any case, as it is written, with words of the vocabulary in it: pattern`\b${word.when} ${word.mandatory}\b`. */
export const pattern = withFlags('iu');

/** The same for each place of a text: for `replace`, `matchAll` and `split`. */
export const everywhere = withFlags('giu');
