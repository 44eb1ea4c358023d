/** Patterns of what people write, put together from words. */

/** One of these, each of them a word or a pattern. */
export const oneOf = (...words: string[]): string => `(?:${words.join('|')})`;

const withFlags =
  (flags: string) =>
  (text: TemplateStringsArray, ...words: string[]): RegExp => {
    // A backtick is escaped in a template alone.
    const source = String.raw(text, ...words).replaceAll('\\`', '`');
    // Letters of all languages need the flag, which makes a search several times slower.
    return RegExp(source, /\\[pP]\{/.test(source) ? `${flags}u` : flags);
  };

/** A pattern in letters of any case, as it is written, with words of the vocabulary in it: pattern`\b${word.when} ${word.mandatory}\b`. */
export const pattern = withFlags('i');

/** The same for each place of a text: for `replace`, `matchAll` and `split`. */
export const everywhere = withFlags('gi');
